"""Draws a card that is broken in two: a crack runs through it, its colour is gone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from sidecar_viz.core.scene import Broken
from sidecar_viz.paint.brush.brush import pen
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.kinds.cracks import TILTS, crack_halves
from sidecar_viz.paint.kinds.icons import draw_icon
from sidecar_viz.paint.kinds.kinds import kind_of
from sidecar_viz.paint.scenes.pane import Pane, moved

MOVED = ((-12.0, 0.0), (16.0, 12.0))
"""How far each half has moved, across and down, in units."""
MOST_TEXT = 56.0
"""The size of words, in units, that the card has no room for any more."""
RADIUS, HEADER = 20.0, 74.0
WHOLE = (540.0, 360.0)
"""The size of the card, in units, before it broke."""


def draw_broken(pane: Pane, x: float, y: float, broken: Broken, scale: float) -> None:
    """Draw a broken card with its upper left corner, before it broke, at a place."""
    area = QRectF(0.0, 0.0, *WHOLE)
    card = QPainterPath()
    card.addRoundedRect(area, RADIUS, RADIUS)
    small = Pane(pane.painter, pane.theme, *WHOLE, pane.least / scale)
    sides = zip(crack_halves(area), TILTS, MOVED, strict=True)
    with moved(pane.painter, x, y, scale=scale):
        for half, tilt, (across, down) in sides:
            pivot = QPointF(area.center().x() + 12 * across, area.bottom())
            at = pivot + QPointF(across, down)
            with moved(pane.painter, at.x(), at.y(), angle=tilt):
                pane.painter.translate(-pivot)
                _half(small, card, half, broken)


def _half(pane: Pane, card: QPainterPath, half: QPolygonF, broken: Broken) -> None:
    painter, theme = pane.painter, pane.theme
    side = QPainterPath()
    side.addPolygon(half)
    side.closeSubpath()
    shape = card.intersected(side)
    pane.shadow(shape)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    _body(pane, broken)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.idle.line, 2 * pane.line))
    painter.drawPath(card)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.idle.line, 0.5 * pane.line))
    painter.drawPath(shape)


def _body(pane: Pane, broken: Broken) -> None:
    """Draw the whole card; what is outside of the half is clipped away."""
    painter, theme = pane.painter, pane.theme
    area = QRectF(0.0, 0.0, *WHOLE)
    painter.fillRect(area, QColor(theme.surface))
    painter.fillRect(QRectF(0.0, 0.0, area.width(), HEADER), QColor(theme.idle.soft))
    middle, ink = HEADER / 2, QColor(theme.idle.text)
    draw_icon(painter, kind_of(broken.actor).icon, 42.0, middle, 17.0, ink)
    name = broken.actor.short or broken.actor.name
    if pane.least <= MOST_TEXT:
        pane.write(72.0, middle, name, 34.0, ink, weight=BOLD, room=186.0)
    if broken.state and pane.pill_width(broken.state) <= area.width() * 0.44:
        pane.pill(area.right() - 18.0, middle, broken.state, "done")
    window = area.adjusted(20.0, HEADER + 18.0, -20.0, -20.0)
    painter.setBrush(QColor(theme.inside))
    painter.setPen(pen(pane.grey(0.4), 0.5 * pane.line))
    painter.drawRoundedRect(window, 12.0, 12.0)
    for number in broken.kept:
        y = window.y() + 32.0 + (number - 1) * 46.0
        strong = pane.faint(0.5 - 0.07 * number)
        box = QRectF(window.x() + 20.0, y - 17.0, 36.0, 34.0)
        pane.badge(box, number, QColor(theme.idle.soft), pane.grey(strong))
        pane.stroke(
            box.right() + 12.0, y, 170.0 + 40 * (number % 2), 7.0, pane.grey(strong)
        )
