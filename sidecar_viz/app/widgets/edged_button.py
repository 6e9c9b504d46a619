"""A button with an edge, for dialogs: it is seen to be a button at rest, too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.buttons import RADIUS, KeyButton
from sidecar_viz.paint.brush.theme import mixed


class EdgedButton(KeyButton):
    """A KeyButton inside a thin line."""

    def __init__(self, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, key, parent)
        self._edged = Look()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._edged = look
        super().set_look(look)

    def _draw_edge(self, painter: QPainter, box: QRectF) -> None:
        theme, radius = self._edged.theme, self._edged.px(RADIUS)
        tone = theme.accent if self.isChecked() else mixed(theme.line, theme.edge, 0.45)
        painter.setPen(QPen(QColor(tone), 2.0 if self.isChecked() else 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)

    def _draw_bar(self, painter: QPainter, box: QRectF) -> None:
        """Draw a bar under the text of what is down: colour alone does not say it."""
        height = self._edged.px(3)
        inset = box.width() * 0.22
        bar = box.adjusted(inset, 0, -inset, -self._edged.px(4))
        bar.setTop(bar.bottom() - height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._edged.theme.accent))
        painter.drawRoundedRect(bar, height / 2, height / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line over the button's edge; the focus ring takes its place."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if not self.hasFocus():
                self._draw_edge(painter, box)
            if self.isChecked():
                self._draw_bar(painter, box)
