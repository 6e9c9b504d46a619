"""A column that scrolls when it is higher than its room, and follows the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

MARGIN = 12


class ScrollPage(QScrollArea):
    """Holds a column of widgets."""

    heard_as: Final = "page"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = QWidget(self)
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def follow(self, widget: QWidget) -> None:
        """Scroll so that the *widget* can be seen whole."""
        self.column.activate()
        self.ensureWidgetVisible(widget, 0, MARGIN)

    def height_for(self, width: int) -> int:
        """Return the height at which nothing must be scrolled, at a width (pixels)."""
        if self.column.hasHeightForWidth():
            return self.column.heightForWidth(width)
        return self.column.sizeHint().height()

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)
