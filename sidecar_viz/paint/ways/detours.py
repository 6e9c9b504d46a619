"""Leads the links of one stage round others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sidecar_viz.core.geometry import Cubic, Point
from sidecar_viz.paint.sizes.places import Place
from sidecar_viz.paint.ways.clearance import Ground
from sidecar_viz.paint.ways.lanes import MARGIN, Lanes
from sidecar_viz.paint.ways.ports import ports_of
from sidecar_viz.paint.ways.rounding import rounded
from sidecar_viz.paint.ways.routing import frames_of


class Detours:
    """Leads links one after the other; each raises the price of its lanes and ends."""

    def __init__(
        self,
        places: Mapping[str, Place],
        parents: Mapping[str, str | None],
        ground: Ground,
        ends: Sequence[str],
        size: tuple[float, float],
        em: float,
    ) -> None:
        """Work on this stage; *ends* are the actors whose links will be led."""
        self._places, self._parents, self._em = places, parents, em
        self._taken: list[Point] = []
        ports = [port for end in ends for port in ports_of(places[end], em)]
        frames = {i: p.body for i, p in places.items() if p.figure.form == "frame"}
        self._solid = [*ground.solid.values(), *ground.tabs]
        self._grids = [
            Lanes(size, self._solid, frames, ports, em, margin)
            for margin in (MARGIN, 0.0)
        ]

    def take(self, *points: Point) -> None:
        """Note *points* where links end already."""
        self._taken += points

    def between(self, source: str, target: str) -> tuple[Cubic, ...]:
        """Return the way from one actor to another; empty if no lane leads there."""
        one, other = self._places[source], self._places[target]
        around = (frames_of(source, self._parents), frames_of(target, self._parents))
        own = frozenset((source, target, *around[0], *around[1]))
        inward = one.body.holds(other.body), other.body.holds(one.body)
        starts = ports_of(one, self._em, self._taken, inward=inward[0])
        ends = ports_of(other, self._em, self._taken, inward=inward[1])
        for lanes in self._grids:
            corners = lanes.way(starts, ends, own)
            if corners:
                self.take(corners[0], corners[-1])
                return rounded(corners, self._solid, self._em)
        return ()
