"""A widget kept in the shape of another screen, at the top of its room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sidecar_viz.app.look.fitting import largest_that_fits
from sidecar_viz.app.look.look import Look
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.theme import mixed

StageSize = tuple[float, float]

INSTEAD = (64.0, 56.0, 48.0, 40.0, 34.0, 28.0, 24.0, 20.0)
VEIL = "background: rgba(0, 0, 0, 190); color: #ffffff"
"""Dark enough not to be taken for what the class sees, and still to be seen through."""
MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class Letterbox(QWidget):
    """Holds one widget in a given shape; a veil over it says what others see.

    Attributes:
        veil: the words that lie over the widget; it can be used all the same.
    """

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self._shape: StageSize = (16.0, 9.0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        inside.setParent(self)
        self.veil = QLabel(self)
        self.veil.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.veil.setTextFormat(Qt.TextFormat.PlainText)
        self.veil.setWordWrap(True)
        self.veil.setStyleSheet(VEIL)
        self.veil.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.veil.hide()

    def show_veil(self, words: str) -> None:
        """Lay words over what is shown; with "", lift them."""
        self.veil.setText(words)
        self.veil.setVisible(bool(words))

    def set_shape(self, shape: StageSize) -> None:
        """Keep another shape."""
        self._shape = shape
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        wide, high = fitted(self._shape, self.size())
        left = (self.width() - wide) // 2
        for part in (self._inside, self.veil):
            part.setGeometry(left, 0, wide, high)
        self.veil.raise_()

    def heightForWidth(self, width: int) -> int:
        """Return the height at which all of a width is used."""
        return round(width * self._shape[1] / max(1.0, self._shape[0]))

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

    heard_as: Final = "picture"

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._picture: QPixmap | None = None
        self._word = self._instead = ""
        self._shape: StageSize = (16.0, 9.0)

    def show_picture(self, picture: QPixmap | None, word: str = "") -> None:
        """Show a picture, or say why there is none."""
        self._picture, self._word = picture, word
        self._tell()
        self.update()

    def show_instead(self, words: str) -> None:
        """Show words in the picture's place, large; with "", the picture again."""
        if words != self._instead:
            self._instead = words
            self._tell()
            self.update()

    def _tell(self) -> None:
        """Have what is seen here as the name, told once."""
        name = self._instead or self._word or self.tr("Picture of the next step")
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def instead(self) -> str:
        """Return the words that are in the picture's place now."""
        return self._instead

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
            if self._instead:
                self._draw_instead(painter)
                return
            if self._picture is None:
                painter.setFont(self._look.font(20))
                painter.setPen(QColor(theme.muted))
                painter.drawText(self.rect(), MIDDLE, self._word)
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

    def _draw_instead(self, painter: QPainter) -> None:
        """Write the words as large as they fit, to be read from a step away."""
        look, theme = self._look, self._look.theme
        room = QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0)
        painter.setPen(QPen(QColor(theme.accent), look.px(2)))
        painter.setBrush(QColor(mixed(theme.surface, theme.accent, 0.1)))
        painter.drawRoundedRect(room, look.px(10), look.px(10))
        inside = self.rect().adjusted(
            look.px(14), look.px(8), -look.px(14), -look.px(8)
        )

        def height_of(size: float) -> int:
            painter.setFont(look.font(size, BOLD))
            needed = painter.boundingRect(inside, MIDDLE, self._instead)
            fits = needed.width() <= inside.width()
            return needed.height() if fits else inside.height() + 1

        largest_that_fits(INSTEAD, height_of, inside.height())
        painter.setPen(QColor(theme.ink))
        painter.drawText(inside, MIDDLE, self._instead)


def fitted(shape: StageSize, room: QSize) -> tuple[int, int]:
    """Return the largest size of a shape in some room."""
    factor = min(room.width() / max(1.0, shape[0]), room.height() / max(1.0, shape[1]))
    return max(1, round(shape[0] * factor)), max(1, round(shape[1] * factor))
