"""What a scene is drawn on: the painter and the theme, in the design's own units."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Unpack

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from sidecar_viz.core.lesson import Tone
from sidecar_viz.core.markup import spans
from sidecar_viz.paint.brush.brush import between, faded, pen
from sidecar_viz.paint.brush.fonts import BOLD, REGULAR, SEMIBOLD
from sidecar_viz.paint.brush.text import Style, elided, width, write
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.kinds.icons import draw_tone

READABLE = 11.0
"""The size (pixels) below which no word is written."""
STATE, PILL = 23.0, 2.6
"""The size of a state's word, in units, and what is beside it in its pill (em)."""
SHADE = ((8.0, 0.025), (4.0, 0.05))
"""How far down each layer of a shadow lies, in units, and its opacity."""


class Pane(Struct, frozen=True):
    """A part of a scene, *wide* and *high* units of the design large.

    *least* is the size, in units, below which no word is written.
    """

    painter: QPainter
    theme: Theme
    wide: float
    high: float
    least: float

    def write(
        self,
        x: float,
        middle: float,
        text: str,
        size: float,
        colour: QColor | str,
        *,
        room: float = 9999.0,
        **style: Unpack[Style],
    ) -> None:
        """Write a line, at least readable, cut where it is longer than its *room*."""
        size = max(size, self.least)
        weight, mono = style.get("weight", REGULAR), style.get("mono", False)
        said = elided(text, room / size, weight, mono=mono)
        write(self.painter, x, middle, said, size, colour, **style)

    def faint(self, alpha: float) -> float:
        """Return an opacity of what is not meant, as high as the theme wants it."""
        return max(alpha, self.theme.faint)

    @property
    def line(self) -> float:
        """The width of an outline, in units."""
        return self.theme.stroke * 1.1

    def shadow(self, path: QPainterPath) -> None:
        """Draw the shadow of a shape that is drawn over it."""
        if self.theme.shadow <= 0.0:
            return
        # Filled: a wide stroke that lets shine through takes several times longer.
        self.painter.setPen(Qt.PenStyle.NoPen)
        for down, alpha in SHADE:
            colour = "#000000" if self.theme.dark else "#0b1a33"
            self.painter.setBrush(faded(colour, alpha))
            self.painter.drawPath(path.translated(0.0, down))

    def pill_width(self, word: str) -> float:
        """Return how wide a state's pill is."""
        return (width(word, SEMIBOLD) + PILL) * max(STATE, self.least)

    def pill(self, right: float, middle: float, word: str, tone: Tone) -> None:
        """Draw a state's pill on a coloured ground."""
        size, wide = max(STATE, self.least), self.pill_width(word)
        box = QRectF(right - wide, middle - 0.92 * size, wide, 1.84 * size)
        theme = self.theme
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(theme.surface))
        self.painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        ink = QColor(theme.idle.text)
        draw_tone(self.painter, tone, box.x() + 0.95 * size, middle, 0.34 * size, ink)
        self.write(box.x() + 1.75 * size, middle, word, size, ink, weight=SEMIBOLD)

    def item(
        self, x: float, middle: float, text: str, size: float, ink: QColor, room: float
    ) -> None:
        """Write an item of the ledger; what is **bold** in it is red."""
        red = QColor(self.theme.failed.text)
        red.setAlphaF(ink.alphaF())
        end = x + room
        for part, bold in spans(text):
            weight = BOLD if bold else REGULAR
            if end - x < size:
                return
            self.write(
                *(x, middle, part, size, red if bold else ink),
                weight=weight,
                mono=True,
                room=end - x,
            )
            x += width(part, weight, mono=True) * size

    def badge(self, box: QRectF, number: int, ground: QColor, ink: QColor) -> None:
        """Draw the number of an item."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ground)
        radius = 0.2 * box.height()
        self.painter.drawRoundedRect(box, radius, radius)
        at = box.center()
        size = 0.66 * box.height()
        self.write(at.x(), at.y(), str(number), size, ink, weight=BOLD, align="centre")

    def stroke(
        self, x: float, y: float, long: float, thick: float, ink: QColor
    ) -> None:
        """Draw a line of text that need not be read."""
        self.painter.setPen(pen(ink, thick))
        half = thick / 2
        self.painter.drawLine(QPointF(x + half, y), QPointF(x + long - half, y))

    def grey(self, amount: float) -> QColor:
        """Return the grey of what has stopped, *amount* (0..1) strong."""
        return between(self.theme.surface, self.theme.idle.line, amount)


@contextmanager
def moved(
    painter: QPainter, x: float, y: float, *, angle: float = 0.0, scale: float = 1.0
) -> Iterator[None]:
    """Draw round a place as if it were the origin, turned by *angle* degrees."""
    painter.save()
    painter.translate(x, y)
    painter.rotate(angle)
    painter.scale(scale, scale)
    yield
    painter.restore()


def length_of(text: str) -> int:
    """Return how many characters of a line are read, without its marks."""
    return sum(len(part) for part, _ in spans(text))
