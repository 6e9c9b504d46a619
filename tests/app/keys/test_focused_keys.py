"""Keys are heard where the keyboard is, and nowhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.keys.focused_keys import FocusedKeys

Heard = list[tuple[str, QWidget]]
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


class Takes:
    """Takes one key, and notes who was asked for which press."""

    def __init__(self, name: str, key: Qt.Key, heard: Heard) -> None:
        self.name, self.key, self.heard = name, key, heard

    def takes(self, event: QKeyEvent, focused: QWidget) -> bool:
        """Take it, and note it."""
        if event.type() == QEvent.Type.KeyPress:
            self.heard.append((self.name, focused))
        return event.key() == self.key


def test_each_is_asked_until_one_takes_the_key(qtbot: QtBot) -> None:
    """In their order, for the widget that has the keyboard at that time."""
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QPushButton("1", window), QPushButton("2", window)
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    heard: Heard = []
    FocusedKeys(
        window, Takes("a", Qt.Key.Key_A, heard), Takes("b", Qt.Key.Key_B, heard)
    )

    QTest.keyClick(first, Qt.Key.Key_A)
    QTest.keyClick(first, Qt.Key.Key_B)
    assert heard == [("a", first), ("a", first), ("b", first)]

    heard.clear()
    second.setFocus()
    QTest.keyClick(first, Qt.Key.Key_A)
    QTest.keyClick(second, Qt.Key.Key_A)
    assert heard == [("a", second)]
