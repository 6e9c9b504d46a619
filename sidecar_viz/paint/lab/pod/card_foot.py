"""A card's foot: what is assumed of it, and what of it is not played."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from sidecar_viz.paint.brush.brush import Brush, dashed, pen
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.lab.pod.card_parts import names_a_field, paint_left_out
from sidecar_viz.pods.showing.cards import Card


def paint_foot(
    painter: QPainter, brush: Brush, card: Card, foot: QRectF, free: float
) -> None:
    """Write the guess, and what is not played, above it if that line is *free*."""
    em, end = brush.em, foot.left()
    if card.guess:
        end = _guess(painter, brush, card, foot.left(), foot.right(), foot.top())
    if not card.left_out:
        return
    line = QRectF(end, foot.top(), foot.right() - end, em)
    above = foot.translated(0, -1.45 * em)
    if free <= above.top() and not names_a_field(card.left_out, line.width(), em):
        line = above
    paint_left_out(painter, brush, card, line)


def _guess(
    painter: QPainter, brush: Brush, card: Card, left: float, right: float, y: float
) -> float:
    """What the script assumes: bold with a dashed line below, as it can be changed.

    Return where it ends.
    """
    theme, em = brush.theme, brush.em
    size = em * 0.9
    said = elided(card.guess, (right - left) / size - 1.5, SEMIBOLD)
    write(painter, left, y, said, size, theme.ink, weight=SEMIBOLD)
    end = left + width(said, SEMIBOLD) * size
    painter.setPen(dashed(theme.edge, max(1.0, brush.stroke * 0.5), (2.5, 2.0)))
    painter.drawLine(QPointF(left, y + 0.6 * em), QPointF(end, y + 0.6 * em))
    painter.setPen(pen(theme.muted, max(1.0, brush.stroke * 0.6)))
    x = end + 0.9 * em
    painter.drawPolyline(
        [
            QPointF(x - 0.22 * em, y - 0.1 * em),
            QPointF(x, y + 0.12 * em),
            QPointF(x + 0.22 * em, y - 0.1 * em),
        ]
    )
    return x + 0.4 * em
