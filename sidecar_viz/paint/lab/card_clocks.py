"""Clocks on a card: how far an end is, and how long until the next start."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.text import write
from sidecar_viz.paint.brush.theme import Shade
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.cards import Card


def paint_progress(
    painter: QPainter, brush: Brush, card: Card, shade: Shade, box: QRectF
) -> None:
    """Paint how far a container is on its way to its end."""
    if card.stop is None:
        return
    done = 1.0 - card.stop.left / max(1e-9, card.stop.whole)
    painter.setPen(pen(shade.line, brush.stroke * 0.5))
    painter.setBrush(QColor(brush.theme.surface))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    part = QRectF(box)
    part.setWidth(max(box.height(), box.width() * done))
    painter.setBrush(QColor(shade.line))
    painter.drawRoundedRect(part, box.height() / 2, box.height() / 2)


def paint_dial(
    painter: QPainter, brush: Brush, card: Card, middle: QPointF, radius: float
) -> None:
    """A clock that runs down to the next start."""
    if card.wait is None:
        return
    theme, em = brush.theme, brush.em
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.failed.soft))
    painter.drawEllipse(box)
    part = max(0.0, min(1.0, card.wait.left / max(1e-9, card.wait.whole)))
    painter.setBrush(QColor(theme.failed.line))
    painter.drawPie(box, 90 * 16, -round(part * 360 * 16))
    painter.setBrush(QColor(theme.surface))
    painter.drawEllipse(middle, radius * 0.72, radius * 0.72)
    said = seconds(round(card.wait.left, 1))
    write(
        *(painter, middle.x(), middle.y() - 0.25 * em, said, em, theme.ink),
        weight=BOLD,
        align="centre",
    )
    of = f"of {seconds(card.wait.whole)}"
    write(
        *(painter, middle.x(), middle.y() + 0.75 * em, of, em * 0.72, theme.muted),
        align="centre",
    )
