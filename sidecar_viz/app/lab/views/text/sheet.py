"""A text beside the picture: each pause in typing plays it anew."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.lab.views.text.manifest_text import ManifestText
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.files.reading.problems import Problem

PAUSE = 200  # milliseconds without a key, after which the text is played


class Sheet(QWidget):
    """A text that is played after each pause in typing, and its problems.

    Signals:
        typed: the text, after a pause.
        said: the words of a problem that was gone to.
    """

    typed: SignalOf[bytes] = signal(object)
    said: SignalOf[str] = signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ManifestText(self)
        self.text.setAccessibleName(name)
        self._problems: tuple[Problem, ...] = ()
        self._at = -1
        self._mended: Problem | None = None
        self._next = KeyButton("", "F8", self, compact=True)
        self.fix = KeyButton("", "Alt Enter", self, compact=True)
        self.fix.clicked.connect(self.take_fix)
        self._said = PlainLabel("", self)
        self._said.setWordWrap(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.text.textChanged.connect(self._typed)
        self._next.clicked.connect(lambda: self.go_to_problem(1))
        foot = QHBoxLayout()
        foot.addWidget(self._next)
        foot.addStretch(1)
        foot.addWidget(self.fix)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.text, 1)
        self._column.addWidget(self._said)
        self._column.addLayout(foot)
        self._next.hide()
        self.fix.hide()
        self._last = ""

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self._last = self.text.toPlainText()  # its ends of lines are the field's own
        self._pause.stop()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mark the lines with problems; none: all is well."""
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
            self._tell_problem(problems[0])
        else:
            self.fix.hide()
            self._mended = None
            self._said.setText(self.tr("Good: the picture shows this text."))

    @property
    def refused(self) -> bool:
        """Whether the text has problems."""
        return bool(self._problems)

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
        self._tell_problem(found)
        self.text.go_to(found.place.line)
        self.said.emit(_said(found))

    def take_fix(self) -> bool:
        """Write what is offered, which can be undone; return whether there is any."""
        if self._mended is None:
            return False
        self.text.write_instead(self._mended.place.line, *self._mended.fix)
        return True

    def _tell_problem(self, problem: Problem) -> None:
        self._said.setText(_said(problem))
        around = (problem, *self._problems)
        mended = next((one for one in around if one.fix.instead), None)
        self._mended = mended
        self.fix.setVisible(mended is not None)
        if mended is not None:
            word, line = mended.fix.instead, mended.place.line
            said = self.tr("Line {line}: {word}").format(line=line, word=word)
            self.fix.setText(said)
            self.fix.updateGeometry()

    def light(self, lines: Iterable[int]) -> None:
        """Light the lines that decide what is seen."""
        self.text.light(frozenset(lines))

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._said.setFont(look.font(15))
        self.text.set_look(look)
        self._next.set_look(look)
        self.fix.set_look(look)

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
