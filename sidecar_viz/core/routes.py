"""Which links a thing travels along from one actor to another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from sidecar_viz.core.lesson import Link
from sidecar_viz.core.stage import Hop

LONGEST = 6


class Routes:
    """The shortest ways along a lesson's links, found once each."""

    def __init__(self, links: Iterable[Link]) -> None:
        """Know the *links*; of two equally short ways the first written wins."""
        self._steps: dict[str, list[tuple[str, Hop]]] = {}
        self._found: dict[tuple[str, str], tuple[Hop, ...]] = {}
        for link in links:
            self._steps.setdefault(link.source, []).append((link.target, Hop(link.id)))
            back = Hop(link.id, forward=False)
            self._steps.setdefault(link.target, []).append((link.source, back))

    def between(self, source: str, target: str) -> tuple[Hop, ...]:
        """The hops from *source* to *target*, empty when there is no way."""
        key = (source, target)
        if key not in self._found:
            self._found[key] = self._searched(source, target)
        return self._found[key]

    def _searched(self, source: str, target: str) -> tuple[Hop, ...]:
        seen = {source}
        waiting: deque[tuple[str, tuple[Hop, ...]]] = deque([(source, ())])
        while waiting:
            place, way = waiting.popleft()
            if len(way) == LONGEST:
                continue
            for after, hop in self._steps.get(place, ()):
                if after == target:
                    return (*way, hop)
                if after not in seen:
                    seen.add(after)
                    waiting.append((after, (*way, hop)))
        return ()
