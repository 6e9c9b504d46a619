"""A vote over the window, led by keys as a teacher leads it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.classroom.vote_dialog import VoteDialog
from sidecar_viz.app.window.main_window import MainWindow

Key = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Room:
    """A vote on screen, with what it told."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        """Open it with its key."""
        self.window = window
        QTest.keyClick(window, Key.Key_V, BOTH)
        found = window.findChild(VoteDialog)
        assert isinstance(found, VoteDialog)
        self.dialog = found
        qtbot.waitExposed(found)
        found.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is found)

    def stage(self) -> str:
        """Say where the vote is."""
        return self.dialog.vote.stage

    def press(self, *keys: Key | str) -> None:
        """Press keys one after the other, where the focus is."""
        for key in keys:
            found: QWidget | None = self.dialog.focusWidget()
            target = self.dialog if found is None else found
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            QCoreApplication.processEvents()

    def write(self, text: str) -> None:
        """Press keys of another keyboard: QTest knows only ASCII."""
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                pressed = QKeyEvent(kind, ord(sign), none, sign)
                QApplication.sendEvent(self.dialog.focusWidget(), pressed)
