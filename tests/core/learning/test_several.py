"""Questions with several right answers, and with an order."""

from __future__ import annotations

from sidecar_viz.core.learning.quiz import Answer, Attempt, at_once, found
from sidecar_viz.core.learning.vote import votable
from sidecar_viz.core.lesson import Actor, Lesson, Option, Question, Step


def question(*, every: bool = False, orders: tuple[int | None, ...] = ()) -> Question:
    """Ask with four options; A and C are right, or those with a number."""
    orders = orders or (None,) * 4
    options = tuple(
        Option(text=text, right=not any(orders) and text in "AC", order=order)
        for text, order in zip("ABCD", orders, strict=True)
    )
    return Question(id="q", question="Which?", options=options, every=every)


def tried(asked: Question, *tries: int) -> Answer:
    """Give the answer after these options were tried."""
    attempt = Attempt((asked,), (Answer(),))
    for option in tries:
        attempt = attempt.answered(0, option)
    return attempt.answers[0]


def test_one_of_several_right_options_will_do() -> None:
    """As long as the lesson does not ask for every one."""
    asked = question()

    assert asked.needed == 1
    assert tried(asked, 2).progress == "right"


def test_every_right_option_must_be_chosen() -> None:
    """In any order; a wrong one on the way counts as a try."""
    asked = question(every=True)
    half, whole = tried(asked, 2), tried(asked, 2, 0)

    assert asked.needed == 2
    assert (half.progress, found(asked, half.tries)) == ("open", (2,))
    assert whole.progress == "right"
    assert at_once(asked, whole)
    assert not at_once(asked, tried(asked, 2, 1, 0))
    assert tried(asked, 2, 2).tries == (2,)


def test_in_an_order_one_comes_after_the_other() -> None:
    """D, A, C: what comes too soon is tried again later."""
    asked = question(orders=(2, None, 3, 1))

    assert asked.ordered == asked.rights == (3, 0, 2)
    assert found(asked, (0, 3)) == (3,)
    assert found(asked, (0, 3, 0, 1, 2)) == (3, 0, 2)
    assert at_once(asked, tried(asked, 3, 0, 2))
    late = tried(asked, 0, 3, 0, 1, 2)
    assert (late.progress, late.tries) == ("right", (0, 3, 0, 1, 2))
    assert not at_once(asked, late)
    assert tried(asked, 3, 3).tries == (3,)


def test_the_score_counts_what_was_right_at_once() -> None:
    """Two choices for two right options are no second try."""
    asked = (question(every=True), question(orders=(1, 2, None, None)))
    attempt = Attempt(asked, (Answer(), Answer()))
    for place, option in ((0, 0), (0, 2), (1, 1), (1, 0), (1, 1)):
        attempt = attempt.answered(place, option)

    assert (attempt.scored().first, attempt.scored().later) == (1, 1)


def test_a_class_votes_where_one_choice_is_the_answer() -> None:
    """One card cannot say an order, nor two letters."""
    asked = (question(), question(every=True), question(orders=(1, 2, None, None)))
    actor = Actor(id="a", name="A")
    steps = (Step(id="s", title="S"),)
    lesson = Lesson(
        format=1, id="l", title="L", actors=(actor,), steps=steps, quiz=asked
    )

    assert votable(lesson) == asked[:1]


def test_right_choices_on_the_way_are_one_try_together() -> None:
    """Two right ones and one mistake are two tries."""
    attempt = Attempt((question(every=True),), (Answer(),))
    for option in (0, 1, 2):
        attempt = attempt.answered(0, option)

    assert attempt.scored().tries == 2
