"""The signs of a what-if: a cross for what cannot happen, a diamond for a change."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from sidecar_viz.core.beside.differing import StepSign
from sidecar_viz.paint.brush.theme import Theme

CROSS, LINE = 0.22, 0.14
"""How far a cross reaches from the middle, and how thick lines are, of the width."""


def draw_step_sign(
    painter: QPainter, sign: StepSign, box: QRectF, theme: Theme
) -> None:
    """Draw a sign into a box: a round one with a cross, a diamond, or nothing.

    Both are told apart by their form, and seen on marks of every colour.
    """
    line = max(1.2, LINE * box.width())
    inside = box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    if sign == "fails":
        painter.setPen(QPen(QColor(theme.surface), line))
        painter.setBrush(QColor(theme.failed.line))
        painter.drawEllipse(inside)
        reach, middle = CROSS * box.width(), box.center()
        painter.setPen(
            QPen(
                QColor(theme.surface),
                line,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
            )
        )
        for across in (QPointF(reach, reach), QPointF(reach, -reach)):
            painter.drawLine(middle - across, middle + across)
    elif sign == "differs":
        outline = QPen(QColor(theme.accent), line)
        draw_diamond(painter, inside, outline, QColor(theme.surface))


def draw_diamond(painter: QPainter, box: QRectF, line: QPen, ground: QColor) -> None:
    """Draw a diamond as large as the box."""
    middle = box.center()
    corners = (
        QPointF(middle.x(), box.top()),
        QPointF(box.right(), middle.y()),
        QPointF(middle.x(), box.bottom()),
        QPointF(box.left(), middle.y()),
    )
    painter.setPen(line)
    painter.setBrush(ground)
    painter.drawPolygon(QPolygonF(corners))
