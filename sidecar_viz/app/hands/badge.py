"""A round button over a stage, at an actor or on a link."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton

from sidecar_viz.app.hands.spots import spot_of
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.paint.brush.fonts import BOLD, font
from sidecar_viz.paint.brush.theme import Theme

LEAST, SHARE = 44, 0.05
"""The least width of a badge (pixels), and its share of the stage's height."""
RING = 0.06
BESIDE = 1.12
"""How far badges of one place stand from each other, in widths."""

Sign = Literal["pull", "stop", "back"]
SIGNS: dict[Sign, tuple[tuple[tuple[float, float], ...], ...]] = {
    "pull": (
        ((-0.9, 0.0), (-0.45, 0.0)),
        ((-0.45, -0.35), (-0.45, 0.35), (-0.05, 0.35), (-0.05, -0.35), (-0.45, -0.35)),
        ((-0.05, -0.18), (0.18, -0.18)),
        ((-0.05, 0.18), (0.18, 0.18)),
        ((0.45, -0.35), (0.45, 0.35)),
        ((0.45, 0.0), (0.9, 0.0)),
    ),
    "stop": (
        ((0.0, -0.75), (0.0, -0.05)),
        (
            *((-0.42, -0.45), (-0.62, -0.1), (-0.58, 0.32), (-0.3, 0.6), (0.0, 0.68)),
            *((0.3, 0.6), (0.58, 0.32), (0.62, -0.1), (0.42, -0.45)),
        ),
    ),
    "back": (
        ((-0.9, 0.0), (-0.3, 0.0)),
        ((-0.3, -0.35), (-0.3, 0.35), (0.3, 0.35), (0.3, -0.35), (-0.3, -0.35)),
        ((0.3, 0.0), (0.9, 0.0)),
    ),
}
"""Strokes from -1 to 1: a plug that leaves its socket, a switch, a plug put in."""


class Badge(QAbstractButton):
    """Stands at its place, whatever moves the stage, and says what it is for.

    Signals:
        looked_at: whether the pointer is over it.

    Attributes:
        place: the id of the actor or link at which it stands.
        number: its place among those that stand there, from 0.
    """

    looked_at: SignalOf[bool] = signal(bool)

    def __init__(
        self,
        stage: StageView,
        place: str,
        said: str,
        sign: Sign | str,
        number: int = 0,
        *,
        words: str = "",
        column: int = 1,
    ) -> None:
        """Stand on a stage.

        Args:
            said: what it does, in words; also for screen readers.
            sign: the name of a sign, or a letter or a number to be written.
            words: what is written beside the sign; such badges stand in a column.
            column: how many stand in it.
        """
        super().__init__(stage)
        self.stage, self.place, self.sign, self.number = stage, place, sign, number
        self._words, self._column = words, column
        self.setText(said)
        self.setAccessibleName(said)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.settle()

    def sizeHint(self) -> QSize:
        """As large as a thumb, and larger on a large stage."""
        high = max(LEAST, round(SHARE * self.stage.height()))
        wide = high
        if self._words:
            written = QFontMetricsF(self._font(high)).horizontalAdvance(self._words)
            wide = min(self.stage.width(), round(high * 1.4 + written))
        return QSize(wide, high)

    def _font(self, high: float) -> QFont:
        return font(high * (0.36 if self._words else 0.45), BOLD)

    def spot(self) -> QPointF | None:
        """Find where its middle belongs; None where its place is not to be seen."""
        spot = spot_of(self.stage, self.place)
        if spot is None:
            return None
        size = self.sizeHint()
        if self._words:  # the last one lies where a single badge would
            inward = QPointF((size.width() - size.height()) / 2, 0.0)
            step = BESIDE * size.height()
            top = spot.y() - (self._column - 1) * step - size.height() / 2
            spot += inward + QPointF(0.0, max(0.0, -top))  # all of it is to be seen
            return spot - QPointF(0.0, self.number * step)
        return spot + QPointF(self.number * BESIDE * size.width(), 0.0)

    def settle(self) -> None:
        """Stand where its place is now, inside the stage; hide where it is not."""
        spot, size = self.spot(), self.sizeHint()
        if spot is None:
            self.hide()
            return
        self.move_to(spot, size)
        self.show()
        self.raise_()

    def move_to(self, middle: QPointF, size: QSize | None = None) -> None:
        """Stand around a place of the stage."""
        size = size or self.size()
        left = round(middle.x() - size.width() / 2)
        top = round(middle.y() - size.height() / 2)
        left = max(0, min(left, self.stage.width() - size.width()))
        top = max(0, min(top, self.stage.height() - size.height()))
        self.setGeometry(QRect(left, top, size.width(), size.height()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is over it."""
        super().enterEvent(event)
        self.looked_at.emit(True)  # noqa: FBT003 - a Qt signal

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer has gone."""
        super().leaveEvent(event)
        self.looked_at.emit(False)  # noqa: FBT003 - a Qt signal

    def filled(self) -> bool:
        """Return whether it is drawn full: chosen, pressed or pointed at."""
        return self.isChecked() or self.isDown() or self.underMouse()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a disc in the interface's own colour: no actor has it."""
        theme, full = self.stage.picture.theme, self.filled()
        ink = theme.on_accent if full else theme.accent
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = draw_disc(painter, QRectF(self.rect()), theme, full=full)
            sign = area.adjusted(0.0, 0.0, area.height() - area.width(), 0.0)
            self._draw_sign(painter, sign, QColor(ink))
            if self._words:
                rest = area.adjusted(area.height() * 0.95, 0.0, 0.0, 0.0)
                painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._words)

    def _draw_sign(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        strokes = next((SIGNS[name] for name in SIGNS if name == self.sign), None)
        painter.setFont(self._font(self.height()))
        if strokes is None:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.sign)
            return
        wide = area.height()
        thick = QPen(ink, max(2.0, wide * 0.06))
        thick.setCapStyle(Qt.PenCapStyle.RoundCap)
        thick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(thick)
        painter.translate(area.center())
        for stroke in strokes:
            painter.drawPolyline([QPointF(x, y) * wide * 0.3 for x, y in stroke])
        painter.translate(-area.center())


def draw_disc(painter: QPainter, around: QRectF, theme: Theme, *, full: bool) -> QRectF:
    """Draw a badge without its sign; set the pen to the sign's colour.

    Returns:
        The area within its outer ring.
    """
    ring = max(2.0, RING * around.height())
    area = around.adjusted(ring, ring, -ring, -ring)
    inner = area.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
    painter.setPen(QPen(QColor(theme.surface), ring * 2))
    painter.setBrush(QColor(theme.accent if full else theme.surface))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setPen(QPen(QColor(theme.accent), ring))
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    painter.setPen(QColor(theme.on_accent if full else theme.accent))
    return area
