"""The arrows beside tabs that have no room: Qt's own stay tiny when the text grows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTabBar, QToolButton

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.signs import draw_icon
from sidecar_viz.paint.brush.brush import pen

ARROW = 22
RADIUS = 6


class TabArrows(QObject):
    """Draws the two buttons with which a tab bar scrolls, in the size of its text."""

    def __init__(self, bar: QTabBar, look: Look) -> None:
        super().__init__(bar)
        self._icons: dict[QObject, str] = {}
        for button in bar.findChildren(QToolButton):
            right = button.objectName() == "ScrollRightButton"
            self._icons[button] = "next" if right else "back"
            button.installEventFilter(self)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        self._look = look

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint a button in Qt's place."""
        paints = event.type() == QEvent.Type.Paint
        if paints and isinstance(watched, QToolButton) and watched in self._icons:
            self._paint(watched, self._icons[watched])
            return True
        return super().eventFilter(watched, event)

    def _paint(self, button: QToolButton, icon: str) -> None:
        look, theme, live = self._look, self._look.theme, button.isEnabled()
        with QPainter(button) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(button.rect()).adjusted(1.5, 4.5, -1.5, -4.5)
            lit = live and (button.underMouse() or button.isDown())
            painter.setBrush(QColor(theme.accent_soft if lit else theme.surface))
            painter.setPen(pen(theme.edge if live else theme.line, 1.0))
            radius = look.px(RADIUS)
            painter.drawRoundedRect(box, radius, radius)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            side = min(look.text_px(ARROW), box.width(), box.height())
            arrow = QRectF(0.0, 0.0, side, side)
            arrow.moveCenter(box.center())
            draw_icon(painter, icon, arrow, theme.ink if live else theme.edge)
