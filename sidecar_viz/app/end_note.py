"""The note under the table on how it all ends, with a light bulb before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from sidecar_viz.app.look import Look
from sidecar_viz.paint.icons import draw_icon

ROOM, BULB = 26, 9


class EndNote(QLabel):
    """A few words in rich text; the bulb stands in their left margin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        self._look = look
        self.setFont(look.font(15))
        self.setContentsMargins(look.px(ROOM), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bulb beside the first line."""
        super().paintEvent(event)
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        colour = QColor(look.theme.warning.line)
        draw_icon(painter, "bulb", look.px(11), middle, look.px(BULB), colour)
