"""Keys by their place, where the keyboard's layout hides what commands want."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from sidecar_viz.app.keys.by_place import use_of
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.foreign_keyboard import Keyboard

Modifier = Qt.KeyboardModifier
CTRL, SHIFT, NONE = (
    Modifier.ControlModifier,
    Modifier.ShiftModifier,
    Modifier.NoModifier,
)


@pytest.fixture
def keys(window: MainWindow) -> Keyboard:
    """Listen as the program does after its first frame."""
    return Keyboard(window)


def test_french_digits_go_to_a_step(window: MainWindow, keys: Keyboard) -> None:
    """The key 4 writes an apostrophe and is 4, the key 6 writes minus and is 6."""
    keys.press("4", "'")
    assert "4" in window.views.work.caption.remark()
    window.steering.next()
    assert window.player.target == 4

    keys.press("6", "-")
    window.steering.next()
    assert window.player.target == 6


@pytest.mark.parametrize("writes", ["-", "+", "(", "é", "٦"])
def test_ctrl_with_a_digit_is_that_digit(
    window: MainWindow, keys: Keyboard, writes: str
) -> None:
    """Whatever the key writes: "-" would make all text smaller."""
    window.change(text_scale=1.5)
    window.views.work.stage.setFocus()
    keys.press("2", writes, CTRL)

    assert window.views.work.table.view.hasFocus()
    assert window.preferences.text_scale == 1.5


@pytest.mark.parametrize("writes", ["щ", "λ", "خ", "ם"])
def test_a_letter_of_another_script_is_the_one_that_lies_there(
    window: MainWindow, keys: Keyboard, writes: str
) -> None:
    """Russian, Greek, Arabic, Hebrew: B is black, and Shift+L loops."""
    keys.press("B", writes)
    assert window.views.blank.isVisible()
    keys.press("B", writes)
    assert not window.views.blank.isVisible()

    keys.press("L", writes, SHIFT)
    assert window.commands["loop"].isChecked()
    keys.press("L", writes, SHIFT)
    assert not window.commands["loop"].isChecked()


def test_latin_letters_count_by_what_they_write(
    window: MainWindow, keys: Keyboard
) -> None:
    """The key that writes A in France lies where Q is in the United States."""
    keys.press("B", "é")
    keys.press("B", "a")

    assert not window.views.blank.isVisible()


def test_signs_of_hebrew_are_letters_once_a_letter_was_seen(
    window: MainWindow, keys: Keyboard
) -> None:
    """W writes an apostrophe there; before any letter, it could be Dvorak's Q."""
    assert not keys.press("W", "'")
    keys.press("N", "מ")
    assert window.player.target == 1

    keys.press("W", "'")
    assert window.views.blank.isVisible()
    keys.press("W", "'")

    keys.press("N", "n")
    assert not keys.press("W", "'")


def test_a_clickers_full_stop_is_black(window: MainWindow, keys: Keyboard) -> None:
    """It writes a colon in France, and a letter in Russia."""
    for writes in (":", "ю", ":", "ю"):
        before = window.views.blank.isVisible()
        keys.press(".", writes)
        assert window.views.blank.isVisible() is not before


def test_what_a_clicker_was_taught_comes_first(
    window: MainWindow, keys: Keyboard
) -> None:
    """A learned colon is not black, a learned minus is no digit."""
    window.change(learned_keys=((":", "next"), ("-", "next")))

    assert not keys.press(".", ":")
    assert not keys.claims("6", "-")
    window.change(learned_keys=())
    assert keys.claims("6", "-")


def test_text_is_written_as_the_layout_says(window: MainWindow, keys: Keyboard) -> None:
    """In a field only keys with Ctrl are looked at."""
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    field.setText("abc")
    assert not keys.press("B", "и")
    assert not keys.press("4", "'")
    assert not window.views.blank.isVisible()

    keys.press("A", "ф", CTRL)
    assert field.selectedText() == "abc"


def test_keys_of_the_stage_stay_there(window: MainWindow, keys: Keyboard) -> None:
    """In a table, a letter that is the stage's does nothing by its place, too."""
    table: QWidget = window.views.work.table.view
    table.setFocus()
    keys.press("B", "и")
    assert not window.views.blank.isVisible()

    keys.press("1", "&", CTRL)
    assert window.views.work.stage.hasFocus()


def test_menus_are_found(window: MainWindow) -> None:
    """Alt and the letter of a menu's title, which is no action's shortcut."""
    stage, alt = window.views.work.stage, Modifier.AltModifier
    titles = [action.text() for action in window.views.menu.actions()]
    letters = [title[title.index("&") + 1].upper() for title in titles]

    keys = [QKeySequence(QKeyCombination(alt, Qt.Key(ord(sign)))) for sign in letters]
    found = [use_of(stage, key) for key in keys]
    assert len(found) == 6
    assert None not in found


def test_a_held_key_by_place_is_heard_once(window: MainWindow, keys: Keyboard) -> None:
    """What repeats itself counts only for keys that may repeat."""
    keys.press("N", "т")
    keys.press("N", "т", repeats=True)
    keys.press("N", "т", repeats=True)

    assert window.player.target == 1
