"""An attempt at a lesson's quiz: what was tried, and how it went."""

from __future__ import annotations

from typing import Literal, Self

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.lesson import Lesson, Question

Progress = Literal["open", "right", "revealed"]


class Answer(Struct, frozen=True):
    """The state of one question: the options tried, in order, and the help taken.

    *hinted* and *looked* (at the proof on the stage) are set only while the question
    is open; afterwards neither is help any more.
    """

    tries: tuple[int, ...] = ()
    progress: Progress = "open"
    hinted: bool = False
    looked: bool = False

    @property
    def done(self) -> bool:
        """Whether the right option is known."""
        return self.progress != "open"

    @property
    def touched(self) -> bool:
        """Whether anything was done with the question."""
        return bool(self.tries) or self.done or self.hinted or self.looked


class Score(Struct, frozen=True):
    """The numbers of questions that were right at once, right later, and so on."""

    first: int = 0
    later: int = 0
    revealed: int = 0
    unanswered: int = 0
    tries: int = 0

    @property
    def right(self) -> int:
        """The number of questions answered right, at whichever try."""
        return self.first + self.later

    @property
    def total(self) -> int:
        """The number of all questions of the quiz."""
        return self.right + self.revealed + self.unanswered


class Attempt(Struct, frozen=True):
    """An attempt at a whole quiz: the questions, and an answer to each."""

    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]

    def answered(self, question: int, option: int) -> Attempt:
        """Return the attempt after *option* of a question was tried.

        An option tried before, or tried when the question is done, changes nothing;
        where an order is asked for, one may be tried again until it has its place.

        Raises:
            IndexError: the question has no such option.
        """
        before, asked = self.answers[question], self.questions[question]
        _ = asked.options[option]
        known = found(asked, before.tries) if asked.ordered else before.tries
        if before.done or option in known:
            return self
        tries = (*before.tries, option)
        done = len(found(asked, tries)) >= asked.needed > 0
        progress: Progress = "right" if done else "open"
        return self._with(question, replace(before, tries=tries, progress=progress))

    def hinted(self, question: int) -> Attempt:
        """Return the attempt after the hint of this question was seen."""
        before = self.answers[question]
        return (
            self if before.done else self._with(question, replace(before, hinted=True))
        )

    def looked(self, question: int) -> Attempt:
        """Return the attempt after the proof of this question was seen on the stage."""
        before = self.answers[question]
        return (
            self if before.done else self._with(question, replace(before, looked=True))
        )

    def revealed(self, question: int) -> Attempt:
        """Return the attempt after the right option was shown instead of found."""
        before = self.answers[question]
        if before.done:
            return self
        return self._with(question, replace(before, progress="revealed"))

    def retried(self) -> Attempt:
        """Return the same quiz with nothing answered."""
        return Attempt(self.questions, tuple(Answer() for _ in self.questions))

    def scored(self) -> Score:
        """Count how the questions went."""
        pairs = tuple(zip(self.questions, self.answers, strict=True))
        right = [(q, a) for q, a in pairs if a.progress == "right"]
        first = sum(at_once(question, answer) for question, answer in right)
        return Score(
            first=first,
            later=len(right) - first,
            revealed=sum(a.progress == "revealed" for a in self.answers),
            unanswered=sum(not a.done for a in self.answers),
            tries=sum(tries_of(question, answer) for question, answer in pairs),
        )

    @property
    def finished(self) -> bool:
        """Whether no question is open."""
        return all(answer.done for answer in self.answers)

    def _with(self, question: int, answer: Answer) -> Self:
        answers = (*self.answers[:question], answer, *self.answers[question + 1 :])
        return replace(self, answers=answers)


def new_attempt(lesson: Lesson) -> Attempt:
    """Begin the lesson's quiz with nothing answered."""
    return Attempt(lesson.quiz, tuple(Answer() for _ in lesson.quiz))


def found(question: Question, tries: tuple[int, ...]) -> tuple[int, ...]:
    """Return the right options among the *tries*, as far as they are right yet.

    Where an order is asked for, an option counts once all before it have been chosen.
    """
    right: list[int] = []
    for option in tries:
        wanted = question.ordered[len(right) :][:1] or question.rights
        if option in wanted and option not in right:
            right.append(option)
    return tuple(right)


def tries_of(question: Question, answer: Answer) -> int:
    """Count the tries: right choices on the way to all of them are one together."""
    if question.needed <= 1:
        return len(answer.tries)
    wrong = len(answer.tries) - len(found(question, answer.tries))
    return wrong + (answer.progress == "right")


def at_once(question: Question, answer: Answer) -> bool:
    """Return whether a question was right without a wrong try."""
    return answer.progress == "right" and len(answer.tries) == question.needed


def right_option(question: Question) -> int:
    """Return the place of the first right option; -1 if the lesson names none."""
    return next(iter(question.rights), -1)
