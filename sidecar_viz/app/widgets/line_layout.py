"""A layout that sets its items in lines, as words are set in a paragraph."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right; those without room go to the next line.

    There are as few lines as the room allows, and all are about as long.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def _placed(self, width: int) -> tuple[list[QPoint], int]:
        """Return the place of each item, and the height of all.

        They are set as narrow as they can be without another line.
        """
        high = self._set(width)[1]
        least, most = min(self.minimumSize().width(), width) - 1, width
        while most - least > 1:
            half = (least + most) // 2
            if self._set(half)[1] <= high:
                most = half
            else:
                least = half
        return self._set(most)

    def _set(self, width: int) -> tuple[list[QPoint], int]:
        """Return the same with every line as full as it can be."""
        places, x, y, line = [], 0, 0, 0
        for item in self._items:
            if item.isEmpty():  # hidden
                places.append(QPoint(x, y))
                continue
            size = item.sizeHint()
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self.spacing(), 0
            places.append(QPoint(x, y))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return places, y + line

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at this place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at this place away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Wants no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Higher when narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines together."""
        return self._set(width)[1]

    def sizeHint(self) -> QSize:
        """Return the size of all in one line."""
        widths = [item.sizeHint().width() for item in self._items]
        gaps = self.spacing() * max(0, len(widths) - 1)
        return QSize(sum(widths) + gaps, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        """Return a size as wide as the widest item."""
        sizes = [item.sizeHint() for item in self._items]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._placed(rect.width())[0], strict=True):
            item.setGeometry(QRect(rect.topLeft() + place, item.sizeHint()))
