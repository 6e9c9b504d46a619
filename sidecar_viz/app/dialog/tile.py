"""One tile of a grid of pictures: its card, its picture, and words below it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sidecar_viz.app.look.look import Look

PICTURE = Qt.ItemDataRole.UserRole
CURRENT = Qt.ItemDataRole.UserRole + 1
PAD, GAP, RADIUS, ROOM = 12, 10, 12, 8
ASPECT, LOWEST = 0.72, 0.4

Index = QModelIndex | QPersistentModelIndex


class TileWords(Protocol):
    """What stands below the pictures of a grid."""

    def height(self, look: Look, width: int) -> float:
        """Measure the words of the highest tile; a picture is so wide."""

    def draw(self, painter: QPainter, box: QRectF, index: Index, look: Look) -> None:
        """Write the words of a tile from the top of the *box* on."""


class TileDelegate(QStyledItemDelegate):
    """Paints a tile: a picture, and words below it."""

    def __init__(self, words: TileWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.look = Look()
        self.width = 320
        self.room = 0

    @property
    def picture_width(self) -> int:
        """The width of a picture, and of the words below it."""
        return self.width - 2 * self.look.px(PAD)

    @property
    def picture_size(self) -> QSize:
        """The size of a picture, low enough for a tile to be seen whole."""
        width = self.picture_width
        free = self.room - round(self._around())
        return QSize(
            width, max(round(width * LOWEST), min(free, round(width * ASPECT)))
        )

    @property
    def tile(self) -> QSize:
        """The size of a tile."""
        return QSize(self.width, self.picture_size.height() + round(self._around()))

    def _around(self) -> float:
        """Measure how much higher a tile is than its picture."""
        words = self._words.height(self.look, self.picture_width)
        return 2 * self.look.px(PAD) + self.look.px(GAP) + words

    def _edge(self, option: QStyleOptionViewItem, index: Index) -> QPen:
        theme = self.look.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            return QPen(QColor(theme.accent), max(3.0, 3.0 * self.look.ui))
        return QPen(QColor(theme.edge if index.data(CURRENT) else theme.line), 1.2)

    def draw_picture(self, painter: QPainter, box: QRectF, picture: object) -> None:
        """Draw the picture in its place, or an empty stage while there is none."""
        theme = self.look.theme
        path = QPainterPath()
        radius = self.look.px(ROOM)
        path.addRoundedRect(box, radius, radius)
        painter.fillPath(path, QColor(theme.stage))
        if isinstance(picture, QImage) and not picture.isNull():
            painter.save()
            painter.setClipPath(path)
            painter.drawImage(box, picture)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawPath(path)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give all tiles one size."""
        return self.tile

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one tile."""
        theme, look = self.look.theme, self.look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.setPen(self._edge(option, index))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.surface))
        painter.drawRoundedRect(card, look.px(RADIUS), look.px(RADIUS))
        size = self.picture_size
        left = card.left() + (card.width() - size.width()) / 2
        top = card.top() + look.px(PAD) - 2
        box = QRectF(left, top, size.width(), size.height())
        self.draw_picture(painter, box, index.data(PICTURE))
        words = QRectF(box.left(), box.bottom() + look.px(GAP), box.width(), 0.0)
        words.setBottom(card.bottom())
        self._words.draw(painter, words, index, self.look)
        painter.restore()
