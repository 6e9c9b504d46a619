"""A class's vote on a quiz question: the counts, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from sidecar_viz.core.lesson import Lesson, Question

Stage = Literal["count", "bars", "recount", "both", "answer"]
Advice = Literal["none", "explain", "discuss", "go_on"]
Counts = Annotated[tuple[Annotated[int, Meta(ge=0, le=999)], ...], Meta(max_length=6)]

MOST = 999
FEW, MANY = 0.30, 0.80  # below: explain again; between: discuss; above: go on


class Vote(Struct, frozen=True):
    """A vote on the question with this id; *right* is the place of its answer.

    *second* is counted after the class has talked; all zeros mean not yet. *began* is
    when the vote began, as ISO 8601 text, given by whoever begins it.
    """

    question: str
    right: Annotated[int, Meta(ge=-1, le=5)]
    first: Counts
    second: Counts
    stage: Stage = "count"
    began: str = ""

    @property
    def counting(self) -> bool:
        """Whether hands are being counted."""
        return self.stage in ("count", "recount")

    @property
    def again(self) -> bool:
        """Whether the second vote is the one that matters now."""
        return self.stage in ("recount", "both") or any(self.second)

    @property
    def counts(self) -> Counts:
        """The counts of the vote that matters now."""
        return self.second if self.again else self.first

    @property
    def empty(self) -> bool:
        """Whether nothing has been counted in it."""
        return not any(self.first) and not any(self.second)

    @property
    def advice(self) -> Advice:
        """What the share of right answers suggests; "none" without votes."""
        return advice_for(share_right(self.counts, self.right))

    def counted(self, option: int, count: int) -> Vote:
        """Return the vote with *count* hands for an option, limited to 0 to 999.

        Raises:
            IndexError: the question has no such option.
        """
        counts = list(self.counts)
        counts[option] = max(0, min(MOST, count))
        if self.again:
            return replace(self, second=tuple(counts))
        return replace(self, first=tuple(counts))

    def raised(self, option: int, by: int) -> Vote:
        """Return the vote with *by* more hands for an option (fewer if negative)."""
        return self.counted(option, self.counts[option] + by)

    def onward(self) -> Vote:
        """Return the vote one stage on: count, bars, a second vote, the answer.

        The second vote comes where it helps. No stage is passed without a count, except
        to the answer after a second vote that did not take place.
        """
        return replace(self, stage=self._next())

    def backward(self) -> Vote:
        """Return the vote one stage back, with everything that was counted."""
        seen: Stage = "both" if any(self.second) else "bars"
        before: dict[Stage, Stage] = {
            "bars": "count",
            "recount": "bars",
            "both": "recount",
            "answer": seen,
        }
        return replace(self, stage=before.get(self.stage, "count"))

    def recounted(self) -> Vote:
        """Return the vote at its second count, whatever the first one suggests."""
        return replace(self, stage="recount") if any(self.first) else self

    def restarted(self) -> Vote:
        """Return the same question with nothing counted."""
        return new_vote(self.question, self.right, len(self.first))

    def _next(self) -> Stage:
        if self.stage == "count":
            return "bars" if any(self.first) else "count"
        if self.stage == "bars":
            settled = any(self.second) or self.advice == "go_on" or self.right < 0
            return "both" if any(self.second) else "answer" if settled else "recount"
        if self.stage == "recount":
            return "both" if any(self.second) else "answer"
        return "answer"


def votable(lesson: Lesson) -> tuple[Question, ...]:
    """List the questions of a quiz on which a class can vote: one choice answers them.

    Where an order or all right options are asked for, one card cannot say it.
    """
    return tuple(question for question in lesson.quiz if question.needed <= 1)


def new_vote(question: str, right: int, options: int, began: str = "") -> Vote:
    """Begin a vote in which nothing has been counted."""
    nothing = (0,) * options
    return Vote(question, right, nothing, nothing, began=began)


def share(counts: Sequence[int], option: int) -> float:
    """Return an option's share of all votes, 0 to 1; 0 without votes."""
    total = sum(counts)
    return counts[option] / total if total else 0.0


def share_right(counts: Sequence[int], right: int) -> float | None:
    """Return the share of right votes; None without votes or without an answer."""
    if not any(counts) or not 0 <= right < len(counts):
        return None
    return share(counts, right)


def advice_for(right: float | None) -> Advice:
    """Return what a share of right answers suggests (0.3 and 0.8: discuss)."""
    if right is None:
        return "none"
    if right < FEW:
        return "explain"
    return "discuss" if right <= MANY else "go_on"


def percents(counts: Sequence[int]) -> tuple[int, ...]:
    """Return whole percents that add up to 100, the largest remainders rounded up."""
    total = sum(counts)
    if not total:
        return (0,) * len(counts)
    floors = [100 * count // total for count in counts]
    rests = [100 * count % total for count in counts]
    order = sorted(range(len(counts)), key=lambda place: -rests[place])
    for place in order[: 100 - sum(floors)]:
        floors[place] += 1
    return tuple(floors)
