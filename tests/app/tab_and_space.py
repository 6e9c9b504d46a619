"""Hands that have two keys: Tab and Space."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

MOST_STOPS = 60


class Hands:
    """Has two keys: Tab goes on, Space presses what has the focus."""

    def __init__(self, window: QWidget, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot

    def press(self, *words: str) -> None:
        """Go by Tab to what is called so, and press it."""
        for _ in range(MOST_STOPS):
            self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            found = focused()
            if is_called(found, words):
                QTest.keyClick(found, Qt.Key.Key_Space)
                return
            QTest.keyClick(found, Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {words}")

    def wait_for(self, dialog: type[QWidget]) -> None:
        """Wait until the keyboard is in a dialog of this kind."""
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), dialog))


def focused() -> QWidget:
    """Return who has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def is_called(widget: QWidget, words: tuple[str, ...]) -> bool:
    """Say whether all *words* are in what a widget is called now."""
    name = widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        name = name or widget.text()
    if isinstance(widget, QListWidget) and widget.currentItem() is not None:
        name = widget.currentItem().text()
    return all(word in name for word in words)
