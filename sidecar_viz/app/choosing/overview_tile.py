"""What stands below a step's picture in the overview: its number and its title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.app.dialog.tile import CURRENT, Index
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.wrapped_text import WrappedText, laid
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD

TITLE, FLAG_PAD = 17, 9


class StepTile:
    """Writes titles; the step we are at has a mark and a word, not only a colour."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._titles = tuple(titles)

    def height(self, look: Look, width: int) -> float:
        """Measure the title that is broken into the most lines."""
        heights = (_title(title, look, width).height for title in self._titles)
        return max(heights, default=0.0)

    def draw(self, painter: QPainter, box: QRectF, index: Index, look: Look) -> None:
        """Write the title, and a flag at the step that is shown now."""
        title = _title(str(index.data()), look, box.width())
        title.draw(painter, box.left(), box.top(), look.theme.ink)
        if index.data(CURRENT):
            _draw_flag(painter, box.right(), box.top(), look)


def _title(text: str, look: Look, width: float) -> WrappedText:
    """Lay a title out; beside it there is room for the flag."""
    taken = _flag(look).width + 4 * look.px(FLAG_PAD)
    return laid(text, look.font(TITLE, MEDIUM), max(60.0, width - taken))


def _flag(look: Look) -> WrappedText:
    here = QCoreApplication.translate("overview", "Here")
    return laid(here, look.font(14, SEMIBOLD), 400.0)


def _draw_flag(painter: QPainter, right: float, top: float, look: Look) -> None:
    """Say of the step that is shown now that we are here."""
    words, pad = _flag(look), look.px(FLAG_PAD)
    flag = QRectF(0, top, words.width + 2 * pad, words.height + look.px(4))
    flag.moveRight(right)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.accent))
    painter.drawRoundedRect(flag, flag.height() / 2, flag.height() / 2)
    left, ink = flag.left() + pad, look.theme.on_accent
    words.draw(painter, left, flag.top() + look.px(2), ink)
