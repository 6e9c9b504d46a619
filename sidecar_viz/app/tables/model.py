"""The two tables as read-only Qt models that hand out values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from sidecar_viz.core.beside.tables import Cell
from sidecar_viz.core.lesson import Hue

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
HIDDEN = "?"


class ShownCell(Struct, frozen=True):
    """A cell as it is drawn now: *time* is -1 past, 0 now, 1 still to come.

    *kind* is that of its row: a step, or a case, an ending, an error beside the steps.
    What is *hidden* is to be predicted; it takes the room that it will need. While a
    step is shown, *waits* says that the cell has not filled yet, *fresh* is the hue of
    whom it has just come from.
    With *brief* what a what-if strikes is not written.
    """

    cell: Cell
    time: int = 0
    marked: bool = False
    hue: Hue | None = None
    heading: bool = False
    kind: str = "step"
    hidden: bool = False
    waits: bool = False
    fresh: Hue | None = None
    brief: bool = False

    @property
    def over(self) -> str:
        """What stands over the words, struck: what the lesson says."""
        return "" if self.brief else self.cell.old

    @property
    def written(self) -> str:
        """What is written in the cell now."""
        return HIDDEN if self.hidden else self.cell.text


class Grid(Struct, frozen=True):
    """A whole table of values.

    *measured* is all that decides about widths and heights: whoever shows the same
    texts again hands out the same, so that nothing is measured anew.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[ShownCell, ...], ...] = ()
    measured: object = None


def measured(columns: tuple[str, ...], rows: Iterable[Iterable[Cell]]) -> object:
    """Return what decides about widths and heights in a table of these cells."""
    return columns, [[(c.text, c.old, c.fault) for c in row] for row in rows]


class GridModel(QAbstractTableModel):
    """Hands out a Grid; a new one of the same shape only changes the data."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid()

    def show_grid(self, grid: Grid) -> None:
        """Hand out other values."""
        same = grid.columns == self.grid.columns
        if same and len(grid.rows) == len(self.grid.rows):
            before, self.grid = self.grid, grid
            self._tell_changes(before)
            return
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def _tell_changes(self, before: Grid) -> None:
        """Name the cells that are others now: only those are painted anew."""
        for number, (old, new) in enumerate(
            zip(before.rows, self.grid.rows, strict=True)
        ):
            if old is not new:
                cells = enumerate(zip(old, new, strict=True))
                changed = [at for at, (was, now) in cells if was != now]
                if changed:
                    first, last = changed[0], changed[-1]
                    self.dataChanged.emit(
                        self.index(number, first), self.index(number, last)
                    )

    def shown(self, index: Index) -> ShownCell:
        """Return the cell at a valid *index*."""
        return self.grid.rows[index.row()][index.column()]

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many rows."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = TOP) -> int:
        """Return how many columns."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text; for screen readers what the drawing says beside it."""
        if not index.isValid():
            return None
        shown = self.shown(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.written
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self._read(shown)
            return said if index.column() else self._beside(shown.kind) + said
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the columns' labels; a row is called as its first cell says."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.data(self.index(section, 0))
        if section < len(self.grid.columns):
            return self.grid.columns[section]
        return None

    def _beside(self, kind: str) -> str:
        """Return what a screen reader says first in a row that is no step."""
        kinds = {
            "case": self.tr("Case: "),
            "ending": self.tr("Ending: "),
            "error": self.tr("Error: "),
        }
        return kinds.get(kind, "")

    def _read(self, shown: ShownCell) -> str:
        if shown.hidden:
            return self.tr("to be predicted")
        notes = [shown.cell.text]
        if shown.cell.struck:
            notes.append(self.tr("cannot happen"))
        elif shown.cell.old:
            said = self.tr("instead of %1")
            notes.append(said.replace("%1", shown.cell.old))
        elif shown.cell.fault:
            notes.append(self.tr("otherwise than in the lesson"))
        if shown.time == 0 and shown.cell.changed:
            notes.append(self.tr("changed"))
        return ", ".join(notes)
