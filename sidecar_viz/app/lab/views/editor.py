"""The manifest as text beside the picture: each pause in typing plays it anew."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
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
    QHBoxLayout,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.lab.views.yaml_colours import Colours
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD

PAUSE = 200  # milliseconds without a key, after which the text is played
SIZE = 15.0


class TextPane(QFrame):
    """The manifest's text, its problems, and what can be done about them.

    Signals:
        typed: the text, after a pause.
        save_wanted: the text is to be saved.
        left: the editor is to be closed.
    """

    typed: SignalOf[bytes] = signal(object)
    save_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self.text = ManifestText(self)
        self._problems: tuple[Problem, ...] = ()
        self._at = -1
        self._name = PlainLabel("", self)
        self._save = KeyButton(self.tr("Save"), "Ctrl S", self, compact=True)
        self._close = KeyButton(self.tr("Close"), "Ctrl E", self, compact=True)
        self._next = KeyButton("", "F8", self, compact=True)
        self._said = PlainLabel("", self)
        self._said.setWordWrap(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.text.textChanged.connect(self._typed)
        self._save.clicked.connect(self.save_wanted)
        self._close.clicked.connect(self.left)
        self._next.clicked.connect(lambda: self.go_to_problem(1))
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._save)
        head.addWidget(self._close)
        foot = QHBoxLayout()
        foot.addWidget(self._next)
        foot.addWidget(self._said, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.text, 1)
        self._column.addLayout(foot)
        self._next.hide()
        self._last = ""

    def show_text(self, name: str, text: str) -> None:
        """Show the text of another file."""
        self._name.setText(name)
        self._last = text
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mark what the API server would refuse; none: all is well."""
        self._problems, self._at = problems, -1
        self.text.mark(frozenset(p.place.line for p in problems))
        self._next.setVisible(bool(problems))
        count = len(problems)
        one = self.tr("1 problem")
        self._next.setText(
            one if count == 1 else self.tr("{n} problems").format(n=count)
        )
        self._next.updateGeometry()
        if problems:
            self._said.setText(_said(problems[0]))
        else:
            self._said.setText(self.tr("Good: the picture shows this text."))

    @property
    def told(self) -> str:
        """What stands below the text."""
        button = self._next.text() if not self._next.isHidden() else ""
        return f"{button} {self._said.text()}".strip()

    def go_to_problem(self, by: int) -> None:
        """Go to the next problem (+1), or the one before (-1), and say it."""
        if not self._problems:
            return
        self._at = (self._at + by) % len(self._problems)
        found = self._problems[self._at]
        self._said.setText(_said(found))
        self.text.go_to(found.place.line)

    def light(self, lines: Iterable[int]) -> None:
        """Light the lines that decide what is seen."""
        self.text.light(frozenset(lines))

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        side = look.px(12)
        self._column.setContentsMargins(side, look.px(8), side, look.px(8))
        self._name.setFont(look.font(16, SEMIBOLD))
        self._said.setFont(look.font(15))
        self.text.set_look(look)
        for button in (self._save, self._close, self._next):
            button.set_look(look)

    def flush(self) -> None:
        """Play now what was typed last."""
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    def _typed(self) -> None:
        if self.text.toPlainText() != self._last:  # colours alone change nothing
            self._pause.start()

    def _tell(self) -> None:
        self._last = self.text.toPlainText()
        self.typed.emit(self._last.encode("utf-8"))


def _said(problem: Problem) -> str:
    """Say a problem in the API server's words, then in plain ones."""
    return f"{problem.text}\n{problem.plain}" if problem.plain else problem.text


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
        self._make_room()

    def _bring(self, line: int) -> None:
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _make_room(self) -> None:
        digits = max(2, len(str(self.blockCount())))
        letter = QFontMetricsF(self.font()).horizontalAdvance("0")
        wide = round(letter * (digits + 2))
        self.setViewportMargins(wide, 0, 0, 0)
        area = self.contentsRect()
        self._gutter.setGeometry(area.x(), area.y(), wide, area.height())

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
