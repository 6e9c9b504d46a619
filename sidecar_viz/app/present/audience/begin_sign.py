"""Says at the right of an opening's words, as a key and a word, how it begins."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sidecar_viz.app.look.look import Look
from sidecar_viz.paint.brush.band import BandColours
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import width, write

SIZE = 36  # of the design
KEY_WIDE, KEY_HIGH, GAP, CORNER = 1.7, 1.4, 0.5, 0.35
"""Of the size of the word: the key before it, and the gap between them."""


def begin_width(look: Look, word: str) -> float:
    """Return how wide (pixels) key and *word* are, with a gap before them."""
    return (width(word, SEMIBOLD) + KEY_WIDE + 2 * GAP) * look.text_px(SIZE)


def draw_begin(
    painter: QPainter, look: Look, colours: BandColours, right: QPointF, word: str
) -> None:
    """Draw them; *right* is the middle of their right edge."""
    size, ink = look.text_px(SIZE), QColor(colours.number)
    x, middle = right.x(), right.y()
    write(painter, x, middle, word, size, ink, weight=SEMIBOLD, align="right")
    left = x - (width(word, SEMIBOLD) + KEY_WIDE + GAP) * size
    high = KEY_HIGH * size
    key = QRectF(left, middle - high / 2, KEY_WIDE * size, high)
    painter.setPen(QPen(ink, max(1.0, 0.07 * size)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(key, CORNER * size, CORNER * size)
    x = key.center().x()
    write(painter, x, middle, "→", size, ink, weight=SEMIBOLD, align="centre")
