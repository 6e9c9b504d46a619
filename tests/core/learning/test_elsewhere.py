"""Answers of another window, while a quiz is open in this one."""

from __future__ import annotations

from sidecar_viz.core.learning.elsewhere import joined
from sidecar_viz.core.learning.quiz import Answer, Attempt, new_attempt
from sidecar_viz.core.lesson import Lesson

DONE = Answer(tries=(0,), progress="right")


def answered(lesson: Lesson, *answers: Answer) -> Attempt:
    """Return an attempt with these answers."""
    return Attempt(new_attempt(lesson).questions, answers)


def test_all_but_the_question_of_the_moment_is_taken(sidecar_lesson: Lesson) -> None:
    """What waits for its turn is taken then."""
    mine = new_attempt(sidecar_lesson)
    theirs = answered(sidecar_lesson, DONE, DONE, Answer())

    now, waiting = joined(mine, theirs, 0)

    assert now.answers == (Answer(), DONE, Answer())
    assert waiting is not None
    assert waiting.taken(now) == theirs


def test_what_was_tried_here_since_then_counts(sidecar_lesson: Lesson) -> None:
    """It is not written over by what waited."""
    theirs = answered(sidecar_lesson, DONE, Answer(), Answer())
    now, waiting = joined(new_attempt(sidecar_lesson), theirs, 0)
    tried = now.answered(0, 1)

    assert waiting is not None
    assert waiting.taken(tried) == tried


def test_nothing_waits_where_nothing_differs(sidecar_lesson: Lesson) -> None:
    """Nor at the end, which is no question."""
    mine = new_attempt(sidecar_lesson)
    theirs = answered(sidecar_lesson, Answer(), DONE, Answer())

    assert joined(mine, theirs, 0) == (theirs, None)
    assert joined(mine, theirs, 3) == (theirs, None)
