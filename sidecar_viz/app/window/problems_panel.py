"""What is wrong with a file that was to be opened, problem by problem."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.bars import Bar
from sidecar_viz.app.words.announce import announce, heard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

FEWEST_LINES, MOST_LINES = 2, 7
SIZE = 15


class ProblemsPanel(Bar):
    """Lists problems to read and to copy; the lesson shown before stays.

    Signals:
        closed: the panel was put away.
        again: the file was mended and is to be read once more.
    """

    closed = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("faults", parent)
        self._look = Look()
        self._lines: tuple[str, ...] = ()
        self._list: QPlainTextEdit | None = None
        self.add_button(self.tr("Try again"), "Ctrl R").clicked.connect(self.again)
        self._copying = self.add_button(self.tr("Copy"))
        self._copying.clicked.connect(self._copy)
        self.add_button(self.tr("Close"), "Esc").clicked.connect(self.put_away)

    def show_problems(
        self, file: str, problems: Sequence[str], *, at_start: bool = False
    ) -> None:
        """List what is wrong with *file*; *at_start* nothing was shown before."""
        said = self.tr("{file} cannot be opened. The lesson shown before stays.")
        if at_start:
            said = self.tr(
                "{file} cannot be opened. The first lesson is shown instead."
            )
        self._show(said.format(file=file), _named_alone(file, problems))

    def show_deadly(self, file: str) -> None:
        """Say that *file* was not opened again, and leave it to be tried."""
        said = self.tr(
            "The program ended by itself while it opened {file}. The first lesson is "
            "shown instead."
        )
        self._show(said.format(file=file), ())

    def show_remarks(self, file: str, remarks: Sequence[str]) -> None:
        """List what could be better in *file*, which is shown."""
        said = self.tr("{file} is shown. This could be better:")
        self._show(said.format(file=file), _named_alone(file, remarks))

    def _show(self, said: str, problems: Sequence[str]) -> None:
        self._lines = tuple(problems)
        self._listed().setPlainText(self.problems())
        self._listed().setVisible(bool(problems))
        self._copying.setVisible(bool(problems))
        self._fit()
        self.say(said)
        announce(self, " ".join((said, *problems[:1])))
        if heard():  # so they are read at once; Esc leads back
            self._listed().setFocus()

    def problems(self) -> str:
        """Return what is listed, one problem a line."""
        return "\n".join(self._lines)

    def put_away(self) -> None:
        """Hide the list."""
        self.hide()
        self.closed.emit()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        super().set_look(look)
        self._look = look
        self._fit()

    def _listed(self) -> QPlainTextEdit:
        """Return the list, which is made when there is something in it."""
        if self._list is None:
            from PySide6.QtWidgets import QPlainTextEdit  # noqa: PLC0415 - rarely wanted

            self._list = QPlainTextEdit(self)
            self._list.setObjectName("faultlist")
            self._list.setReadOnly(True)
            self._list.setTabChangesFocus(True)
            self._list.setAccessibleName(self.tr("Problems"))
            self.column.addWidget(self._list)
        return self._list

    def _fit(self) -> None:
        if self._list is None:
            return
        self._list.setFont(self._look.font(SIZE, mono=True))
        lines = max(FEWEST_LINES, min(MOST_LINES, len(self._lines) + 0.7))
        self._list.setFixedHeight(round(self._look.text_px(SIZE) * 1.5 * lines))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.problems())


def _named_alone(file: str, problems: Sequence[str]) -> tuple[str, ...]:
    """Return the lines without the folders before the file's name: it is the same."""
    return tuple(
        line[len(folder) :] if folder.endswith(("/", os.sep)) else line
        for line in problems
        for folder in (line.partition(f"{file}:")[0],)
    )
