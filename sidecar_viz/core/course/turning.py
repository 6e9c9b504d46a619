"""When a state turns within a moment: after what causes it, before what it causes."""

from __future__ import annotations

from collections.abc import Iterable

from sidecar_viz.core.course.outcome import Flight
from sidecar_viz.core.stage import Chip

TURNING = 0.25
"""The share of a moment that a state takes to change once something has arrived."""


def turning(
    actor: str, flights: Iterable[Flight], start: float, end: float
) -> tuple[float, float]:
    """Return when an actor's state changes within a moment from *start* to *end*.

    Who sends changes before it does, who gets something once it has arrived, and
    who is refused once what it sent has fallen.
    """
    under_way = tuple(flights)
    arrivals = [f.end for f in under_way if _brings_to(f.chip) == actor]
    if arrivals:
        begin = min(arrivals)
        return begin, min(end, begin + TURNING * (end - start))
    leaving = [f.start for f in under_way if f.chip.source == actor]
    return start, min(leaving, default=end)


def _brings_to(chip: Chip) -> str:
    """Return whom the end of a flight concerns: who gets it, or who is refused."""
    return chip.source if chip.verb == "lose" else chip.target
