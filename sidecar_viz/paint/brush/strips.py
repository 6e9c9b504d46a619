"""Pictures of what runs along the sides of a rectangle: four strips, and no middle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPixmap


class Strips:
    """Keeps four pictures that lie around a middle where nothing is to be seen.

    They take less memory than a picture of the whole, and are copied faster.
    """

    def __init__(
        self,
        around: QRect,
        deep: int,
        ratio: float,
        picture: Callable[[QRect], QPixmap],
    ) -> None:
        """Take the strips of a *picture*.

        Args:
            around: the whole, in device pixels.
            deep: how far (device pixels) the strips reach inward.
            ratio: the device pixel ratio.
            picture: gives a part of it.
        """
        self._ratio = ratio
        self._parts = [(part, picture(part)) for part in _parts(around, deep)]
        for _, made in self._parts:
            made.setDevicePixelRatio(ratio)

    def paint(self, painter: QPainter, left: int, top: int) -> None:
        """Copy them, from *left* and *top* on (device pixels): nothing is scaled."""
        ratio = self._ratio
        for part, picture in self._parts:
            at = QPointF((part.x() + left) / ratio, (part.y() + top) / ratio)
            painter.drawPixmap(at, picture)


def _parts(around: QRect, deep: int) -> list[QRect]:
    """Return the strips around the middle, if there is one; none overlap."""
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
