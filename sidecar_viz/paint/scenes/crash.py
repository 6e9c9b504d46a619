"""Draws an actor that breaks: a crack, two halves that lean, then just an outline."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from sidecar_viz.core.easing import smooth, windowed
from sidecar_viz.core.stage import CRACKED
from sidecar_viz.paint.brush.brush import Brush, pen, soften
from sidecar_viz.paint.kinds.cracks import TILTS, crack_halves, crack_line

LEANS, LEAVES = 0.2, 0.82
"""When (0..1) the halves have come to lean, and when they begin to leave: between
these, nothing moves."""
APART, DROP = 0.35, 2.2
"""How far (em) the halves move apart, and fall when they leave."""
MARGIN = 0.5


Paint = Callable[[QPainter], None]


def draw_crash(
    painter: QPainter,
    brush: Brush,
    area: QRectF,
    crack: float,
    whole: Paint,
    outline: Paint,
) -> None:
    """Draw an actor in an *area* as it breaks.

    Args:
        crack: how far that has come, more than 0 and less than 1.
        whole: paints it as it is before it falls apart.
        outline: paints what is left of it.
    """
    picture = _picture(brush, area, whole)
    corner = area.topLeft() - QPointF(MARGIN, MARGIN) * brush.em
    if crack < CRACKED:
        painter.drawPixmap(corner, picture)
        _draw_crack(painter, brush, area, crack / CRACKED)
        return
    leaving = smooth(windowed(crack, LEAVES, 1.0))
    if leaving > 0.0:
        outline(painter)
    lean = smooth(windowed(crack, CRACKED, LEANS))
    before = painter.opacity()
    painter.setOpacity(before * (1.0 - leaving))
    for half, tilt, side in zip(crack_halves(area), TILTS, (-1.0, 1.0), strict=True):
        painter.save()
        pivot = QPointF(area.center().x() + side * area.width() * 0.35, area.bottom())
        across = side * brush.em * (APART * lean + leaving)
        painter.translate(pivot + QPointF(across, DROP * brush.em * leaving))
        painter.rotate(tilt * (lean + leaving))
        painter.translate(-pivot)
        path = QPainterPath()
        path.addPolygon(half)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(corner, picture)
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        painter.setPen(pen(brush.theme.idle.line, brush.stroke))
        painter.drawPolyline(crack_line(area))
        painter.restore()
    painter.setOpacity(before)


def _picture(brush: Brush, area: QRectF, whole: Paint) -> QPixmap:
    """Make a picture of the whole actor, as it is just before it falls apart."""
    margin, ratio = MARGIN * brush.em, brush.effects.ratio
    made = QPixmap(
        ceil((area.width() + 2 * margin) * ratio),
        ceil((area.height() + 2 * margin) * ratio),
    )
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        soften(painter)
        painter.translate(-area.x() + margin, -area.y() + margin)
        whole(painter)
    return made


def _draw_crack(painter: QPainter, brush: Brush, area: QRectF, part: float) -> None:
    """Draw the crack from the top down to a *part* (0..1) of its way."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(brush.theme.stage, brush.stroke * 2.2))
    painter.save()
    high = area.height() * part
    clip = QRectF(area.x(), area.y(), area.width(), high)
    painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
    painter.drawPolyline(crack_line(area))
    painter.restore()
