"""Finds where links that are led by lanes may end at a shape."""

from __future__ import annotations

from collections.abc import Sequence

from sidecar_viz.core.geometry import Point
from sidecar_viz.paint.sizes.places import Place
from sidecar_viz.paint.ways.lanes import Port
from sidecar_viz.paint.ways.sides import EAST, NORTH, SOUTH, WEST, on_side

PARTS = (0.5, 0.25, 0.75)
"""The places in a side where a led link may end, the middle first."""
TAKEN, OFF_MIDDLE, DEARER = 1.3, 2.0, 8.0
"""The distance (em) within which another end counts, and the
price of a place off the middle or taken, in em of way.
"""


def ports_of(
    place: Place, em: float, taken: Sequence[Point] = (), *, inward: bool = False
) -> list[Port]:
    """Return where links may leave a shape: three places a side, none by its name."""
    body, box = place.body, place.box
    frame = place.figure.form == "frame"
    sides = [EAST, WEST]
    if frame or body.bottom >= box.bottom - 1:
        sides.append(SOUTH)
    if frame or body.y <= box.y + 1:
        sides.append(NORTH)
    turned = {EAST: WEST, WEST: EAST, SOUTH: NORTH, NORTH: SOUTH}
    ports = []
    for side in sides:
        for part in PARTS:
            at = on_side(body, side, part)
            near = sum(_apart(at, other) < TAKEN * em for other in taken)
            price = (OFF_MIDDLE * (part != PARTS[0]) + DEARER * near) * em
            out = None if frame else box
            ports.append(Port(at, turned[side] if inward else side, price, out))
    return ports


def _apart(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
