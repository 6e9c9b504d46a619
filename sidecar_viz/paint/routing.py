"""Where links run: from shape to shape, by the sides that face each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sidecar_viz.core.geometry import Cubic, Curve, Point, Rect, curve, straight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sidecar_viz.core.lesson import Link
    from sidecar_viz.paint.places import Place

ROUND = 0.5523
"""How far a cubic's handles reach for a quarter of a circle."""


def routed(link: Link, places: Mapping[str, Place], em: float) -> Curve:
    """The way of a link, from the edge of one shape to the edge of the other."""
    border = 0.1 * em
    source = places[link.source].body.inset(-border)
    target = places[link.target].body.inset(-border)
    if link.through is None or link.through not in places:
        return curve(_between(source, target, em))
    middle = places[link.through].body.inset(-border)
    first = _between(source, middle, em)
    last = _between(middle, target, em)
    inside = straight(first[-1][3], middle.centre), straight(middle.centre, last[0][0])
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


def _between(a: Rect, b: Rect, em: float) -> tuple[Cubic, ...]:
    """Curves from the edge of *a* to the edge of *b*."""
    ax, _ = a.centre
    bx, _ = b.centre
    across = max(b.x - a.right, a.x - b.right)
    down = max(b.y - a.bottom, a.y - b.bottom)
    if across > 0 and down <= 0:
        return (_sideways(a, b, em),)
    narrow, wide = (b, a) if b.width <= a.width else (a, b)
    if down > 0 and abs(bx - ax) > narrow.width * 0.55:
        x, y = wide.centre
        edge = wide.bottom if narrow.centre[1] > y else wide.y
        way = _round_corner((x, edge), narrow)
        return (way if narrow is b else way[::-1],)
    return (_downward(a, b, em),)


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


def _downward(a: Rect, b: Rect, em: float) -> Cubic:
    onward = b.y > a.y
    y0, y1 = (a.bottom, b.y) if onward else (a.y, b.bottom)
    x0 = _between_limits(b.centre[0], a.x + em, a.right - em)
    x1 = _between_limits(x0, b.x + em, b.right - em)
    reach = (y1 - y0) * 0.5
    return ((x0, y0), (x0, y0 + reach), (x1, y1 - reach), (x1, y1))


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
