"""What links must keep clear of: shapes, their names, and the labels of frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sidecar_viz.core.geometry import Point, Rect
from sidecar_viz.paint.measure import TAB_HEIGHT, tab_width
from sidecar_viz.paint.places import Place


class Ground(NamedTuple):
    """What a link must keep clear of."""

    solid: Mapping[str, Rect]
    captions: Mapping[str, Rect]
    tabs: Sequence[Rect]


def ground_of(places: Mapping[str, Place], em: float) -> Ground:
    """What stands there: shapes with their names, the names, the labels of frames."""
    solid, captions, tabs = {}, {}, []
    for actor_id, place in places.items():
        if place.figure.form == "frame":
            tabs.append(tab_room(place, em))
            continue
        solid[actor_id] = place.box
        body, box = place.body, place.box
        if body.bottom < box.bottom - 1:
            low = box.bottom - body.bottom
            captions[actor_id] = Rect(box.x, body.bottom + 1, box.width, low - 1)
        elif body.y > box.y + 1:
            captions[actor_id] = Rect(box.x, box.y, box.width, body.y - box.y - 1)
    return Ground(solid, captions, tabs)


def tab_room(place: Place, em: float) -> Rect:
    """Where a frame's label may be, at its widest."""
    wide = min(tab_width(place.figure) * em, place.body.width - 2.0 * em)
    high = TAB_HEIGHT * em
    return Rect(place.body.x + 1.4 * em, place.body.y - high / 2, wide, high)


def clear(
    line: Sequence[Point], ends: tuple[str, str], ground: Ground, near: float
) -> bool:
    """Whether a line keeps off all shapes but its ends, and off all names."""
    points = line
    rects = [box for i, box in ground.solid.items() if i not in ends]
    if not all(misses(points, rect.inset(-near)) for rect in rects):
        return False
    names = [ground.captions[i] for i in ends if i in ground.captions]
    return all(misses(points, rect) for rect in (*names, *ground.tabs))


def misses(points: Sequence[Point], rect: Rect) -> bool:
    """Whether a line of many points keeps outside of a rectangle."""
    return not any(
        Rect(min(a, c), min(b, d), abs(a - c), abs(b - d)).inset(-0.01).overlaps(rect)
        for (a, b), (c, d) in pairwise(points)
    )
