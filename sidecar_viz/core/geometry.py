"""Rectangles and curves as plain values, in pixels."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise
from math import atan2, hypot

from msgspec import Struct

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]


BLEND = 24
"""The number of straight pieces of a curve between two others."""


class Rect(Struct, frozen=True, gc=False):
    """A rectangle: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.x + self.width / 2, self.y + self.height / 2)

    def contains(self, x: float, y: float) -> bool:
        """Return whether the point lies inside the rectangle or on its edge."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def holds(self, other: Rect) -> bool:
        """Return whether *other* lies completely inside."""
        return self.contains(other.x, other.y) and self.contains(
            other.right, other.bottom
        )

    def inset(self, by: float) -> Rect:
        """Return it *by* pixels smaller on every side (larger if negative)."""
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def toward(self, other: Rect, amount: float) -> Rect:
        """Return the rectangle *amount* (0..1) of the way to *other*."""
        return Rect(
            self.x + (other.x - self.x) * amount,
            self.y + (other.y - self.y) * amount,
            self.width + (other.width - self.width) * amount,
            self.height + (other.height - self.height) * amount,
        )

    def united(self, other: Rect) -> Rect:
        """Return the smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Rect(x, y, right - x, bottom - y)

    def overlaps(self, other: Rect) -> bool:
        """Return whether the two share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


class Curve(Struct, frozen=True):
    """A path of cubic Béziers, measured so that it can be followed at an even speed."""

    cubics: tuple[Cubic, ...]
    points: tuple[Point, ...]
    lengths: tuple[float, ...]

    @property
    def length(self) -> float:
        """The length in pixels."""
        return self.lengths[-1]

    @property
    def bounds(self) -> Rect:
        """The smallest rectangle around the measured points."""
        across = [x for x, _ in self.points]
        down = [y for _, y in self.points]
        return Rect(
            min(across), min(down), max(across) - min(across), max(down) - min(down)
        )

    def at(self, along: float) -> tuple[float, float, float]:
        """Return the point and the direction (radians, y down) at *along* (0..1)."""
        goal = max(0.0, min(1.0, along)) * self.length
        place = max(1, min(len(self.points) - 1, bisect_left(self.lengths, goal)))
        (x0, y0), (x1, y1) = self.points[place - 1], self.points[place]
        span = self.lengths[place] - self.lengths[place - 1]
        part = (goal - self.lengths[place - 1]) / span if span else 0.0
        return (
            x0 + (x1 - x0) * part,
            y0 + (y1 - y0) * part,
            atan2(y1 - y0, x1 - x0),
        )

    def upto(self, along: float) -> tuple[Point, ...]:
        """Return the measured points from the start to *along* (0..1)."""
        x, y, _ = self.at(along)
        goal = along * self.length
        count = bisect_left(self.lengths, goal)
        return (*self.points[:count], (x, y))

    def crossing(self, frame: Rect) -> float | None:
        """Return where (0..1) it first crosses the frame's border; None if never."""
        inside = frame.contains(*self.points[0])
        for place, (before, after) in enumerate(pairwise(self.points), start=1):
            if frame.contains(*after) != inside:
                part = _cut(before, after, frame, entering=not inside)
                low, high = self.lengths[place - 1], self.lengths[place]
                return (low + (high - low) * part) / self.length
        return None


def curve(cubics: tuple[Cubic, ...], pieces: int = 24) -> Curve:
    """Measure a path; every cubic is split into *pieces* straight lines."""
    points = points_on(cubics, pieces)
    lengths = [0.0]
    for (x0, y0), (x1, y1) in pairwise(points):
        lengths.append(lengths[-1] + hypot(x1 - x0, y1 - y0))
    return Curve(cubics, tuple(points), tuple(lengths))


def points_on(cubics: tuple[Cubic, ...], pieces: int) -> list[Point]:
    """Return the first point, and *pieces* more on every cubic."""
    points: list[Point] = [cubics[0][0]]
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in cubics:
        points += [
            (a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy)
            for a, b, c, d in _shares(pieces)
        ]
    return points


def blended(one: Curve, other: Curve, amount: float) -> Curve:
    """Return a curve *amount* (0..1) of the way from *one* to *other*."""
    parts = [number / BLEND for number in range(BLEND + 1)]
    points = []
    for (x0, y0, _), (x1, y1, _) in zip(
        map(one.at, parts), map(other.at, parts), strict=True
    ):
        points.append((x0 + (x1 - x0) * amount, y0 + (y1 - y0) * amount))
    return curve(tuple(straight(*ends) for ends in pairwise(points)), 1)


def straight(start: Point, end: Point) -> Cubic:
    """Return a straight line as a cubic."""
    third = ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    return (
        start,
        (start[0] + third[0], start[1] + third[1]),
        (end[0] - third[0], end[1] - third[1]),
        end,
    )


@cache
def _shares(pieces: int) -> tuple[tuple[float, float, float, float], ...]:
    """Weigh a cubic's four points at *pieces* points on it (Bernstein)."""
    return tuple(
        (
            rest * rest * rest,
            3 * rest * rest * part,
            3 * rest * part * part,
            part * part * part,
        )
        for part, rest in ((n / pieces, 1.0 - n / pieces) for n in range(1, pieces + 1))
    )


def _cut(before: Point, after: Point, frame: Rect, *, entering: bool) -> float:
    """Return how far from *before* to *after* the border lies, found by halving."""
    low, high = 0.0, 1.0
    for _ in range(20):
        half = (low + high) / 2
        x = before[0] + (after[0] - before[0]) * half
        y = before[1] + (after[1] - before[1]) * half
        if frame.contains(x, y) == entering:
            high = half
        else:
            low = half
    return high
