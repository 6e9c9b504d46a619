"""Numbered lines of YAML, to be read or written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from sidecar_viz.app.lab.views.text.yaml_colours import Colours
from sidecar_viz.app.look.look import Look
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD

SIZE = 15.0


class ManifestText(QPlainTextEdit):
    """Numbered lines of YAML; Tab indents by two blanks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Manifest"))
        self._look = Look()
        self._lit: frozenset[int] = frozenset()
        self._bad: frozenset[int] = frozenset()
        self._colours = Colours(self.document())
        self._gutter = Gutter(self)
        self.updateRequest.connect(lambda _rect, _dy: self._gutter.update())
        self.blockCountChanged.connect(lambda _count: self._make_room())

    def set_look(self, look: Look) -> None:
        """Style the text with a look's colours and sizes."""
        self._look = look
        self.setFont(look.font(SIZE, MEDIUM, mono=True))
        self._colours.set_theme(look.theme)
        self._make_room()
        self._show_marks()

    def light(self, lines: frozenset[int]) -> None:
        """Light these lines, and bring the first of them into sight."""
        if lines == self._lit:
            return
        self._lit = lines
        self._show_marks()
        if lines and not self.hasFocus():
            self._bring(min(lines))

    def mark(self, lines: frozenset[int]) -> None:
        """Mark these lines as those with problems."""
        self._bad = lines
        self._show_marks()

    def go_to(self, line: int) -> None:
        """Put the cursor into a line."""
        self._bring(line)
        self.setFocus()

    def write_instead(self, line: int, written: str, instead: str) -> bool:
        """Write another word in a line; return whether it was there. Can be undone."""
        block = self.document().findBlockByNumber(line - 1)
        found = re.search(rf"(?<![\w.-]){re.escape(written)}(?![\w.-])", block.text())
        if not block.isValid() or found is None:
            return False
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + found.start())
        over = QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(block.position() + found.end(), over)
        cursor.insertText(instead)
        return True

    def lines_in_view(self) -> Iterable[tuple[int, QRect]]:
        """Yield the number of each line that is seen, and its box."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top < self.viewport().height():
            high = self.blockBoundingRect(block).height()
            yield (
                block.blockNumber() + 1,
                QRect(0, round(top), self._gutter.width(), round(high)),
            )
            top += high
            block = block.next()

    def draw_number(self, painter: QPainter, number: int, box: QRect) -> None:
        """Draw a line's number."""
        theme = self._look.theme
        bad, lit = number in self._bad, number in self._lit
        colour = theme.failed.text if bad else theme.accent if lit else theme.muted
        painter.setFont(
            self._look.font(SIZE * 0.9, SEMIBOLD if bad or lit else MEDIUM, mono=True)
        )
        painter.setPen(QColor(colour))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 0, -8, 0), right, str(number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers at the left."""
        super().resizeEvent(event)
        self._place_gutter()

    def _bring(self, line: int) -> None:
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            cursor = QTextCursor(block)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _make_room(self) -> None:
        digits = max(2, len(str(self.blockCount())))
        letter = QFontMetricsF(self.font()).horizontalAdvance("0")
        self.setViewportMargins(round(letter * (digits + 2)), 0, 0, 0)
        self._place_gutter()

    def _place_gutter(self) -> None:
        """Set no margins here: that resizes the text, which comes here again."""
        left, wide = self.contentsRect().x(), self.viewportMargins().left()
        seen = self.viewport().geometry()
        self._gutter.setGeometry(left, seen.y(), wide, seen.height())

    def _show_marks(self) -> None:
        theme = self._look.theme
        grounds = (
            (self._lit - self._bad, theme.row),
            (self._bad, theme.failed.soft),
        )
        marks = []
        for lines, colour in grounds:
            for line in sorted(lines):
                block = self.document().findBlockByNumber(line - 1)
                if not block.isValid():
                    continue
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(block)
                style = QTextCharFormat()
                style.setBackground(QColor(colour))
                style.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's own signature
                mark.format = style
                marks.append(mark)
        self.setExtraSelections(marks)
        self._gutter.update()


class Gutter(QWidget):
    """The numbers left of the text."""

    def __init__(self, text: ManifestText) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        """Leave the width to the text."""
        return QSize(40, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the numbers of the lines in view."""
        with QPainter(self) as painter:
            for number, box in self._text.lines_in_view():
                self._text.draw_number(painter, number, box)
