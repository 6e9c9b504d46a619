"""Answers of a quiz that were given in another window while it is open in this one."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.learning.quiz import Answer, Attempt


class Elsewhere(Struct, frozen=True):
    """What was answered elsewhere to the question that somebody is at here.

    Attributes:
        place: the question's.
        before: how it stood here when that came.
        answer: how it stands there.
    """

    place: int
    before: Answer
    answer: Answer

    def taken(self, attempt: Attempt) -> Attempt:
        """Return the attempt with it, unless something was answered here since."""
        if attempt.answers[self.place] != self.before:
            return attempt
        return _with(attempt, self.place, self.answer)


def joined(
    mine: Attempt, theirs: Attempt, place: int
) -> tuple[Attempt, Elsewhere | None]:
    """Return *theirs*, but *mine* at the question at *place*, and what waits there.

    At the end, which is no question, it is all theirs.
    """
    if place >= len(mine.answers):
        return theirs, None
    here, there = mine.answers[place], theirs.answers[place]
    waiting = Elsewhere(place, here, there) if there != here else None
    return _with(theirs, place, here), waiting


def _with(attempt: Attempt, place: int, answer: Answer) -> Attempt:
    answers = (*attempt.answers[:place], answer, *attempt.answers[place + 1 :])
    return replace(attempt, answers=answers)
