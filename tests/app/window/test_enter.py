"""Enter presses the button that has the focus, in every dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMetaMethod, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.choice_card import ChoiceCard
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.at_dialogs import opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def dialog_of(window: MainWindow, command: CommandId, qtbot: QtBot) -> QDialog:
    """Open the dialog of a command."""
    window.commands[command].trigger()
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 1
    opened(qtbot, dialogs[0])
    return dialogs[0]


def buttons_of(dialog: QDialog) -> list[QAbstractButton]:
    """List the buttons that Tab and arrows lead to; cards have their own keys."""
    return [
        button
        for button in dialog.findChildren(QAbstractButton)
        if button.isVisibleTo(dialog)
        and button.isEnabled()
        and button.focusPolicy() & Qt.FocusPolicy.ClickFocus
        and not isinstance(button, ChoiceCard)
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize(
    ("command", "least"),
    [
        *(("open", 1), ("quiz", 2), ("vote", 2), ("preferences", 12)),
        *(("handout", 4), ("cards", 4), ("room_check", 8), ("about", 2)),
    ],
)
def test_enter_presses_what_has_the_focus(
    window: MainWindow, qtbot: QtBot, command: CommandId, least: int, key: Qt.Key
) -> None:
    """That button and no other, once, and nothing besides."""
    dialog = dialog_of(window, command, qtbot)
    buttons = buttons_of(dialog)
    assert len(buttons) >= least
    pressed: list[QAbstractButton] = []
    for button in buttons:
        if button.isSignalConnected(QMetaMethod.fromSignal(button.clicked)):
            button.clicked.disconnect()
        button.clicked.connect(lambda _on=False, one=button: pressed.append(one))
    for button in buttons:
        pressed.clear()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        QTest.keyClick(button, key)
        assert pressed == [button]
        assert dialog.isVisible()
    assert window.player.target == 0
    window.dialogs.close_all()


def test_enter_presses_a_button_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    """It does what Space does there; the stage does not go on."""
    buttons = window.views.header.findChildren(QAbstractButton)
    (quiz,) = (button for button in buttons if button.text() == "Quiz")
    quiz.setFocus()
    qtbot.waitUntil(quiz.hasFocus)

    QTest.keyClick(quiz, Qt.Key.Key_Return)

    assert window.dialogs.names() == ("quiz",)
    assert window.player.target == 0
    window.dialogs.close_all()


def test_enter_held_down_presses_once(qtbot: QtBot) -> None:
    """The keyboard repeats the key; the button is not pressed again."""
    button = KeyButton("Go on")
    pressed: list[bool] = []
    qtbot.addWidget(button)
    button.clicked.connect(lambda on=False: pressed.append(on))
    for repeated in (False, True, True):
        event = QKeyEvent(
            *(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
            *("", repeated),
        )
        QCoreApplication.sendEvent(button, event)
    assert len(pressed) == 1
