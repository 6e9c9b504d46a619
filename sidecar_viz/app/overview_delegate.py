"""One step in the overview: its picture, its number and its title."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sidecar_viz.app.look import Look
from sidecar_viz.app.wrapped_text import WrappedText, laid
from sidecar_viz.paint.fonts import MEDIUM, SEMIBOLD

PICTURE = Qt.ItemDataRole.UserRole
CURRENT = Qt.ItemDataRole.UserRole + 1
PAD, GAP, TITLE, RADIUS, ROOM, FLAG_PAD = 12, 10, 17, 12, 8, 9
ASPECT = 0.72

Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """Paints a step; the one we are at has a mark and a word, not only a colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = Look()
        self.width = 320
        self.titles: tuple[str, ...] = ()

    @property
    def picture_size(self) -> QSize:
        """How large a picture is, in pixels of the window."""
        width = self.width - 2 * self.look.px(PAD)
        return QSize(width, round(width * ASPECT))

    def _flag(self) -> WrappedText:
        return laid(self.tr("Here"), self.look.font(14, SEMIBOLD), 400.0)

    def _words(self, text: str) -> WrappedText:
        """The title; beside it there is room for the flag."""
        font = self.look.font(TITLE, MEDIUM)
        taken = self._flag().width + 4 * self.look.px(FLAG_PAD)
        return laid(text, font, max(60.0, self.picture_size.width() - taken))

    @property
    def tile(self) -> QSize:
        """How large a step is in the grid."""
        words = max((self._words(t).height for t in self.titles), default=0.0)
        pads = 2 * self.look.px(PAD) + self.look.px(GAP)
        height = round(self.picture_size.height() + pads + words)
        return QSize(self.width, height)

    def _edge(self, option: QStyleOptionViewItem, index: Index) -> QPen:
        theme = self.look.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            return QPen(QColor(theme.accent), max(3.0, 3.0 * self.look.ui))
        return QPen(QColor(theme.edge if index.data(CURRENT) else theme.line), 1.2)

    def _draw_picture(self, painter: QPainter, box: QRectF, picture: object) -> None:
        theme = self.look.theme
        path = QPainterPath()
        radius = self.look.px(ROOM)
        path.addRoundedRect(box, radius, radius)
        painter.fillPath(path, QColor(theme.stage))
        if isinstance(picture, QImage):
            painter.save()
            painter.setClipPath(path)
            painter.drawImage(box, picture)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawPath(path)

    def _draw_flag(self, painter: QPainter, right: float, top: float) -> None:
        """Say of the step that is shown now that we are here."""
        theme, look = self.look.theme, self.look
        words, pad = self._flag(), look.px(FLAG_PAD)
        flag = QRectF(0, top, words.width + 2 * pad, words.height + look.px(4))
        flag.moveRight(right)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(flag, flag.height() / 2, flag.height() / 2)
        words.draw(painter, flag.left() + pad, flag.top() + look.px(2), theme.on_accent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All are of one size."""
        return self.tile

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one step."""
        theme, look = self.look.theme, self.look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.setPen(self._edge(option, index))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.surface))
        painter.drawRoundedRect(card, look.px(RADIUS), look.px(RADIUS))
        pad = look.px(PAD)
        size = self.picture_size
        left = card.left() + (card.width() - size.width()) / 2
        box = QRectF(left, card.top() + pad - 2, size.width(), size.height())
        self._draw_picture(painter, box, index.data(PICTURE))
        title = self._words(str(index.data()))
        top = box.bottom() + look.px(GAP)
        title.draw(painter, box.left(), top, theme.ink)
        if index.data(CURRENT):
            self._draw_flag(painter, box.right(), top)
        painter.restore()
