"""Lets a switch or a voice press an item of a table, as Enter does there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

BY_ROWS = QAbstractItemView.SelectionBehavior.SelectRows


class PressedItems(QObject):
    """Follows what is selected in a view in which only one item can be.

    Qt's "Toggle", which selects it, is all that assistive technology can do with an
    item, and PySide6 has no table interface to offer more with. Whatever else selects
    an item leads the keyboard to it, at once or at the end of a drag.
    """

    def __init__(
        self, view: QTableView, press: Callable[[QPersistentModelIndex], object]
    ) -> None:
        """Press from now on what is selected in a *view*, which has its model."""
        super().__init__(view)
        self._view, self._press = view, press
        view.selectionModel().selectionChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        current, model = self._view.currentIndex(), self._view.selectionModel()
        chosen = [i for i in model.selectedIndexes() if not self._is_at(i, current)]
        if chosen and self._view.state() != self._view.State.DragSelectingState:
            flag = QItemSelectionModel.SelectionFlag
            rows = flag.Rows if self._by_rows() else flag.NoUpdate
            model.select(current, flag.ClearAndSelect | rows)
            item = QPersistentModelIndex(chosen[0])
            # What the item is to a reader may go with the press, and is still asked.
            QTimer.singleShot(0, self, lambda: self._press(item))

    def _by_rows(self) -> bool:
        return self._view.selectionBehavior() == BY_ROWS

    def _is_at(self, index: QModelIndex, current: QModelIndex) -> bool:
        """Return whether an item has the keyboard, or its whole row."""
        return index == current or (self._by_rows() and index.row() == current.row())
