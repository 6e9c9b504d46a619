"""From when until when actors and links change on the way into a step."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sidecar_viz.core.course.outcome import Outcome


class Spans:
    """Tells who is changing at a place of one step.

    Who changes several times is changing from the first time to the last, so that few
    pictures of what rests are needed.
    """

    def __init__(self, outcome: Outcome, bump: float) -> None:
        """Look at the changes of one step.

        Args:
            bump: how long (0..1 of the step) a count is larger that went up.
        """
        ids = {*outcome.actor_moves, *outcome.link_moves, *outcome.losses}
        self._spans: dict[str, tuple[float, float]] = {}
        for key, start, end in _changes(outcome, bump):
            if key in ids:
                first, last = self._spans.get(key, (start, end))
                self._spans[key] = min(first, start), max(last, end)
        self._starts = sorted(start for start, _ in self._spans.values())
        self._ends = sorted(end for _, end in self._spans.values())
        self._found: dict[tuple[int, int], frozenset[str]] = {}

    def at(self, amount: float) -> frozenset[str]:
        """Return the ids of who changes *amount* (0..1) of the way into the step."""
        begun = bisect_left(self._starts, amount)
        ended = bisect_right(self._ends, amount)
        if (begun, ended) not in self._found:
            self._found[begun, ended] = frozenset(
                key for key, (start, end) in self._spans.items() if start < amount < end
            )
        return self._found[begun, ended]


def _changes(outcome: Outcome, bump: float) -> Iterator[tuple[str, float, float]]:
    """Yield each change as who changes, its start and its end."""
    for key, moves in outcome.actor_moves.items():
        for move in moves:
            yield key, move.start, move.end
    for key, ways in outcome.link_moves.items():
        for way in ways:
            yield key, way.start, way.end
    for key, losses in outcome.losses.items():
        for at, _ in losses:
            yield key, at, at
    for key, ticks in outcome.ticks.items():
        for tick in ticks:
            yield key, tick.at, tick.at + bump
    for flight in outcome.flights:
        # Columns draw the item that they are writing in another way.
        yield flight.chip.source, flight.start, flight.end
        yield flight.chip.target, flight.start, flight.end
