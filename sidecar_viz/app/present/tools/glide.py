"""The stage on its way to another view: one picture, drawn larger and larger."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from sidecar_viz.paint.layout.zoom import View


class Glide:
    """A picture of the widest view on the way; every other lies inside it.

    To lay the stage out anew in each frame would make glows and letters of a new
    size each time. So letters are soft on the way, and sharp on arrival. A frame
    costs some three times as much as filling the stage with one colour.
    """

    def __init__(self, view: View, picture: QPixmap) -> None:
        self.view = view
        self._picture = picture

    def draw(self, painter: QPainter, area: QRectF, seen: View) -> None:
        """Fill the *area* with what is *seen* now."""
        part, picture = seen.within(self.view), self._picture
        wide, high = picture.width(), picture.height()
        source = QRectF(
            part.x * wide, part.y * high, part.width * wide, part.height * high
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(area, picture, source)
