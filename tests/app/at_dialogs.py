"""Dialogs over a window, shown and pressed like a user would."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.theme import DARK, LIGHT

D = TypeVar("D", bound=QDialog)
LOOK = Look(LIGHT, 0.6667)  # of the windows that these tests open dialogs over
DARK_LOOK = Look(DARK, 0.6667)


def in_front(widget: QWidget) -> bool:
    """Whether a window takes the keys, and goes on doing so; asks for it if not."""
    if QApplication.activeWindow() is not widget:
        widget.activateWindow()
        return False
    QApplication.processEvents()
    return QApplication.activeWindow() is widget


def opened(qtbot: QtBot, dialog: QDialog) -> None:
    """Show a dialog and wait until it takes keys."""
    dialog.show()
    qtbot.waitUntil(lambda: in_front(dialog))


def asked_for(window: MainWindow, command: CommandId, kind: type[D]) -> D:
    """Give the dialog that a command of the window shows."""
    window.commands[command].trigger()
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


def opened_by(qtbot: QtBot, window: MainWindow, command: CommandId, kind: type[D]) -> D:
    """Give the dialog that a command of the window shows, as soon as it takes keys."""
    found = asked_for(window, command, kind)
    opened(qtbot, found)
    return found


def press(dialog: QDialog, *keys: Qt.Key) -> None:
    """Press these keys, one after the other."""
    for key in keys:
        focused = QApplication.focusWidget()
        QTest.keyClick(dialog if focused is None else focused, key)


def send_key(widget: QWidget, key: int) -> None:
    """Send a press of any key: QTest knows only those that write or have a use."""
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, none))


class Walk:
    """A quiz on screen, with all that it said and asked for."""

    def __init__(self, qtbot: QtBot, lesson: Lesson, *, letters: bool = True) -> None:
        """Open it over a window."""
        self.qtbot = qtbot
        self.window = QWidget()
        self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitUntil(lambda: in_front(self.window))
        self.dialog = QuizDialog(lesson, LOOK, self.window, letters=letters)
        self.said: list[str] = []
        self.proofs: list[tuple[int, str]] = []
        self.dialog.announced.connect(self.said.append)
        self.dialog.proof_wanted.connect(lambda *proof: self.proofs.append(proof))
        self.open()

    def open(self) -> None:
        """Show it and wait until it takes keys."""
        self.dialog.show()
        self.qtbot.waitUntil(lambda: in_front(self.dialog))

    def press(self, *keys: Qt.Key) -> None:
        """Press these keys, one after the other."""
        for key in keys:
            focused = QApplication.focusWidget()
            QTest.keyClick(self.dialog if focused is None else focused, key)

    @property
    def fates(self) -> list[str]:
        """How it went with each option."""
        return [c.choice.fate for c in self.dialog.body.page.options.cards]
