"""Draws what the columns of a ledger hold, and keeps what stays the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial

from msgspec.structs import replace
from PySide6.QtGui import QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.lesson import Ledger
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.pictures import Pictures
from sidecar_viz.paint.columns.column import Column
from sidecar_viz.paint.columns.columns import blended
from sidecar_viz.paint.columns.docks import Docks
from sidecar_viz.paint.columns.rows import Rows, rows_in_sight
from sidecar_viz.paint.sizes.places import Layout, Place, Sheet

MOST_KEPT = 12


class Contents:
    """Draws what columns hold, and caches what stays the same from frame to frame.

    Attributes:
        docks: what draws the mounts between columns.
    """

    def __init__(self, brush: Brush, layout: Layout) -> None:
        """Cache for one brush and one layout; vectors are always drawn anew."""
        self._brush, self._layout = brush, layout
        self.docks = Docks(brush, layout)
        self._pictures = Pictures(brush.effects.ratio, MOST_KEPT)

    def draw(self, painter: QPainter, stage: Stage, drawn: Iterable[str]) -> None:
        """Draw what the columns among *drawn* hold."""
        for _, draw_column in self.drawings(stage, drawn):
            draw_column(painter)

    def drawings(
        self, stage: Stage, drawn: Iterable[str]
    ) -> Iterator[tuple[Hashable, Callable[[QPainter], None]]]:
        """Yield how each column among *drawn* is drawn, and what that depends on."""
        ledger, wanted = self._layout.ledger, frozenset(drawn)
        if ledger is None:
            return
        rows = rows_in_sight(stage, self._layout)
        writing = {c.source: c.item for c in stage.chips if c.verb == "write"}
        for state in stage.actors:
            place = self._layout.places[state.id]
            if place.sheet is None or state.id not in wanted or state.presence <= 0.0:
                continue
            parts = (place, place.sheet, state, ledger)
            item = writing.get(state.id, 0)
            yield _key(state, rows, item), self._drawing(parts, rows, item)

    def _drawing(
        self, parts: tuple[Place, Sheet, ActorState, Ledger], rows: Rows, item: int
    ) -> Callable[[QPainter], None]:
        def draw(painter: QPainter) -> None:
            column = Column(painter, self._brush, *parts)
            if column.changing or self._brush.effects.vectors:
                column.draw_all(rows, item)
            else:
                self._copy(painter, column, rows, item)

        return draw

    def _copy(self, painter: QPainter, column: Column, rows: Rows, item: int) -> None:
        """Copy the picture of a column's rows; a count that jumps is drawn over it."""
        counted, before = column.state.bump <= 0.0, painter.opacity()
        for look, opacity in blended(column.state):
            state = replace(_written(look), bump=0.0)
            painter.setOpacity(before * opacity)
            self._pictures.paint(
                painter,
                (state, rows, item, counted),
                column.place.box,
                partial(
                    *(_draw_still, column.with_state(state), rows, item),
                    counted=counted,
                ),
            )
        painter.setOpacity(before)
        if not counted:
            column.draw_count()


def _draw_still(
    column: Column, rows: Rows, item: int, inside: QPainter, *, counted: bool
) -> None:
    column.with_painter(inside).draw_all(rows, item, counted=counted)


def _written(state: ActorState) -> ActorState:
    """Return the state without what is not written in the rows or the count."""
    return replace(
        state, focus=0.0, turn=1.0, was="", word="", tone="idle", was_tone="idle"
    )


def _key(state: ActorState, rows: Rows, item: int) -> Hashable:
    """Return what the look of a column's rows and its count depends on."""
    return _written(state), rows, item
