"""What the columns of a ledger hold at one moment, and how it is drawn."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.lesson import Ledger
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.columns.column import Column
from sidecar_viz.paint.columns.rows import Rows, rows_in_sight
from sidecar_viz.paint.sizes.places import Layout, Place, Sheet


class Held(Struct, frozen=True):
    """What a column holds: rows of items, without the one that it is writing."""

    place: Place
    sheet: Sheet
    state: ActorState
    ledger: Ledger
    rows: Rows
    writing: int

    @property
    def key(self) -> Hashable:
        """What its look depends on."""
        return _written(self.state), self.rows, self.writing

    @property
    def counting(self) -> bool:
        """Whether its count jumps just now."""
        return self.state.bump > 0.0

    @property
    def still(self) -> bool:
        """Whether nothing in its rows is moving."""
        return self.state.translated in (0.0, 1.0)

    def at_rest(self, solidity: float, life: float) -> Held:
        """Return the same in a column of another look, without the jump."""
        state = replace(_written(self.state), solidity=solidity, life=life, bump=0.0)
        return replace(self, state=state)

    def draw(self, painter: QPainter, brush: Brush, *, counted: bool = True) -> None:
        """Draw title, rows and, if it is to be *counted*, their number."""
        column = self._column(painter, brush)
        column.draw_all(self.rows, self.writing, counted=counted)

    def draw_count(self, painter: QPainter, brush: Brush) -> None:
        """Draw the number alone."""
        self._column(painter, brush).draw_count()

    def _column(self, painter: QPainter, brush: Brush) -> Column:
        return Column(
            *(painter, brush, self.place, self.sheet, self.state, self.ledger)
        )


def held_by(stage: Stage, layout: Layout, drawn: Iterable[str]) -> Iterator[Held]:
    """Yield what each column among *drawn* holds, if anybody is there."""
    ledger, wanted = layout.ledger, frozenset(drawn)
    if ledger is None or not wanted:
        return
    rows = rows_in_sight(stage, layout)
    writing = {c.source: c.item for c in stage.chips if c.verb == "write"}
    for state in stage.actors:
        place = layout.places[state.id]
        if place.sheet is None or state.id not in wanted or state.presence <= 0.0:
            continue
        item = writing.get(state.id, 0)
        yield Held(place, place.sheet, state, ledger, rows, item)


def _written(state: ActorState) -> ActorState:
    """Return the state without what is not written in the rows or the count."""
    return replace(
        state, focus=0.0, turn=1.0, was="", word="", tone="idle", was_tone="idle"
    )
