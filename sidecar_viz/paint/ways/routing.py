"""Routes links from shape to shape, by the sides that face each other."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from msgspec import Struct

from sidecar_viz.core.geometry import Cubic, Curve, Point, Rect, straight
from sidecar_viz.core.lesson import Link
from sidecar_viz.paint.sizes.measure import LID
from sidecar_viz.paint.sizes.places import Place

BORDER = 0.1
"""The distance (em) from a shape at which a link ends, clear of its border."""
LEAST_TURN = 0.6
"""The least distance (em) beside a shape from which a link turns into its side."""
STEEP = 0.8
"""With less than this much sideways for each length down, a link is slanted."""
LANDING = 0.25
"""The least distance of a slanted link from a corner, as a share of the edge."""
ROUND = 0.5523
"""The reach of a cubic's handles for a quarter of a circle."""


def between(one: Place, other: Place, em: float) -> tuple[Cubic, ...]:
    """Return the plain way from the edge of one shape to the edge of another."""
    return _between(_end(one, em), _end(other, em), em)


def loop(place: Place, em: float) -> tuple[Cubic, ...]:
    """Return the way from a shape to itself: a small loop at its right side."""
    body, reach = place.body.inset(-BORDER * em), 0.85 * em
    x, y = body.right, body.centre[1]
    ear = min(1.4 * em, body.height * 0.3)
    low, high = (x, y + ear), (x, y - ear)
    far, out = x + reach, reach * 0.9
    return (
        (high, (x + out, y - ear), (far, y - ear), (far, y)),
        ((far, y), (far, y + ear), (x + out, y + ear), low),
    )


def nested(one: Place, other: Place) -> tuple[Cubic, ...]:
    """Return the way between a frame and somebody inside, by the nearest side."""
    outward = one.body.width <= other.body.width
    inner, outer = (one.body, other.body) if outward else (other.body, one.body)
    x, y = inner.centre
    ways = [
        straight((inner.right, y), (outer.right, y)),
        straight((x, inner.bottom), (x, outer.bottom)),
        straight((inner.x, y), (outer.x, y)),
        straight((x, inner.y), (x, outer.y)),
    ]
    ways.sort(key=lambda way: _length(way[0], way[3]))
    return (ways[0],) if outward else (_turned(ways[0]),)


def _turned(way: Cubic) -> Cubic:
    return way[3], way[2], way[1], way[0]


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def gates_of(
    link: Link,
    line: Curve,
    places: Mapping[str, Place],
    parents: Mapping[str, str | None],
) -> tuple[float, ...]:
    """Return where (0..1) the link crosses borders of frames that one end is in."""
    ends = {link.source, link.target}
    around = {*frames_of(link.source, parents)} ^ {*frames_of(link.target, parents)}
    found = (line.crossing(places[frame].body) for frame in sorted(around - ends))
    return tuple(sorted(at for at in found if at is not None))


def frames_of(actor_id: str, parents: Mapping[str, str | None]) -> list[str]:
    """Return the frames that an actor stands in, the innermost first."""
    frames = []
    parent = parents.get(actor_id)
    while parent is not None:
        frames.append(parent)
        parent = parents.get(parent)
    return frames


class _End(Struct, frozen=True):
    """A shape that a link ends at; links reach a *store* from the side."""

    body: Rect
    store: bool


def _end(place: Place, em: float) -> _End:
    """Return the shape with its border."""
    return _End(place.body.inset(-BORDER * em), place.figure.form == "cylinder")


def _between(start: _End, end: _End, em: float) -> tuple[Cubic, ...]:
    """Return curves from the edge of the one to the edge of the other."""
    a, b = start.body, end.body
    across = max(b.x - a.right, a.x - b.right)
    down = max(b.y - a.bottom, a.y - b.bottom)
    if across > 0 and down <= 0:
        return (_sideways(a, b, em),)
    to_b = end.store if end.store != start.store else b.width <= a.width
    side, other = (b, a) if to_b else (a, b)
    x, y = other.centre
    beyond = max(side.x - x, x - side.right)
    slanted = not (start.store or end.store) and beyond < STEEP * down
    if not slanted and down > 0 and beyond > max(side.width * 0.05, LEAST_TURN * em):
        edge = other.bottom if side.centre[1] > y else other.y
        way = _round_corner((x, edge), side)
        return (way if side is b else way[::-1],)
    return (_downward(start, end, em),)


def _sideways(a: Rect, b: Rect, em: float) -> Cubic:
    onward = b.x > a.x
    x0, x1 = (a.right, b.x) if onward else (a.x, b.right)
    y0 = _between_limits(b.centre[1], a.y + em, a.bottom - em)
    y1 = _between_limits(y0, b.y + em, b.bottom - em)
    if b.height < 8 * em:
        y1 = b.centre[1]
        y0 = _between_limits(y1, a.y + em, a.bottom - em)
        if b.y + em <= y0 <= b.bottom - em:
            y1 = y0
    reach = (x1 - x0) * 0.5
    return ((x0, y0), (x0 + reach, y0), (x1 - reach, y1), (x1, y1))


def _downward(start: _End, end: _End, em: float) -> Cubic:
    a, b = start.body, end.body
    onward = b.y > a.y
    # The middle of the card decides, whichever way the link was written.
    card, store = (b, a) if start.store and not end.store else (a, b)
    x = _between_limits(card.centre[0], store.x + em, store.right - em)
    x0 = _between_limits(x, a.x + em, a.right - em)
    x1 = _between_limits(x, b.x + em, b.right - em)
    if x0 != x1:
        x0, x1 = _off_corner(start, x0, em), _off_corner(end, x1, em)
    y0 = a.bottom if onward else _top_at(start, x0)
    y1 = _top_at(end, x1) if onward else b.bottom
    reach = (y1 - y0) * 0.5
    return ((x0, y0), (x0, y0 + reach), (x1, y1 - reach), (x1, y1))


def _off_corner(end: _End, x: float, em: float) -> float:
    """Return where a slanted link reaches the upper or lower edge, off the corners."""
    edge = em if end.store else max(em, LANDING * end.body.width)
    return _between_limits(x, end.body.x + edge, end.body.right - edge)


def _top_at(end: _End, x: float) -> float:
    """Return the y of the upper edge at *x*; a store's lid is an ellipse."""
    body = end.body
    if not end.store:
        return body.y
    across = (x - body.centre[0]) / (body.width / 2)
    return body.y + LID * body.height * (1.0 - sqrt(max(0.0, 1.0 - across * across)))


def _round_corner(start: Point, b: Rect) -> Cubic:
    """Return a quarter turn: straight on from *start*, then into the side of *b*."""
    x0, y0 = start
    x1, y1 = (b.x if x0 < b.centre[0] else b.right), b.centre[1]
    return (
        (x0, y0),
        (x0, y0 + (y1 - y0) * (ROUND + 0.12)),
        (x1 + (x0 - x1) * (ROUND + 0.05), y1),
        (x1, y1),
    )


def _between_limits(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else max(low, min(high, value))
