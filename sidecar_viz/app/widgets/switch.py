"""A switch: on or off, told by place, colour and word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.app.widgets.buttons import clicked_by_enter
from sidecar_viz.paint.brush.fonts import MEDIUM

TRACK_WIDTH, TRACK_HEIGHT, GAP, MARGIN, SIZE = 46, 26, 10, 5, 16


class Switch(QAbstractButton):
    """Toggles with a click, Space or Enter."""

    def __init__(
        self, name: str, parent: QWidget | None = None, *, by_enter: bool = True
    ) -> None:
        """Make it; not *by_enter* leaves Enter to the dialog around it."""
        super().__init__(parent)
        self._by_enter = by_enter
        self._look = Look()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does, unless it is left to the dialog."""
        if is_enter(event) and not self._by_enter:
            event.ignore()
        elif not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def _word(self) -> str:
        return self.tr("On") if self.isChecked() else self.tr("Off")

    def _track(self) -> QRectF:
        look = self._look
        width, height = look.roomy(TRACK_WIDTH), look.roomy(TRACK_HEIGHT)
        return QRectF(MARGIN, (self.height() - height) / 2, width, height)

    def _draw_track(self, painter: QPainter, track: QRectF) -> None:
        theme, on = self._look.theme, self.isChecked()
        radius = track.height() / 2
        painter.setPen(QPen(QColor(theme.accent if on else theme.edge), 1.8))
        painter.setBrush(QColor(theme.accent if on else theme.surface))
        painter.drawRoundedRect(track, radius, radius)
        inset = track.height() * 0.2
        knob = track.adjusted(inset, inset, -inset, -inset)
        knob.setWidth(knob.height())
        if on:
            knob.moveRight(track.right() - inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_accent if on else theme.edge))
        painter.drawEllipse(knob)

    def sizeHint(self) -> QSize:
        """Return the size of track and longer word."""
        look = self._look
        metrics = QFontMetricsF(look.font(SIZE, MEDIUM))
        words = (self.tr("On"), self.tr("Off"))
        word = max(metrics.horizontalAdvance(text) for text in words)
        width = look.roomy(TRACK_WIDTH) + look.px(GAP) + word + 2 * MARGIN + 2
        height = max(look.roomy(TRACK_HEIGHT), metrics.height()) + 2 * MARGIN
        return QSize(int(width), int(height))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the switch and its word."""
        look = self._look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            track = self._track()
            self._draw_track(painter, track)
            painter.setPen(QColor(look.theme.ink))
            painter.setFont(look.font(SIZE, MEDIUM))
            room = QRectF(self.rect())
            room.setLeft(track.right() + look.px(GAP))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._word())
            if self.hasFocus():
                width = max(2.0, 2.0 * look.ui)
                ring = track.adjusted(-width - 1, -width - 1, width + 1, width + 1)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(look.theme.ink), width))
                painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
