"""The bars that come between header and panels: what-if, prediction, problems."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.buttons import KeyButton
from sidecar_viz.app.look import Look
from sidecar_viz.paint.fonts import SEMIBOLD

FEWEST_LINES, MOST_LINES = 2, 7


class Bar(QFrame):
    """A coloured strip with a sentence and buttons; it covers nothing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: list[KeyButton] = []
        self.row = QHBoxLayout()
        self.row.addWidget(self.message, 1)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self.row)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Maximum)
        self.hide()

    def add_button(self, text: str, key: str = "") -> KeyButton:
        """A button at the right."""
        button = KeyButton(text, key, self)
        self.buttons.append(button)
        self.row.addWidget(button)
        return button

    def say(self, message: str) -> None:
        """Show the bar with this message."""
        self.message.setText(message)
        self.setAccessibleName(message)
        self.show()

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        side, top = look.px(18), look.px(6)
        self.column.setContentsMargins(side, top, side, top)
        self.row.setSpacing(look.px(14))
        self.message.setFont(look.font(17, SEMIBOLD))
        for button in self.buttons:
            button.set_look(look)


class WhatIfBar(Bar):
    """Says that this is not the lesson but a what-if, and leads back.

    Signals:
        left: back to the lesson.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("notice", parent)
        back = self.add_button(self.tr("Back to the lesson"), "Alt R")
        back.clicked.connect(self.left)

    def show_what_if(self, title: str) -> None:
        """Name the what-if, or hide when there is none."""
        if title:
            self.say(title)
        else:
            self.hide()


class PredictBar(Bar):
    """Asks what changes now, and says how right the answer was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("question", parent)

    def ask(self, names: str) -> None:
        """Ask before a step is shown; *names* are the answers with their keys."""
        asked = self.tr("What changes now? Click it, or press its number: {names}")
        self.say(asked.format(names=names))


class ProblemsBar(Bar):
    """What is wrong with a file that was to be opened; the lesson before stays.

    Signals:
        closed: the bar was put away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("faults", parent)
        self._line = 22.0
        self._list = QPlainTextEdit(self)
        self._list.setObjectName("faultlist")
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._list.setAccessibleName(self.tr("Problems"))
        self.column.addWidget(self._list)
        self.add_button(self.tr("Copy")).clicked.connect(self._copy)
        self.add_button(self.tr("Close"), "Esc").clicked.connect(self.put_away)

    def show_problems(self, file: str, problems: Sequence[str]) -> None:
        """List what is wrong with *file*."""
        said = self.tr("{file} cannot be opened. The lesson shown before stays.")
        self._list.setPlainText("\n".join(problems))
        self._fit()
        self.say(said.format(file=file))

    def problems(self) -> str:
        """What is listed."""
        return self._list.toPlainText()

    def put_away(self) -> None:
        """Hide the list."""
        self.hide()
        self.closed.emit()

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        super().set_look(look)
        self._list.setFont(look.font(15, mono=True))
        self._line = look.text_px(15) * 1.5
        self._fit()

    def _fit(self) -> None:
        lines = self._list.document().blockCount() + 0.7
        lines = max(FEWEST_LINES, min(MOST_LINES, lines))
        self._list.setFixedHeight(round(self._line * lines))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.problems())
