"""Pictures of what runs along the sides of a rectangle: four strips, and no middle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPixmap


class Strips:
    """Keeps the sides of a picture in whose middle nothing is to be seen.

    They take less memory than all of it, and are copied faster.
    """

    def __init__(self, whole: QPixmap, deep: int, ratio: float) -> None:
        """Cut the sides out of a picture.

        Args:
            whole: the picture, in device pixels.
            deep: how far (device pixels) its sides reach inward.
            ratio: the device pixel ratio.
        """
        self._ratio = ratio
        self._parts = [(part, whole.copy(part)) for part in _parts(whole.rect(), deep)]
        for _, picture in self._parts:
            picture.setDevicePixelRatio(ratio)

    def paint(self, painter: QPainter, left: int, top: int) -> None:
        """Copy them, from *left* and *top* on (device pixels): nothing is scaled."""
        ratio = self._ratio
        for part, picture in self._parts:
            at = QPointF((part.x() + left) / ratio, (part.y() + top) / ratio)
            painter.drawPixmap(at, picture)


def _parts(whole: QRect, deep: int) -> list[QRect]:
    """Return the sides, or all of it where there is no middle; none overlap."""
    between = whole.adjusted(0, deep, 0, -deep)
    if between.height() <= 0 or between.width() <= 2 * deep:
        return [whole]
    high, wide = whole.height() - deep, whole.width() - deep
    return [
        whole.adjusted(0, 0, 0, -high),
        whole.adjusted(0, high, 0, 0),
        between.adjusted(0, 0, -wide, 0),
        between.adjusted(wide, 0, 0, 0),
    ]
