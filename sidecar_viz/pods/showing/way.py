"""The way of a playhead through a run: its seconds with changes, its end, its folds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from msgspec import Struct

from sidecar_viz.pods.showing.folds import Folded, folds_between, folds_of

TINY = 1e-9  # seconds


class Way(Struct, frozen=True, dict=True):
    """Seconds from 0 to *end*; *stops* are those with a change, in order.

    *alone*: what is far from the stops is folded, whatever happens there.
    """

    end: float
    stops: tuple[float, ...]
    alone: bool = False

    @cached_property
    def folded(self) -> Folded:
        """Where idle time is folded."""
        found = folds_between if self.alone else folds_of
        return Folded(self.end, found(self.stops, self.end))

    def next_stop(self, t: float) -> float:
        """Return the next second in which anything changes; *t* after the last."""
        at = bisect_right(self.stops, t + TINY)
        return self.stops[at] if at < len(self.stops) else t

    def stop_before(self, t: float) -> float:
        """Return the last second before *t* in which anything changed."""
        at = bisect_left(self.stops, t - TINY)
        return self.stops[at - 1] if at else 0.0


def beside(one: Way, other: Way) -> Way:
    """Return the way through two runs at once."""
    return Way(max(one.end, other.end), tuple(sorted({*one.stops, *other.stops})))
