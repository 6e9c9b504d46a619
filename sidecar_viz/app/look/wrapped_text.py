"""Text broken into lines for a given width: never cut, even within a long word."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

Runs = tuple[tuple[int, int, str], ...]
"""Start, length and colour of words that have a colour of their own."""


class WrappedText:
    """A text of one font, laid out in *room* pixels."""

    def __init__(self, text: str, font: QFont, room: float, runs: Runs = ()) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        if runs:
            self._layout.setFormats([_range(*run) for run in runs])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self.height = 0.0
        self.width = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, room))
            line.setPosition(QPointF(0.0, self.height))
            self.height += line.height()
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    @property
    def line_height(self) -> float:
        """The height of one line."""
        return self.height / max(1, self.lines)

    def draw(self, painter: QPainter, x: float, y: float, colour: str) -> None:
        """Write it with its top left corner there."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(x, y))


@lru_cache(maxsize=256)
def laid(text: str, font: QFont, room: float, runs: Runs = ()) -> WrappedText:
    """Lay a text out for a font and a room; the same again is taken from a cache."""
    return WrappedText(text, font, room, runs)


def _range(start: int, length: int, colour: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    made.format.setForeground(QColor(colour))
    return made
