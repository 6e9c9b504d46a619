"""One lesson in the library: its picture, its title, what it is about, how far."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.dialog.tile import CURRENT, Index, TileDelegate
from sidecar_viz.app.look.wrapped_text import WrappedText, laid
from sidecar_viz.paint.brush.fonts import REGULAR, SEMIBOLD

TITLE, SMALL, BAR, NEAR = 18, 14, 4, 4
ABOUT = Qt.ItemDataRole.UserRole + 2
DONE = Qt.ItemDataRole.UserRole + 3
SHARE = Qt.ItemDataRole.UserRole + 4
REFUSED = Qt.ItemDataRole.UserRole + 5

Words = tuple[str, str, str]


class LessonDelegate(TileDelegate):
    """Paints a lesson; what is said in colour is said in words, too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words: tuple[Words, ...] = ()

    def words_height(self) -> float:
        """Return the lesson with the most words decides."""
        return max((self._height(words) for words in self.words), default=0.0)

    def draw_words(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Title, subject and minutes, a bar, and how far somebody came."""
        theme, look = self.look.theme, self.look
        said = (str(index.data()), str(index.data(ABOUT)), str(index.data(DONE)))
        title, about, done = self._laid(said)
        top = box.top()
        title.draw(painter, box.left(), top, theme.ink)
        top += title.height + look.px(NEAR)
        about.draw(painter, box.left(), top, theme.muted)
        top += about.height + look.px(2 * NEAR)
        self._draw_bar(painter, box, top, float(index.data(SHARE)))
        top += look.px(BAR) + look.px(2 * NEAR)
        ink = theme.failed.text if index.data(REFUSED) else theme.ink
        if index.data(CURRENT) and not index.data(REFUSED):
            ink = theme.accent
        done.draw(painter, box.left(), top, ink)

    def _draw_bar(
        self, painter: QPainter, box: QRectF, top: float, share: float
    ) -> None:
        theme, high = self.look.theme, self.look.px(BAR)
        bar = QRectF(box.left(), top, box.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(bar, high / 2, high / 2)
        if share > 0:
            bar.setWidth(max(high * 2.0, bar.width() * share))
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(bar, high / 2, high / 2)

    def _laid(self, words: Words) -> tuple[WrappedText, WrappedText, WrappedText]:
        room = float(max(60, self.picture_width))
        title, about, done = words
        return (
            laid(title, self.look.font(TITLE, SEMIBOLD), room),
            laid(about, self.look.font(SMALL, REGULAR), room),
            laid(done, self.look.font(SMALL, SEMIBOLD), room),
        )

    def _height(self, words: Words) -> float:
        every = sum(part.height for part in self._laid(words))
        return every + self.look.px(BAR) + self.look.px(NEAR) * 5
