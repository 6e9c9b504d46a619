"""The four sides of a shape, and the directions in which links leave them."""

from __future__ import annotations

from sidecar_viz.core.geometry import Point, Rect

EAST, WEST, SOUTH, NORTH = range(4)


def side_of(body: Rect, point: Point) -> int:
    """Return the side of a shape that is nearest to a point."""
    x, y = point
    apart = {
        EAST: abs(x - body.right),
        WEST: abs(x - body.x),
        SOUTH: abs(y - body.bottom),
        NORTH: abs(y - body.y),
    }
    return min(apart, key=lambda side: apart[side])


def on_side(body: Rect, side: int, part: float) -> Point:
    """Return the point at *part* (0..1) of a side, from its top or its left."""
    x, y = body.x + body.width * part, body.y + body.height * part
    return {
        EAST: (body.right, y),
        WEST: (body.x, y),
        SOUTH: (x, body.bottom),
        NORTH: (x, body.y),
    }[side]
