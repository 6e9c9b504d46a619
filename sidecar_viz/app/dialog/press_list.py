"""A list in which one press takes an item: by a click, a switch or a voice."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sidecar_viz.app.qt.signals import SignalOf, signal


class PressList(QListWidget):
    """Tells which item is taken; screen readers offer to press each.

    Signals:
        chosen: the place of the item that was clicked, or pressed by a switch.
    """

    heard_as: Final = "list"

    chosen: SignalOf[int] = signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(WholeLines(self))
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))


class WholeLines(QStyledItemDelegate):
    """Gives an item the height of all its lines, as they are painted.

    Qt breaks them as if a style sheet left no room at the sides: of words that just fit
    so, the last would be cut.
    """

    def __init__(self, shown: QListView) -> None:
        super().__init__(shown)
        self._shown = shown

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of an item in the room that its words have."""
        if not self._shown.wordWrap() or option.rect.width() <= 0:
            return super().sizeHint(option, index)
        wide = self._shown.viewport().width() - 2 * self._shown.spacing()
        narrow = QStyleOptionViewItem(option)
        narrow.rect.setWidth(min(option.rect.width(), wide))
        text = QStyle.SubElement.SE_ItemViewItemText
        room = self._shown.style().subElementRect(text, narrow, self._shown)
        narrow.rect.setWidth(room.width())
        return super().sizeHint(narrow, index)
