"""Ink, spotlight and laser, drawn over a stage."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QRadialGradient

from sidecar_viz.app.present.tools.ink_lines import InkLines
from sidecar_viz.core.ink import Spot, Stroke
from sidecar_viz.paint.brush.brush import pen
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.layout.zoom import View

PEN, HALO = 0.0075, 0.0125  # widths, of the stage's height
LASER, EDGE, GLOW, LIGHT = 0.0225, 0.2, 1.5, 0.2
"""The laser's radius, of the stage's height; its white edge and its glow, of that;
the spotlight's radius, of the height."""
DIM = 0.74
RED, GLARE, SHADE = "#ff1f3d", "#ffffff", (10, 12, 30)


class Overlay:
    """Draws in a stage of one size, seen through one view."""

    def __init__(self, size: tuple[int, int], view: View) -> None:
        self._wide, self._high = size
        self._view = view

    def place(self, spot: Spot) -> QPointF:
        """Return where a place on the stage is, in pixels."""
        x, y = self._view.to_view(*spot)
        return QPointF(x * self._wide, y * self._high)

    def spot(self, x: float, y: float) -> Spot:
        """Return the place on the stage at these pixels."""
        return self._view.to_stage(x / max(1, self._wide), y / max(1, self._high))

    def draw_ink(
        self,
        painter: QPainter,
        strokes: Iterable[Stroke],
        theme: Theme,
        lines: InkLines,
    ) -> None:
        """Draw lines, with an edge that parts them from whatever is below.

        What the painter's clip leaves out is not drawn.
        """
        thick = self._high * self._view.factor**0.5
        reach = max(2.0, HALO * thick)
        whole = QRectF(0, 0, self._wide, self._high)
        area = painter.clipBoundingRect() if painter.hasClipping() else whole
        area.adjust(-reach, -reach, reach, reach)
        seen = ((self._wide, self._high), self._view)
        paths = lines.near(strokes, seen, self.place, area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, part in ((theme.stage, HALO), (theme.failed.line, PEN)):
            painter.setPen(pen(colour, max(2.0, part * thick)))
            for path in paths:
                painter.drawPath(path)

    def draw_laser(self, painter: QPainter, spot: Spot) -> None:
        """Draw a red point with a white edge and a dark glow, seen on any colour."""
        centre, radius = self.place(spot), LASER * self._high
        glow = QRadialGradient(centre, radius * GLOW)
        glow.setColorAt(1.0 / GLOW, QColor(*SHADE, 170))
        glow.setColorAt(1.0, QColor(*SHADE, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(glow))
        painter.drawEllipse(centre, radius * GLOW, radius * GLOW)
        painter.setBrush(QColor(GLARE))
        painter.drawEllipse(centre, radius, radius)
        painter.setBrush(QColor(RED))
        inner = radius * (1.0 - EDGE)
        painter.drawEllipse(centre, inner, inner)

    def laser_area(self, spot: Spot) -> QRect:
        """Return the pixels that the laser touches."""
        return self._around(spot, LASER * GLOW * self._high)

    def draw_spotlight(self, painter: QPainter, spot: Spot) -> None:
        """Draw everything dim but a circle."""
        centre, radius = self.place(spot), LIGHT * self._high
        dark = QColor(0, 0, 0, round(255 * DIM))
        path = QPainterPath()
        path.addRect(QRectF(0, 0, self._wide, self._high))
        path.addEllipse(centre, radius, radius)
        painter.fillPath(path, dark)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen("#ffffff", max(2.0, 0.003 * self._high)))
        painter.drawEllipse(centre, radius, radius)

    def light_area(self, spot: Spot) -> QRect:
        """Return the pixels that are lit, with the circle's edge."""
        return self._around(spot, LIGHT * self._high)

    def _around(self, spot: Spot, radius: float) -> QRect:
        centre, reach = self.place(spot), radius + 4.0
        area = QRectF(0.0, 0.0, 2 * reach, 2 * reach)
        area.moveCenter(centre)
        return area.toAlignedRect()

    def ink_area(self, stroke: Stroke, last: int = 0) -> QRect:
        """Return the pixels of a line, or of its *last* points."""
        reach = max(4.0, HALO * self._high * self._view.factor)
        places = [self.place(spot) for spot in stroke.points[-last:]]
        left = min(place.x() for place in places) - reach
        right = max(place.x() for place in places) + reach
        top = min(place.y() for place in places) - reach
        bottom = max(place.y() for place in places) + reach
        return QRectF(left, top, right - left, bottom - top).toAlignedRect()
