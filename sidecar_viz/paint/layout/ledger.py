"""Lays a ledger out: who carries something is a column, the same thing a row in all."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Ledger, Lesson
from sidecar_viz.paint.kinds.kinds import DRAWN
from sidecar_viz.paint.kinds.link_kinds import every_way
from sidecar_viz.paint.layout.arrange import Group
from sidecar_viz.paint.layout.bridges import led
from sidecar_viz.paint.layout.lane_sizes import (
    FRAME_PAD,
    FRAME_TOP,
    GLOBE,
    MARGIN,
    REST_APART,
    REST_LEVEL,
    Lane,
    LedgerSizes,
)
from sidecar_viz.paint.sizes.columns import (
    DETAILS,
    FOOT,
    HEADER,
    LID_DOWN,
    LID_UP,
    MOST_PITCH,
    SHEET_PAD,
    STACKED,
    TITLE,
    UNDER,
    Detail,
)
from sidecar_viz.paint.sizes.levels import LEVELS
from sidecar_viz.paint.sizes.measure import (
    TAB_HEIGHT,
    Figure,
    caption_height,
    own_size,
)
from sidecar_viz.paint.sizes.places import Layout, Place, Sheet, Size
from sidecar_viz.paint.ways.ways import ways_of

FEWEST_ROWS = 6
PLAIN_AT = 0.3
"""Where (0..1) in the height of its lane a card stands that holds nothing."""
MOST_SPARE = 1.35
"""How many times as wide as needed columns and gaps may become."""


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
    return _Drawing(LedgerSizes(lesson, ledger, groups), size).layout(wanted, largest)


class _Drawing:
    """Places everybody on a stage of one size."""

    def __init__(self, sizes: LedgerSizes, size: Size) -> None:
        self.sizes, self.size = sizes, size

    def layout(self, wanted: float, largest: float) -> Layout:
        """Take the richest detail at which text is as large as wanted.

        Fewer rows are shown only where not even the plainest does, and then the
        richest is asked again: what the rows leave free is for the words. Lanes stand
        one above the other, or all in one row where text is larger then.
        """
        most = len(self.sizes.ledger.items)
        above = self.sizes.ledger.lanes
        beside = (tuple(one for lane in above for one in lane),)
        known = [
            (d, [[self.sizes.lane(one, d) for one in way] for way in (above, beside)])
            for d in DETAILS
        ]
        for rows in range(most, min(most, FEWEST_ROWS) - 1, -1):
            for detail, ways in known:
                lanes, em = self._larger(ways, rows, detail)
                if em >= wanted:
                    return self._placed(lanes, detail, min(em, largest), rows)
        return self._placed(lanes, detail, min(em, largest), rows)

    def _larger(
        self, ways: list[list[Lane]], rows: int, detail: Detail
    ) -> tuple[list[Lane], float]:
        """Return the lanes in which text is larger, and how large (pixels) it is."""
        sized = [(self.sizes.em(self.size, way, rows, detail), way) for way in ways]
        em, lanes = max(sized, key=lambda pair: pair[0])
        return lanes, em

    def _placed(
        self, lanes: list[Lane], detail: Detail, em: float, rows: int
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
        order = tuple(sorted(places, key=lambda one: len(list(self.sizes.frames(one)))))
        ways = ways_of(
            every_way(self.sizes.lesson), places, self.sizes.parents, self.size, em
        )
        docked = {
            key: led(way, places, self.sizes.parents) for key, way in ways.items()
        }
        return Layout(
            self.size, em, LEVELS[0], places, docked, order, self.sizes.ledger
        )

    def _place_lane(
        self,
        lane: Lane,
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
        above, below = self.sizes.head() * em, self.sizes.foot() * em
        free = room.height - (self.sizes.fixed(detail) * em)
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
            content = self.sizes.figures[one].actor.content
            if content is None:
                places[one] = self._plain(one, box, em)
                x += wide
                continue
            paper = self.sizes.figures[content.file or one].hue
            made = Sheet(
                Rect(0.0, 0.0, 0.0, 0.0), title * em, pitch, rows, paper, detail.stacked
            )
            places[one] = _column(self.sizes.figures[one], box, em, made)
            x += wide

    def _plain(self, one: str, column: Rect, em: float) -> Place:
        """Return the place of a card that stands in a lane and holds nothing."""
        figure = self.sizes.figures[one]
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
        figure = self.sizes.figures[one]
        caption = caption_height(figure) * em
        side = GLOBE * em
        wide = max(side, own_size(figure, LEVELS[0])[0] * em)
        y = top + high * 0.36 - side / 2
        box = Rect(middle - wide / 2, y - caption, wide, side + caption)
        body = Rect(middle - side / 2, y, side, side)
        places[one] = Place(figure, box, body, caption_above=True)

    def _place_frames(self, places: dict[str, Place], em: float) -> None:
        """Draw frames around those that stand in them, the innermost first."""
        frames = {f for one in self.sizes.columns for f in self.sizes.frames(one)}
        inward = {frame: len(list(self.sizes.frames(frame))) for frame in frames}
        for frame in sorted(frames, key=lambda f: (-inward[f], f)):  # always so
            inside = [
                places[one].box
                for one, parent in self.sizes.parents.items()
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
            places[frame] = Place(self.sizes.figures[frame], box, body)

    def _place_rest(self, places: dict[str, Place], em: float) -> None:
        """Put whoever is no column above those whom it is joined to."""
        wanted = {one: self._middle(one, places) for one in self.sizes.rest}
        right = MARGIN * em
        for one in sorted(self.sizes.rest, key=lambda one: wanted[one]):
            figure = self.sizes.figures[one]
            wide, high = (side * em for side in own_size(figure, REST_LEVEL))
            x = max(right, wanted[one] - wide / 2)
            right = x + wide + 1.5 * em
            top = min(places[column].box.y for column in self.sizes.columns)
            inside = self.sizes.parents[one] is not None
            lift = REST_APART if inside else FRAME_TOP + REST_APART
            y = top - lift * em - high
            box = Rect(x, max(MARGIN * em, y), wide, high)
            places[one] = _leaf(figure, box, em)

    def _middle(self, one: str, places: Mapping[str, Place]) -> float:
        """Return the x (pixels) around which those stand whom an actor is joined to."""
        others = [
            places[other].box.centre[0]
            for link in self.sizes.lesson.links
            if one in (link.source, link.target)
            for other in self._columns_of({link.source, link.target} - {one})
        ]
        return sum(others) / len(others) if others else self.size[0] / 2

    def _columns_of(self, actors: set[str]) -> list[str]:
        """Return the columns among the actors, or inside them."""
        return [
            column
            for column in sorted(self.sizes.columns)
            if column in actors or actors.intersection(self.sizes.frames(column))
        ]


def _leaf(figure: Figure, box: Rect, em: float) -> Place:
    """Return the place of a card, or of a drawing below its name."""
    if figure.form not in DRAWN:
        return Place(figure, box, box)
    caption = caption_height(figure) * em
    body = Rect(box.x, box.y + caption, box.width, box.height - caption)
    return Place(figure, box, body, caption_above=True)


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
