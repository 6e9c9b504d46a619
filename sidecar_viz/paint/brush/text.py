"""Measures, fits and writes text."""

from __future__ import annotations

from functools import lru_cache
from math import floor
from typing import TypedDict

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStaticText, QTransform

from sidecar_viz.paint.brush.fonts import REGULAR, font

MEASURED_AT = 64.0
ASCENT = 0.355


@lru_cache(maxsize=2048)
def width(text: str, weight: int = REGULAR, *, mono: bool = False) -> float:
    """Return the width of a line of *text* in font sizes."""
    return _metrics(weight, mono=mono).horizontalAdvance(text) / MEASURED_AT


def whole(size: float) -> float:
    """Return the size in which Qt writes letters of a *size*: a whole number of pixels.

    Where words of many letters have to fit exactly, it is this size that counts.
    """
    return max(1.0, floor(round(size, 1) + 0.5))


@lru_cache(maxsize=8)
def _metrics(weight: int, *, mono: bool) -> QFontMetricsF:
    return QFontMetricsF(font(MEASURED_AT, weight, mono=mono))


@lru_cache(maxsize=512)
def elided(text: str, room: float, weight: int = REGULAR, *, mono: bool = False) -> str:
    """Return the *text*, cut with "…" if it is wider than *room* (in font sizes)."""
    if width(text, weight, mono=mono) <= room + 0.01:
        return text
    low, high = 0, len(text)
    while low < high:
        half = (low + high + 1) // 2
        if width(text[:half].rstrip() + "…", weight, mono=mono) <= room:
            low = half
        else:
            high = half - 1
    return text[:low].rstrip() + "…"


@lru_cache(maxsize=512)
def wrapped(
    text: str, room: float, weight: int = REGULAR, lines: int = 2
) -> tuple[str, ...]:
    """Break the *text* at spaces into at most *lines* lines of *room* font sizes."""
    done: list[str] = []
    rest = text.split()
    while rest and len(done) < lines - 1:
        count = 1
        while count < len(rest) and width(" ".join(rest[: count + 1]), weight) <= room:
            count += 1
        done.append(elided(" ".join(rest[:count]), room, weight))
        rest = rest[count:]
    if rest:
        done.append(elided(" ".join(rest), room, weight))
    return tuple(done)


class Style(TypedDict, total=False):
    """How a line is written; see `write`."""

    weight: int
    mono: bool
    align: str


def write(
    painter: QPainter,
    x: float,
    middle: float,
    text: str,
    size: float,
    colour: QColor | str,
    *,
    weight: int = REGULAR,
    mono: bool = False,
    align: str = "left",
) -> None:
    """Write one line of text.

    Args:
        x: the left end, the centre or the right end, depending on *align* (pixels).
        middle: the y of the middle of its small letters (pixels).
        weight: 400 to 700.
        mono: in letters of one width, for values and code.
        align: left, centre or right.
    """
    if align != "left":
        room = width(text, weight, mono=mono) * whole(size)
        x -= room / 2 if align == "centre" else room
    shaped = _shaped(text, round(size, 1), weight, mono=mono)
    painter.setFont(font(round(size, 1), weight, mono=mono))
    painter.setPen(QColor(colour) if isinstance(colour, str) else colour)
    painter.drawStaticText(
        QPointF(x, middle + size * ASCENT - shaped.ascent), shaped.text
    )


class _Shaped(Struct, frozen=True):
    """A line of text, laid out once, and the distance from its top to its base line."""

    text: QStaticText
    ascent: float


@lru_cache(maxsize=384)
def _shaped(text: str, size: float, weight: int, *, mono: bool) -> _Shaped:
    made = font(size, weight, mono=mono)
    line = QStaticText(text)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    line.prepare(QTransform(), made)
    return _Shaped(line, QFontMetricsF(made).ascent())
