"""Keeps pictures of what is drawn again and again, to be copied frame after frame."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import ceil, floor

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.brush import soften

RIM = 3
"""Pixels around a box that what is drawn there may reach."""


class Pictures:
    """Caches pictures by what they show; the one not used for longest is given up."""

    def __init__(self, ratio: float, most: int) -> None:
        """Cache at most *most* pictures, at a device pixel *ratio*."""
        self._ratio, self._most = ratio, most
        self._kept: dict[Hashable, QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        key: Hashable,
        box: Rect,
        draw: Callable[[QPainter], None],
    ) -> None:
        """Copy the picture with this *key*, which *draw* makes in the *box* if new."""
        picture = self._kept.pop(key, None)
        if picture is None:
            if len(self._kept) >= self._most:
                self._kept.pop(next(iter(self._kept)))
            picture = self._made(box, draw)
        self._kept[key] = picture
        painter.drawPixmap(floor(box.x) - RIM, floor(box.y) - RIM, picture)

    def _made(self, box: Rect, draw: Callable[[QPainter], None]) -> QPixmap:
        x, y = floor(box.x) - RIM, floor(box.y) - RIM
        wide, high = ceil(box.right) + RIM - x, ceil(box.bottom) + RIM - y
        picture = QPixmap(ceil(wide * self._ratio), ceil(high * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            soften(painter)
            painter.translate(-x, -y)
            draw(painter)
        return picture
