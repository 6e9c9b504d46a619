"""The preferences: told at once, reset and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.preferences.dialog import PreferencesDialog
from sidecar_viz.app.preferences.preferences import PreferenceName, Preferences
from tests.app.at_dialogs import LOOK, opened, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


Key = Qt.Key


def preferences(
    qtbot: QtBot, dressed: QWidget, start: Preferences
) -> tuple[PreferencesDialog, list[Preferences]]:
    """Open the preferences and note every change."""
    dialog = PreferencesDialog(start, LOOK, dressed)
    changes: list[Preferences] = []
    dialog.changed.connect(changes.append)
    opened(qtbot, dialog)
    return dialog, changes


@pytest.mark.parametrize(
    ("field", "place", "value"),
    [
        ("theme", 2, "dark"),
        ("theme", 3, "contrast"),
        ("text_scale", 10, 2.0),
        ("text_scale", 1, 1.1),
        ("motion", 3, "none"),
        ("speed", 0, 0.25),
    ],
)
def test_a_choice_is_told_at_once(
    qtbot: QtBot,
    dressed: QWidget,
    field: PreferenceName,
    place: int,
    value: str | float,
) -> None:
    """Space on a button gives new preferences that differ in this field only."""
    dialog, changes = preferences(qtbot, dressed, Preferences())
    choices = dialog.rows[field].choices
    assert choices is not None

    choices.buttons[place].setFocus()
    press(dialog, Key.Key_Space)

    assert changes == [Preferences().with_value(field, value)]
    assert [b.isChecked() for b in choices.buttons].index(True) == place


@pytest.mark.parametrize(
    "field", ["single_letter_keys", "predict_first", "captions", "real_cluster_notes"]
)
def test_a_switch_is_told_at_once(
    qtbot: QtBot, dressed: QWidget, field: PreferenceName
) -> None:
    """Space turns it over, and again back."""
    dialog, changes = preferences(qtbot, dressed, Preferences())
    switch = dialog.rows[field].switch
    assert switch is not None
    before = switch.isChecked()

    switch.setFocus()
    press(dialog, Key.Key_Space, Key.Key_Space)

    assert [getattr(change, field) for change in changes] == [not before, before]


def test_a_reset_can_be_undone(qtbot: QtBot, dressed: QWidget) -> None:
    """Only what is shown is reset; where the window was left is kept."""
    start = Preferences(theme="dark", speed=2.0, last_step=4, geometry="1,2,3,4")
    dialog, changes = preferences(qtbot, dressed, start)

    dialog.reset.click()
    assert changes[-1] == Preferences(last_step=4, geometry="1,2,3,4")
    assert dialog.reset.text() == "Undo the reset"

    dialog.reset.click()
    assert changes[-1] == start
    assert dialog.reset.text() == "Reset to defaults"


def test_a_change_after_a_reset_ends_the_undo(qtbot: QtBot, dressed: QWidget) -> None:
    """The button offers a reset again."""
    dialog, changes = preferences(qtbot, dressed, Preferences(theme="dark"))
    dialog.reset.click()

    switch = dialog.rows["captions"].switch
    assert switch is not None
    switch.click()

    assert dialog.reset.text() == "Reset to defaults"
    assert changes[-1] == Preferences(captions=False)


def test_the_undo_takes_back_only_what_was_reset(
    qtbot: QtBot, dressed: QWidget
) -> None:
    """What was chosen elsewhere meanwhile, such as keys, is kept."""
    dialog, changes = preferences(qtbot, dressed, Preferences(theme="dark"))
    dialog.reset.click()
    own = (("black", ("J",)),)
    dialog.show_preferences(changes[-1].but(own_keys=own, last_step=3))

    dialog.reset.click()

    assert changes[-1] == Preferences(theme="dark", own_keys=own, last_step=3)


def test_a_choice_elsewhere_after_a_reset_ends_the_undo(
    qtbot: QtBot, dressed: QWidget
) -> None:
    """Text made larger by its key stays: the button offers a reset again."""
    dialog, changes = preferences(qtbot, dressed, Preferences(theme="dark"))
    dialog.reset.click()
    dialog.show_preferences(changes[-1].but(text_scale=1.5))

    assert dialog.reset.text() == "Reset to defaults"


def test_preferences_changed_elsewhere_are_shown(
    qtbot: QtBot, dressed: QWidget
) -> None:
    """A value between the buttons leaves all of them up, and is told to nobody."""
    dialog, changes = preferences(qtbot, dressed, Preferences())

    dialog.show_preferences(Preferences(text_scale=1.23, predict_first=True))

    choices, switch = dialog.rows["text_scale"].choices, dialog.rows["predict_first"]
    assert choices is not None
    assert switch.switch is not None
    assert not any(button.isChecked() for button in choices.buttons)
    assert switch.switch.isChecked()
    assert changes == []
