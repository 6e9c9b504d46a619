"""The rim of a stage: rounded corners, the ring of the keyboard, a what-if's dashes."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from sidecar_viz.paint.brush.brush import dashed, pen, soften
from sidecar_viz.paint.brush.strips import Strips
from sidecar_viz.paint.brush.theme import Theme

INSIDE = 4.0
"""How far (pixels at the usual text size) the dashes are from the edge."""


class Rim(Struct, frozen=True):
    """What is drawn at the edge of a stage.

    *radius* (pixels) rounds its corners off; *ring* shows the keyboard's focus; *apart*
    says with dashes that what is shown is not the lesson itself.
    """

    radius: float = 0.0
    ring: bool = True
    apart: bool = False

    def width(self, scale: float) -> int:
        """Return how many pixels of the stage it may touch, from the edge inward."""
        dashes = (INSIDE + 3.0) * scale if self.apart else 0.0
        return int(max(self.radius, dashes)) + 3

    def draw(
        self,
        painter: QPainter,
        area: QRectF,
        theme: Theme,
        scale: float,
        *,
        focused: bool,
    ) -> None:
        """Draw the corners in the window's colour, the dashes, and the ring.

        Args:
            area: the whole stage.
            scale: how much larger than usual its text is.
            focused: whether the keyboard is here.
        """
        if self.radius and self.ring:
            corners = QPainterPath()
            corners.addRect(area)
            corners.addRoundedRect(area, self.radius, self.radius)
            painter.fillPath(corners, QColor(theme.bg))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.apart:
            by = INSIDE * scale
            painter.setPen(dashed(theme.accent, 2.0 * scale, (4.0, 3.0)))
            inner = max(0.0, self.radius - by)
            painter.drawRoundedRect(area.adjusted(by, by, -by, -by), inner, inner)
        if not self.ring or not (self.radius or focused):
            return
        width = 2.0 * scale if focused else 1.0
        painter.setPen(pen(theme.accent if focused else theme.line, width))
        inside = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inside, self.radius, self.radius)


class RimLook(NamedTuple):
    """All that the picture of a rim depends on.

    *size* is the stage's in pixels and *ratio* their device pixels; *scale* is how much
    larger than usual its text is.
    """

    rim: Rim
    size: QSize
    ratio: float
    theme: Theme
    scale: float
    focused: bool


class RimPicture:
    """Keeps the picture of a rim: nearly every frame touches the edge of a stage."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: tuple[RimLook, Strips] | None = None

    def paint(self, painter: QPainter, look: RimLook) -> None:
        """Copy the rim at the edge of the painter's target."""
        if self._kept is None or self._kept[0] != look:
            self._kept = look, _strips(look)
        self._kept[1].paint(painter, 0, 0)


def _strips(look: RimLook) -> Strips:
    ratio, (wide, high) = look.ratio, look.size.toTuple()
    area = QRectF(0.0, 0.0, wide, high)

    whole = QPixmap(ceil(wide * ratio), ceil(high * ratio))
    whole.fill(Qt.GlobalColor.transparent)
    with QPainter(whole) as inside:
        soften(inside)
        inside.scale(ratio, ratio)
        look.rim.draw(inside, area, look.theme, look.scale, focused=look.focused)
    return Strips(whole, ceil(look.rim.width(look.scale) * ratio), ratio)
