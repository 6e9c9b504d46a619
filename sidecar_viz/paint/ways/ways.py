"""Leads all links of a stage: side by side, and round those that they do not join."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from sidecar_viz.core.geometry import Cubic, Curve, Point, curve, points_on, straight
from sidecar_viz.core.lesson import Link
from sidecar_viz.paint.sizes.link_labels import labelled
from sidecar_viz.paint.sizes.places import Place, Way
from sidecar_viz.paint.ways.clearance import Ground, clear, ground_of
from sidecar_viz.paint.ways.routing import between, gates_of, loop, nested
from sidecar_viz.paint.ways.sides import EAST, WEST, side_of

MOST_LED_ROUND, MOST_DETOURS = 30, 60
"""With more actors than this, links are led round nobody; more
links than this never are: it would take too long.
"""
MOST_JUDGED = 60
"""With more links than this, arrangements are not compared by them."""
APART = 1.9
"""The distance (em) between links that end at the same side of a shape."""
NEAR = 0.25
"""The least distance (em) of a link from a shape that it does not end at."""


class _Leg(Struct, frozen=True):
    """The part of a link from one shape to the next, with its curve."""

    source: str
    target: str
    cubics: tuple[Cubic, ...]


def ways_of(
    links: Iterable[Link],
    places: Mapping[str, Place],
    parents: Mapping[str, str | None],
    size: tuple[float, float],
    em: float,
) -> dict[str, Way]:
    """Return every link's way, by its id."""
    legs = {link.id: _legs(link, places, em) for link in links}
    legs = _side_by_side(legs, places, em)
    legs = _unblocked(legs, places, parents, size, em)
    ways = {}
    for link in links:
        line = _joined(legs[link.id], places)
        gates = gates_of(link, line, places, parents)
        ways[link.id] = Way(link, line, gates)
    return labelled(ways, places, ground_of(places, em).tabs, size, em)


def in_the_way(links: Sequence[Link], places: Mapping[str, Place], em: float) -> int:
    """Return how many links would run over others if they were not led round."""
    if len(places) > MOST_LED_ROUND or len(links) > MOST_JUDGED:
        return 0
    ground = ground_of(places, em)
    legs = [leg for link in links for leg in _legs(link, places, em)]
    return sum(not _is_clear(leg, ground, em) for leg in legs)


def _legs(link: Link, places: Mapping[str, Place], em: float) -> list[_Leg]:
    stops = [link.source, link.target]
    if link.through is not None and link.through in places:
        stops.insert(1, link.through)
    return [_plain(one, other, places, em) for one, other in pairwise(stops)]


def _plain(source: str, target: str, places: Mapping[str, Place], em: float) -> _Leg:
    one, other = places[source], places[target]
    if source == target:
        return _Leg(source, target, loop(one, em))
    if one.body.holds(other.body) or other.body.holds(one.body):
        return _Leg(source, target, nested(one, other))
    return _Leg(source, target, between(one, other, em))


def _joined(legs: Sequence[_Leg], places: Mapping[str, Place]) -> Curve:
    """Join a link's legs to one curve, through the middle of what it runs through."""
    cubics = list(legs[0].cubics)
    for leg in legs[1:]:
        centre = places[leg.source].body.centre
        cubics += [straight(cubics[-1][3], centre), straight(centre, leg.cubics[0][0])]
        cubics += leg.cubics
    return curve(tuple(cubics), 24 if len(cubics) <= FEW_CUBICS else 10)


FEW_CUBICS = 4


def _side_by_side(
    legs: Mapping[str, list[_Leg]], places: Mapping[str, Place], em: float
) -> dict[str, list[_Leg]]:
    """Move legs apart where several end at the same side of a shape."""
    ends: dict[tuple[str, int], list[tuple[float, str, int, int]]] = {}
    for link_id, parts in legs.items():
        for number, leg in enumerate(parts):
            if leg.source == leg.target:
                continue
            for at, actor, other in (
                (0, leg.source, leg.target),
                (-1, leg.target, leg.source),
            ):
                side = side_of(places[actor].body, _end(leg, at))
                x, y = places[other].body.centre
                key = y if side in (EAST, WEST) else x
                ends.setdefault((actor, side), []).append((key, link_id, number, at))
    moves: dict[tuple[str, int, int], float] = {}
    for (actor, side), members in ends.items():
        if len(members) > 1:
            _move_apart(actor, side, members, legs, places, em, moves)
    return {
        link_id: [
            _moved(
                leg,
                places,
                moves.get((link_id, number, 0), 0.0),
                moves.get((link_id, number, -1), 0.0),
            )
            for number, leg in enumerate(parts)
        ]
        for link_id, parts in legs.items()
    }


