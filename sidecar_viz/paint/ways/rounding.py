"""Rounds the corners of ways that lead through lanes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sidecar_viz.core.geometry import Cubic, Point, Rect, straight
from sidecar_viz.paint.ways.clearance import misses
from sidecar_viz.paint.ways.routing import ROUND

CORNER = 1.5
"""The most (em) that a corner is rounded."""


def rounded(
    corners: Sequence[Point], solid: Sequence[Rect], em: float
) -> tuple[Cubic, ...]:
    """Return a way by these corners, rounded as far as nothing is in the way.

    Args:
        corners: where it turns, with both of its ends.
        solid: what no curve leads through.
        em: the text size in pixels.
    """
    cubics: list[Cubic] = []
    at = corners[0]
    for number in range(1, len(corners) - 1):
        before, corner, after = corners[number - 1 : number + 2]
        reach = _reach(before, corner, after, solid, em)
        into, out = _toward(corner, before, reach), _toward(corner, after, reach)
        cubics.append(straight(at, into))
        one, other = (_toward(p, corner, reach * ROUND) for p in (into, out))
        cubics.append((into, one, other, out))
        at = out
    cubics.append(straight(at, corners[-1]))
    return tuple(cubics)


def _reach(
    before: Point, corner: Point, after: Point, solid: Sequence[Rect], em: float
) -> float:
    """Return how far a corner can be rounded without a shape inside the curve."""
    reach = min(CORNER * em, _apart(before, corner) / 2, _apart(corner, after) / 2)
    while reach > 1.0:
        one, other = _toward(corner, before, reach), _toward(corner, after, reach)
        inside = [_part(one, other, n / 8) for n in range(9)]
        if all(misses(inside, rect.inset(0.5)) for rect in solid):
            break
        reach /= 2
    return reach


def without_straight(points: Sequence[Point]) -> list[Point]:
    """Return a way's corners: its ends, and the points where it turns."""
    kept = [points[0]]
    for point, after in pairwise(points[1:]):
        (x0, y0), (x1, y1), (x2, y2) = kept[-1], point, after
        turns = abs((x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1)) > 0.01
        if turns:
            kept.append(point)
    return [*kept, points[-1]]


def _apart(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(point: Point, goal: Point, by: float) -> Point:
    apart = _apart(point, goal)
    part = by / apart if apart else 0.0
    return (
        point[0] + (goal[0] - point[0]) * part,
        point[1] + (goal[1] - point[1]) * part,
    )


def _part(one: Point, other: Point, part: float) -> Point:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part
