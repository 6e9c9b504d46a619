"""Dashed outlines, drawn once and copied: Qt takes long to dash around a curve."""

from __future__ import annotations

from math import ceil, floor

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from sidecar_viz.core.geometry import Rect

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
    """Caches pictures of dashed outlines: of each, the strips along its four sides."""

    def __init__(self, ratio: float) -> None:
        """Keep nothing yet.

        Args:
            ratio: the device pixel ratio of the pictures.
        """
        self._ratio = ratio
        self._kept: dict[
            tuple[float, float, float, float, Dashing], list[tuple[QRect, QPixmap]]
        ] = {}

    def paint(self, painter: QPainter, rect: Rect, dashing: Dashing) -> None:
        """Copy the outline of a rectangle; draw it first if it is new."""
        ratio = self._ratio
        left, top = floor(rect.x * ratio), floor(rect.y * ratio)
        x, y = rect.x - left / ratio, rect.y - top / ratio
        key = (x, y, rect.width, rect.height, dashing)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            here = Rect(x, y, rect.width, rect.height)
            self._kept[key] = [
                (part, self._drawn(part, here, dashing))
                for part in _strips(here, dashing, ratio)
            ]
        for part, picture in self._kept[key]:
            at = part.translated(left, top)
            painter.drawPixmap(
                QRectF(
                    *(at.x() / ratio, at.y() / ratio),
                    *(at.width() / ratio, at.height() / ratio),
                ),
                picture,
                QRectF(picture.rect()),
            )

    def _drawn(self, part: QRect, rect: Rect, dashing: Dashing) -> QPixmap:
        """Draw a part, in device pixels, of an outline."""
        picture = QPixmap(part.size())
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as inside:
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside.translate(-part.x(), -part.y())
            inside.scale(self._ratio, self._ratio)
            draw_dashed(inside, rect, dashing)
        return picture


def draw_dashed(painter: QPainter, rect: Rect, dashing: Dashing) -> None:
    """Draw the outline of a rectangle."""
    line = QPen(QColor(dashing.colour), dashing.width)
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    line.setDashPattern(list(dashing.pattern))
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    area = QRectF(rect.x, rect.y, rect.width, rect.height)
    painter.drawRoundedRect(area, dashing.radius, dashing.radius)


def _strips(rect: Rect, dashing: Dashing, ratio: float) -> list[QRect]:
    """Return the parts, in device pixels, that hold an outline; none overlap."""
    out = dashing.width / 2 + 1.0
    around = QRect(0, 0, 0, 0)
    around.setCoords(
        *(floor((rect.x - out) * ratio), floor((rect.y - out) * ratio)),
        *(ceil((rect.right + out) * ratio), ceil((rect.bottom + out) * ratio)),
    )
    deep = ceil((out + dashing.radius + dashing.width) * ratio)
    between = around.adjusted(0, deep, 0, -deep)
    if between.height() <= 0 or between.width() <= 2 * deep:
        return [around]
    high, wide = around.height() - deep, around.width() - deep
    return [
        around.adjusted(0, 0, 0, -high),
        around.adjusted(0, high, 0, 0),
        between.adjusted(0, 0, -wide, 0),
        between.adjusted(wide, 0, 0, 0),
    ]
