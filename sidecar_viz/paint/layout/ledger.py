"""Lays a ledger out: who carries something is a column, the same thing a row in all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.geometry import Curve, Rect, curve, straight
from sidecar_viz.core.kind_words import link_kind
from sidecar_viz.core.lesson import Ledger, Lesson, Link
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.kinds.kinds import DRAWN
from sidecar_viz.paint.kinds.link_kinds import every_way
from sidecar_viz.paint.layout.arrange import Group
from sidecar_viz.paint.sizes.columns import (
    DETAILS,
    FOOT,
    HEADER,
    LEAST_PITCH,
    LID_DOWN,
    LID_UP,
    MOST_PITCH,
    SHEET_PAD,
    STACKED,
    TITLE,
    UNDER,
    Detail,
    column_width,
)
from sidecar_viz.paint.sizes.levels import LEVELS
from sidecar_viz.paint.sizes.link_labels import label_width
from sidecar_viz.paint.sizes.measure import (
    NAME,
    TAB_HEIGHT,
    Figure,
    caption_height,
    caption_lines,
    own_size,
    widest_chip,
)
from sidecar_viz.paint.sizes.places import Layout, Place, Sheet, Size, Way
from sidecar_viz.paint.ways.routing import gates_of
from sidecar_viz.paint.ways.ways import ways_of

MARGIN, FRAME_PAD, FRAME_TOP = 0.9, 1.2, 1.6
"""The room (em) at the stage's edges, beside columns in a frame, and above them."""
APART, PLAIN_GAP = 1.6, 4.2
"""The least gap (em) between columns, and the one where a plain link runs."""
GLOBE = LEVELS[0].globe
FEWEST_ROWS = 6
PLAIN_AT = 0.3
"""Where (0..1) in the height of its lane a card stands that holds nothing."""
REST_LEVEL, REST_APART = LEVELS[0], 2.6
"""How those who are no columns are drawn, and their distance (em) from the columns."""
MOST_SPARE = 1.35
"""How many times as wide as needed columns and gaps may become."""


class _Gap(Struct, frozen=True):
    """The room between two columns (em): borders of frames, and what joins them."""

    closes: int
    opens: int
    wide: float
    through: str | None = None

    @property
    def total(self) -> float:
        return self.wide + (self.closes + self.opens) * FRAME_PAD


class _Lane(Struct, frozen=True):
    """The columns of one lane with their widths, and the gaps around them (em)."""

    ids: tuple[str, ...]
    widths: tuple[float, ...]
    gaps: tuple[_Gap, ...]

    @property
    def total(self) -> float:
        return sum(self.widths) + sum(gap.total for gap in self.gaps)


def ledger_laid_out(
    lesson: Lesson,
    ledger: Ledger,
    groups: Mapping[str | None, Group],
    size: Size,
    wanted: float,
    largest: float,
) -> Layout:
    """Lay the stage of a *lesson* with a *ledger* out for *size* pixels.

    Args:
        wanted: the text size (pixels) that is to be reached; less is drawn for it.
        largest: the text size that is not to be exceeded.
    """
    return _Drawing(lesson, ledger, groups, size).layout(wanted, largest)


