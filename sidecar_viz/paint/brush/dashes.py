"""Dashed outlines, drawn once and copied: Qt takes long to dash around a curve."""

from __future__ import annotations

from math import ceil, floor

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.strips import Strips

MOST_KEPT = 8


class Dashing(Struct, frozen=True, gc=False):
    """How a rounded rectangle is outlined.

    *radius* is of its corners and *width* of its line (pixels); *pattern* is dash and
    gap in line widths.
    """

    radius: float
    colour: str
    width: float
    pattern: tuple[float, float]


class DashedOutlines:
    """Caches pictures of dashed outlines."""

    def __init__(self, ratio: float) -> None:
        """Keep nothing yet.

        Args:
            ratio: the device pixel ratio of the pictures.
        """
        self._ratio = ratio
        self._kept: dict[tuple[Rect, Dashing], Strips] = {}

    def paint(self, painter: QPainter, rect: Rect, dashing: Dashing) -> None:
        """Copy the outline of a rectangle; draw it first if it is new."""
        ratio, out = self._ratio, dashing.width / 2 + 1.0
        left, top = floor((rect.x - out) * ratio), floor((rect.y - out) * ratio)
        x, y = rect.x - left / ratio, rect.y - top / ratio
        here = Rect(x, y, rect.width, rect.height)
        if (here, dashing) not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[here, dashing] = self._strips(here, dashing, out)
        self._kept[here, dashing].paint(painter, left, top)

    def _strips(self, rect: Rect, dashing: Dashing, out: float) -> Strips:
        """Draw an outline that reaches *out* (pixels) beyond its rectangle.

        All of it at once: what Qt clips, it dashes in another rhythm.
        """
        ratio = self._ratio
        wide, high = (ceil((side + out) * ratio) for side in (rect.right, rect.bottom))
        whole = QPixmap(wide, high)
        whole.fill(Qt.GlobalColor.transparent)
        with QPainter(whole) as inside:
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside.scale(ratio, ratio)
            draw_dashed(inside, rect, dashing)
        deep = ceil((2.0 * out + dashing.radius + dashing.width) * ratio)
        return Strips(whole, deep, ratio)


def draw_dashed(painter: QPainter, rect: Rect, dashing: Dashing) -> None:
    """Draw the outline of a rectangle."""
    line = QPen(QColor(dashing.colour), dashing.width)
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    line.setDashPattern(list(dashing.pattern))
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    area = QRectF(rect.x, rect.y, rect.width, rect.height)
    painter.drawRoundedRect(area, dashing.radius, dashing.radius)
