"""Measures the cells on a card: an array, a stack, the rows of a table, a text."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sidecar_viz.core.lesson import Cells
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import width

HIGH, LINE, NUMBERS, PAD, AROUND = 1.95, 1.6, 1.15, 0.55, 0.35
"""The height (em) of a cell, of a line of a table or a text, of the numbers under a
row; what is left and right of a text in its cell, and over and under all cells."""
LEAST = 1.95
"""The least width (em) of a cell."""
BAR = "|"


class CellGrid(Struct, frozen=True):
    """Room for *slots* cells: *columns* are the widths (em) of the columns.

    A row has as many columns as slots, all of one width; a stack and a text have one.
    """

    cells: Cells
    slots: int
    columns: tuple[float, ...]

    @property
    def width(self) -> float:
        """The width (em) of all cells."""
        return sum(self.columns)

    @property
    def height(self) -> float:
        """The height (em) of all cells, with what is around them."""
        if self.cells.form == "row":
            return HIGH + NUMBERS + 2 * AROUND
        high = HIGH if self.cells.form == "stack" else LINE
        lines = self.slots + (1 if self.cells.head else 0)
        return high * lines + 2 * AROUND


def grid_of(cells: Cells, known: Iterable[tuple[str, ...]]) -> CellGrid:
    """Make room for all that the cells can be at any time."""
    every = [tuple(map(str, cells.items)), *known]
    slots = max(1, cells.slots or 0, *(len(texts) for texts in every))
    lines = [parts_of(cells, text) for texts in every for text in texts]
    if cells.head:
        lines.append(parts_of(cells, cells.head))
    mono = cells.form == "text"
    weight = MEDIUM if mono else SEMIBOLD
    columns = max((len(parts) for parts in lines), default=1)
    widths = (
        tuple(
            max(
                LEAST,
                *(
                    width(parts[at], weight, mono=mono) + 2 * PAD
                    for parts in lines
                    if at < len(parts)
                ),
            )
            for at in range(columns)
        )
        if lines
        else (LEAST,)
    )
    if cells.form == "row":
        widths = widths[:1] * slots
    return CellGrid(cells, slots, widths)


def parts_of(cells: Cells, text: str) -> tuple[str, ...]:
    """Split a text at its bars where it is the row of a table."""
    if cells.form != "table":
        return (text,)
    return tuple(part.strip() for part in text.split(BAR))
