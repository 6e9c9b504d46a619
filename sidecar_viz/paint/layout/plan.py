"""Computes the sizes and places of everything at one level of detail."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Lesson, Link, Spot
from sidecar_viz.paint.kinds.kinds import DRAWN, Form
from sidecar_viz.paint.layout.arrange import Group, Style, spots_of
from sidecar_viz.paint.layout.gutters import gutters, many_gaps
from sidecar_viz.paint.sizes.levels import Level
from sidecar_viz.paint.sizes.measure import (
    TAB_HEIGHT,
    Figure,
    caption_height,
    count_room,
    own_size,
    tab_width,
)
from sidecar_viz.paint.sizes.places import Place, Size
from sidecar_viz.paint.sizes.rows_and_columns import Track, span, spread, tracks

SHEET_GROWTH = (1.15, 1.15)
GROWTH: dict[Form, tuple[float, float]] = {
    "card": (1.3, 1.3),
    "cylinder": (1.5, 1.3),
    "globe": (1.5, 1.2),
    "frame": (1.0, 1.0),
}
"""How much wider and higher than needed a shape may become."""

EDGE, WIDEST_EDGE, AT_EDGES = 0.7, 1.5, 0.1
"""The stage's edges (em): usual, widest; their share of the rest."""


class _Grid(Struct, frozen=True):
    """The children of one frame (or of the stage) in rows and columns, in em."""

    spots: dict[str, Spot]
    widths: list[float]
    heights: list[float]
    across: list[float]
    down: list[float]
    """The gaps between the columns, and between the rows."""


def children_of(lesson: Lesson) -> dict[str | None, list[str]]:
    """Map frames (None: the stage) to those inside them, in the lesson's order."""
    children: dict[str | None, list[str]] = {None: []}
    for actor in lesson.actors:
        children.setdefault(actor.parent, []).append(actor.id)
    return children


