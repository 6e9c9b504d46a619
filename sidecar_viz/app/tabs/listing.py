"""A listing to read and copy from: numbered lines, coloured words, lit lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.core.lesson import Sample
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM
from sidecar_viz.paint.brush.theme import Theme

SIZE = 15.0
NO_LINES: frozenset[int] = frozenset()


class Listing(QPlainTextEdit):
    """One sample of a lesson."""

    def __init__(self, sample: Sample, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample = sample
        self._look = Look()
        self._lit = self._marked = NO_LINES
        self._gutter = _Gutter(self)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self.setAccessibleName(sample.title)
        self.setPlainText(sample.text.rstrip("\n"))
        self.updateRequest.connect(lambda _rect, _dy: self._gutter.update())

    def set_look(self, look: Look, go_on: Callable[[], bool]) -> None:
        """Style the lines with a look's colours and sizes, and colour the words.

        *go_on* is asked before each word; the words after a no stay without colours.
        """
        self._look = look
        font = look.font(SIZE, MEDIUM, mono=True)
        self.setFont(font)
        self.document().setDocumentMargin(look.px(6))
        digits = len(str(self.blockCount()))
        wide = QFontMetricsF(font).horizontalAdvance("0") * (digits + 2)
        self.setViewportMargins(int(wide), 0, 0, 0)
        self._place_gutter()
        self._colour(look.theme, go_on)

    def show_lines(self, lit: frozenset[int], marked: frozenset[int]) -> None:
        """Light the step's lines, and those of the actor that is looked at."""
        if (lit, marked) == (self._lit, self._marked):
            return
        self._lit, self._marked = lit, marked
        self.viewport().update()
        self._gutter.update()
        first, last = min(marked or lit, default=0), max(marked or lit, default=0)
        for line in (last, first):
            if line:
                block = self.document().findBlockByNumber(line - 1)
                self.setTextCursor(QTextCursor(block))
                self.ensureCursorVisible()

    def lines_in_view(self) -> list[tuple[int, QRectF]]:
        """List the lines now to be seen, with their places in the viewport."""
        found = []
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top < self.viewport().height():
            high = self.blockBoundingRect(block).height()
            line = min(high, block.layout().boundingRect().height())
            box = QRectF(0, top, self.viewport().width(), line)
            found.append((block.blockNumber() + 1, box))
            top += high
            block = block.next()
        return found

    def draw_number(self, painter: QPainter, number: int, box: QRectF) -> None:
        """Draw one line's number."""
        theme = self._look.theme
        lit = number in self._lit or number in self._marked
        weight = BOLD if lit else MEDIUM
        painter.setFont(self._look.font(SIZE * 0.9, weight, mono=True))
        painter.setPen(QColor(theme.accent if lit else theme.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right, str(number))

    def _colour(self, theme: Theme, go_on: Callable[[], bool]) -> None:
        from sidecar_viz.app.tabs.syntax import coloured  # noqa: PLC0415 - once it is shown

        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())
        words = coloured(self._sample, theme)
        while go_on() and (word := next(words, None)) is not None:
            start, length, colour = word
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            style = QTextCharFormat()
            style.setForeground(QColor(colour))
            cursor.setCharFormat(style)
        cursor.endEditBlock()

    def _place_gutter(self) -> None:
        margins = self.viewportMargins()
        area = self.contentsRect()
        self._gutter.setGeometry(area.x(), area.y(), margins.left(), area.height())

    def sizeHint(self) -> QSize:
        """Ask for room for all lines."""
        line = QFontMetricsF(self.font()).lineSpacing()
        return QSize(300, round(line * (self.blockCount() + 1.5)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of lit lines, then the text on it."""
        theme = self._look.theme
        with QPainter(self.viewport()) as painter:
            for number, box in self.lines_in_view():
                marked = number in self._marked
                if marked or number in self._lit:
                    painter.fillRect(box, QColor(theme.fresh if marked else theme.row))
                    bar = QRectF(0, box.top(), self._look.px(3), box.height())
                    painter.fillRect(bar, QColor(theme.accent))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter at the left."""
        super().resizeEvent(event)
        self._place_gutter()


class _Gutter(QWidget):
    """The numbers left of a listing."""

    def __init__(self, listing: Listing) -> None:
        super().__init__(listing)
        self._listing = listing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the numbers of the lines in view."""
        with QPainter(self) as painter:
            shift = self._listing.viewport().y() - self.y()
            for number, box in self._listing.lines_in_view():
                place = QRectF(0, box.top() + shift, self.width() - 6, box.height())
                self._listing.draw_number(painter, number, place)
