"""Draws the marks at the ends of links, and the sign of a denied link."""

from __future__ import annotations

from math import degrees

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from sidecar_viz.core.geometry import Curve
from sidecar_viz.paint.brush.brush import Brush, between, pen
from sidecar_viz.paint.kinds.link_kinds import Mark

HEAD = ((0.55, 0.0), (-0.5, 0.62), (-0.28, 0.0), (-0.5, -0.62))
DIAMOND = ((0.75, 0.0), (0.0, 0.45), (-0.75, 0.0), (0.0, -0.45))
OPEN = ((-0.75, -0.55), (0.1, 0.0), (-0.75, 0.55))
BACK: dict[Mark, float] = {
    "head": 0.55,
    "open": 0.2,
    "bar": 0.45,
    "knob": 0.4,
    "diamond": 0.8,
    "dot": 0.3,
}
"""The distance (em) from the end of the link to the middle of its mark."""
BADGE = 0.95
SHARE = 0.26
"""The radius of the sign on a short denied link, as a share of its length."""


def draw_mark(
    painter: QPainter,
    brush: Brush,
    curve: Curve,
    mark: Mark,
    colour: QColor,
    size: float,
    *,
    at_end: bool,
) -> None:
    """Draw a mark at one end of a link, pointing outward.

    Args:
        size: 0 (nothing) to 1, for marks that grow as a link opens.
    """
    if not mark or size <= 0.0 or not curve.length:
        return
    back = BACK[mark] * brush.em / curve.length
    x, y, turn = curve.at(1.0 - back if at_end else back)
    painter.save()
    painter.translate(x, y)
    painter.rotate(degrees(turn) + (0.0 if at_end else 180.0))
    painter.scale(brush.em * size, brush.em * size)
    _paint(painter, mark, colour, brush.stroke / brush.em)
    painter.restore()


def _paint(painter: QPainter, mark: Mark, colour: QColor, stroke: float) -> None:
    """Paint a mark around the origin, in em, pointing to the right."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if mark in ("head", "diamond"):
        corners = HEAD if mark == "head" else DIAMOND
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    elif mark == "knob":
        painter.drawRoundedRect(QRectF(-0.42, -0.42, 0.84, 0.84), 0.12, 0.12)
    elif mark == "dot":
        painter.drawEllipse(QPointF(0, 0), 0.32, 0.32)
    elif mark == "bar":
        painter.drawRoundedRect(QRectF(0.05, -0.8, 0.24, 1.6), 0.1, 0.1)
        painter.drawRoundedRect(QRectF(-0.42, -0.55, 0.24, 1.1), 0.1, 0.1)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(colour, max(0.22, stroke)))
        painter.drawPolyline([QPointF(x, y) for x, y in OPEN])


def draw_denied(
    painter: QPainter, brush: Brush, curve: Curve, at: float, amount: float
) -> None:
    """Draw the sign of a denied link: a crossed-out ring that breaks the line."""
    x, y, _ = curve.at(at)
    radius = min(BADGE * brush.em, SHARE * curve.length) * amount
    red, ground = brush.theme.failed, brush.theme.surface
    painter.setPen(pen(red.line, radius * 0.27))
    painter.setBrush(between(ground, red.soft, 0.6))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    reach = radius * 0.42
    painter.drawLine(QLineF(x - reach, y - reach, x + reach, y + reach))
    painter.drawLine(QLineF(x - reach, y + reach, x + reach, y - reach))
