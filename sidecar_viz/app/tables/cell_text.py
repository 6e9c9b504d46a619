"""Wrapped text in the cells of a table: how wide, how high, and drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from sidecar_viz.app.look.look import Look
from sidecar_viz.core.lesson import Hue
from sidecar_viz.paint.brush.text import width, wrapped, write

LINE = 1.26  # the height of a line in font sizes
MOST_LINES = 40
SHORT = 3  # letters that are not left alone on a line
LONG = 18  # letters of a name from which on it may go on in the next line
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def widest_word(text: str, size: float, weight: int) -> float:
    """Return how wide a column must be for no word of the *text* to be cut.

    A long name such as activeDeadlineSeconds may go on in the next line, at a capital.
    """
    words = (part for word in text.split() for part in _humps(word))
    return max((width(word, weight) for word in words), default=0.0) * size


def line_width(text: str, size: float, weight: int) -> float:
    """Return how wide the *text* is in one line."""
    return width(text, weight) * size


def widest_line(text: str, size: float, weight: int, room: float) -> float:
    """Return how wide the widest line of the *text* is when it is wrapped at *room*."""
    lines = _lines(text, size, weight, room)
    return max((width(line, weight) for line in lines), default=0.0) * size


def text_height(text: str, size: float, weight: int, room: float) -> float:
    """Return how high the *text* is when it is wrapped at *room*; at least a line."""
    return max(1, len(_lines(text, size, weight, room))) * LINE * size


def draw_text(
    painter: QPainter,
    text: str,
    size: float,
    weight: int,
    box: QRectF,
    colour: QColor,
    *,
    centred: bool = False,
) -> list[QRectF]:
    """Draw the *text* wrapped, at half the height; says where its lines are.

    The lines begin at the left, or are *centred*.
    """
    lines = _lines(text, size, weight, box.width())
    step = LINE * size
    top = box.center().y() - step * len(lines) / 2
    places = []
    for number, line in enumerate(lines):
        middle = top + step * (number + 0.5)
        long = width(line, weight) * size
        left = box.left() + (max(0.0, box.width() - long) / 2 if centred else 0.0)
        write(painter, left, middle, line, size, colour, weight=weight)
        places.append(QRectF(left, middle - step / 2, long, step))
    return places


def draw_fresh(painter: QPainter, inside: QRectF, hue: Hue, look: Look) -> None:
    """Frame a cell that has just filled, in the hue of whom it came from."""
    shade, radius = look.theme.hue(hue), look.px(6)
    painter.setPen(QPen(QColor(shade.line), max(1.5, look.px(2))))
    painter.setBrush(QColor(shade.soft))
    painter.drawRoundedRect(inside, radius, radius)


def strike(
    painter: QPainter, lines: Iterable[QRectF], colour: QColor, width: float
) -> None:
    """Strike lines of a text out, where *draw_text* has drawn them."""
    painter.setPen(QPen(colour, width))
    for line in lines:
        middle = line.center().y()
        painter.drawLine(QPointF(line.left(), middle), QPointF(line.right(), middle))


def change_mark(box: QRectF, text: QRectF, look: Look) -> QRectF:
    """Return where a cell is marked as changed: on its rule, clear of the letters."""
    high = max(2, look.px(2.5))
    return QRectF(text.left(), box.bottom() - high, look.px(22), high)


def _lines(text: str, size: float, weight: int, room: float) -> tuple[str, ...]:
    wide = round(max(1.0, room) / size, 2)
    if any(len(word) >= LONG for word in text.split()):
        text = " ".join(_chunks(text, wide, weight))
    lines = wrapped(text, wide, weight, MOST_LINES)
    if len(lines) > 1 and len(lines[-1]) < SHORT:
        # "After Step / 2" reads better as "After / Step 2".
        head, _, word = lines[-2].rpartition(" ")
        if head:
            return (*lines[:-2], head, f"{word} {lines[-1]}")
    return lines


def _humps(word: str) -> list[str]:
    """Return the parts of a long name in camel case; any other word is one part."""
    return HUMP.split(word) if len(word) >= LONG else [word]


def _chunks(text: str, room: float, weight: int) -> Iterator[str]:
    """Yield the words, those too wide for the *room* (em) in parts that are not."""
    for word in text.split():
        chunk = ""
        for part in _humps(word) if width(word, weight) > room else [word]:
            if chunk and width(chunk + part, weight) > room:
                yield chunk
                chunk = ""
            chunk += part
        yield chunk
