"""Tells screen readers which items of a view say something else now."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QListView, QTableView

NAME = Qt.ItemDataRole.AccessibleTextRole
DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole


class ToldItems(QObject):
    """Follows the model of a view: Qt tells that items changed, but not their names.

    Screen readers keep what they once read until they are told of another name.
    """

    def __init__(self, view: QTableView | QListView) -> None:
        """Tell from now on what changes in a *view*, which has its model."""
        super().__init__(view)
        self._view = view
        self._said: dict[tuple[int, int], tuple[str, str]] = {}
        view.model().dataChanged.connect(self._tell)
        view.model().modelReset.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._said.clear()

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, first: QModelIndex, last: QModelIndex) -> None:
        if not QAccessible.isActive():
            self._said.clear()
            return
        for row in range(first.row(), last.row() + 1):
            for column in range(first.column(), last.column() + 1):
                self._tell_item(first.siblingAtRow(row).siblingAtColumn(column))

    def _tell_item(self, index: QModelIndex) -> None:
        key = (index.row(), index.column())
        now = (index.data(NAME) or "", index.data(DESCRIPTION) or "")
        name, description = self._said.get(key, (None, ""))
        self._said[key] = now
        if now[0] != name:
            self._send(index, QAccessible.Event.NameChanged)
        if now[1] != description:
            self._send(index, QAccessible.Event.DescriptionChanged)

    def _send(self, index: QModelIndex, kind: QAccessible.Event) -> None:
        event = QAccessibleEvent(self._view, kind)
        event.setChild(self._place(index))
        QAccessible.updateAccessibility(event)

    def _place(self, index: QModelIndex) -> int:
        """Return which child of the view an item is for Qt."""
        if not isinstance(self._view, QTableView):
            return index.row()
        # Qt counts the corner and both headers, hidden or not, row by row.
        columns = index.model().columnCount() + 1
        return (index.row() + 1) * columns + index.column() + 1
