"""Signs that say without colour what is so: hatching, and a small clock."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sidecar_viz.paint.brush.brush import pen


def hatch(painter: QPainter, box: QRectF, colour: str, em: float) -> None:
    """Draw slanted lines over a box; none leaves it, as an SVG knows no clipping."""
    painter.setPen(pen(colour, max(1.0, em * 0.11)))
    inside = box.adjusted(1, 1, -1, -1)
    step, high = 0.5 * em, box.height()
    x = box.left() - high
    while x < inside.right():  # the line from (x, bottom) up to (x + high, top)
        left, right = max(inside.left(), x), min(inside.right(), x + high)
        if right > left:
            painter.drawLine(
                QPointF(left, min(inside.bottom(), box.bottom() - (left - x))),
                QPointF(right, max(inside.top(), box.bottom() - (right - x))),
            )
        x += step


def clock(painter: QPainter, middle: QPointF, radius: float, colour: str) -> None:
    """Draw a small clock."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colour, radius * 0.3))
    painter.drawEllipse(middle, radius, radius)
    painter.drawLine(middle, middle + QPointF(0, -radius * 0.6))
    painter.drawLine(middle, middle + QPointF(radius * 0.45, 0))
