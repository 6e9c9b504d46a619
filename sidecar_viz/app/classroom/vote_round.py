"""The votes on a lesson's questions: how each stands, and which one is under way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from sidecar_viz.core.learning.quiz import right_option
from sidecar_viz.core.learning.vote import Vote, new_vote
from sidecar_viz.core.lesson import Question


class VoteRound:
    """Goes from question to question, and keeps what was counted.

    Attributes:
        questions: those that can be voted on.
        place: which one is voted on.
        votes: how every vote stands, by the ids of the questions.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        votes: Mapping[str, Vote],
        clock: Callable[[], str],
        place: int = 0,
    ) -> None:
        """Begin at question *place*, with those of the *votes* that still fit.

        Args:
            clock: gives the time now as ISO 8601.
        """
        self.questions, self._clock = questions, clock
        self.votes = {question.id: fresh_vote(question) for question in questions}
        self.place = len(questions)  # at none yet
        self._waiting: tuple[Vote, Vote] | None = None
        self.join(votes)
        self.go_to(place)

    @property
    def question(self) -> Question:
        """The question that is voted on."""
        return self.questions[self.place]

    @property
    def vote(self) -> Vote:
        """The vote on it, as it stands."""
        return self.votes[self.question.id]

    @property
    def last(self) -> bool:
        """Whether no question comes after this one."""
        return self.place + 1 == len(self.questions)

    def go_to(self, place: int) -> None:
        """Go to another question; the first and the last are the ends."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self.vote == waiting[0]:
            self.take(waiting[1])
        self.place = max(0, min(len(self.questions) - 1, place))

    def join(self, votes: Mapping[str, Vote]) -> None:
        """Take votes that still fit; one on this question when it is left.

        It is not taken then if this one has gone on meanwhile.
        """
        here = {question.id for question in self.questions[self.place :][:1]}
        for vote in filter(self._fits, votes.values()):
            if vote.question in here:
                self._waiting = (self.vote, vote)
            else:
                self.votes[vote.question] = vote

    def take(self, vote: Vote) -> None:
        """Let the vote on this question stand so."""
        self.votes[self.question.id] = vote

    def count(self, option: int, count: int) -> None:
        """Write down how many are for an option; the first count begins the vote."""
        vote = self.vote.counted(option, count)
        self.take(vote if vote.began else replace(vote, began=self._clock()))

    def _fits(self, vote: Vote) -> bool:
        """Tell whether a kept vote is on a question as it is in the lesson."""
        fresh = self.votes.get(vote.question)
        same = fresh is not None and len(vote.first) == len(fresh.first)
        same = same and len(vote.second) == len(vote.first)
        return same and fresh is not None and vote.right == fresh.right


def fresh_vote(question: Question) -> Vote:
    """Return the vote on a question before anybody has voted."""
    return new_vote(question.id, right_option(question), len(question.options))
