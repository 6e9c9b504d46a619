"""Where everything stands on a stage of a given size: computed, never authored."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from msgspec import Struct

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Spot
from sidecar_viz.paint.kinds import DRAWN
from sidecar_viz.paint.levels import LEVELS, Level
from sidecar_viz.paint.measure import (
    TAB_HEIGHT,
    Figure,
    caption_height,
    figures,
    own_size,
    tab_width,
)
from sidecar_viz.paint.places import Layout, Place, Size, Way
from sidecar_viz.paint.routing import gate_of, routed

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson, Link
    from sidecar_viz.paint.kinds import Form

READABLE = 11.5
LARGEST = 30.0
SHEET_GROWTH = (1.15, 1.15)
GROWTH: dict[Form, tuple[float, float]] = {
    "card": (1.3, 1.3),
    "cylinder": (1.5, 1.3),
    "globe": (1.5, 1.2),
    "frame": (1.0, 1.0),
}
"""How much wider and higher than needed a shape may become."""
DESIGNED_HEIGHT = 812.0


class _Grid(Struct, frozen=True):
    """Children of one frame (or of the stage) in rows and columns, in em."""

    spots: dict[str, Spot]
    widths: list[float]
    heights: list[float]


def laid_out(lesson: Lesson, size: Size, text_scale: float = 1.0) -> Layout:
    """Lay the lesson's stage out for *size* pixels.

    The richest level of detail whose text is still readable is taken; so a
    small stage, or text at 200 %, shows less on each card but nothing cut.

    Args:
        size: width and height in pixels, each at least 1.
        text_scale: 1 to 2, what the reader asked for.
    """
    known = figures(lesson)
    wanted = READABLE * text_scale
    for level in LEVELS:
        plan = _Plan(lesson, known, level)
        width, height = plan.size(None)
        em = min(size[0] / width, size[1] / height)
        if em >= wanted:
            break
    em = min(em, LARGEST * max(1.0, size[1] / DESIGNED_HEIGHT))
    places: dict[str, Place] = {}
    plan.place(None, Rect(0.0, 0.0, size[0], size[1]), em, places)
    order = tuple(sorted(places, key=plan.depth))
    ways = {}
    for link in lesson.links:
        line = routed(link, places, em)
        ways[link.id] = Way(link, line, gate_of(link, line, places, plan.parents))
    return Layout(size, em, level, places, ways, order)


class _Plan:
    """The sizes of everything at one level of detail."""

    def __init__(self, lesson: Lesson, known: dict[str, Figure], level: Level) -> None:
        self.level = level
        self.figures = known
        self.parents = {actor.id: actor.parent for actor in lesson.actors}
        self.children: dict[str | None, list[str]] = {}
        for actor in lesson.actors:
            self.children.setdefault(actor.parent, []).append(actor.id)
        self.above = {
            link.through for link in lesson.links if self._runs_down(lesson, link)
        }
        self._sizes: dict[str | None, Size] = {}
        self._grids: dict[str | None, _Grid] = {}

    def depth(self, actor_id: str) -> int:
        """How many frames the actor stands in."""
        parent = self.parents[actor_id]
        return 0 if parent is None else 1 + self.depth(parent)

    def size(self, group: str | None) -> Size:
        """The least width and height of an actor, or of the whole stage (None)."""
        if group not in self._sizes:
            self._sizes[group] = self._measured(group)
        return self._sizes[group]

    def place(
        self, group: str | None, room: Rect, em: float, places: dict[str, Place]
    ) -> None:
        """Place the children of *group* in *room* (pixels), spare room shared out."""
        left, top, right, bottom = self._pads(group)
        inner = Rect(
            room.x + left * em,
            room.y + top * em,
            room.width - (left + right) * em,
            room.height - (top + bottom) * em,
        )
        grid = self._grid(group)
        columns = _spread(
            inner.x,
            inner.width,
            [w * em for w in grid.widths],
            self._gap(group, 0) * em,
        )
        rows = _spread(
            inner.y,
            inner.height,
            [h * em for h in grid.heights],
            self._gap(group, 1) * em,
        )
        for child, spot in grid.spots.items():
            x, right_end = columns[spot.column - 1][0], columns[_last_column(spot)][1]
            y, low_end = rows[spot.row - 1][0], rows[_last_row(spot)][1]
            cell = Rect(x, y, right_end - x, low_end - y)
            self._place_child(child, cell, em, places)

    def _place_child(
        self, child: str, cell: Rect, em: float, places: dict[str, Place]
    ) -> None:
        figure = self.figures[child]
        width, height = (side * em for side in self.size(child))
        if figure.form == "frame":
            body = Rect(
                cell.x,
                cell.y + TAB_HEIGHT * em / 2,
                cell.width,
                cell.height - TAB_HEIGHT * em / 2,
            )
            places[child] = Place(figure, cell, body)
            self.place(child, cell, em, places)
            return
        needed = height
        wider, higher = GROWTH.get(figure.form, SHEET_GROWTH)
        width, height = (
            min(cell.width, width * wider),
            min(cell.height, height * higher),
        )
        x, y = cell.x + (cell.width - width) / 2, cell.y + (cell.height - height) / 2
        box = Rect(x, y, width, height)
        above = child in self.above
        stretch = height / needed
        places[child] = self._with_body(figure, box, em, above=above, stretch=stretch)

    def _with_body(
        self, figure: Figure, box: Rect, em: float, *, above: bool, stretch: float
    ) -> Place:
        if figure.form not in DRAWN:
            return Place(figure, box, box, stretch=stretch)
        caption = caption_height(figure) * em
        room = box.height - caption
        body = self.level.body if figure.form == "cylinder" else (self.level.globe,) * 2
        factor = min(room / body[1], box.width / body[0])
        width, height = body[0] * factor, body[1] * factor
        x = box.x + (box.width - width) / 2
        y = box.y + (caption if above else 0.0)
        return Place(figure, box, Rect(x, y, width, height), caption_above=above)

    def _measured(self, group: str | None) -> Size:
        if group is not None and group not in self.children:
            return self._leaf_size(group)
        grid = self._grid(group)
        left, top, right, bottom = self._pads(group)
        width = sum(grid.widths) + self._gap(group, 0) * (len(grid.widths) - 1)
        height = sum(grid.heights) + self._gap(group, 1) * (len(grid.heights) - 1)
        if group is not None:
            width = max(width, tab_width(self.figures[group]) + 2.0)
        return width + left + right, height + top + bottom

    def _leaf_size(self, actor_id: str) -> Size:
        """An actor's own size; cards that stand together are all as large."""
        figure = self.figures[actor_id]
        alike = [figure]
        if figure.form == "card":
            beside = self.children[self.parents[actor_id]]
            alike = [f for i in beside if (f := self.figures[i]).form == "card"]
        sizes = [own_size(one, self.level) for one in alike]
        return max(w for w, _ in sizes), max(h for _, h in sizes)

    def _pads(self, group: str | None) -> tuple[float, float, float, float]:
        if group is None:
            edge = self.level.margin
            return edge, edge, edge, edge
        pad = self.level.frame_pad
        return pad, TAB_HEIGHT + pad * 0.55, pad, pad

    def _gap(self, group: str | None, axis: int) -> float:
        if group is None:
            return self.level.outer_gap if axis == 0 else self.level.row_gap * 0.8
        return self.level.column_gap if axis == 0 else self.level.row_gap

    def _grid(self, group: str | None) -> _Grid:
        if group not in self._grids:
            spots = self._spots(self.children.get(group, []))
            self._grids[group] = _Grid(
                spots,
                self._tracks(spots, 0, self._gap(group, 0)),
                self._tracks(spots, 1, self._gap(group, 1)),
            )
        return self._grids[group]

    def _tracks(self, spots: dict[str, Spot], axis: int, gap: float) -> list[float]:
        """How wide the columns (axis 0) or high the rows (axis 1) must be."""
        ends = [_last_column(s) if axis == 0 else _last_row(s) for s in spots.values()]
        tracks = [0.0] * (max(ends, default=0) + 1)
        spans = sorted(spots.items(), key=lambda item: _span(item[1], axis)[1])
        for child, spot in spans:
            first, count = _span(spot, axis)
            needed = self.size(child)[axis] - gap * (count - 1)
            missing = needed - sum(tracks[first : first + count])
            if missing > 0:
                for track in range(first, first + count):
                    tracks[track] += missing / count
        return tracks

    def _spots(self, ids: list[str]) -> dict[str, Spot]:
        """Every child's cell: as the lesson says, else found a free place."""
        spots = {i: s for i in ids if (s := self.figures[i].actor.spot) is not None}
        free = [i for i in ids if i not in spots]
        if not free:
            return spots
        low = 1 + max((_last_row(s) for s in spots.values()), default=-1)
        stores = [i for i in free if self.figures[i].form in DRAWN]
        cards = [i for i in free if i not in stores]
        for row_of in (cards, stores):
            across = max(1, ceil(sqrt(len(row_of) * 1.6))) if len(row_of) > 4 else 4
            for place, child in enumerate(row_of):
                row, column = low + place // across, place % across
                spots[child] = Spot(row=row + 1, column=column + 1)
            low += ceil(len(row_of) / across)
        return spots

    def _runs_down(self, lesson: Lesson, link: Link) -> bool:
        """Whether the link goes on below the actor that it runs through."""
        spots = {actor.id: actor.spot for actor in lesson.actors}
        middle = spots.get(link.through or "")
        end = spots.get(link.target)
        if middle is None or end is None:
            return False
        return end.column == middle.column and end.row > middle.row


def _last_column(spot: Spot) -> int:
    return spot.column + spot.columns - 2


def _last_row(spot: Spot) -> int:
    return spot.row + spot.rows - 2


def _span(spot: Spot, axis: int) -> tuple[int, int]:
    """The first track (from 0) and the number of tracks that a spot takes."""
    if axis == 0:
        return spot.column - 1, spot.columns
    return spot.row - 1, spot.rows


def _spread(start: float, room: float, sizes: list[float], gap: float) -> list[Size]:
    """Tracks over *room*: spare room goes half to the tracks, half to the gaps."""
    gaps = len(sizes) - 1
    total = sum(sizes)
    spare = max(0.0, room - total - gap * gaps)
    share = spare if gaps == 0 else spare * 0.6
    wide = [size + share * size / total for size in sizes]
    between = gap + ((spare - share) / gaps if gaps else 0.0)
    tracks = []
    for size in wide:
        tracks.append((start, start + size))
        start += size + between
    return tracks