class _Drawing:
    def __init__(
        self,
        lesson: Lesson,
        ledger: Ledger,
        groups: Mapping[str | None, Group],
        size: Size,
    ) -> None:
        self.lesson, self.ledger, self.size = lesson, ledger, size
        self.figures = groups[None].figures
        self.parents = {actor.id: actor.parent for actor in lesson.actors}
        self.columns = {actor for lane in ledger.lanes for actor in lane}
        self.rest = _beside(lesson, self.columns, self.figures)
        self.depth = max(len(list(self._frames(one))) for one in self.columns)

    def layout(self, wanted: float, largest: float) -> Layout:
        """Take the richest detail at which text is as large as wanted.

        Lanes stand one above the other, or all in one row where text is larger then.
        """
        rows = len(self.ledger.items)
        above = self.ledger.lanes
        beside = (tuple(one for lane in above for one in lane),)
        for detail in DETAILS:
            ways = [[self._lane(one, detail) for one in way] for way in (above, beside)]
            lanes = max(ways, key=lambda way: self._em(way, rows, detail))
            em = min(self._em(lanes, rows, detail), largest)
            if em >= wanted:
                break
        while rows > FEWEST_ROWS and em < wanted:
            rows -= 1
            em = min(self._em(lanes, rows, detail), largest)
        return self._placed(lanes, detail, em, rows)

    def _em(self, lanes: Sequence[_Lane], rows: int, detail: Detail) -> float:
        """Return the text size (pixels) at which lanes with so many rows fit."""
        wide = max(lane.total for lane in lanes) + 2 * MARGIN
        high = len(lanes) * (self._fixed(detail) + rows * LEAST_PITCH) + 2 * MARGIN
        return max(1.0, min(self.size[0] / wide, self.size[1] / high))

    def _fixed(self, detail: Detail) -> float:
        """Return the height of a lane without its rows (em)."""
        sheet = (TITLE if detail.titles else 0.5) + UNDER
        return self._head() + detail.header + sheet + FOOT + self._foot() + 0.6

    def _head(self) -> float:
        """Return the height above the columns (em): frames' labels, and the lid."""
        head = self.depth * (TAB_HEIGHT / 2 + FRAME_TOP) + LID_UP
        return head + (self._rest_height() if self.rest else 0.0)

    def _rest_height(self) -> float:
        """Return the height (em) that those who are no columns take above them."""
        high = max(own_size(self.figures[one], REST_LEVEL)[1] for one in self.rest)
        return high + REST_APART

    def _foot(self) -> float:
        return self.depth * FRAME_PAD * 0.8 + LID_DOWN

    def _frames(self, actor: str) -> Iterator[str]:
        parent = self.parents[actor]
        while parent is not None:
            yield parent
            parent = self.parents[parent]

    def _lane(self, ids: tuple[str, ...], detail: Detail) -> _Lane:
        items = self.ledger.items
        widths = [self._width(one, items, detail) for one in ids]
        around: list[list[str]] = [[], *(list(self._frames(i)) for i in ids), []]
        gaps = []
        for number, (left, right) in enumerate(pairwise(around)):
            link = self._joining(ids, number)
            gaps.append(
                _Gap(
                    len(set(left) - set(right)),
                    len(set(right) - set(left)),
                    self._wide(link, detail) if 0 < number < len(ids) else 0.0,
                    link.through if link else None,
                )
            )
        return _Lane(ids, tuple(widths), tuple(gaps))

    def _width(self, one: str, items: Sequence[str], detail: Detail) -> float:
        """Return the width (em) of a column, or of a card that holds nothing."""
        figure = self.figures[one]
        if figure.actor.content is None:
            return own_size(figure, REST_LEVEL)[0]
        return column_width(figure, items, detail)

    def _joining(self, ids: Sequence[str], number: int) -> Link | None:
        """Return the link between the columns before and after a gap."""
        if not 0 < number < len(ids):
            return None
        pair = {ids[number - 1], ids[number]}
        return next(
            (k for k in self.lesson.links if {k.source, k.target} == pair), None
        )

    def _wide(self, link: Link | None, detail: Detail) -> float:
        if link is None:
            return APART
        if link.through is not None:
            figure = self.figures[link.through]
            name = max(width(line, BOLD) for line in caption_lines(figure))
            return max(GLOBE, name * NAME * 0.95, widest_chip(figure)) + 2.0
        if _is_dock(link):
            return detail.gutter
        words = label_width(link.label) + 0.6 if link.label and detail.titles else 0.0
        return max(PLAIN_GAP, words)

    def _placed(
        self, lanes: list[_Lane], detail: Detail, em: float, rows: int
    ) -> Layout:
        places: dict[str, Place] = {}
        high = (self.size[1] - 2 * MARGIN * em) / len(lanes)
        for number, lane in enumerate(lanes):
            top = MARGIN * em + number * high
            self._place_lane(
                lane, Rect(0.0, top, self.size[0], high), em, rows, detail, places
            )
        self._place_rest(places, em)
        self._place_frames(places, em)
        order = tuple(sorted(places, key=lambda one: len(list(self._frames(one)))))
        ways = ways_of(every_way(self.lesson), places, self.parents, self.size, em)
        docked = {key: self._led(way, places) for key, way in ways.items()}
        return Layout(self.size, em, LEVELS[0], places, docked, order, self.ledger)

    def _place_lane(
        self,
        lane: _Lane,
        room: Rect,
        em: float,
        rows: int,
        detail: Detail,
        places: dict[str, Place],
    ) -> None:
        spare = max(1.0, (room.width - 2 * MARGIN * em) / (lane.total * em))
        wider = min(spare, MOST_SPARE)
        x = room.x + (room.width - lane.total * em * wider) / 2
        title = TITLE if detail.titles else 0.5
        above, below = self._head() * em, self._foot() * em
        free = room.height - (self._fixed(detail) * em)
        pitch = min(MOST_PITCH * em, free / rows)
        high = (detail.header + title + UNDER + FOOT) * em + pitch * rows
        y = room.y + above + max(0.0, room.height - above - below - high) * 0.4
        for number, one in enumerate(lane.ids):
            gap = lane.gaps[number]
            if gap.through is not None:
                middle = x + (gap.closes * FRAME_PAD + gap.wide / 2) * em * wider
                self._place_through(gap.through, middle, y, high, em, places)
            x += gap.total * em * wider
            wide = lane.widths[number] * em * wider
            box = Rect(x, y, wide, high)
            content = self.figures[one].actor.content
            if content is None:
                places[one] = self._plain(one, box, em)
                x += wide
                continue
            paper = self.figures[content.file or one].hue
            made = Sheet(
                Rect(0.0, 0.0, 0.0, 0.0), title * em, pitch, rows, paper, detail.stacked
            )
            places[one] = _column(self.figures[one], box, em, made)
            x += wide

    def _plain(self, one: str, column: Rect, em: float) -> Place:
        """Return the place of a card that stands in a lane and holds nothing."""
        figure = self.figures[one]
        high = own_size(figure, REST_LEVEL)[1] * em
        y = column.y + (column.height - high) * PLAIN_AT
        return _leaf(figure, Rect(column.x, y, column.width, high), em)

    def _place_through(
        self,
        one: str,
        middle: float,
        top: float,
        high: float,
        em: float,
        places: dict[str, Place],
    ) -> None:
        figure = self.figures[one]
        caption = caption_height(figure) * em
        side = GLOBE * em
        wide = max(side, own_size(figure, LEVELS[0])[0] * em)
        y = top + high * 0.36 - side / 2
        box = Rect(middle - wide / 2, y - caption, wide, side + caption)
        body = Rect(middle - side / 2, y, side, side)
        places[one] = Place(figure, box, body, caption_above=True)

    def _place_frames(self, places: dict[str, Place], em: float) -> None:
        """Draw frames around those that stand in them, the innermost first."""
        frames = {f for one in self.columns for f in self._frames(one)}
        for frame in sorted(frames, key=lambda f: -len(list(self._frames(f)))):
            inside = [
                places[one].box
                for one, parent in self.parents.items()
                if parent == frame and one in places
            ]
            if not inside:
                continue
            around = inside[0]
            for box in inside[1:]:
                around = around.united(box)
            pad = FRAME_PAD * em
            top = around.y - FRAME_TOP * em
            low = around.bottom + pad * 0.8
            body = Rect(around.x - pad, top, around.width + 2 * pad, low - top)
            tab = TAB_HEIGHT * em / 2
            box = Rect(body.x, body.y - tab, body.width, body.height + tab)
            places[frame] = Place(self.figures[frame], box, body)

    def _led(self, way: Way, places: Mapping[str, Place]) -> Way:
        """Lead a link between columns straight: as a bridge, or through a globe."""
        link = way.link
        one, other = places[link.source], places[link.target]
        if one.sheet is None or other.sheet is None:
            return way
        left, right = sorted((one, other), key=lambda place: place.body.x)
        onward = left is one
        if _is_dock(link):
            return _docked(way, left, right, onward=onward)
        if link.through is None:
            return way
        y = places[link.through].body.centre[1]
        line = _level(left.body.right, right.body.x, y, onward=onward)
        gates = gates_of(link, line, places, self.parents)
        return replace(way, curve=line, gates=gates)

    def _place_rest(self, places: dict[str, Place], em: float) -> None:
        """Put whoever is no column above those whom it is joined to."""
        wanted = {one: self._middle(one, places) for one in self.rest}
        right = MARGIN * em
        for one in sorted(self.rest, key=lambda one: wanted[one]):
            figure = self.figures[one]
            wide, high = (side * em for side in own_size(figure, REST_LEVEL))
            x = max(right, wanted[one] - wide / 2)
            right = x + wide + 1.5 * em
            top = min(places[column].box.y for column in self.columns)
            inside = self.parents[one] is not None
            lift = REST_APART if inside else FRAME_TOP + REST_APART
            y = top - lift * em - high
            box = Rect(x, max(MARGIN * em, y), wide, high)
            places[one] = _leaf(figure, box, em)

    def _middle(self, one: str, places: Mapping[str, Place]) -> float:
        """Return the x (pixels) around which those stand whom an actor is joined to."""
        others = [
            places[other].box.centre[0]
            for link in self.lesson.links
            if one in (link.source, link.target)
            for other in self._columns_of({link.source, link.target} - {one})
        ]
        return sum(others) / len(others) if others else self.size[0] / 2

    def _columns_of(self, actors: set[str]) -> list[str]:
        """Return the columns among the actors, or inside them."""
        return [
            column
            for column in sorted(self.columns)
            if column in actors or actors.intersection(self._frames(column))
        ]


