"""Finds the links along which things travel from one actor to another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from sidecar_viz.core.lesson import Link
from sidecar_viz.core.stage import Hop

LONGEST = 6
NONE: frozenset[str] = frozenset()


class Routes:
    """The shortest routes along a lesson's links, each searched once."""

    def __init__(self, links: Iterable[Link]) -> None:
        """Search the *links*; of two equally short routes the first written wins."""
        self._steps: dict[str, list[tuple[str, Hop]]] = {}
        self._found: dict[tuple[str, str, frozenset[str]], tuple[Hop, ...]] = {}
        for link in links:
            self._steps.setdefault(link.source, []).append((link.target, Hop(link.id)))
            back = Hop(link.id, forward=False)
            self._steps.setdefault(link.target, []).append((link.source, back))

    def between(
        self, source: str, target: str, shut: frozenset[str] = NONE
    ) -> tuple[Hop, ...]:
        """Return the hops from *source* to *target*; none if there is no route.

        Args:
            shut: the ids of links that are not to be used.
        """
        key = (source, target, shut)
        if key not in self._found:
            self._found[key] = self._searched(source, target, shut)
        return self._found[key]

    def along(self, link: str, source: str, target: str) -> tuple[Hop, ...]:
        """Return the one hop over a *link* that joins the two; none if it does not."""
        for end, hop in self._steps.get(source, ()):
            if hop.link == link and end == target:
                return (hop,)
        return ()

    def _searched(
        self, source: str, target: str, shut: frozenset[str]
    ) -> tuple[Hop, ...]:
        seen = {source}
        waiting: deque[tuple[str, tuple[Hop, ...]]] = deque([(source, ())])
        while waiting:
            place, way = waiting.popleft()
            if len(way) == LONGEST:
                continue
            for after, hop in self._steps.get(place, ()):
                if hop.link in shut:
                    continue
                if after == target:
                    return (*way, hop)
                if after not in seen:
                    seen.add(after)
                    waiting.append((after, (*way, hop)))
        return ()
