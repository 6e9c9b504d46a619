"""An attempt at a quiz: tries, help and score."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.core.learning.quiz import (
    Answer,
    Attempt,
    Score,
    new_attempt,
    right_option,
)
from sidecar_viz.core.lesson import Actor, Lesson, Option, Question, Step

RIGHT = (2, 0, 1)


def question(number: int, right: int, count: int = 4) -> Question:
    """Make a question whose option *right* is the right one."""
    options = tuple(Option(text=f"Option {i}", right=i == right) for i in range(count))
    return Question(id=f"q{number}", question=f"Question {number}?", options=options)


def quiz(*right: int) -> Attempt:
    """Make an untouched attempt, one question for each right option."""
    lesson = Lesson(
        format=1,
        id="trial",
        title="Trial",
        actors=(Actor(id="one", name="One"),),
        steps=(Step(id="a", title="A"),),
        quiz=tuple(question(i, place) for i, place in enumerate(right)),
    )
    return new_attempt(lesson)


def test_a_new_attempt_has_an_open_answer_for_each_question() -> None:
    """Nothing is tried, nothing is finished, everything is unanswered."""
    attempt = quiz(*RIGHT)

    assert attempt.answers == (Answer(), Answer(), Answer())
    assert not attempt.finished
    assert attempt.scored() == Score(unanswered=3)


def test_the_right_option_at_once_counts_as_first() -> None:
    """One try, and the question is done."""
    attempt = quiz(*RIGHT).answered(0, 2)

    assert attempt.answers[0] == Answer(tries=(2,), progress="right")
    assert attempt.scored() == Score(first=1, unanswered=2, tries=1)


def test_a_wrong_option_leaves_the_question_open() -> None:
    """The try is kept and another one is welcome."""
    attempt = quiz(*RIGHT).answered(0, 3)

    assert attempt.answers[0] == Answer(tries=(3,))
    assert not attempt.answers[0].done
    assert attempt.scored() == Score(unanswered=3, tries=1)


def test_right_on_a_later_try_counts_as_later() -> None:
    """The tries are kept in their order."""
    attempt = quiz(*RIGHT).answered(0, 3).answered(0, 0).answered(0, 2)

    assert attempt.answers[0].tries == (3, 0, 2)
    assert attempt.scored() == Score(later=1, unanswered=2, tries=3)
    assert attempt.scored().right == 1


def test_a_wrong_option_cannot_be_tried_twice() -> None:
    """The second time changes nothing: it is the very same attempt."""
    attempt = quiz(*RIGHT).answered(0, 3)

    assert attempt.answered(0, 3) is attempt


def test_a_done_question_takes_no_more_answers() -> None:
    """What was right stays right."""
    attempt = quiz(*RIGHT).answered(0, 2)

    assert attempt.answered(0, 1) is attempt


def test_an_option_that_is_not_there_is_an_error() -> None:
    """The caller is told, and nothing is counted."""
    with pytest.raises(IndexError):
        quiz(*RIGHT).answered(0, 4)


def test_help_is_noted_while_the_question_is_open() -> None:
    """The hint and the look at the stage are kept with the answer."""
    attempt = quiz(*RIGHT).hinted(1).looked(1).answered(1, 0)

    assert attempt.answers[1] == Answer((0,), "right", hinted=True, looked=True)


def test_help_after_the_answer_is_no_help() -> None:
    """Reading on once the question is done changes nothing."""
    attempt = quiz(*RIGHT).answered(1, 0)

    assert attempt.hinted(1) is attempt
    assert attempt.looked(1) is attempt
    assert attempt.revealed(1) is attempt


def test_a_revealed_question_is_done_but_not_right() -> None:
    """The answer was shown, so the question earns nothing."""
    attempt = quiz(*RIGHT).answered(2, 0).revealed(2)

    assert attempt.answers[2] == Answer(tries=(0,), progress="revealed")
    assert attempt.scored() == Score(revealed=1, unanswered=2, tries=1)


@pytest.mark.parametrize(
    ("answer", "touched"),
    [
        (Answer(), False),
        (Answer(tries=(1,)), True),
        (Answer(progress="revealed"), True),
        (Answer(hinted=True), True),
        (Answer(looked=True), True),
    ],
)
def test_an_answer_knows_whether_it_was_touched(answer: Answer, touched: bool) -> None:
    """A try, a hint, a look or a reveal: each of them touches the question."""
    assert answer.touched is touched


def test_retried_begins_anew_and_keeps_the_old_attempt() -> None:
    """Starting again gives a fresh value; the old one still has its score."""
    before = quiz(*RIGHT).answered(0, 2)

    after = before.retried()

    assert after == quiz(*RIGHT)
    assert before.scored().first == 1


def test_the_right_option_is_found() -> None:
    """Its place, or -1 where the lesson forgot to name one."""
    assert right_option(question(1, 3)) == 3
    assert right_option(question(1, 9)) == -1


def test_a_quiz_without_questions_is_finished() -> None:
    """There is nothing to answer and nothing to score."""
    assert quiz().finished
    assert quiz().scored() == Score()


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4)), max_size=30))
def test_any_course_of_answers_adds_up(course: list[tuple[int, int]]) -> None:
    """Every question is counted once, no option twice; option 4 means reveal."""
    attempt = quiz(*RIGHT)

    for which, option in course:
        attempt = (
            attempt.revealed(which) if option == 4 else attempt.answered(which, option)
        )

    score = attempt.scored()
    assert score.total == 3
    assert score.tries == sum(len(answer.tries) for answer in attempt.answers)
    assert all(len(set(a.tries)) == len(a.tries) for a in attempt.answers)
    assert attempt.finished == (score.unanswered == 0)
