"""Soft shadows and glows, painted once and kept at the screen's resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

if TYPE_CHECKING:
    from sidecar_viz.core.geometry import Rect

LAYERS = 18
MOST_KEPT = 48


class Effects:
    """Makes soft edges; keeps them as pixmaps unless vectors are wanted."""

    def __init__(self, *, ratio: float = 1.0, vectors: bool = False) -> None:
        """Paint for a device pixel *ratio*; *vectors* for SVG and PDF."""
        self.ratio = ratio
        self.vectors = vectors
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def soft_edge(
        self,
        painter: QPainter,
        rect: Rect,
        *,
        radius: float,
        spread: float,
        colour: str,
        strength: float,
        opacity: float = 1.0,
        drop: float = 0.0,
    ) -> None:
        """Paint a soft edge around a rounded rectangle, to be covered by it.

        Args:
            spread: pixels that the edge reaches outward.
            strength: 0..1, how strong it is beside the rectangle.
            opacity: 0..1, for fading it in and out; cheap to change.
            drop: pixels that it is moved down, as shadows are.
        """
        if strength <= 0.0 or opacity <= 0.0:
            return
        if self.vectors:
            painter.save()
            painter.setOpacity(painter.opacity() * opacity)
            painter.translate(rect.x, rect.y + drop)
            _paint_edge(
                painter, rect.width, rect.height, radius, spread, colour, strength
            )
            painter.restore()
            return
        kept = self._pixmap(rect.width, rect.height, radius, spread, colour, strength)
        before = painter.opacity()
        painter.setOpacity(before * opacity)
        painter.drawPixmap(round(rect.x - spread), round(rect.y - spread + drop), kept)
        painter.setOpacity(before)

    def _pixmap(
        self,
        width: float,
        height: float,
        radius: float,
        spread: float,
        colour: str,
        strength: float,
    ) -> QPixmap:
        key = (round(width), round(height), radius, spread, colour, strength)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = self._made(
                width, height, radius, spread, colour, strength
            )
        return self._kept[key]

    def _made(
        self,
        width: float,
        height: float,
        radius: float,
        spread: float,
        colour: str,
        strength: float,
    ) -> QPixmap:
        ratio = self.ratio
        pixmap = QPixmap(
            int((width + 2 * spread) * ratio) + 1,
            int((height + 2 * spread) * ratio) + 1,
        )
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        corner = int((spread + radius) * ratio) + 2
        side = 2 * corner + 1
        if side >= min(pixmap.width(), pixmap.height()):
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(spread, spread)
            _paint_edge(painter, width, height, radius, spread, colour, strength)
            painter.end()
            return pixmap
        patch = QPixmap(side, side)
        patch.fill(Qt.GlobalColor.transparent)
        painter = QPainter(patch)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        painter.translate(spread, spread)
        inner = side / ratio - 2 * spread
        _paint_edge(painter, inner, inner, radius, spread, colour, strength)
        painter.end()
        _stretch(patch, corner, pixmap)
        return pixmap


def _stretch(patch: QPixmap, corner: int, target: QPixmap) -> None:
    """Fill *target* from a small *patch*: corners as they are, the rest drawn out."""
    ratio = target.devicePixelRatio()
    target.setDevicePixelRatio(1.0)
    painter = QPainter(target)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    wide, high = target.width(), target.height()
    across = (
        (0, corner, 0),
        (corner, wide - 2 * corner, corner),
        (wide - corner, corner, corner + 1),
    )
    down = (
        (0, corner, 0),
        (corner, high - 2 * corner, corner),
        (high - corner, corner, corner + 1),
    )
    for x, width, from_x in across:
        for y, height, from_y in down:
            source = QRect(
                from_x,
                from_y,
                min(width, corner) if from_x != corner else 1,
                min(height, corner) if from_y != corner else 1,
            )
            painter.drawPixmap(QRect(x, y, width, height), patch, source)
    painter.end()
    target.setDevicePixelRatio(ratio)


def _paint_edge(
    painter: QPainter,
    width: float,
    height: float,
    radius: float,
    spread: float,
    colour: str,
    strength: float,
) -> None:
    """Lay rounded rectangles over each other so that they add up to a soft edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    reached = 0.0
    for layer in range(LAYERS):
        part = (layer + 1) / LAYERS
        out = spread * (1.0 - part)
        wanted = strength * part * part * part
        alpha = (wanted - reached) / (1.0 - reached)
        reached = wanted
        made = QColor(colour)
        made.setAlphaF(max(0.0, min(1.0, alpha)))
        painter.setBrush(made)
        painter.drawRoundedRect(
            QRectF(-out, -out, width + 2 * out, height + 2 * out),
            radius + out,
            radius + out,
        )
