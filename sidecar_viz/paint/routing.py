"""Where links run: from shape to shape, by the sides that face each other."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from sidecar_viz.core.geometry import Cubic, Curve, Point, Rect, curve, straight
from sidecar_viz.paint.measure import LID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sidecar_viz.core.lesson import Link
    from sidecar_viz.paint.places import Place

BORDER = 0.1
"""How far outside of a shape (em) a link ends, so as not to cross its border."""
ROUND = 0.5523
"""How far a cubic's handles reach for a quarter of a circle."""


def routed(link: Link, places: Mapping[str, Place], em: float) -> Curve:
    """The way of a link, from the edge of one shape to the edge of the other."""
    source, target = _end(places[link.source], em), _end(places[link.target], em)
    if link.through is None or link.through not in places:
        return curve(_between(source, target, em))
    middle = _end(places[link.through], em)
    first = _between(source, middle, em)
    last = _between(middle, target, em)
    centre = middle.body.centre
    inside = straight(first[-1][3], centre), straight(centre, last[0][0])
    return curve((*first, *inside, *last))


def gate_of(
    link: Link,
    line: Curve,
    places: Mapping[str, Place],
    parents: Mapping[str, str | None],
) -> float | None:
    """Where (0..1) the link goes through the border of a frame, if it does."""
    for frame in _frames_of(link.source, parents) + _frames_of(link.target, parents):
        both = frame in _frames_of(link.source, parents)
        if both != (frame in _frames_of(link.target, parents)):
            return line.crossing(places[frame].body)
    return None


def _frames_of(actor_id: str, parents: Mapping[str, str | None]) -> list[str]:
    frames = []
    parent = parents.get(actor_id)
    while parent is not None:
        frames.append(parent)
        parent = parents.get(parent)
    return frames


class _End(NamedTuple):
    """A shape that a link ends at; *store*: links come in from the side."""

    body: Rect
    store: bool


def _end(place: Place, em: float) -> _End:
    """The shape with its border."""
    return _End(place.body.inset(-BORDER * em), place.figure.form == "cylinder")


def _between(start: _End, end: _End, em: float) -> tuple[Cubic, ...]:
    """Curves from the edge of the one to the edge of the other."""
    a, b = start.body, end.body
    ax, _ = a.centre
    bx, _ = b.centre
    across = max(b.x - a.right, a.x - b.right)
    down = max(b.y - a.bottom, a.y - b.bottom)
    if across > 0 and down <= 0:
        return (_sideways(a, b, em),)
    to_b = end.store if end.store != start.store else b.width <= a.width
    side, other = (b, a) if to_b else (a, b)
    if down > 0 and abs(bx - ax) > side.width * 0.55:
        x, y = other.centre
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
    y0 = a.bottom if onward else _top_at(start, x0)
    y1 = _top_at(end, x1) if onward else b.bottom
    reach = (y1 - y0) * 0.5
    return ((x0, y0), (x0, y0 + reach), (x1, y1 - reach), (x1, y1))


def _top_at(end: _End, x: float) -> float:
    """The height of the upper edge at *x*: a store's lid is an ellipse."""
    body = end.body
    if not end.store:
        return body.y
    across = (x - body.centre[0]) / (body.width / 2)
    return body.y + LID * body.height * (1.0 - sqrt(max(0.0, 1.0 - across * across)))


def _round_corner(start: Point, b: Rect) -> Cubic:
    """A quarter turn: straight away from *start*, then into the side of *b*."""
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
