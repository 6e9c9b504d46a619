"""Pictures of a time line that are kept: what has been, and what is ahead."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.playhead_paint import paint_ahead
from sidecar_viz.paint.lab.line.time_line import paint_time_line

OUTLINE = 2  # pixels: so far a bar reaches out of the axis


class KeptPictures:
    """Paints each once, when it is first seen, and from then on only their parts."""

    def __init__(self) -> None:
        self._been: QImage | None = None
        self._ahead: QImage | None = None

    @property
    def there(self) -> bool:
        """Whether what is ahead has been painted."""
        return self._ahead is not None

    def forget(self) -> None:
        """Paint both anew when they are seen again."""
        self._been = self._ahead = None

    def paint(
        self,
        painter: QPainter,
        view: QWidget,
        brush: Brush,
        line: TimeLine,
        x: float,
        *,
        hidden: bool,
    ) -> None:
        """Paint in a view what has been up to a place, and what is ahead from there."""
        if self._ahead is None:
            self._ahead = _picture(view, brush)
            with QPainter(self._ahead) as inside:
                paint_ahead(inside, brush, line, hidden=hidden)
        ratio, high = view.devicePixelRatioF(), view.height()
        painter.drawImage(0, 0, self._ahead)
        if x <= line.axis.left:
            return
        if self._been is None:
            self._been = _picture(view, brush)
            with QPainter(self._been) as inside:
                paint_time_line(inside, brush, line)
        edge = int((line.axis.left - OUTLINE) * ratio)
        seam = min(self._ahead.width(), int(x * ratio))
        been = QRectF(edge, 0, seam - edge, high * ratio)
        painter.drawImage(QPointF(edge / ratio, 0), self._been, been)


def _picture(view: QWidget, brush: Brush) -> QImage:
    ratio = view.devicePixelRatioF()
    image = QImage(view.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(brush.theme.surface)
    return image
