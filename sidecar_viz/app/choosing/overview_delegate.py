"""One step in the overview: its picture, its number and its title."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.dialog.tile import CURRENT, Index, TileDelegate
from sidecar_viz.app.look.wrapped_text import WrappedText, laid
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD

TITLE, FLAG_PAD = 17, 9


class StepDelegate(TileDelegate):
    """Paints a step; the one we are at has a mark and a word, not only a colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.titles: tuple[str, ...] = ()

    def words_height(self) -> float:
        """The longest title decides."""
        return max((self._words(title).height for title in self.titles), default=0.0)

    def draw_words(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """The title, and a flag at the step that is shown now."""
        words = self._words(str(index.data()))
        words.draw(painter, box.left(), box.top(), self.look.theme.ink)
        if index.data(CURRENT):
            self._draw_flag(painter, box.right(), box.top())

    def _flag(self) -> WrappedText:
        return laid(self.tr("Here"), self.look.font(14, SEMIBOLD), 400.0)

    def _words(self, text: str) -> WrappedText:
        """The title; beside it there is room for the flag."""
        font = self.look.font(TITLE, MEDIUM)
        taken = self._flag().width + 4 * self.look.px(FLAG_PAD)
        return laid(text, font, max(60.0, self.picture_width - taken))

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
