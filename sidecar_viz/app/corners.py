"""Rounds the corners of something that paints its whole rectangle."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look import Look
from sidecar_viz.app.style import CARD_RADIUS

Corners = tuple["Corner", ...]


def rounded(card: QWidget, inside: QWidget) -> Corners:
    """Four small covers for the corners of *card*; the focus of *inside* shows."""
    return tuple(Corner(card, inside, right, low) for right in (0, 1) for low in (0, 1))


class Corner(QWidget):
    """Covers one corner with the window's ground and the card's edge."""

    def __init__(self, card: QWidget, inside: QWidget, right: int, low: int) -> None:
        super().__init__(card)
        self._look = Look()
        self._card, self._inside = card, inside
        self._right, self._low = right, low
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.installEventFilter(self)
        inside.installEventFilter(self)

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        self._look = look
        side = look.px(CARD_RADIUS)
        self.resize(side, side)
        self._place()
        self.update()

    def _place(self) -> None:
        x = (self._card.width() - self.width()) * self._right
        y = (self._card.height() - self.height()) * self._low
        self.move(x, y)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner; show the focus."""
        kind = event.type()
        if kind == QEvent.Type.Resize and watched is self._card:
            self._place()
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is outside of the rounded corner, and its edge."""
        theme, side = self._look.theme, float(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(side * (1 - self._right), side * (1 - self._low))
        circle = QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side)
        outside, whole = QPainterPath(), QPainterPath()
        outside.addEllipse(circle)
        whole.addRect(QRectF(self.rect()))
        painter.fillPath(whole.subtracted(outside), QColor(theme.bg))
        focused = self._inside.hasFocus()
        width = max(2.0, 2.0 * self._look.ui) if focused else 1.0
        colour = theme.accent if focused else theme.line
        painter.setPen(QPen(QColor(colour), width))
        inset = 1 + width / 2 if focused else width / 2
        inner = circle.adjusted(inset, inset, -inset, -inset)
        if focused:  # the ring's right and lower lines are a pixel further in
            inner.translate(-self._right, -self._low)
        painter.drawEllipse(inner)
