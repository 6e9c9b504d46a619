"""The program's mark, at the head of its windows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.signs import draw_mark


class Mark(QWidget):
    """The program's mark."""

    heard_as: Final = "picture"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = Look()
        self.setAccessibleName("sidecar_viz")

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._look.px(34), self._look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        with QPainter(self) as painter:
            draw_mark(painter, QRectF(self.rect()), self._look.theme)