def _leaf(figure: Figure, box: Rect, em: float) -> Place:
    """Return the place of a card, or of a drawing below its name."""
    if figure.form not in DRAWN:
        return Place(figure, box, box)
    caption = caption_height(figure) * em
    body = Rect(box.x, box.y + caption, box.width, box.height - caption)
    return Place(figure, box, body, caption_above=True)


def _beside(
    lesson: Lesson, columns: set[str], figures: Mapping[str, Figure]
) -> list[str]:
    """Return who is neither a column, nor a frame, nor what a link runs through."""
    through = {link.through for link in lesson.links}
    return [
        actor.id
        for actor in lesson.actors
        if actor.id not in columns | through and figures[actor.id].form != "frame"
    ]


def _column(figure: Figure, box: Rect, em: float, blank: Sheet) -> Place:
    """Return the place of a column: its sheet is between its name and its count."""
    around = SHEET_PAD + (0.5 if figure.form == "cylinder" else 0.0)
    top = box.y + (STACKED if blank.stacked else HEADER) * em
    sheet = Rect(
        box.x + around * em,
        top,
        box.width - 2 * around * em,
        blank.top + UNDER * em + blank.pitch * blank.rows,
    )
    made = replace(blank, box=sheet, top=top + blank.top)
    body = box
    if figure.form == "cylinder":
        up, down = LID_UP * em, LID_DOWN * em
        body = Rect(box.x, box.y - up, box.width, box.height + up + down)
        box = body
    return Place(figure, box, body, sheet=made)


def _is_dock(link: Link) -> bool:
    return link_kind(link.kind) == "mount" and link.through is None


def _docked(way: Way, left: Place, right: Place, *, onward: bool) -> Way:
    """Return the way of a mount between neighbouring columns as a bridge."""
    sheet = left.sheet or right.sheet
    wide = right.body.x - left.body.right
    if sheet is None or wide <= 0.0:
        return way
    top = sheet.top - 0.2 * sheet.pitch
    dock = Rect(left.body.right, top, wide, sheet.box.bottom - top)
    line = _level(dock.x, dock.right, dock.centre[1], onward=onward)
    return replace(way, curve=line, label=None, dock=dock)


def _level(left: float, right: float, y: float, *, onward: bool) -> Curve:
    """Return a level line, drawn from left to right if it leads *onward*."""
    start, end = ((left, y), (right, y)) if onward else ((right, y), (left, y))
    return curve((straight(start, end),))
