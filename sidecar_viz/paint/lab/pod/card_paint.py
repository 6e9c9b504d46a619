"""A container's card: its outline, its head, and what is said below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from sidecar_viz.paint.brush.brush import Brush, dashed, faded, pen
from sidecar_viz.paint.brush.theme import mixed
from sidecar_viz.paint.lab.pod.card_body import paint_body
from sidecar_viz.paint.lab.pod.card_head import paint_head
from sidecar_viz.paint.lab.pod.card_parts import HEAD, shade_of
from sidecar_viz.paint.lab.pod.plan import Level
from sidecar_viz.paint.lab.strokes.signs import hatch
from sidecar_viz.pods.showing.cards import Card
from sidecar_viz.pods.showing.lanes import ALIVE


def paint_card(
    painter: QPainter,
    brush: Brush,
    card: Card,
    box: QRectF,
    level: Level,
    *,
    focused: bool = False,
) -> None:
    """Paint a card into its box, as much as there is room for."""
    theme, em = brush.theme, brush.em
    shade = shade_of(brush, card)
    head = QRectF(box.left(), box.top(), box.width(), min(box.height(), HEAD * em))
    corner = 0.55 * em
    outline = QPainterPath()
    outline.addRoundedRect(box, corner, corner)
    alive = card.fill in ALIVE
    painter.fillPath(outline, QColor(theme.surface))
    if alive:
        ground = QLinearGradient(box.topLeft(), box.bottomLeft())
        ground.setColorAt(0, QColor(theme.surface))
        ground.setColorAt(1, QColor(mixed(theme.surface, shade.soft, 0.8)))
        painter.fillPath(outline, ground)
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(head, QColor(shade.soft))
    if card.fill in ("stopping", "back-off"):
        hatch(painter, head, faded(shade.line, 0.55).name(), em)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if card.touched:
        painter.setPen(pen(faded(shade.line, 0.30), brush.stroke * 4))
        painter.drawPath(outline)
    line = pen(shade.line, brush.stroke * (1.2 if alive else 0.8))
    if card.fill in ("wait", "pull"):
        line = dashed(theme.edge, brush.stroke * 0.8, (3.0, 2.2))
    if focused:
        painter.setPen(pen(theme.accent, brush.stroke * 2.4))
        painter.drawPath(outline)
    painter.setPen(line)
    painter.drawPath(outline)
    paint_head(painter, brush, card, head, shade)
    if level != "small":
        painter.setPen(pen(faded(shade.line, 0.4), 1))
        painter.drawLine(head.bottomLeft(), head.bottomRight())
        paint_body(painter, brush, card, box, level)
