"""Which rows of a ledger are in sight, and how much of a line is written."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import Chip, Stage
from sidecar_viz.paint.sizes.places import Layout, Sheet

HALF_TYPED = 0.55
"""The part (0..1) of a line that is typed while its writer rests."""


class Rows(Struct, frozen=True):
    """Which rows of a ledger are in sight: those after the first *above* ones."""

    above: int
    many: int

    def box(self, sheet: Sheet, item: int) -> Rect | None:
        """Return the box of an item's row; None if it is out of sight."""
        at = item - self.above
        return sheet.row(at) if 1 <= at <= self.many else None

    def both(
        self, one: Sheet | None, other: Sheet | None, item: int
    ) -> tuple[Rect, Rect] | None:
        """Return the boxes of an item's rows; None where one is not or not in sight."""
        here = self.box(one, item) if one is not None else None
        there = self.box(other, item) if other is not None else None
        return (here, there) if here is not None and there is not None else None


def rows_in_sight(stage: Stage, layout: Layout) -> Rows:
    """Return the rows that are shown: all, or the last as many as there is room for."""
    sheets = [place.sheet for place in layout.places.values() if place.sheet]
    many = min((sheet.rows for sheet in sheets), default=0)
    newest = max((state.holds[-1] for state in stage.actors if state.holds), default=0)
    return Rows(max(0, newest - many), many)


def typed(chip: Chip, *, half: bool) -> tuple[float, float]:
    """Return how much (0..1) of a line the writer has typed, and the file has."""
    begun = HALF_TYPED if half else 0.0
    there = min(1.0, chip.along * 2.0)
    return begun + (1.0 - begun) * there, max(0.0, chip.along * 2.0 - 1.0)
