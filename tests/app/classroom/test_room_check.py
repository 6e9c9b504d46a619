"""The room before class: displays, clicker, colours, text, sleep."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.classroom.clicker_page import ClickerPage
from sidecar_viz.app.classroom.colour_strip import rows_of, wedge
from sidecar_viz.app.classroom.room_check import RoomCheck
from sidecar_viz.app.commands.table import COMMANDS
from sidecar_viz.app.keys.key_uses import KeyUses
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.paint.brush.theme import THEMES, luminance
from tests.app.at_dialogs import asked_for, send_key
from tests.app.conftest import MakeWindow
from tests.app.foreign_keyboard import Keyboard
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
USES = KeyUses(COMMANDS)


@pytest.fixture
def check(window: MainWindow) -> RoomCheck:
    """Open the check with its command."""
    return asked_for(window, "room_check", RoomCheck)


@pytest.fixture
def clicker(qtbot: QtBot, check: RoomCheck) -> ClickerPage:
    """Have the page that listens to a clicker, ready."""
    qtbot.waitUntil(check.clicker.catcher.hasFocus)
    return check.clicker


def test_a_known_button_says_what_it_does(clicker: ClickerPage) -> None:
    """It is shown, not done: the stage stays where it is."""
    QTest.keyClick(clicker.catcher, Key.Key_PageDown)
    assert clicker.message.text() == "It sends PgDn. That works already: Next step."
    assert not any(button.isEnabled() for button in clicker.buttons.values())

    QTest.keyClick(clicker.catcher, Key.Key_Period)
    assert "Black screen" in clicker.message.text()


def test_a_french_full_stop_may_learn_something_else(
    clicker: ClickerPage, window: MainWindow
) -> None:
    """A colon is black while it is taught nothing."""
    clicker.show_key(":")
    assert clicker.message.text().startswith("It sends :: Black screen.")

    clicker.buttons["next"].click()
    assert window.preferences.learned_keys == ((":", "next"),)
    assert "Next step" in clicker.message.text()


def test_a_new_button_is_learned(
    clicker: ClickerPage, window: MainWindow, qtbot: QtBot
) -> None:
    """From then on it does that, and the preferences keep it."""
    program_of(window).begin_session(restore=False)
    QTest.keyClick(clicker.catcher, Key.Key_F13)
    assert clicker.message.text().startswith("It sends F13, which does nothing yet")
    clicker.buttons["next"].click()
    assert window.preferences.learned_keys == (("F13", "next"),)
    assert "Next step" in clicker.message.text()
    window.dialogs.close_all()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    QTest.keyClick(window, Key.Key_F13)

    assert window.player.target == 1


def test_a_learned_button_works_in_a_dialog_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    """It does there what the key does that it stands for: reveal the answer."""
    program_of(window).begin_session(restore=False)
    window.change(learned_keys=(("F13", "next"),))
    dialog = asked_for(window, "quiz", QuizDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    QTest.keyClick(dialog, Key.Key_F13)

    assert dialog.attempt.answers[0].progress == "revealed"
    assert window.player.target == 0
    window.dialogs.close_all()


def test_a_button_that_works_by_its_place_works_already(
    clicker: ClickerPage, window: MainWindow
) -> None:
    """A clicker's B in Russia is black; its full stop in France may learn anew."""
    keyboard = Keyboard(window)
    keyboard.type("B", "и")
    assert clicker.message.text() == "It sends B. That works already: Black screen."
    keyboard.type(".", ":")
    assert clicker.message.text().startswith("It sends :: Black screen.")


def test_a_key_that_was_given_meanwhile_is_not_free(
    clicker: ClickerPage, window: MainWindow
) -> None:
    """The check may be open while keys are chosen."""
    window.change(own_keys=(("quiz", ("F13",)),))
    QTest.keyClick(clicker.catcher, Key.Key_F13)
    assert clicker.message.text() == "It sends F13. That works already: Quiz."


def test_a_button_without_a_name_is_taught_nothing(clicker: ClickerPage) -> None:
    """Such as a dead key: it is said, and no command is offered."""
    send_key(clicker.catcher, Key.Key_Dead_Circumflex)
    assert clicker.message.text() == "It sends a key that cannot be taught."
    assert clicker.message.isVisible()
    assert not any(button.isEnabled() for button in clicker.buttons.values())


