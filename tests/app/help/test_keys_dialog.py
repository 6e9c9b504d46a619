"""Choosing keys: given, refused, taken away, reset; and everything follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.help.help_dialog import HelpDialog
from sidecar_viz.app.help.keys_dialog import KeysDialog
from sidecar_viz.app.preferences.dialog import PreferencesDialog
from sidecar_viz.app.preferences.preferences import load_preferences, save_preferences
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.at_dialogs import asked_for, opened_by, send_key
from tests.app.conftest import MakeWindow
from tests.app.foreign_keyboard import Keyboard
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> KeysDialog:
    """Open the keys over the window."""
    return opened_by(qtbot, window, "keys", KeysDialog)


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
    for name, key in (("black", Key.Key_J), ("white", Key.Key_U)):
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


def test_everything_that_names_keys_follows(window: MainWindow, qtbot: QtBot) -> None:
    """Menu, button, tooltip, help, and the key at a key moment."""
    own = (
        ("quiz", ("J",)),
        ("open", ("Ctrl+J",)),
        ("predict", ()),
        ("swap", ("U",)),
        ("freeze", ()),
    )
    window.change(own_keys=own)
    commands, work = window.commands, window.views.work
    assert commands["quiz"].text() == "Quiz\tJ"
    assert commands["quiz"].toolTip().endswith("(J)")
    assert commands["open"].shortcut().toString() == "Ctrl+J"
    assert commands["predict"].text() == "Predict first"
    assert window.views.header.buttons["open"].toolTip().endswith("(Ctrl+J)")
    assert work.controller.predict.toolTip().endswith("is shown")
    shown = opened_by(qtbot, window, "help", HelpDialog)
    shown.field.setText("answer the lesson's questions J")
    assert any(card.isVisible() for card in shown.columns.cards)
    notes = " ".join(label.text() for label in shown.present.findChildren(QLabel))
    assert "U swaps the screens" in notes
    assert "Freeze freezes the class's picture" in notes
    assert "{" not in notes

    window.dialogs.close_all()
    window.change(own_keys=())
    assert commands["quiz"].text() == "Quiz\tQ"


def test_letters_that_are_switched_off_stay_off(make_window: MakeWindow) -> None:
    """Also those that the user gave; and those come back with the others."""
    window = make_window(single_letter_keys=False, own_keys=(("black", ("J",)),))
    QTest.keyClick(window.views.work.stage, Key.Key_J)
    assert not window.views.blank.isVisible()
    window.change(single_letter_keys=True)
    QTest.keyClick(window.views.work.stage, Key.Key_J)
    assert window.views.blank.isVisible()


def test_keys_are_followed_while_presenting(window: MainWindow, qtbot: QtBot) -> None:
    """Given in mid-show: the new key works, the old one does not, buttons say so."""
    show = program_of(window).show
    show.begin()
    qtbot.waitUntil(show.seats.front.stage.hasFocus)
    window.change(own_keys=(("black", ("J",)), ("freeze", ())))
    stage = show.seats.front.stage
    QTest.keyClick(stage, Key.Key_B)
    assert not show.audience.cover.isVisible()
    QTest.keyClick(stage, Key.Key_J)
    assert show.audience.cover.isVisible()
    assert show.console.buttons["black"].key == "J"
    assert show.console.buttons["freeze"].key == ""
    assert show.console.buttons["black"].toolTip().endswith("(J)")
    show.end()
    for view in (show.audience, show.console):
        view.hide()


def test_the_keys_are_reached_from_help_and_preferences(
    window: MainWindow, qtbot: QtBot
) -> None:
    """A button in each."""
    preferences = opened_by(qtbot, window, "preferences", PreferencesDialog)
    preferences.keys.click()
    assert window.dialogs.names() == ("preferences", "keys")
    window.dialogs.close_all()
    QApplication.processEvents()
    shown = asked_for(window, "help", HelpDialog)
    shown.change.click()
    assert window.dialogs.names() == ("keys",)


@pytest.mark.parametrize("again", [False, True])
def test_who_leaves_the_keys_is_back_where_they_were_asked_for(
    window: MainWindow, qtbot: QtBot, *, again: bool
) -> None:
    """On the button in the preferences; and from there in the window."""
    stage = window.views.work.stage
    if again:  # from the window first
        window.commands["keys"].trigger()
    preferences = opened_by(qtbot, window, "preferences", PreferencesDialog)
    preferences.keys.setFocus()
    preferences.keys.click()
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    qtbot.waitUntil(dialog.isActiveWindow)

    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(preferences.isActiveWindow)
    assert preferences.focusWidget() is preferences.keys
    QTest.keyClick(preferences, Key.Key_Escape)
    qtbot.waitUntil(stage.hasFocus)


def test_who_closes_both_at_once_is_in_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Whichever closes first."""
    preferences = opened_by(qtbot, window, "preferences", PreferencesDialog)
    preferences.keys.click()
    window.dialogs.close_all()

    assert window.dialogs.names() == ()
    qtbot.waitUntil(window.views.work.stage.hasFocus)


def test_open_preferences_keep_what_is_changed_elsewhere(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Keys that were given meanwhile are not lost with the next choice."""
    preferences = opened_by(qtbot, window, "preferences", PreferencesDialog)
    window.change(own_keys=(("black", ("J",)),))
    choices = preferences.rows["motion"].choices
    assert choices is not None
    choices.buttons[2].click()

    assert window.preferences.motion == "gentle"
    assert window.preferences.own_keys == (("black", ("J",)),)


def test_open_keys_keep_what_is_changed_elsewhere(
    dialog: KeysDialog, window: MainWindow
) -> None:
    """They are shown at once, and not lost with the next key."""
    window.change(own_keys=(("white", ("J",)),))
    assert "White screen:  J" in lines(dialog.list)
    dialog.go_to("black")
    QTest.keyClick(dialog.editor.catcher, Key.Key_U)

    own = (("white", ("J",)), ("black", ("B", ".", "U")))
    assert window.preferences.own_keys == own


@pytest.mark.parametrize(
    "text",
    [
        '{"own_keys": [["black", ["J", "J", "4", ""]], ["nonsense", ["U"]]]}',
        '{"own_keys": [["black", "J"]], "motion": "none"}',
        '{"own_keys": {"black": ["J"]}}',
        '{"own_keys": [["black", ["\\u0000", "Ctrl+Ctrl+", "+++"]]]}',
    ],
)
def test_any_kept_keys_open_a_window(
    tmp_path: Path, make_window: MakeWindow, text: str
) -> None:
    """What cannot be understood is left out; Next and Help work."""
    file = tmp_path / "preferences.json"
    file.write_text(text, "utf-8")
    kept = load_preferences(file)
    window = make_window(own_keys=kept.own_keys)
    QTest.keyClick(window.views.work.stage, Key.Key_PageDown)

    assert window.player.target == 1
    save_preferences(window.preferences, file)
    assert load_preferences(file).own_keys == kept.own_keys
