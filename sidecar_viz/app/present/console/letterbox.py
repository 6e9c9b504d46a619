"""A widget kept in the shape of another screen, in the middle of its room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look

StageSize = tuple[float, float]


class Letterbox(QWidget):
    """Holds one widget in a given shape."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self._shape: StageSize = (16.0, 9.0)
        inside.setParent(self)

    def set_shape(self, shape: StageSize) -> None:
        """Keep another shape."""
        self._shape = shape
        self._arrange()

    def _arrange(self) -> None:
        wide, high = fitted(self._shape, self.size())
        left, top = (self.width() - wide) // 2, (self.height() - high) // 2
        self._inside.setGeometry(left, top, wide, high)

    def sizeHint(self) -> QSize:
        """Return the size of a middling picture."""
        return QSize(480, 300)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a small picture."""
        return QSize(120, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        self._arrange()


class Picture(QWidget):
    """Shows a picture in its own shape; without one, a word."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._picture: QPixmap | None = None
        self._word = ""
        self._shape: StageSize = (16.0, 9.0)

    def show_picture(self, picture: QPixmap | None, word: str = "") -> None:
        """Show a picture, or say why there is none."""
        self._picture, self._word = picture, word
        self.update()

    def set_shape(self, shape: StageSize) -> None:
        """Take the shape of the pictures to come."""
        self._shape = shape

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.update()

    def picture_size(self) -> QSize:
        """Return how large a picture fits."""
        return QSize(*fitted(self._shape, self.size()))

    def sizeHint(self) -> QSize:
        """Return the size of a middling picture."""
        return QSize(400, 260)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a small picture."""
        return QSize(120, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that pictures have another size now."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle."""
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._picture is None:
                painter.setFont(self._look.font(20))
                painter.setPen(QColor(theme.muted))
                middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.rect(), int(middle), self._word)
                return
            size = self._picture.deviceIndependentSize()
            box = QRectF(0.0, 0.0, size.width(), size.height())
            box.moveCenter(QRectF(self.rect()).center())
            place = QPointF(round(box.left()), round(box.top()))
            path = QPainterPath()
            radius = self._look.px(10)
            path.addRoundedRect(QRectF(place, size), radius, radius)
            painter.setClipPath(path)
            painter.drawPixmap(place, self._picture)


def fitted(shape: StageSize, room: QSize) -> tuple[int, int]:
    """Return the largest size of a shape in some room."""
    factor = min(room.width() / max(1.0, shape[0]), room.height() / max(1.0, shape[1]))
    return max(1, round(shape[0] * factor)), max(1, round(shape[1] * factor))
