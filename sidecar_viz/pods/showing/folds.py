"""Where nothing changes for long, time is folded: how long, and where a second lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

LEAST = 20.0  # seconds: an idle time is never folded up to this length
PART = 3  # nor while it and those as long take less than this part of what is shown
SINGLE = 10  # nor, alone, up to this part
LIKE = 0.8  # of another one: as long
KEPT = 40  # of a fold, this part of what is shown stays at either side
LEAST_KEPT = 3.0  # seconds, at least


class Fold(Struct, frozen=True):
    """A stretch of seconds, from *begin* to *end*, that takes no room."""

    begin: float
    end: float

    @property
    def length(self) -> float:
        """Return how many seconds are folded."""
        return self.end - self.begin


def folds_of(changes: Sequence[float], end: float) -> tuple[Fold, ...]:
    """Return the folds of a time line from 0 to *end*; *changes* are in order.

    The longest idle time is folded while it is longer than 20 s, and it and those as
    long take more than a third of all that is shown: waits that double can be compared,
    and none fills the picture, nor do many of one length.
    """
    idle = list(pairwise([0.0, *changes, end]))
    found: list[Fold] = []
    shown = end
    longest = sorted(idle, key=lambda gap: gap[0] - gap[1])
    for number, (begin, until) in enumerate(longest):
        length = until - begin
        together = _as_long([b - a for a, b in longest[number:]])
        if length <= max(LEAST, shown / SINGLE) or together <= shown / PART:
            break
        kept = max(LEAST_KEPT, float(round(shown / KEPT)))
        found.append(Fold(begin + kept, until - kept))
        shown -= found[-1].length
    return tuple(sorted(found, key=lambda fold: fold.begin))


def folds_between(shown: Sequence[float], end: float) -> tuple[Fold, ...]:
    """Return the folds that leave of 0 to *end* what is near the seconds *shown*."""
    kept = max(LEAST_KEPT, end / KEPT)
    spots = pairwise(sorted({0.0, *shown, end}))
    return tuple(Fold(a + kept, b - kept) for a, b in spots if b - a > 3 * kept)


def _as_long(lengths: list[float]) -> float:
    """Return how long the first one and those as long as it are together."""
    return sum(length for length in lengths if length >= LIKE * lengths[0])


class Folded(Struct, frozen=True, dict=True):
    """Seconds without those that are folded.

    Of a fold every second lies at the place where it is torn.
    """

    end: float
    folds: tuple[Fold, ...] = ()

    @property
    def shown(self) -> float:
        """Return how many seconds are shown."""
        return self.end - sum(fold.length for fold in self.folds)

    def place(self, t: float) -> tuple[float, int]:
        """Return how many shown seconds lie before *t*, and how many folds."""
        before = bisect_right(self.folds, t, key=lambda fold: fold.begin)
        gone = 0.0
        for fold in self.folds[:before]:
            gone += min(t, fold.end) - fold.begin
        whole = before
        if before and t < self.folds[before - 1].end:
            whole = before - 1
        return t - gone, whole

    def second(self, place: float) -> float:
        """Return the second that lies behind so many shown seconds."""
        t = place
        for fold in self.folds:
            if t > fold.begin:
                t += fold.length
        return min(self.end, t)

    def fold_at(self, t: float) -> Fold | None:
        """Return the fold that a second lies in."""
        return next((f for f in self.folds if f.begin < t < f.end), None)
