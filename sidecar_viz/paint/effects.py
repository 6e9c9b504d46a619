"""Soft shadows and glows, painted once and kept at the screen's resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
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
            _paint_edge(painter, rect.width, rect.height, radius, spread, colour, strength)
            painter.restore()
            return
        kept = self._pixmap(rect.width, rect.height, radius, spread, colour, strength)
        before = painter.opacity()
        painter.setOpacity(before * opacity)
        painter.drawPixmap(
            round(rect.x - spread), round(rect.y - spread + drop), kept
        )
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
            self._kept[key] = self._made(width, height, radius, spread, colour, strength)
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
            int((width + 2 * spread) * ratio) + 2, int((height + 2 * spread) * ratio) + 2
        )
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(spread, spread)
        _paint_edge(painter, width, height, radius, spread, colour, strength)
        painter.end()
        return pixmap


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
