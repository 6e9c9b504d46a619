"""Knows what links must avoid: shapes, their names, and the labels of frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sidecar_viz.core.geometry import Point, Rect
from sidecar_viz.paint.sizes.measure import TAB_HEIGHT, tab_width
from sidecar_viz.paint.sizes.places import Place

SQUARE = 120.0  # pixels
FEW = 12  # shapes that are all looked at
THICK = 0.01  # pixels; a straight line, too, takes room


class Ground(Struct, frozen=True):
    """What a link must avoid."""

    solid: Mapping[str, Rect]
    captions: Mapping[str, Rect]
    tabs: Sequence[Rect]
    squares: Mapping[tuple[int, int], Sequence[str]]
    """The shapes that reach into each square of SQUARE pixels."""

    def near(self, bounds: Rect) -> Iterator[str]:
        """Yield the shapes that may reach into these bounds."""
        if len(self.solid) <= FEW:
            yield from self.solid
            return
        seen: set[str] = set()
        for square in _squares(bounds):
            for actor_id in self.squares.get(square, ()):
                if actor_id not in seen:
                    seen.add(actor_id)
                    yield actor_id


def ground_of(places: Mapping[str, Place], em: float) -> Ground:
    """Return what stands there: shapes with names, the names, the labels of frames."""
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
    squares: dict[tuple[int, int], list[str]] = {}
    for actor_id, rect in solid.items():
        for square in _squares(rect):
            squares.setdefault(square, []).append(actor_id)
    return Ground(solid, captions, tabs, squares)


def _squares(rect: Rect) -> Iterator[tuple[int, int]]:
    """Yield the squares that a rectangle reaches into."""
    columns = range(int(rect.x // SQUARE), int(rect.right // SQUARE) + 1)
    rows = range(int(rect.y // SQUARE), int(rect.bottom // SQUARE) + 1)
    return ((column, row) for column in columns for row in rows)


def tab_room(place: Place, em: float) -> Rect:
    """Return the room of a frame's label at its widest."""
    wide = min(tab_width(place.figure) * em, place.body.width - 2.0 * em)
    high = TAB_HEIGHT * em
    return Rect(place.body.x + 1.4 * em, place.body.y - high / 2, wide, high)


def clear(
    line: Sequence[Point], ends: tuple[str, str], ground: Ground, near: float
) -> bool:
    """Return whether a line avoids all shapes but its ends, and all names."""
    points = line
    bounds = _bounds(points)
    for actor_id in ground.near(bounds.inset(-near - 1.0)):
        rect = ground.solid[actor_id].inset(-near)
        if actor_id not in ends and bounds.overlaps(rect) and not misses(points, rect):
            return False
    names = [ground.captions[i] for i in ends if i in ground.captions]
    rects = [rect for rect in (*names, *ground.tabs) if bounds.overlaps(rect)]
    return all(misses(points, rect) for rect in rects)


def _bounds(points: Sequence[Point]) -> Rect:
    """Return the rectangle around a line, slightly enlarged so that none is empty."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top).inset(-0.02)


def misses(points: Sequence[Point], rect: Rect) -> bool:
    """Return whether a line of many points stays outside a rectangle."""
    left, right = rect.x - THICK, rect.right + THICK
    top, bottom = rect.y - THICK, rect.bottom + THICK
    (a, b), *others = points
    for c, d in others:
        # Asked hundreds of thousands of times while a stage is laid out: no calls.
        if (
            (a < right or c < right)
            and (a > left or c > left)
            and (b < bottom or d < bottom)
            and (b > top or d > top)
        ):
            return False
        a, b = c, d
    return True
