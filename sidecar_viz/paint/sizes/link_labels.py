"""Finds places for the words of links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, sin

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.geometry import Curve, Point, Rect
from sidecar_viz.core.lesson import Actor, Link
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.sizes.places import Place, Way

SIZE = 0.95
HIGH, PAD = 1.55, 0.45
WIDEST = 13.0
HALF_TUBE = 0.5
BESIDE = 1.05
"""The distance (em) from the middle of a link to its words."""
ALONG = tuple(0.5 + side * step / 20 for step in range(9) for side in (1, -1))
"""The places (0..1) along a link where its words may stand, the middle first."""
MANY = 80
"""With more things on the stage, words are tried at the middle of a link only."""
OVER, BORDER, OWN, LATER = 10.0, 4.0, 6.0, 0.15
"""The price of lying over another link, a border or the own link,
and of being off the middle.
"""


class _Ground(Struct, frozen=True):
    """What words must not cover, and what they should not."""

    size: tuple[float, float]
    solid: Sequence[Rect]
    frames: Sequence[Rect]
    curves: Mapping[str, tuple[Curve, Rect]]


def label_of(link: Link, actors: Mapping[str, Actor]) -> str:
    """Return the words of a link, unless a fact of one of its ends says the same."""
    ends = (actors[link.source], actors[link.target])
    facts = [fact.text for end in ends for fact in end.facts]
    known = any(link.label in fact for fact in facts)
    return "" if known else link.label


def label_width(text: str) -> float:
    """Return the width of a label (em), with room around it."""
    return min(WIDEST, width(text, MEDIUM) * SIZE) + 2 * PAD


def labelled(
    ways: Mapping[str, Way],
    places: Mapping[str, Place],
    tabs: Sequence[Rect],
    size: tuple[float, float],
    em: float,
) -> dict[str, Way]:
    """Return the ways, each with the place of its words if they have room."""
    actors = {actor_id: place.figure.actor for actor_id, place in places.items()}
    gates = [
        _around(way.curve.at(gate)[:2], 1.1 * em)
        for way in ways.values()
        for gate in way.gates
    ]
    leaves = [p.box for p in places.values() if p.figure.form != "frame"]
    solid = [*leaves, *tabs, *gates]
    frames = [p.body for p in places.values() if p.figure.form == "frame"]
    curves = {i: (way.curve, way.curve.bounds.inset(-1.0)) for i, way in ways.items()}
    ground = _Ground(size, solid, frames, curves)
    made = dict(ways)
    for link_id, way in ways.items():
        text = label_of(way.link, actors)
        place = _placed(way, label_width(text), ground, em) if text else None
        if place is not None:
            solid.append(place)
            made[link_id] = replace(way, label=place)
    return made


def _around(point: Point, by: float) -> Rect:
    return Rect(point[0] - by, point[1] - by, 2 * by, 2 * by)


def _placed(way: Way, wide: float, ground: _Ground, em: float) -> Rect | None:
    """Return the best free place beside a link; None if there is none."""
    best: tuple[float, Rect] | None = None
    along = ALONG if len(ground.solid) <= MANY else ALONG[:1]
    for number, rect in enumerate(_beside(way.curve, wide * em, HIGH * em, em, along)):
        if not _free(rect, ground):
            continue
        near = rect.inset(-HALF_TUBE * em)
        price = LATER * number + _price(way.link.id, rect, near, ground)
        if best is None or price < best[0]:
            best = (price, rect)
        if price <= LATER * (number + 1):
            break
    return best[1] if best else None


def _beside(
    curve: Curve, wide: float, high: float, em: float, places: Sequence[float]
) -> Iterator[Rect]:
    """Yield places on both sides of a link, the middle first."""
    for along in places:
        x, y, turn = curve.at(along)
        ahead, down = abs(cos(turn)), abs(sin(turn))
        level = ahead > down
        # Beside a slanted link, the corners of the words keep off it too.
        away = (BESIDE * em + (wide * down + high * ahead) / 2) / max(ahead, down)
        for side in (-1, 1):
            if level:
                off = side * away
                yield Rect(x - wide / 2, y + off - high / 2, wide, high)
            else:
                off = -side * away
                yield Rect(x + off - wide / 2, y - high / 2, wide, high)


def _free(rect: Rect, ground: _Ground) -> bool:
    whole = Rect(0.0, 0.0, *ground.size)
    inside = whole.contains(rect.x, rect.y) and whole.contains(rect.right, rect.bottom)
    return inside and not any(rect.overlaps(other) for other in ground.solid)


def _price(link_id: str, rect: Rect, near: Rect, ground: _Ground) -> float:
    """Price a place: it may lie over other links, its own, or a frame's border."""
    price = 0.0
    for other, (curve, around) in ground.curves.items():
        room = rect if other == link_id else near
        if around.overlaps(room) and any(
            room.contains(*point) for point in curve.points
        ):
            price += OWN if other == link_id else OVER
    for frame in ground.frames:
        inner = frame.contains(rect.x, rect.y)
        if inner != frame.contains(rect.right, rect.bottom):
            price += BORDER
    return price
