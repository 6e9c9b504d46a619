"""The way of a crack through a card, and what lies on its two sides."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

CRACK = (
    *((0.5, -0.1), (0.5, 0.0), (0.485, 0.19), (0.545, 0.31), (0.455, 0.475)),
    *((0.53, 0.61), (0.44, 0.765), (0.475, 1.0), (0.475, 1.1)),
)
"""The way of the crack from top to bottom, in parts of the card."""
TILTS = (-2.4, 5.5)
"""How many degrees the left and the right half lean."""


def crack_line(area: QRectF) -> QPolygonF:
    """Return the way of the crack through an *area*, a little beyond its ends."""
    way = [
        QPointF(area.x() + x * area.width(), area.y() + y * area.height())
        for x, y in CRACK
    ]
    return QPolygonF(way)


def crack_halves(area: QRectF) -> tuple[QPolygonF, QPolygonF]:
    """Return what lies left and right of the crack through an *area*."""
    way = crack_line(area).toList()
    far = area.adjusted(-area.width(), 0.0, area.width(), 0.0)
    top, low = way[0].y(), way[-1].y()
    left = [QPointF(far.x(), top), *way, QPointF(far.x(), low)]
    right = [QPointF(far.right(), top), *way, QPointF(far.right(), low)]
    return QPolygonF(left), QPolygonF(right)
