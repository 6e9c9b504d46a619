"""How far somebody has come in a lesson."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from sidecar_viz.core.learning.quiz import Score

Count = Annotated[int, Meta(ge=0, le=1_000_000)]


class Progress(Struct, frozen=True):
    """The furthest step of *end* that was shown, and the quiz's right answers.

    A lesson that has become shorter since then counts as finished.
    """

    furthest: Count = 0
    end: Count = 0
    right: Count = 0
    questions: Count = 0

    @property
    def begun(self) -> bool:
        """Whether anything but the start was seen."""
        return self.furthest > 0 or self.right > 0

    @property
    def share(self) -> float:
        """The share of the lesson that was seen: 0 to 1."""
        return min(1.0, self.furthest / self.end) if self.end else 0.0

    @property
    def seen(self) -> bool:
        """Whether all steps were shown."""
        return self.end > 0 and self.furthest >= self.end

    def reached(self, step: int, end: int) -> Progress:
        """Return the progress once *step* of a lesson with *end* steps was shown."""
        return replace(self, furthest=min(end, max(self.furthest, step)), end=end)

    def joined(self, other: Progress) -> Progress:
        """Return the better of both, for a lesson as it is in this one."""
        found = replace(
            self, furthest=min(self.end, max(self.furthest, other.furthest))
        )
        if other.questions == self.questions or not self.questions:
            right = max(self.right, other.right)
            found = replace(found, right=right, questions=other.questions)
        return found

    def scored(self, score: Score) -> Progress:
        """Return the progress with a quiz's score, unless the old one is better."""
        if score.right < self.right and score.total == self.questions:
            return self
        return replace(self, right=score.right, questions=score.total)
