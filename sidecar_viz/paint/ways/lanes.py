"""Finds ways round others: straight runs in the free lanes between shapes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import cast

from msgspec import Struct

from sidecar_viz.core.geometry import Point, Rect
from sidecar_viz.paint.ways.clearance import misses
from sidecar_viz.paint.ways.gaps import beside, close_by, within
from sidecar_viz.paint.ways.rounding import without_straight
from sidecar_viz.paint.ways.sides import EAST, NORTH, SOUTH, WEST

BEND, CROSSING, SHARED = 2.5, 30.0, 9.0
"""The price of a bend, a foreign frame's border and a used lane, in
em of way.
"""
NARROW = 2.0
"""The factor on the price of a lane close to the border of a frame or a shape."""
CLOSE = 0.62
"""The distance (em) from a shape within which a tube would touch it."""
PATIENCE = 30_000
"""The number of crossings that are examined for all links of a stage together."""
MARGIN = 0.18
"""The least distance (em) of a lane from shapes."""
ARRIVED = 4
AHEAD = ((1, 0), (-1, 0), (0, 1), (0, -1))
BACK = (WEST, EAST, NORTH, SOUTH)

Node = tuple[int, int]
Edge = tuple[Node, Node]
Spot = tuple[Node, int]
"""A crossing of lanes, and the direction in which it is reached."""


class Port(Struct, frozen=True, gc=False):
    """A place in the edge of a shape, and the direction in which a link leaves it.

    *price* (pixels of way) is for places that are taken or off the middle; *box* is the
    shape with its name, which the link may leave through.
    """

    point: Point
    heading: int
    price: float = 0.0
    box: Rect | None = None


class Lanes:
    """The free lanes of a stage; each way found raises the price of its lanes."""

    def __init__(
        self,
        size: tuple[float, float],
        solid: Sequence[Rect],
        frames: Mapping[str, Rect],
        ports: Iterable[Port],
        em: float,
        margin: float = MARGIN,
    ) -> None:
        """Find the lanes between the things in the way.

        Args:
            size: of the stage, in pixels.
            solid: what no lane leads through.
            frames: whose borders may be crossed at a price.
            ports: where links may end.
            em: the text size in pixels.
            margin: the least distance (em) of lanes from what is solid.
        """
        self._em = em
        self._frames = frames
        everything = [*solid, *frames.values()]
        bounds = Rect(0.0, 0.0, *size)
        xs, ys = set[float](), set[float]()
        for rect in everything:
            xs.update(beside(rect, everything, bounds, em, across=True))
            ys.update(beside(rect, everything, bounds, em, across=False))
        for port in ports:
            (xs if port.heading in (SOUTH, NORTH) else ys).add(
                port.point[0] if port.heading in (SOUTH, NORTH) else port.point[1]
            )
        self._xs, self._ys = sorted(xs), sorted(ys)
        upright = [edge for f in frames.values() for edge in (f.x, f.right)]
        level = [edge for f in frames.values() for edge in (f.y, f.bottom)]
        self._narrow = {
            *close_by(self._xs, upright, em),
            *close_by(self._ys, level, em),
        }
        self._solid = solid
        self._shut = self._closed([rect.inset(-margin * em) for rect in solid])
        self._tight = self._closed([rect.inset(-CLOSE * em) for rect in solid])
        self._used: dict[Edge, int] = {}
        self._before: dict[tuple[Point, int], Node | None] = {}
        self._patience = PATIENCE

    def way(
        self, starts: Sequence[Port], ends: Sequence[Port], own: frozenset[str]
    ) -> list[Point]:
        """Return the corners of the cheapest way from a start to an end; empty if none.

        Args:
            starts: the ports to begin at.
            ends: the ports to end at.
            own: frames whose border may be crossed at no price.
        """
        goals: dict[Node, dict[int, Port]] = {}
        for port in ends:
            node = self._node(port)
            if node is not None:
                goals.setdefault(node, {})[BACK[port.heading]] = port
        found = self._searched(starts, goals, own)
        if not found:
            return []
        first, nodes, last = found
        for edge in pairwise(nodes):
            key = (min(edge), max(edge))
            self._used[key] = self._used.get(key, 0) + 1
        inner = [(self._xs[x], self._ys[y]) for x, y in nodes]
        return without_straight([first.point, *inner, last.point])

    def _searched(
        self,
        starts: Sequence[Port],
        goals: Mapping[Node, Mapping[int, Port]],
        own: frozenset[str],
    ) -> tuple[Port, list[Node], Port] | None:
        """Search the cheapest way: its first port, its crossings, its last port."""
        waiting: list[tuple[float, int, Spot]] = []
        cost: dict[Spot, float] = {}
        before: dict[Spot, Spot | Port] = {}

        def reach(spot: Spot, price: float, former: Spot | Port) -> None:
            if price < cost.get(spot, inf):
                cost[spot], before[spot] = price, former
                heappush(waiting, (price, len(before) + len(waiting), spot))

        for port in starts:
            node = self._node(port)
            if node is not None:
                reach((node, port.heading), port.price, port)
        while waiting and self._patience:
            self._patience -= 1
            so_far, _, spot = heappop(waiting)
            if so_far > cost[spot]:
                continue
            if spot[1] == ARRIVED:
                first, nodes = _walked(before, spot)
                _, heading = cast("Spot", before[spot])
                return first, nodes, goals[spot[0]][heading]
            port_here = goals.get(spot[0], {}).get(spot[1])
            if port_here is not None:
                reach((spot[0], ARRIVED), so_far + port_here.price, spot)
            for after, price in self._after(spot, own):
                reach(after, so_far + price, spot)
        return None

    def _after(self, spot: Spot, own: frozenset[str]) -> Iterator[tuple[Spot, float]]:
        """Yield where a way can go on from a crossing, and the price: on, or a turn."""
        node, heading = spot
        for turn in range(4):
            if turn not in (heading, BACK[heading]):
                yield (node, turn), BEND * self._em
        there, price = self._step(node, heading, own)
        if there is not None:
            yield (there, heading), price

    def _step(
        self, node: Node, heading: int, own: frozenset[str]
    ) -> tuple[Node | None, float]:
        """Return the next crossing of lanes, and the price of going there."""
        dx, dy = AHEAD[heading]
        there = (node[0] + dx, node[1] + dy)
        if not (0 <= there[0] < len(self._xs) and 0 <= there[1] < len(self._ys)):
            return None, 0.0
        edge = (min(node, there), max(node, there))
        if edge in self._shut:
            return None, 0.0
        (x0, y0), (x1, y1) = self._at(edge[0]), self._at(edge[1])
        price = (x1 - x0) + (y1 - y0) + self._used.get(edge, 0) * SHARED * self._em
        if edge in self._tight or (x0 if dy else y0) in self._narrow:
            price *= NARROW
        for name, frame in self._frames.items():
            if name not in own and frame.contains(x0, y0) != frame.contains(x1, y1):
                price += CROSSING * self._em
        return there, price

    def _at(self, node: Node) -> Point:
        return self._xs[node[0]], self._ys[node[1]]

    def _node(self, port: Port) -> Node | None:
        """Return the first free crossing of lanes in front of a port."""
        key = (port.point, port.heading)
        if key not in self._before:
            self._before[key] = self._sought(port)
        return self._before[key]

    def _sought(self, port: Port) -> Node | None:
        x, y = port.point
        out = port.box
        if port.heading in (SOUTH, NORTH):
            south = port.heading == SOUTH
            edge = (out.bottom if south else out.y) if out else y
            column = bisect_left(self._xs, x)
            row = bisect_left(self._ys, edge) - (not south)
        else:
            east = port.heading == EAST
            edge = (out.right if east else out.x) if out else x
            row = bisect_left(self._ys, y)
            column = bisect_left(self._xs, edge) - (not east)
        if not (0 <= column < len(self._xs) and 0 <= row < len(self._ys)):
            return None
        stub = (port.point, self._at((column, row)))
        others = (rect for rect in self._solid if rect is not out)
        clear = all(misses(stub, rect.inset(0.5)) for rect in others)
        return (column, row) if clear else None

    def _closed(self, solid: Sequence[Rect]) -> set[Edge]:
        """Return the parts of lanes that lead through something solid."""
        shut: set[Edge] = set()
        for rect in solid:
            columns = within(self._xs, rect.x, rect.right)
            rows = within(self._ys, rect.y, rect.bottom)
            for row in rows:
                for column in range(columns.start - 1, columns.stop):
                    shut.add(((column, row), (column + 1, row)))
            for column in columns:
                for row in range(rows.start - 1, rows.stop):
                    shut.add(((column, row), (column, row + 1)))
        return shut


def _walked(before: Mapping[Spot, Spot | Port], spot: Spot) -> tuple[Port, list[Node]]:
    nodes: list[Node] = []
    while True:
        if not nodes or nodes[-1] != spot[0]:
            nodes.append(spot[0])
        former = before[spot]
        if isinstance(former, Port):
            return former, nodes[::-1]
        spot = former
