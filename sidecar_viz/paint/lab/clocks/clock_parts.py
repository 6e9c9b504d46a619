"""What the clocks have in common: a title, and where the playhead is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import write


def paint_title(
    painter: QPainter, brush: Brush, box: QRectF, said: str, beside: str, ink: str
) -> None:
    """Write what the clock says, and at the right what is beside it."""
    em = brush.em * 0.92
    y = box.top() + 0.7 * brush.em
    write(painter, box.left(), y, said, em, brush.theme.ink, weight=SEMIBOLD)
    write(painter, box.right(), y, beside, em, ink, weight=SEMIBOLD, align="right")


def paint_needle(painter: QPainter, brush: Brush, x: float, bar: QRectF) -> None:
    """Paint where the playhead is in a bar."""
    theme, em = brush.theme, brush.em
    painter.setPen(pen(theme.accent, brush.stroke))
    top = bar.top() - 0.05 * em
    painter.drawLine(QPointF(x, top), QPointF(x, bar.bottom() + 0.2 * em))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(QPointF(x, top), 0.22 * em, 0.22 * em)
