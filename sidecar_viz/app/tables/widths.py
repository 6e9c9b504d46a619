"""How wide the columns of a table become: what they need, wish for, and are given."""

from __future__ import annotations

from collections.abc import Sequence

from sidecar_viz.app.tables.cell_delegate import CellDelegate
from sidecar_viz.app.tables.grid_header import GridHeader
from sidecar_viz.app.tables.model import Grid, measured

TIGHT = 0.5  # how much of the room beside words is left where they have too little

LOOSER = (1.0, 0.9, 0.8, 0.7, 0.6, TIGHT)
"""What is tried where it scrolls all the same: as many columns, with more room."""

Wishes = tuple[list[float], list[float]]


class Widths:
    """Shares a width out over columns, as their cells and heads are drawn."""

    def __init__(self, cells: CellDelegate, head: GridHeader) -> None:
        self._cells, self._head = cells, head
        self._wished: tuple[object, Wishes] | None = None

    def set_tight(self, tight: float) -> None:
        """Leave this part of the usual room beside the words: up to 1."""
        self._cells.set_tight(tight)
        self._head.tight = tight

    def shared(self, grid: Grid, room: int) -> tuple[list[int], int]:
        """Share *room* pixels out; with too little, those columns seen are whole.

        Cells and heads are as tight afterwards as that needs.

        Returns:
            the widths, and how many pixels it scrolls sideways at a time: 0 for none.
        """
        least: list[float] = []
        for tight in (1.0, TIGHT):
            self.set_tight(tight)
            least, wish = self._wishes(grid)
            if sum(least) <= room:
                return shared_widths(least, wish, room), 0
        most = columns_seen(least, room)
        for tight in LOOSER:
            self.set_tight(tight)
            least, _ = self._wishes(grid)
            if columns_seen(least, room) == most:
                break
        widths = stepped_widths(least, room)
        return widths, widths[-1]

    def _wishes(self, grid: Grid) -> Wishes:
        """Return how wide each column must be, and how wide it would like to be."""
        key = (self._cells.look, self._cells.tight, texts_of(grid))
        if self._wished is not None and self._wished[0] == key:
            return self._wished[1]
        least, wish = [], []
        for at in range(len(grid.columns)):
            cells = [row[at] for row in grid.rows]
            head = float(self._head.sectionSizeHint(at))
            least.append(max([head, *(self._cells.least(shown) for shown in cells)]))
            wish.append(max([head, *(self._cells.wish(shown) for shown in cells)]))
        self._wished = (key, (least, wish))
        return least, wish


def texts_of(grid: Grid) -> object:
    """Return all in a grid that decides about widths and heights."""
    if grid.measured is not None:
        return grid.measured
    rows = ((shown.cell for shown in row) for row in grid.rows)
    return measured(grid.columns, rows)


def shared_widths(
    least: Sequence[float], wish: Sequence[float], room: float
) -> list[int]:
    """Widths for columns that fill *room*, none under its least.

    What is left after the least widths is shared by what each wishes beyond.
    """
    left = room - sum(least)
    if left <= 0:
        return [int(width) + 1 for width in least]
    wants = [max(0.0, w - n) for n, w in zip(least, wish, strict=True)]
    total = sum(wants)
    if total <= left:
        spare = (left - total) / len(least)
        return [int(max(n, w) + spare) for n, w in zip(least, wish, strict=True)]
    return [int(n + left * w / total) for n, w in zip(least, wants, strict=True)]


def columns_seen(least: Sequence[float], room: float) -> int:
    """Return how many whole columns have room beside the first one; at least one."""
    first, *others = (int(width) + 1 for width in least)
    return max(1, int((room - first) / max(others, default=1)))


def stepped_widths(least: Sequence[float], room: float) -> list[int]:
    """Widths for too little *room*: beside the first column, whole ones are seen."""
    first, *others = (int(width) + 1 for width in least)
    widest = max(others, default=1)
    seen = columns_seen(least, room)
    step = max(widest, int((room - first) / seen))
    return [max(first, int(room) - step * seen), *(step for _ in others)]
