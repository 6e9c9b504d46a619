"""Measures the lanes of a ledger: how wide their columns and the gaps are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from sidecar_viz.core.lesson import Ledger, Lesson, Link
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.layout.arrange import Group
from sidecar_viz.paint.layout.bridges import is_dock
from sidecar_viz.paint.sizes.columns import (
    FOOT,
    LEAST_PITCH,
    LID_DOWN,
    LID_UP,
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
    caption_lines,
    own_size,
    widest_chip,
)
from sidecar_viz.paint.sizes.places import Size

MARGIN, FRAME_PAD, FRAME_TOP = 0.9, 1.2, 1.6
"""The room (em) at the stage's edges, beside columns in a frame, and above them."""
APART, PLAIN_GAP = 1.6, 4.2
"""The least gap (em) between columns, and the one where a plain link runs."""
GLOBE = LEVELS[0].globe
REST_LEVEL, REST_APART = LEVELS[0], 2.6
"""How those who are no columns are drawn, and their distance (em) from the columns."""


class Gap(Struct, frozen=True):
    """The room between two columns (em): borders of frames, and what joins them."""

    closes: int
    opens: int
    wide: float
    through: str | None = None

    @property
    def total(self) -> float:
        """The width of all of it."""
        return self.wide + (self.closes + self.opens) * FRAME_PAD


class Lane(Struct, frozen=True):
    """The columns of one lane with their widths, and the gaps around them (em)."""

    ids: tuple[str, ...]
    widths: tuple[float, ...]
    gaps: tuple[Gap, ...]

    @property
    def total(self) -> float:
        """The width of the whole lane."""
        return sum(self.widths) + sum(gap.total for gap in self.gaps)


class LedgerSizes:
    """The sizes of a lesson's columns; all lengths are in em.

    Attributes:
        figures: everybody on the stage.
        parents: whom each stands in.
        columns: who stands in a lane.
        rest: who is neither a column, nor a frame, nor what a link runs through.
        depth: how many frames stand around a column at most.
    """

    def __init__(
        self, lesson: Lesson, ledger: Ledger, groups: Mapping[str | None, Group]
    ) -> None:
        """Measure the *ledger* of a *lesson*."""
        self.lesson, self.ledger = lesson, ledger
        self.figures = groups[None].figures
        self.parents = {actor.id: actor.parent for actor in lesson.actors}
        self.columns = {actor for lane in ledger.lanes for actor in lane}
        self.rest = _beside(lesson, self.columns, self.figures)
        self.depth = max(len(list(self.frames(one))) for one in self.columns)

    def em(self, size: Size, lanes: Sequence[Lane], rows: int, detail: Detail) -> float:
        """Return the text size (pixels) at which lanes with so many rows fit."""
        wide = max(lane.total for lane in lanes) + 2 * MARGIN
        high = len(lanes) * (self.fixed(detail) + rows * LEAST_PITCH) + 2 * MARGIN
        return max(1.0, min(size[0] / wide, size[1] / high))

    def fixed(self, detail: Detail) -> float:
        """Return the height of a lane without its rows (em)."""
        sheet = (TITLE if detail.titles else 0.5) + UNDER
        return self.head() + detail.header + sheet + FOOT + self.foot() + 0.6

    def head(self) -> float:
        """Return the height above the columns (em): frames' labels, and the lid."""
        head = self.depth * (TAB_HEIGHT / 2 + FRAME_TOP) + LID_UP
        return head + (self.rest_height() if self.rest else 0.0)

    def rest_height(self) -> float:
        """Return the height (em) that those who are no columns take above them."""
        high = max(own_size(self.figures[one], REST_LEVEL)[1] for one in self.rest)
        return high + REST_APART

    def foot(self) -> float:
        """Return the height below the columns (em)."""
        return self.depth * FRAME_PAD * 0.8 + LID_DOWN

    def frames(self, actor: str) -> Iterator[str]:
        """Yield the frames that an actor stands in, the innermost first."""
        parent = self.parents[actor]
        while parent is not None:
            yield parent
            parent = self.parents[parent]

    def lane(self, ids: tuple[str, ...], detail: Detail) -> Lane:
        """Measure one lane: its columns and the gaps around them."""
        items = self.ledger.items
        widths = [self._width(one, items, detail) for one in ids]
        around: list[list[str]] = [[], *(list(self.frames(i)) for i in ids), []]
        gaps = []
        for number, (left, right) in enumerate(pairwise(around)):
            link = self._joining(ids, number)
            gaps.append(
                Gap(
                    len(set(left) - set(right)),
                    len(set(right) - set(left)),
                    self._wide(link, detail) if 0 < number < len(ids) else 0.0,
                    link.through if link else None,
                )
            )
        return Lane(ids, tuple(widths), tuple(gaps))

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
        if is_dock(link):
            return detail.gutter
        words = label_width(link.label) + 0.6 if link.label and detail.titles else 0.0
        return max(PLAIN_GAP, words)


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
