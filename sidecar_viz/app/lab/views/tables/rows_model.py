"""A table of texts that a real item view shows, so that it can be read and copied."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Rows(Struct, frozen=True):
    """Texts in rows under a *head*; *lit* are the numbers of rows that are new."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lit: frozenset[int] = frozenset()


class RowsModel(QAbstractTableModel):
    """Shows rows; tells views only what has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = Rows()

    def show(self, new: Rows) -> None:
        """Show other rows; those that stay the same are not touched."""
        old = self.shown
        if new == old:
            return
        if new.head != old.head or not old.rows:
            self.beginResetModel()
            self.shown = new
            self.endResetModel()
            return
        before, after = len(old.rows), len(new.rows)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self.shown = new
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self.shown = new
            self.endRemoveRows()
        self.shown = new
        for row in range(min(before, after)):
            changed = old.rows[row] != new.rows[row]
            if changed or (row in old.lit) != (row in new.lit):
                last = self.index(row, len(new.head) - 1)
                self.dataChanged.emit(self.index(row, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Count the rows."""
        return 0 if parent.isValid() else len(self.shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Count the columns."""
        return 0 if parent.isValid() else len(self.shown.head)

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | None:
        """Give the text of a cell."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        row = self.shown.rows[index.row()]
        return row[index.column()] if index.column() < len(row) else ""

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole
    ) -> str | None:
        """Give the name of a column."""
        if role != Role.DisplayRole or way != Qt.Orientation.Horizontal:
            return None
        return self.shown.head[section] if section < len(self.shown.head) else ""


def rows(
    head: Sequence[str], lines: Sequence[Sequence[str]], lit: frozenset[int]
) -> Rows:
    """Make rows of any texts."""
    return Rows(tuple(head), tuple(tuple(line) for line in lines), lit)