def _move_apart(
    actor: str,
    side: int,
    members: list[tuple[float, str, int, int]],
    legs: Mapping[str, list[_Leg]],
    places: Mapping[str, Place],
    em: float,
    moves: dict[tuple[str, int, int], float],
) -> None:
    """Note how far each end at one side of a shape moves along that side."""
    body = places[actor].body
    upright = side in (EAST, WEST)
    low, high = (body.y, body.bottom) if upright else (body.x, body.right)
    step = min(APART * em, (high - low - 1.2 * em) / len(members))
    if step <= 0:
        return
    order = sorted(members, key=lambda member: round(member[0]))
    now = [_end(legs[link][number], at)[upright] for _, link, number, at in order]
    if all(after - before >= step * 0.9 for before, after in pairwise(now)):
        return
    half = step * (len(order) - 1) / 2
    middle = sum(now) / len(now)
    middle = max(low + 0.6 * em + half, min(high - 0.6 * em - half, middle))
    for place, (_, link, number, at) in enumerate(order):
        moves[link, number, at] = middle - half + place * step - now[place]


def _moved(leg: _Leg, places: Mapping[str, Place], first: float, last: float) -> _Leg:
    """Return the leg with its ends moved along the sides that they are at."""
    if not first and not last:
        return leg
    (a, b, c, d), *rest = leg.cubics
    if rest:
        return leg
    from_side = side_of(places[leg.source].body, a)
    to_side = side_of(places[leg.target].body, d)
    a, b = (_along(point, from_side, first) for point in (a, b))
    c, d = (_along(point, to_side, last) for point in (c, d))
    return _Leg(leg.source, leg.target, ((a, b, c, d),))


def _along(point: Point, side: int, by: float) -> Point:
    x, y = point
    return (x, y + by) if side in (EAST, WEST) else (x + by, y)


def _end(leg: _Leg, at: int) -> Point:
    return leg.cubics[0][0] if at == 0 else leg.cubics[-1][3]


def _unblocked(
    legs: Mapping[str, list[_Leg]],
    places: Mapping[str, Place],
    parents: Mapping[str, str | None],
    size: tuple[float, float],
    em: float,
) -> dict[str, list[_Leg]]:
    """Lead those legs round others that would run over them."""
    if len(places) > MOST_LED_ROUND:
        return dict(legs)
    ground = ground_of(places, em)
    blocked = [
        (link_id, number)
        for link_id, parts in legs.items()
        for number, leg in enumerate(parts)
        if not _is_clear(leg, ground, em)
    ]
    if not blocked:
        return dict(legs)
    # Most stages need no lanes, the first lesson's among them: it starts faster.
    from sidecar_viz.paint.ways.detours import Detours  # noqa: PLC0415

    ends = {e for i, n in blocked for e in (legs[i][n].source, legs[i][n].target)}
    detours = Detours(places, parents, ground, sorted(ends), size, em)
    led = {link_id: list(parts) for link_id, parts in legs.items()}
    for link_id, parts in legs.items():
        for number, leg in enumerate(parts):
            if (link_id, number) not in blocked:
                detours.take(_end(leg, 0), _end(leg, -1))
    for link_id, number in blocked[:MOST_DETOURS]:
        leg = legs[link_id][number]
        cubics = detours.between(leg.source, leg.target)
        if cubics:
            led[link_id][number] = _Leg(leg.source, leg.target, cubics)
    return led


def _is_clear(leg: _Leg, ground: Ground, em: float) -> bool:
    points = points_on(leg.cubics, 16)
    return clear(points, (leg.source, leg.target), ground, NEAR * em)
