"""The ring that shows which picture has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look

LEAST, WIDE = 2, 2.5  # pixels, and of the design


def paint_ring(painter: QPainter, view: QWidget, look: Look) -> None:
    """Paint a ring at the inner edge of a view, if that has the keyboard."""
    if not view.hasFocus():
        return
    wide = max(LEAST, look.px(WIDE))
    inside = QRectF(view.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
    line = QPen(QColor(look.theme.accent), wide)
    line.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(inside)
