"""What is read and heard of questions with several right options, or with an order."""

from __future__ import annotations

from sidecar_viz.app.quiz.words import (
    heard_answer,
    heard_verdict,
    how_many,
    option_choices,
    summary_choices,
)
from sidecar_viz.core.learning.quiz import Answer, Attempt
from sidecar_viz.core.lesson import Option, Question

EVERY = Question(
    id="every",
    question="Which stop?",
    every=True,
    options=(
        Option(text="Main", right=True, why="It does."),
        Option(text="Node", why="It goes on."),
        Option(text="Sidecar", right=True, why="It does, too."),
    ),
)
ORDER = Question(
    id="order",
    question="Who stops when?",
    options=(
        Option(text="Sidecar", order=2),
        Option(text="Main", order=1),
        Option(text="Node", why="It goes on."),
    ),
)


def fates(question: Question, *tries: int, progress: str = "open") -> list[str]:
    """Give how the options stand after these tries."""
    answer = Answer(tries, progress)  # type: ignore[arg-type]
    return [choice.fate for choice in option_choices(question, answer)]


def test_it_is_said_what_is_asked_for() -> None:
    """Who reads the question knows how many to choose."""
    assert how_many(EVERY) == "Choose all that are right."
    assert how_many(ORDER) == "Put 2 in their order."


def test_each_right_one_counts_on_the_way() -> None:
    """Two of two; the last one finishes it."""
    assert fates(EVERY, 2, 1) == ["open", "wrong", "right"]
    remarks = [c.remark for c in option_choices(EVERY, Answer((2, 0), "right"))]
    assert remarks == ["Right, 2 of 2", "", "Right, 1 of 2"]
    assert heard_verdict(EVERY, Answer((2,)), 2) == "Right, 1 of 2. It does, too."


def test_what_comes_too_soon_can_be_tried_again() -> None:
    """It is not wrong for good."""
    assert fates(ORDER, 0) == ["wrong", "open", "open"]
    assert fates(ORDER, 0, 1) == ["open", "right", "open"]
    said = heard_verdict(ORDER, Answer((0,)), 0)
    assert said == "Not yet: something comes before A."
    assert heard_verdict(ORDER, Answer((2,)), 2) == "Not C: Node. It goes on."
    numbers = [c.remark for c in option_choices(ORDER, Answer((1, 0), "right"))]
    assert numbers[:2] == ["Number 2 of 2", "Number 1 of 2"]


def test_shown_answers_name_all_of_them() -> None:
    """In their order, where there is one."""
    assert heard_answer(EVERY) == "The answers are A, C."
    assert heard_answer(ORDER) == "The order is B, A."
    assert fates(ORDER, progress="revealed") == ["told", "told", "past"]


def test_two_right_choices_are_right_at_the_first_try() -> None:
    """The summary counts mistakes, not choices."""
    attempt = Attempt((EVERY,), (Answer((0, 2), "right"),))

    assert summary_choices(attempt)[0].remark == "Right at the first try"
