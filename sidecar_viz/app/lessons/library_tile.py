"""What stands below a lesson's picture: its title, what it is about, how far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.app.dialog.tile import CURRENT, Index
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.wrapped_text import WrappedText, laid
from sidecar_viz.paint.brush.fonts import REGULAR, SEMIBOLD

TITLE, SMALL, BAR, NEAR = 18, 14, 4, 4
ABOUT = Qt.ItemDataRole.UserRole + 2
DONE = Qt.ItemDataRole.UserRole + 3
SHARE = Qt.ItemDataRole.UserRole + 4
REFUSED = Qt.ItemDataRole.UserRole + 5

Words = tuple[str, str, str]


class LessonTile:
    """Writes of a lesson; what is said in colour is said in words, too."""

    def __init__(self, words: Sequence[Words]) -> None:
        self._words: tuple[Words, ...] = ()
        self.take(words)

    def take(self, words: Sequence[Words]) -> None:
        """Take every lesson's title, what it is about, and how far one came."""
        self._words = tuple(words)

    def height(self, look: Look, width: int) -> float:
        """Measure the lesson with the most words."""
        heights = (_height(words, look, width) for words in self._words)
        return max(heights, default=0.0)

    def draw(self, painter: QPainter, box: QRectF, index: Index, look: Look) -> None:
        """Write title, subject and minutes; below a bar, how far somebody came."""
        theme = look.theme
        said = (str(index.data()), str(index.data(ABOUT)), str(index.data(DONE)))
        title, about, done = _laid(said, look, box.width())
        top = box.top()
        title.draw(painter, box.left(), top, theme.ink)
        top += title.height + look.px(NEAR)
        about.draw(painter, box.left(), top, theme.muted)
        top += about.height + look.px(2 * NEAR)
        bar = QRectF(box.left(), top, box.width(), look.px(BAR))
        _draw_bar(painter, bar, float(index.data(SHARE)), look)
        top += look.px(BAR) + look.px(2 * NEAR)
        ink = theme.failed.text if index.data(REFUSED) else theme.ink
        if index.data(CURRENT) and not index.data(REFUSED):
            ink = theme.accent
        done.draw(painter, box.left(), top, ink)


def _draw_bar(painter: QPainter, bar: QRectF, share: float, look: Look) -> None:
    """Fill so much of the bar (0 to 1)."""
    high = bar.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.line))
    painter.drawRoundedRect(bar, high / 2, high / 2)
    if share > 0:
        bar.setWidth(max(high * 2.0, bar.width() * share))
        painter.setBrush(QColor(look.theme.accent))
        painter.drawRoundedRect(bar, high / 2, high / 2)


def _laid(
    words: Words, look: Look, width: float
) -> tuple[WrappedText, WrappedText, WrappedText]:
    room = max(60.0, width)
    title, about, done = words
    return (
        laid(title, look.font(TITLE, SEMIBOLD), room),
        laid(about, look.font(SMALL, REGULAR), room),
        laid(done, look.font(SMALL, SEMIBOLD), room),
    )


def _height(words: Words, look: Look, width: int) -> float:
    every = sum(part.height for part in _laid(words, look, width))
    return every + look.px(BAR) + look.px(NEAR) * 5
