"""Digits on the stage, and whose Enter is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.keys.digit_keys import DigitKeys

Key = Qt.Key


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    """Show a widget to press keys on."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def taken(keys: DigitKeys, stage: QWidget, key: Key) -> bool:
    """Say whether a key is kept from being a shortcut."""
    override = QEvent.Type.ShortcutOverride
    event = QKeyEvent(override, key, Qt.KeyboardModifier.NoModifier)
    return keys.eventFilter(stage, event)


def test_enter_belongs_to_an_actor_that_the_keyboard_has_chosen(stage: QWidget) -> None:
    """Wherever the mouse rests, and no other key does."""
    hot = ""
    keys = DigitKeys(stage, lambda: hot)
    assert not taken(keys, stage, Key.Key_Return)
    hot = "pod"
    for resting in (False, True):
        stage.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, resting)
        assert taken(keys, stage, Key.Key_Return)
        assert taken(keys, stage, Key.Key_Enter)
        assert not taken(keys, stage, Key.Key_Right)

    hot = ""
    assert not taken(keys, stage, Key.Key_Return)


def test_digits_are_told_while_letters_are_keys(stage: QWidget) -> None:
    """Switched off, they are told to nobody."""
    keys = DigitKeys(stage, lambda: "")
    typed: list[int] = []
    keys.digit.connect(typed.append)
    QTest.keyClicks(stage, "407")
    keys.set_letters(letters=False)
    QTest.keyClicks(stage, "5")

    assert typed == [4, 0, 7]