def test_learned_keys_can_be_forgotten(
    clicker: ClickerPage, window: MainWindow
) -> None:
    """Then the key is free again."""
    QTest.keyClick(clicker.catcher, Key.Key_F14, Qt.KeyboardModifier.ShiftModifier)
    clicker.buttons["previous"].click()
    assert list(window.preferences.learned_keys) == [("Shift+F14", "previous")]

    clicker.forget.click()

    assert list(window.preferences.learned_keys) == []


def test_a_taken_key_is_refused_by_name() -> None:
    """Keys of commands, numbers of steps, keys of dialogs, learned ones."""
    learned = USES.with_key((), "F13", "next")

    assert USES.used_for("PgDown") == "Next step"
    assert USES.used_for("Ctrl+O") == "Lessons…"
    assert USES.used_for("7") == "Type a step's number"
    assert USES.used_for("Tab") == "Go to the next control"
    assert USES.used_for("F13", learned) == "Next step"
    assert USES.used_for("F13") == ""
    assert USES.with_key(learned, "F13", "previous") == learned
    assert USES.with_key(learned, "PgUp", "next") == learned
    assert USES.with_key(learned, "F14", "quit") == learned
    assert USES.with_key(learned, "", "next") == learned


def test_a_damaged_preference_teaches_nothing(make_window: MakeWindow) -> None:
    """A key that is taken, or a command that cannot be taught, is passed over."""
    odd = (("PgDown", "previous"), ("F13", "quit"), ("F14", "black"))
    window = make_window(learned_keys=odd)
    program_of(window).begin_session(restore=False)

    QTest.keyClick(window, Key.Key_F13)
    QTest.keyClick(window, Key.Key_PageDown)
    QTest.keyClick(window, Key.Key_F14)

    assert window.player.target == 1
    assert window.views.blank.isVisible()


def test_tab_and_esc_lead_out(clicker: ClickerPage, window: MainWindow) -> None:
    """Whoever has no mouse is not kept."""
    QTest.keyClick(clicker.catcher, Key.Key_Tab)
    assert not clicker.catcher.hasFocus()
    clicker.catcher.setFocus()
    QTest.keyClick(clicker.catcher, Key.Key_Escape)

    assert window.dialogs.names() == ()


def test_the_smallest_readable_text_is_taken(
    check: RoomCheck, window: MainWindow
) -> None:
    """A click on a line sets the size of all text; the mark is no colour only."""
    check.sizes.buttons[1.4].click()

    assert window.preferences.text_scale == 1.4
    assert check.sizes.buttons[1.4].text().startswith("✓")


def test_numbers_stand_on_the_displays(check: RoomCheck) -> None:
    """One on each, taken away with the dialog."""
    check.numbers.click()
    assert [number.number for number in check._numbers] == [1]
    assert check._numbers[0].grab().toImage().width() > 0

    check.close()

    assert check._numbers == []


def test_nothing_is_claimed_about_sleep(check: RoomCheck) -> None:
    """Before it was asked: not checked. Afterwards what the desktop said."""
    assert check.awake.text() == "Not checked."

    check._show_awake(held=False)
    assert "screen saver off" in check.awake.text()
    check._show_awake(held=True)
    assert "stay awake" in check.awake.text()
    check._show_awake(held=None)
    assert "Asking" in check.awake.text()


def test_the_wedge_and_the_palette() -> None:
    """Eleven greys, each lighter than the one before; six rows of colours."""
    greys = [luminance(grey) for grey in wedge()]

    assert greys == sorted(set(greys))
    for theme in THEMES.values():
        assert [len(fields) for _, fields in rows_of(theme)] == [11, *[10] * 5]


def test_learned_letters_rest_while_letters_are_no_keys(
    make_window: MakeWindow,
) -> None:
    """Other learned keys go on working; letters come back with the preference."""
    window = make_window(learned_keys=(("J", "next"), ("F13", "next")))
    program_of(window).begin_session(restore=False)
    window.change(single_letter_keys=False)

    QTest.keyClick(window, Key.Key_J)
    assert window.player.target == 0
    QTest.keyClick(window, Key.Key_F13)
    assert window.player.target == 1

    window.change(single_letter_keys=True)
    QTest.keyClick(window, Key.Key_J)
    assert window.player.target == 2
