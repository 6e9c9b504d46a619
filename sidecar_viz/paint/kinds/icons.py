"""Icons as outlines: for kinds of actors, and for tones of states."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from sidecar_viz.core.lesson import Tone
from sidecar_viz.paint.brush.brush import pen
from sidecar_viz.paint.kinds.icon_lines import MORE, MORE_ROUND, Round, Stroke

LINES: dict[str, tuple[Stroke, ...]] = {
    "globe": (((-0.95, 0), (0.95, 0)),),
    "cube": (
        (
            (0, -1),
            (0.87, -0.5),
            (0.87, 0.5),
            (0, 1),
            (-0.87, 0.5),
            (-0.87, -0.5),
            (0, -1),
        ),
        ((-0.87, -0.5), (0, 0), (0.87, -0.5)),
        ((0, 0), (0, 1)),
    ),
    "inbox": (
        (
            (-0.9, 0.1),
            (-0.6, -0.8),
            (0.6, -0.8),
            (0.9, 0.1),
            (0.9, 0.8),
            (-0.9, 0.8),
            (-0.9, 0.1),
        ),
        ((-0.9, 0.1), (-0.4, 0.1), (-0.25, 0.4), (0.25, 0.4), (0.4, 0.1), (0.9, 0.1)),
    ),
    "screen": (
        ((-0.95, -0.75), (0.95, -0.75), (0.95, 0.4), (-0.95, 0.4), (-0.95, -0.75)),
        ((-0.45, 0.8), (0.45, 0.8)),
        ((0, 0.4), (0, 0.8)),
    ),
    "server": (
        ((-0.9, -0.8), (0.9, -0.8), (0.9, -0.1), (-0.9, -0.1), (-0.9, -0.8)),
        ((-0.9, 0.1), (0.9, 0.1), (0.9, 0.8), (-0.9, 0.8), (-0.9, 0.1)),
        ((-0.55, -0.45), (-0.3, -0.45)),
        ((-0.55, 0.45), (-0.3, 0.45)),
    ),
    "box": (
        ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85), (-0.85, -0.85)),
    ),
    "bulb": (
        (
            *((-0.3, 0.45), (-0.36, 0.2), (-0.66, -0.12), (-0.7, -0.5), (-0.4, -0.88)),
            *((0, -1), (0.4, -0.88), (0.7, -0.5), (0.66, -0.12), (0.36, 0.2)),
            *((0.3, 0.45), (-0.3, 0.45)),
        ),
        ((-0.28, 0.75), (0.28, 0.75)),
        ((-0.12, 1), (0.12, 1)),
    ),
    "disk": (
        ((-0.8, -0.6), (-0.8, 0.6)),
        ((0.8, -0.6), (0.8, 0.6)),
    ),
    **MORE,
}
ROUND: dict[str, tuple[Round, ...]] = {
    "globe": ((0, 0, 0.95, 0.95), (0, 0, 0.4, 0.95)),
    "disk": ((0, -0.6, 0.8, 0.3),),
    **MORE_ROUND,
}
"""The ellipses of each icon."""


@lru_cache(maxsize=64)
def icon_path(name: str) -> QPainterPath:
    """Return the outline of an icon in a square from -1 to 1; a box if unknown."""
    path = QPainterPath()
    plain = () if name in ROUND else LINES["box"]
    for stroke in LINES.get(name, plain):
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
        if stroke[0] == stroke[-1]:
            path.closeSubpath()
    for x, y, across, down in ROUND.get(name, ()):
        path.addEllipse(QPointF(x, y), across, down)
    if name == "disk":
        path.arcMoveTo(QRectF(-0.8, 0.3, 1.6, 0.6), 180)
        path.arcTo(QRectF(-0.8, 0.3, 1.6, 0.6), 180, 180)
    return path


def draw_icon(
    painter: QPainter, name: str, x: float, y: float, radius: float, colour: QColor
) -> None:
    """Draw an icon around the point, *radius* pixels to each side."""
    painter.save()
    painter.translate(x, y)
    painter.scale(radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colour, 0.17))
    painter.drawPath(icon_path(name))
    painter.restore()


def draw_tone(
    painter: QPainter, tone: Tone, x: float, y: float, radius: float, colour: QColor
) -> None:
    """Draw the sign of a tone; every tone has a shape of its own."""
    line = pen(colour, radius * 0.42)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tone == "idle":
        painter.drawEllipse(QPointF(x, y), radius * 0.8, radius * 0.8)
    elif tone == "starting":
        around = QRectF(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6)
        painter.drawArc(around, 90 * 16, -250 * 16)
    elif tone == "active":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, y), radius, radius)
    elif tone == "good":
        _lines(painter, x, y, radius, ((-0.85, 0.05), (-0.2, 0.7), (0.9, -0.65)))
    elif tone == "finished":
        painter.drawEllipse(QPointF(x, y), radius, radius)
        _lines(painter, x, y, radius * 0.55, ((-0.85, 0.05), (-0.2, 0.7), (0.9, -0.65)))
    elif tone == "warning":
        _lines(
            painter, x, y, radius, ((0, -0.85), (0.95, 0.8), (-0.95, 0.8), (0, -0.85))
        )
        _lines(painter, x, y, radius, ((0, -0.1), (0, 0.3)))
    elif tone == "failed":
        _lines(painter, x, y, radius, ((-0.75, -0.75), (0.75, 0.75)))
        _lines(painter, x, y, radius, ((-0.75, 0.75), (0.75, -0.75)))
    else:
        painter.drawRect(
            QRectF(x - radius * 0.7, y - radius * 0.7, radius * 1.4, radius * 1.4)
        )


def _lines(
    painter: QPainter, x: float, y: float, radius: float, points: Stroke
) -> None:
    painter.drawPolyline(
        [QPointF(x + px * radius, y + py * radius) for px, py in points]
    )
