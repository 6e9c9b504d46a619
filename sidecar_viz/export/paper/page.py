"""Places words, pictures, tables and lines to write on below each other on pages."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextDocument,
)

from sidecar_viz.export.paper.pdf import MM
from sidecar_viz.paint.brush.theme import LIGHT, SANS

GAP, BESIDE = 6.0, 6.0  # millimetres
PICTURE_SHARE = 0.48  # of the width between the margins
BODY, SMALL = 10.5, 9.0  # points
RULED = 9.0  # millimetres from a line to write on to the next
HAIR = 0.2  # millimetres


class Block(Struct, frozen=True):
    """A piece of paper that is not split: words, and a picture to their left.

    *lines* to write on stand below the words. *below*: how much room (millimetres) it
    wants for what follows it, as a heading does; that follows at once.
    """

    html: str
    picture: QImage | None = None
    lines: int = 0
    below: float = 0.0


class Row(Struct, frozen=True):
    """A row of a table; its *cells* are rich text, "" where somebody writes."""

    cells: tuple[str, ...]
    high: float  # millimetres at least
    head: bool = False


class Page:
    """Places blocks below each other; begins a page where one does not fit."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer, self._painter = writer, painter
        self._width, self._height = float(writer.width()), float(writer.height())
        self._at = 0.0

    def draw(self, block: Block) -> None:
        """Draw a block below the last one."""
        left = 0.0
        high = 0.0
        if block.picture is not None:
            wide = self._width * PICTURE_SHARE
            high = wide * block.picture.height() / block.picture.width()
            left = wide + BESIDE * MM
        words = laid_out(self._writer, block.html, self._width - left)
        lines = block.lines * RULED * MM
        whole = max(high, words.size().height() + lines)
        self._make_room(whole + block.below * MM)
        if block.picture is not None:
            box = QRectF(0, self._at, left - BESIDE * MM, high)
            self._painter.drawImage(box, block.picture)
        self._write(words, left)
        if block.lines:
            self._rule(left, self._at + words.size().height(), block.lines)
        self._at += whole + (GAP / 3 if block.below else GAP) * MM

    def table(self, shares: Sequence[float], rows: Sequence[Row]) -> None:
        """Draw a table below the last block; its head is on every page.

        Args:
            shares: how wide each column is, as parts of 1.
        """
        head = [row for row in rows if row.head]
        for number, row in enumerate(rows):
            heights = [self._row_height(shares, one) for one in (row, *head)]
            after = rows[number + 1] if row.head and number + 1 < len(rows) else None
            wanted = heights[0] + (self._row_height(shares, after) if after else 0.0)
            if self._make_room(wanted) and not row.head:
                for one, high in zip(head, heights[1:], strict=True):
                    self._draw_row(shares, one, high)
            self._draw_row(shares, row, heights[0])
        self._at += GAP * MM

    def table_high(self, shares: Sequence[float], rows: Sequence[Row]) -> float:
        """Return how high a table is (millimetres), were it not parted."""
        return sum(self._row_height(shares, row) for row in rows) / MM

    @property
    def high(self) -> float:
        """How high a page is between its margins (millimetres)."""
        return self._height / MM

    def _row_height(self, shares: Sequence[float], row: Row) -> float:
        heights = [
            self._cell(text, share).size().height()
            for text, share in zip(row.cells, shares, strict=True)
        ]
        return max(row.high * MM, *heights) + 2.4 * MM

    def _cell(self, text: str, share: float) -> QTextDocument:
        return laid_out(self._writer, text, share * self._width - 3 * MM, SMALL)

    def _draw_row(self, shares: Sequence[float], row: Row, high: float) -> None:
        painter, left = self._painter, 0.0
        for text, share in zip(row.cells, shares, strict=True):
            box = QRectF(left, self._at, share * self._width, high)
            if row.head:
                painter.fillRect(box, QColor(LIGHT.row))
            painter.setPen(QPen(QColor(LIGHT.edge), HAIR * MM))
            painter.drawRect(box)
            if text:
                painter.save()
                painter.translate(box.x() + 1.5 * MM, box.y() + 1.2 * MM)
                draw_words(painter, self._cell(text, share))
                painter.restore()
            left += box.width()
        self._at += high

    def _make_room(self, high: float) -> bool:
        """Begin a page unless there is room; return whether one was begun."""
        if not self._at or self._at + high <= self._height:
            return False
        self._writer.newPage()
        self._at = 0.0
        return True

    def _rule(self, left: float, top: float, lines: int) -> None:
        self._painter.setPen(QPen(QColor(LIGHT.edge), HAIR * MM))
        for number in range(1, lines + 1):
            y = top + number * RULED * MM - MM
            self._painter.drawLine(QPointF(left, y), QPointF(self._width, y))

    def _write(self, words: QTextDocument, left: float) -> None:
        """Write *words*, over several pages if they are too long for one."""
        done, high = 0.0, words.size().height()
        while done < high:
            part = min(high - done, self._height - self._at)
            self._painter.save()
            self._painter.translate(left, self._at - done)
            draw_words(self._painter, words, QRectF(0, done, self._width, part))
            self._painter.restore()
            done += part
            if done < high:
                self._writer.newPage()
                self._at = 0.0


def laid_out(
    writer: QPdfWriter, html: str, width: float, points: float = BODY
) -> QTextDocument:
    """Lay out rich text in lines of *width*."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    font = QFont(SANS)
    font.setPointSizeF(points)
    document.setDefaultFont(font)
    document.documentLayout().setPaintDevice(writer)
    document.setHtml(html)
    document.setPageSize(QSizeF(width, -1))
    document.setTextWidth(width)
    return document


def draw_words(
    painter: QPainter, words: QTextDocument, clip: QRectF | None = None
) -> None:
    """Draw what is laid out, in ink; of it what lies in *clip*."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.ink))
    if clip is not None:
        painter.setClipRect(clip)
        context.clip = clip
    words.documentLayout().draw(painter, context)
