"""Where a lesson stands: everything that a sudden end must not cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct

from sidecar_viz.core.learning.joining import joined_by_key, joined_plain
from sidecar_viz.core.learning.quiz import Answer, Attempt, new_attempt
from sidecar_viz.core.learning.vote import Vote
from sidecar_viz.core.lesson import Lesson


class Work(Struct, frozen=True):
    """What the class did in a lesson."""

    votes: tuple[Vote, ...] = ()
    quiz: dict[str, Answer] = {}
    """The answers of the quiz, by the ids of their questions."""
    slots: dict[str, object] = {}
    """Plain values of other parts of the program, by the parts' names."""


class Session(Struct, frozen=True):
    """The lesson that is shown, its step, and what the class did in it.

    *lesson* is its file, *lesson_id* the id that was in the file. The theme is not part
    of it: preferences are written as soon as they are chosen.
    """

    lesson: str = ""
    lesson_id: str = ""
    step: Annotated[int, Meta(ge=0)] = 0
    what_if: str = ""
    votes: tuple[Vote, ...] = ()
    quiz: dict[str, Answer] = {}
    slots: dict[str, object] = {}
    others: dict[str, Work] = {}
    """What the class did in lessons it left, by `work_key`, the last one last."""

    @property
    def work(self) -> Work:
        """What the class did in the lesson that is shown."""
        return Work(self.votes, self.quiz, self.slots)


def work_key(path: str, lesson_id: str) -> str:
    """Tell lessons apart whose work is kept: copies of a file may share an id."""
    return f"{lesson_id} {path}"


def joined(base: Work, mine: Work, theirs: Work) -> Work:
    """Return *theirs* with what has changed between *base* and *mine*.

    Votes and answers are taken one by one, and what lies in slots item by item, so
    that of what two windows did in a lesson each has what it changed itself.
    """
    votes = joined_by_key(_by_question(base), _by_question(mine), _by_question(theirs))
    return Work(
        tuple(votes.values()),
        joined_by_key(base.quiz, mine.quiz, theirs.quiz),
        _joined_slots(base.slots, mine.slots, theirs.slots),
    )


def _joined_slots(
    base: Mapping[str, object], mine: Mapping[str, object], theirs: Mapping[str, object]
) -> dict[str, object]:
    found = joined_plain(base, mine, theirs)
    return dict(found) if isinstance(found, Mapping) else {}


def _by_question(work: Work) -> dict[str, Vote]:
    return {vote.question: vote for vote in work.votes}


def answers_of(attempt: Attempt) -> dict[str, Answer]:
    """Return the answers that were begun, by the ids of their questions."""
    pairs = zip(attempt.questions, attempt.answers, strict=True)
    return {question.id: answer for question, answer in pairs if answer.touched}


def replayed(lesson: Lesson, answers: Mapping[str, Answer]) -> Attempt:
    """Return the attempt in which these answers were given, without impossible ones.

    Everything is done once more, so that an answer that was right before its question
    was rewritten counts as it would now.
    """
    attempt = new_attempt(lesson)
    for place, question in enumerate(lesson.quiz):
        kept = answers.get(question.id, Answer())
        attempt = attempt.hinted(place) if kept.hinted else attempt
        attempt = attempt.looked(place) if kept.looked else attempt
        for option in kept.tries:
            if 0 <= option < len(question.options):
                attempt = attempt.answered(place, option)
        if kept.progress == "revealed":
            attempt = attempt.revealed(place)
    return attempt
