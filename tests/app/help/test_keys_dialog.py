"""Choosing keys: given, refused, taken away, reset."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.help.keys_dialog import KeysDialog
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.at_dialogs import send_key
from tests.app.foreign_keyboard import Keyboard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def back(window: MainWindow, qtbot: QtBot) -> None:
    """Close all dialogs, and let the stage have the keyboard."""
    window.dialogs.close_all()
    window.activateWindow()
    window.views.work.stage.setFocus()
    qtbot.waitUntil(window.views.work.stage.hasFocus)


def lines(shown: QListWidget) -> list[str]:
    """Give the lines of a list."""
    return [shown.item(row).text() for row in range(shown.count())]


def test_a_new_key_works_at_once(
    dialog: KeysDialog, window: MainWindow, qtbot: QtBot
) -> None:
    """The old one, too; line, menu and preferences follow."""
    dialog.go_to("black")
    QTest.keyClick(dialog.editor.catcher, Key.Key_J)

    assert "Black screen:  B, ., J" in lines(dialog.list)
    assert dialog.editor.message.text() == "J does this from now on."
    assert window.preferences.own_keys == (("black", ("B", ".", "J")),)
    back(window, qtbot)
    for key in (Key.Key_J, Key.Key_B):
        QTest.keyClick(window.views.work.stage, key)
        assert window.views.blank.isVisible() is (key == Key.Key_J)


def test_a_key_that_is_taken_is_refused_by_name(
    dialog: KeysDialog, window: MainWindow
) -> None:
    """By another command, a digit's meaning, or a clicker's learned key."""
    window.change(learned_keys=(("F13", "next"),))
    heard: list[str] = []
    window.voice.said.connect(heard.append)
    dialog.go_to("black")
    catcher, told = dialog.editor.catcher, dialog.editor.message
    QTest.keyClick(catcher, Key.Key_K)
    assert told.text() == "K is taken: Play or pause."
    QTest.keyClick(catcher, Key.Key_4)
    assert told.text() == "4 is taken: Type a step's number."
    QTest.keyClick(catcher, Key.Key_F13)
    assert told.text() == "F13 is taken: Next step."
    QTest.keyClick(catcher, Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert told.text() == "? is taken: All keys."
    assert heard[0] == "K is taken: Play or pause."
    assert len(heard) == 4

    assert window.preferences.own_keys == ()


@pytest.mark.parametrize(
    ("place", "writes", "held", "told"),
    [
        ("M", "ь", Modifier.NoModifier, "M is taken: Stand still."),
        ("L", "д", Modifier.ShiftModifier, "Shift+L is taken: Loop this step."),
        ("O", "щ", Modifier.ControlModifier, "Ctrl+O is taken: Lessons…."),
        ("2", "é", Modifier.NoModifier, "2 is taken: Type a step's number."),
        (".", ":", Modifier.NoModifier, ". is taken: Black screen."),
        (".", "ю", Modifier.NoModifier, ". is taken: Black screen."),
        ("J", "ξ", Modifier.NoModifier, "J does this from now on."),
        ("M", ",", Modifier.NoModifier, ", is taken: White screen."),
        (",", ";", Modifier.ControlModifier, "Ctrl+, is taken: Preferences…."),
    ],
)
def test_a_key_that_works_by_its_place_is_what_it_does(
    dialog: KeysDialog,
    window: MainWindow,
    place: str,
    writes: str,
    held: Qt.KeyboardModifier,
    told: str,
) -> None:
    """Russian, Greek, French: refused by name, or given as it works in any layout."""
    keyboard = Keyboard(window)
    dialog.go_to("quiz")
    dialog.editor.catcher.setFocus()
    keyboard.type(place, writes, held)

    assert dialog.editor.message.text() == told
    assert bool(window.preferences.own_keys) is ("from now on" in told)


@pytest.mark.parametrize(
    "key",
    [Key.Key_Multi_key, Key.Key_Dead_Circumflex, Key.Key_Dead_Greek, ord("\u00b5")],
)
def test_a_key_without_a_name_is_refused(
    dialog: KeysDialog, window: MainWindow, key: int
) -> None:
    """Qt writes all dead keys and Compose as one letter, and \u00b5 as another."""
    dialog.go_to("black")
    send_key(dialog.editor.catcher, key)

    assert dialog.editor.message.text() == "This key cannot be given to a command."
    assert window.preferences.own_keys == ()


@pytest.mark.parametrize(
    "key",
    [
        *(Key.Key_Super_L, Key.Key_Super_R, Key.Key_Hyper_L, Key.Key_Hyper_R),
        *(Key.Key_Mode_switch, Key.Key_Direction_L, Key.Key_Direction_R),
    ],
)
def test_a_key_that_is_held_for_others_is_waited_with(
    dialog: KeysDialog, window: MainWindow, key: Qt.Key
) -> None:
    """The key that is meant comes after it."""
    dialog.go_to("black")
    send_key(dialog.editor.catcher, key)

    assert dialog.editor.message.text() == ""
    assert window.preferences.own_keys == ()


def test_a_key_can_be_taken_away_and_given_to_another(
    dialog: KeysDialog, window: MainWindow, qtbot: QtBot
) -> None:
    """It does nothing until then."""
    dialog.go_to("play")
    dialog.editor.removers["K"].click()
    assert dialog.editor.message.text() == "K does nothing from now on."
    assert "K" not in dialog.editor.removers
    dialog.go_to("black")
    QTest.keyClick(dialog.editor.catcher, Key.Key_K)
    back(window, qtbot)

    QTest.keyClick(window.views.work.stage, Key.Key_K)
    assert window.views.blank.isVisible()
    assert not window.player.playing


def test_one_command_is_reset_or_all(dialog: KeysDialog, window: MainWindow) -> None:
    """And the reset of all can be taken back."""
    assert not dialog.reset.isEnabled()
    for name, key in (("black", Key.Key_J), ("white", Key.Key_A)):
        dialog.go_to("black" if name == "black" else "white")
        QTest.keyClick(dialog.editor.catcher, key)
    dialog.editor.reset.click()
    seen = [window.preferences.own_keys]
    dialog.reset.click()
    seen.append(window.preferences.own_keys)
    assert dialog.reset.text() == "Undo the reset"
    dialog.reset.click()
    seen.append(window.preferences.own_keys)

    own = (("black", ("B", ".", "J")),)
    assert seen == [own, (), own]


def test_a_reset_names_who_has_keys_that_do_not_come_back(dialog: KeysDialog) -> None:
    """A key that another command was given stays there."""
    dialog.go_to("next")
    dialog.editor.removers["N"].click()
    QTest.keyClick(dialog.editor.catcher, Key.Key_J)
    dialog.go_to("black")
    QTest.keyClick(dialog.editor.catcher, Key.Key_N)
    dialog.go_to("next")
    dialog.editor.reset.click()

    told = "It has its first keys again, except N (Black screen)."
    assert dialog.editor.message.text() == told
    dialog.go_to("black")
    dialog.editor.reset.click()
    assert dialog.editor.message.text() == "It has its first keys again."
    dialog.go_to("next")
    assert "N" in dialog.editor.removers


def test_the_two_enter_keys_are_one(
    dialog: KeysDialog, window: MainWindow, qtbot: QtBot
) -> None:
    """One button takes both away, and either gives both to another command."""
    dialog.go_to("next")
    names = [button.text() for button in dialog.editor.removers.values()]
    assert names.count("Enter  ×") == 1
    dialog.editor.removers["Return"].click()
    assert dialog.editor.message.text() == "Enter does nothing from now on."
    assert not {"Return", "Enter"} & set(dialog.editor.removers)
    dialog.go_to("black")
    QTest.keyClick(dialog.editor.catcher, Key.Key_Enter)
    assert "Black screen:  B, ., Enter" in lines(dialog.list)
    back(window, qtbot)

    for key in (Key.Key_Return, Key.Key_Enter):
        QTest.keyClick(window.views.work.stage, key)
        assert window.views.blank.isVisible() is (key == Key.Key_Return)
    assert window.player.target == 0


def test_a_key_with_enter_is_taken_if_either_is(dialog: KeysDialog) -> None:
    """Whichever of the two is pressed."""
    dialog.go_to("black")
    for key in (Key.Key_Return, Key.Key_Enter):
        QTest.keyClick(dialog.editor.catcher, key)
        assert dialog.editor.message.text() == "Enter is taken: Next step."


def test_esc_cannot_be_taken_away(dialog: KeysDialog) -> None:
    """It is shown without a button; another key can be given beside it."""
    dialog.go_to("leave")
    assert dialog.editor.removers == {}
    assert dialog.editor.kept.isVisible()
    assert dialog.editor.kept.accessibleName() == "Esc stays"
    QTest.keyClick(dialog.editor.catcher, Key.Key_J)

    assert list(dialog.editor.removers) == ["J"]
    assert "Close what is on top:  Esc, J" in lines(dialog.list)
    dialog.go_to("black")
    assert not dialog.editor.kept.isVisible()


def test_what_is_typed_narrows_the_list(dialog: KeysDialog) -> None:
    """By a command's name, its sentence, or a key; the command stays."""
    dialog.go_to("black")
    dialog.field.setText("behind black")
    assert lines(dialog.list) == ["Black screen:  B, ."]
    dialog.field.setText("ctrl+o")
    assert lines(dialog.list) == ["Lessons:  Ctrl+O"]
    dialog.field.setText("nonsense")
    assert (dialog.list.count(), dialog.none.isVisible()) == (0, True)
    assert not dialog.editor.isVisible()
    dialog.field.clear()
    assert dialog.list.count() > 60
