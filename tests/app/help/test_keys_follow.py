"""Everything follows the keys that were chosen, and all that shows them is reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sidecar_viz.app.help.help_dialog import HelpDialog
from sidecar_viz.app.help.keys_dialog import KeysDialog
from sidecar_viz.app.preferences.dialog import PreferencesDialog
from sidecar_viz.app.preferences.preferences import load_preferences, save_preferences
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.at_dialogs import asked_for, opened_by
from tests.app.conftest import MakeWindow
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


def test_everything_that_names_keys_follows(window: MainWindow, qtbot: QtBot) -> None:
    """Menu, button, tooltip, help, and the key at a key moment."""
    own = (
        ("quiz", ("J",)),
        ("open", ("Ctrl+J",)),
        ("predict", ()),
        ("swap", ("A",)),
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
    assert "A swaps the screens" in notes
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
    shown = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert "White screen:  J" in shown
    dialog.go_to("black")
    QTest.keyClick(dialog.editor.catcher, Key.Key_A)

    own = (("white", ("J",)), ("black", ("B", ".", "A")))
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


def test_what_a_menu_calls_it_is_found_and_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Also where the sentence has another word for it; a voice says what was found."""
    shown = opened_by(qtbot, window, "help", HelpDialog)
    shown.field.setText("quiz")

    found = [row for card in shown.columns.cards for row in card.found]
    assert "Answer the lesson's questions: Q." in found
    window.dialogs.close_all()