class Plan:
    """The sizes of everything at one level of detail."""

    def __init__(
        self,
        lesson: Lesson,
        groups: Mapping[str | None, Group],
        level: Level,
        style: Style,
    ) -> None:
        self.level = level
        self.figures = groups[None].figures
        self.parents = {actor.id: actor.parent for actor in lesson.actors}
        self.style = style
        self.links = lesson.links
        self.children = children_of(lesson)
        self.groups = groups
        spots = {actor.id: actor.spot for actor in lesson.actors}
        self.above = {link.through for link in lesson.links if _runs_down(link, spots)}
        self._sizes: dict[str | None, Size] = {}
        self._cards: dict[str | None, Size] = {}  # of those inside each frame
        self._grids: dict[str | None, _Grid] = {}

    def depth(self, actor_id: str) -> int:
        """Return how many frames the actor stands in."""
        parent = self.parents[actor_id]
        return 0 if parent is None else 1 + self.depth(parent)

    def size(self, group: str | None) -> Size:
        """Return the least size (em) of an actor, or of the stage (None)."""
        if group not in self._sizes:
            self._sizes[group] = self._measured(group)
        return self._sizes[group]

    def place(
        self, group: str | None, room: Rect, em: float, places: dict[str, Place]
    ) -> None:
        """Place the children of *group* in *room* (pixels), sharing out spare room."""
        left, top, right, bottom = (pad * em for pad in self._pads(group))
        if group is None:
            across, down = self._more_edge(room, em)
            left, right = left + across, right + across
            top, bottom = top + down, bottom + down
        inner = Rect(
            room.x + left,
            room.y + top,
            room.width - left - right,
            room.height - top - bottom,
        )
        grid = self._grid(group)
        columns = spread(
            inner.x,
            inner.width,
            [w * em for w in grid.widths],
            [gap * em for gap in grid.across],
            self._least(group, 0) * em,
        )
        rows = spread(
            inner.y,
            inner.height,
            [h * em for h in grid.heights],
            [gap * em for gap in grid.down],
            self._least(group, 1) * em,
        )
        for child, spot in grid.spots.items():
            x, right_end = _ends(columns, span(spot, 0))
            y, low_end = _ends(rows, span(spot, 1))
            cell = Rect(x, y, right_end - x, low_end - y)
            self._place_child(child, cell, em, places)

    def _more_edge(self, room: Rect, em: float) -> tuple[float, float]:
        """Return the pixels of spare room that go to each edge of the stage."""
        width, height = self.size(None)
        across = self._edge(room.width / em - width) * em
        return across, self._edge(room.height / em - height) * em

    def _edge(self, spare: float) -> float:
        """Return an edge's part of the spare room (em): first what it lacks most."""
        first = min(self.lacking, max(0.0, spare) / 2)
        most = max(0.0, WIDEST_EDGE - self.level.margin)
        return min(most, max(first, spare * AT_EDGES))

    @property
    def lacking(self) -> float:
        """What each edge of the stage should have in addition (em), given room."""
        return max(0.0, EDGE - self.level.margin)

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
        width = max(width, min(box.width, count_room(figure) * em))
        x = box.x + (box.width - width) / 2
        y = box.y + (caption if above else 0.0)
        return Place(figure, box, Rect(x, y, width, height), caption_above=above)

    def _measured(self, group: str | None) -> Size:
        if group is not None and group not in self.children:
            return self._leaf_size(group)
        grid = self._grid(group)
        left, top, right, bottom = self._pads(group)
        width = sum(grid.widths) + sum(grid.across)
        height = sum(grid.heights) + sum(grid.down)
        if group is not None:
            width = max(width, tab_width(self.figures[group]) + 2.0)
        return width + left + right, height + top + bottom

    def _leaf_size(self, actor_id: str) -> Size:
        """Return an actor's own size; cards that stand together are of one size."""
        figure, parent = self.figures[actor_id], self.parents[actor_id]
        if figure.form != "card":
            return own_size(figure, self.level)
        if parent not in self._cards:
            beside = (self.figures[one] for one in self.children[parent])
            sizes = [own_size(one, self.level) for one in beside if one.form == "card"]
            self._cards[parent] = (max(w for w, _ in sizes), max(h for _, h in sizes))
        return self._cards[parent]

    def _pads(self, group: str | None) -> tuple[float, float, float, float]:
        if group is None:
            edge = self.level.margin
            return edge, edge, edge, edge
        pad = self.level.frame_pad
        return pad, TAB_HEIGHT + pad * 0.55, pad, pad

    def _grid(self, group: str | None) -> _Grid:
        if group not in self._grids:
            spots = spots_of(self.groups[group], self.style)
            (widths, across), (heights, down) = (
                self._tracks(group, spots, axis) for axis in (0, 1)
            )
            self._grids[group] = _Grid(spots, widths, heights, across, down)
        return self._grids[group]

    def _tracks(
        self, group: str | None, spots: Mapping[str, Spot], axis: int
    ) -> tuple[list[float], list[float]]:
        """Return a group's columns (axis 0) or rows (axis 1), and the gaps between."""
        sizes = {child: self.size(child)[axis] for child in spots}
        gap = self._least(group, axis)
        even = [gap] * many_gaps(spots, axis)
        made = tracks(spots, sizes, axis, even)
        needs = self.groups[group].needs
        if not needs or not even:
            return made, even
        loose = {}
        for child, spot in spots.items():
            first, many = span(spot, axis)
            form = self.figures[child].form
            most = sizes[child] * GROWTH.get(form, SHEET_GROWTH)[axis]
            cell = sum(made[first : first + many]) + gap * (many - 1)
            loose[child] = 0.0 if form == "frame" else max(0.0, cell - most) / 2
        gaps = gutters(spots, needs, axis, self.level, even, loose)
        return tracks(spots, sizes, axis, gaps), gaps

    def _least(self, group: str | None, axis: int) -> float:
        """Return the least gap between columns or rows; outside, rows are closer."""
        level = self.level
        if axis == 1:
            return level.row_gap * (0.8 if group is None else 1.0)
        return level.outer_gap if group is None else level.column_gap


def _runs_down(link: Link, spots: Mapping[str, Spot | None]) -> bool:
    """Return whether the link goes on below the actor that it runs through."""
    middle = spots.get(link.through or "")
    end = spots.get(link.target)
    if middle is None or end is None:
        return False
    return end.column == middle.column and end.row > middle.row


def _ends(made: list[Track], part: tuple[int, int]) -> Track:
    """Return where the first of some tracks begins and the last one ends."""
    first, many = part
    return made[first][0], made[first + many - 1][1]
