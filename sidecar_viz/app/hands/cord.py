"""What is drawn round a plug in hand: its cord, and what it is about in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.hands.plug import Plug
from sidecar_viz.app.look.wrapped_text import laid
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, font

LEAST_TEXT, TEXT = 15.0, 0.025
"""The least size of words (pixels), and their size as a share of the stage's height."""
WIDEST = 22.0
"""The width (text sizes) of the words, at most."""


class Cord(QWidget):
    """Lies over a stage while a plug is looked at or held; it takes no clicks."""

    def __init__(self, stage: StageView) -> None:
        super().__init__(stage)
        self._stage = stage
        self._plug: Plug | None = None
        self.said = self.hint = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_plug(self, plug: Plug | None, said: str = "", hint: str = "") -> None:
        """Show the words of a plug, and its cord; with None, nothing any more."""
        self._plug, self.said, self.hint = plug, said, hint
        self.setVisible(plug is not None)
        if plug is not None:
            self.setGeometry(self._stage.rect())
            self.setAccessibleName(f"{said} {hint}".strip())
            self.raise_()
            plug.raise_()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cord from the plug's place, and the words beside the plug."""
        if self._plug is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self._plug.geometry())
            spot = self._plug.spot()
            if self._plug.held and spot is not None:
                self._draw_cord(painter, spot, box.center())
            self._draw_words(painter, box)

    def _draw_cord(self, painter: QPainter, spot: QPointF, end: QPointF) -> None:
        theme = self._stage.picture.theme
        thick = max(3.0, 0.006 * self.height())
        for colour, wide in ((theme.surface, 2.4 * thick), (theme.accent, thick)):
            line = QPen(QColor(colour), wide)
            line.setCapStyle(Qt.PenCapStyle.RoundCap)
            if colour == theme.accent and self._plug is not None and self._plug.out:
                line.setDashPattern([1.2, 2.2])  # it is torn
            painter.setPen(line)
            painter.drawLine(spot, end)

    def _draw_words(self, painter: QPainter, box: QRectF) -> None:
        """Draw a card with the question and what to do, inside the stage."""
        theme = self._stage.picture.theme
        size = max(LEAST_TEXT, TEXT * self.height())
        room = min(WIDEST * size, self.width() - 3 * size)
        title = laid(self.said, font(size, BOLD), room)
        hint = laid(self.hint, font(size * 0.9, MEDIUM), room)
        wide = max(title.width, hint.width) + 1.6 * size
        high = title.height + hint.height + 1.2 * size
        left = box.right() + 0.5 * size
        if left + wide > self.width():
            left = max(2.0, box.left() - wide - 0.5 * size)
        top = max(2.0, min(box.center().y() - high / 2, self.height() - high - 2.0))
        if left < box.right() and left + wide > box.left():  # no room beside it
            top = max(2.0, box.top() - high - 0.4 * size)
        edge = QPen(QColor(theme.accent), max(1.5, size * 0.1))
        edge.setDashPattern([3.0, 2.0])
        painter.setPen(edge)
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(left, top, wide, high), size * 0.6, size * 0.6)
        title.draw(painter, left + 0.8 * size, top + 0.5 * size, theme.ink)
        below = top + 0.6 * size + title.height
        hint.draw(painter, left + 0.8 * size, below, theme.accent)
