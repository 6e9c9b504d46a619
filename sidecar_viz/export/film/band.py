"""The band below a film's stage: a step's number, title and sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QTextDocument,
)

from sidecar_viz.core.markup import escaped, rich
from sidecar_viz.export.film.words import Words
from sidecar_viz.paint.brush.band import STRONG, band_colours
from sidecar_viz.paint.brush.fonts import BOLD, REGULAR, SEMIBOLD, font
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.brush.theme import MONO, Theme

DESIGN = (1920, 1080)
NUMBER, OF, TITLE, TEXT = 80.0, 36.0, 46.0, 38.0
PAD, GAP, ABOVE, BETWEEN = 48.0, 34.0, 20.0, 4.0
LINE, LINE_GAP = 6.0, 5.0  # of the line of steps, at the upper edge
MOST_PARTS = 40  # with more steps the line is whole
MOST_HIGH = 0.34  # of the film's height
SHRINKS = (1.0, 0.94, 0.88, 0.8, 0.74, 0.68, 0.6, 0.5, 0.4, 0.3)
LEAST = 12.0  # pixels that letters have at least
NARROWER = (0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)
"""Parts of the width that lines may take instead, so that no last word stands alone."""


class Band:
    """Paints words in one size, in which the longest of them fit.

    Attributes:
        height: how high it is, in whole pixels, an even number.
    """

    def __init__(
        self, size: tuple[int, int], theme: Theme, every: Sequence[Words], end: int
    ) -> None:
        """Find the height.

        Args:
            size: of the whole film, in pixels.
            every: all words that are to be painted.
            end: the number of the last step.
        """
        self._wide, self._end = size[0], end
        self._colours = band_colours(theme)
        self._unit = min(size[0] / DESIGN[0], size[1] / DESIGN[1])
        self._shrink = 1.0
        most = size[1] * MOST_HIGH
        for shrink in SHRINKS:
            self._shrink = shrink
            highest = max(self._laid(words).size().height() for words in every)
            wanted = highest + 2 * ABOVE * self._unit + LINE * self._unit
            if wanted <= most:
                break
        least = NUMBER * 1.3 * self._unit
        self.height = 2 * round(min(most, max(least, wanted)) / 2)

    def fits(self, words: Words) -> bool:
        """Return whether these words are whole in the band."""
        room = self.height - LINE * self._unit
        return self._laid(words).size().height() <= room

    def paint(self, painter: QPainter, top: int, words: Words) -> None:
        """Paint the band of these words, from *top* on."""
        area = QRectF(0.0, top, self._wide, self.height)
        painter.fillRect(area, QColor(self._colours.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_line(painter, top, words.lit)
        line = LINE * self._unit
        if words.number is not None:
            self._draw_number(painter, area.adjusted(0.0, line, 0.0, 0.0), words.number)
        laid = self._laid(words)
        room = self.height - line - laid.size().height()
        painter.save()
        painter.setClipRect(area)
        painter.translate(self._left(words), top + line + max(0.0, room / 2))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(self._colours.text))
        laid.documentLayout().draw(painter, context)
        painter.restore()

    def _laid(self, words: Words) -> QTextDocument:
        """Lay title and text out, one below the other."""
        title = escaped(words.title)
        if words.struck:
            title = f"<s>{title}</s>"
        style = f"font-size:{self._px(TITLE):.1f}px;font-weight:{BOLD}"
        style += f";color:{self._colours.title}"
        parts = [f'<p style="margin:0;{style}">{title}</p>']
        if words.text:
            text = rich(words.text, MONO, strong=STRONG)
            gap = BETWEEN * self._unit
            parts.append(f'<p style="margin:0;margin-top:{gap:.0f}px">{text}</p>')
        document = QTextDocument()
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        document.setDefaultFont(font(self._px(TEXT), REGULAR))
        document.setHtml("".join(parts))
        room = max(1.0, self._wide - self._left(words) - PAD * self._unit)
        document.setPageSize(QSizeF(room, -1))
        document.setTextWidth(room)
        _balance(document, room)
        return document

    def _px(self, size: float) -> float:
        return max(LEAST, size * self._unit * self._shrink)

    def _left(self, words: Words) -> float:
        """Return where the words begin: opening and ending have no number."""
        if words.number is None:
            return PAD * self._unit
        number = width(str(self._end), BOLD) * NUMBER
        of = width(f"/ {self._end}", SEMIBOLD) * OF
        return (PAD + number + 10 + of + GAP) * self._unit

    def _draw_number(self, painter: QPainter, area: QRectF, number: int) -> None:
        unit, middle = self._unit, area.center().y()
        x, size, said = PAD * unit, NUMBER * unit, str(number)
        write(painter, x, middle, said, size, self._colours.number, weight=BOLD)
        x += width(said, BOLD) * size + 10 * unit
        small = OF * unit
        low = middle + (size - small) * 0.355
        of = f"/ {self._end}"
        write(painter, x, low, of, small, self._colours.dim, weight=SEMIBOLD)

    def _draw_line(self, painter: QPainter, top: int, lit: int) -> None:
        """Draw a part for each step at the upper edge; those past are lit."""
        gap = LINE_GAP * self._unit if self._end <= MOST_PARTS else 0.0
        part = self._wide / max(1, self._end)
        high = max(1.0, LINE * self._unit)
        for step in range(1, self._end + 1):
            wide = part - gap * (step < self._end)
            colour = self._colours.number if step <= lit else self._colours.to_come
            painter.fillRect(QRectF((step - 1) * part, top, wide, high), QColor(colour))


def _balance(document: QTextDocument, room: float) -> None:
    """Make the lines about as long as each other, if it takes no more of them."""
    high, fits = document.size().height(), room
    for part in NARROWER:
        document.setTextWidth(room * part)
        if document.size().height() > high:
            break
        fits = room * part
    document.setTextWidth(fits)
