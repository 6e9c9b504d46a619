"""Help, preferences, what-ifs, overview and go to step, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz import __version__
from sidecar_viz.app.about_dialog import AboutDialog, versions
from sidecar_viz.app.command_table import COMMANDS
from sidecar_viz.app.go_to_dialog import GoToDialog, matches
from sidecar_viz.app.help_dialog import HelpDialog
from sidecar_viz.app.help_page import help_groups
from sidecar_viz.app.look import Look
from sidecar_viz.app.overview_dialog import OverviewDialog
from sidecar_viz.app.preferences import Preferences
from sidecar_viz.app.preferences_dialog import PreferencesDialog
from sidecar_viz.app.step_words import titles
from sidecar_viz.app.style import dress
from sidecar_viz.app.what_if_dialog import WhatIfDialog
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.timeline import Timeline
from sidecar_viz.paint.theme import DARK, LIGHT

# The offscreen platform neither knows least sizes nor what is in front, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


def in_front(widget: QWidget) -> bool:
    """Whether a window takes the keys, and goes on doing so; asks for it if not."""
    if QApplication.activeWindow() is not widget:
        widget.activateWindow()
        return False
    QApplication.processEvents()
    return QApplication.activeWindow() is widget


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Show a dressed window to open dialogs over."""
    window = QWidget()
    window.resize(1280, 720)
    dress(window, Look(LIGHT, 0.75, 1.0))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: in_front(window))
    return window


def opened(qtbot: QtBot, dialog: QDialog) -> None:
    """Show a dialog and wait until it takes keys."""
    dialog.show()
    qtbot.waitUntil(lambda: in_front(dialog))


def press(dialog: QDialog, *keys: Qt.Key) -> None:
    """Press these keys, one after the other."""
    for key in keys:
        focused = QApplication.focusWidget()
        QTest.keyClick(dialog if focused is None else focused, key)


# What-ifs


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ((Key.Key_2,), "network-down"),
        ((Key.Key_0,), ""),
        ((Key.Key_Down, Key.Key_Return), "volume-not-mounted"),
        ((Key.Key_End, Key.Key_Enter), "main-never-starts"),
        ((Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Space), "volume-not-mounted"),
    ],
)
def test_a_what_if_is_chosen_by_key(
    qtbot: QtBot,
    window: QWidget,
    sidecar_lesson: Lesson,
    keys: tuple[Qt.Key, ...],
    wanted: str,
) -> None:
    """Digits choose at once; arrows and Enter do so in two steps; it closes."""
    dialog = WhatIfDialog(sidecar_lesson, "", window)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    opened(qtbot, dialog)

    press(dialog, *keys)

    assert chosen == [wanted]
    assert not dialog.isVisible()


def test_the_what_if_shown_now_is_marked_and_has_the_focus(
    qtbot: QtBot, window: QWidget, sidecar_lesson: Lesson
) -> None:
    """It says so in words."""
    dialog = WhatIfDialog(sidecar_lesson, "network-down", window)
    opened(qtbot, dialog)

    card = dialog.choices.cards[2]
    assert (card.choice.fate, card.choice.remark) == ("current", "Shown now")
    assert card.hasFocus()


def test_escape_chooses_no_what_if(
    qtbot: QtBot, window: QWidget, sidecar_lesson: Lesson
) -> None:
    """The dialog closes and nothing is told; digits beyond the list do nothing."""
    dialog = WhatIfDialog(sidecar_lesson, "", window)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    opened(qtbot, dialog)

    press(dialog, Key.Key_9)
    assert dialog.isVisible()
    press(dialog, Key.Key_Escape)

    assert chosen == []
    assert not dialog.isVisible()


def test_a_lesson_without_what_ifs_says_so(
    qtbot: QtBot, window: QWidget, lesson: Lesson
) -> None:
    """There is nothing to choose, and no key breaks it."""
    dialog = WhatIfDialog(lesson, "gone", window)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    opened(qtbot, dialog)

    press(dialog, Key.Key_0, Key.Key_1, Key.Key_Down, Key.Key_Return)

    assert dialog.empty.isVisible()
    assert chosen == []


# Go to step


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2, 3]),
        ("2", [2]),
        ("02", [2]),
        ("main STARTS", [2]),
        ("starts", [1, 2, 3]),
        ("nothing", []),
        ("99", []),
        ("²", []),
    ],
)
def test_what_is_typed_is_found(typed: str, found: list[int]) -> None:
    """Numbers mean steps, words mean titles that hold all of them."""
    names = ["Start", "Pod starts", "Main container starts", "Sidecar starts"]

    assert matches(names, typed) == found


def test_a_number_in_a_title_is_found_when_no_step_has_it() -> None:
    """So "8080" finds the step about that port."""
    assert matches(["Start", "Open port 8080"], "8080") == [1]


def test_numbers_that_begin_so_come_after_the_number_itself() -> None:
    """Of 13 steps, "1" means 1, 10, 11 and 12."""
    assert matches([f"Step {n}" for n in range(13)], "1") == [1, 10, 11, 12]


@pytest.mark.parametrize(
    ("typed", "keys", "wanted"),
    [
        ("4", (Key.Key_Return,), [4]),
        ("sends", (Key.Key_Enter,), [5]),
        ("", (Key.Key_Down, Key.Key_Return), [4]),
        ("", (Key.Key_PageUp, Key.Key_Return), [0]),
        ("", (Key.Key_PageDown, Key.Key_Down, Key.Key_Return), [6]),
        ("log", (Key.Key_Down, Key.Key_Return), [5]),
        ("no such step", (Key.Key_Down, Key.Key_Return), []),
    ],
)
def test_a_step_is_gone_to_by_key(
    qtbot: QtBot,
    window: QWidget,
    sidecar_lesson: Lesson,
    typed: str,
    keys: tuple[Qt.Key, ...],
    wanted: list[int],
) -> None:
    """From step 3: type, move, Enter."""
    names = titles(Timeline(sidecar_lesson).course)
    dialog = GoToDialog(names, 3, window)
    chosen: list[int] = []
    dialog.chosen.connect(chosen.append)
    opened(qtbot, dialog)

    QTest.keyClicks(dialog.field, typed)
    press(dialog, *keys)

    assert chosen == wanted
    assert dialog.none.isHidden() == (typed != "no such step")


# Overview


def test_the_overview_makes_its_pictures_one_by_one(
    qtbot: QtBot, window: QWidget, sidecar_lesson: Lesson
) -> None:
    """It opens without any, then those in sight come; then nothing runs any more."""
    dialog = OverviewDialog(Timeline(sidecar_lesson), 3, LIGHT, window)
    assert dialog.pictures == 0

    opened(qtbot, dialog)

    qtbot.waitUntil(lambda: not dialog.working)
    assert dialog.pictures >= 4
    dialog.close()


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ((Key.Key_Return,), 3),
        ((Key.Key_Left, Key.Key_Return), 2),
        ((Key.Key_Home, Key.Key_Enter), 0),
        ((Key.Key_End, Key.Key_Return), 6),
    ],
)
def test_a_step_is_chosen_in_the_overview_by_key(
    qtbot: QtBot,
    window: QWidget,
    sidecar_lesson: Lesson,
    keys: tuple[Qt.Key, ...],
    wanted: int,
) -> None:
    """It begins at the step shown now; arrows move, Enter goes there."""
    dialog = OverviewDialog(Timeline(sidecar_lesson), 3, DARK, window)
    chosen: list[int] = []
    dialog.chosen.connect(chosen.append)
    opened(qtbot, dialog)

    press(dialog, *keys)

    assert chosen == [wanted]
    assert not dialog.isVisible()


def test_a_closed_overview_paints_no_more(
    qtbot: QtBot, window: QWidget, sidecar_lesson: Lesson
) -> None:
    """Its timer ends with it, however many pictures are missing."""
    dialog = OverviewDialog(Timeline(sidecar_lesson), 0, LIGHT, window)
    opened(qtbot, dialog)

    press(dialog, Key.Key_Escape)

    assert not dialog.working


def test_a_very_long_lesson_keeps_few_pictures(
    qtbot: QtBot, window: QWidget, lesson: Lesson
) -> None:
    """Of 600 steps only those are painted that are in sight."""
    steps = tuple(replace(lesson.steps[0], id=f"s{n}", needs=()) for n in range(600))
    dialog = OverviewDialog(Timeline(replace(lesson, steps=steps)), 0, LIGHT, window)
    opened(qtbot, dialog)

    qtbot.waitUntil(lambda: not dialog.working)

    assert 0 < dialog.pictures < 40
    dialog.close()


# Help


def test_help_names_every_key_of_every_command() -> None:
    """Nothing in the table is left out, and no key stands twice in a row."""
    rows = [row for _, rows in help_groups(COMMANDS) for row in rows]

    with_keys = [c for c in COMMANDS if c.stage or c.anywhere]
    assert len(rows) == len(with_keys)
    assert all(len(set(row.keys)) == len(row.keys) for row in rows)


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F1, Key.Key_Question])
def test_help_closes_with_its_own_keys(
    qtbot: QtBot, window: QWidget, key: Qt.Key
) -> None:
    """The key that opened it closes it, and so does Esc."""
    dialog = HelpDialog(COMMANDS, LIGHT, window)
    opened(qtbot, dialog)

    press(dialog, key)

    assert not dialog.isVisible()


def test_help_is_narrowed_down_by_typing(qtbot: QtBot, window: QWidget) -> None:
    """By words of the sentence or by a key; what fits nothing is said so."""
    dialog = HelpDialog(COMMANDS, LIGHT, window)
    opened(qtbot, dialog)

    QTest.keyClicks(dialog.field, "ctrl+i")
    shown = [
        row
        for card in dialog.columns.cards
        for row in card.rows
        if not row.isHidden() and not card.isHidden()
    ]
    assert len(shown) == 1

    dialog.field.setText("no such thing")
    assert dialog.none.isVisible()
    dialog.field.clear()
    assert dialog.none.isHidden()


def test_help_has_two_columns_where_there_is_room(
    qtbot: QtBot, window: QWidget
) -> None:
    """And one where there is not."""
    dialog = HelpDialog(COMMANDS, LIGHT, window)
    opened(qtbot, dialog)

    dialog.resize(1200, 500)
    assert dialog.columns.columns == 2

    dialog.resize(500, 500)
    assert dialog.columns.columns == 1


def test_help_without_commands_is_only_its_notes(qtbot: QtBot, window: QWidget) -> None:
    """An empty table is no error."""
    dialog = HelpDialog((), LIGHT, window)
    opened(qtbot, dialog)

    assert dialog.columns.cards == []
    assert dialog.notes.isVisible()


# Preferences


def preferences(
    qtbot: QtBot, window: QWidget, start: Preferences
) -> tuple[PreferencesDialog, list[Preferences]]:
    """Open the preferences and note every change."""
    dialog = PreferencesDialog(start, window)
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
        ("motion", 2, "none"),
        ("speed", 0, 0.25),
    ],
)
def test_a_choice_is_told_at_once(
    qtbot: QtBot, window: QWidget, field: str, place: int, value: object
) -> None:
    """Space on a button gives new preferences that differ in this field only."""
    dialog, changes = preferences(qtbot, window, Preferences())
    choices = dialog.rows[field].choices
    assert choices is not None

    choices.buttons[place].setFocus()
    press(dialog, Key.Key_Space)

    assert changes == [Preferences().but(**{field: value})]
    assert [b.isChecked() for b in choices.buttons].index(True) == place


@pytest.mark.parametrize(
    "field", ["single_letter_keys", "predict_first", "captions", "real_cluster_notes"]
)
def test_a_switch_is_told_at_once(qtbot: QtBot, window: QWidget, field: str) -> None:
    """Space turns it over, and again back."""
    dialog, changes = preferences(qtbot, window, Preferences())
    switch = dialog.rows[field].switch
    assert switch is not None
    before = switch.isChecked()

    switch.setFocus()
    press(dialog, Key.Key_Space, Key.Key_Space)

    assert [getattr(change, field) for change in changes] == [not before, before]


def test_a_reset_can_be_undone(qtbot: QtBot, window: QWidget) -> None:
    """Only what is shown is reset; where the window was left is kept."""
    start = Preferences(theme="dark", speed=2.0, last_step=4, geometry="1,2,3,4")
    dialog, changes = preferences(qtbot, window, start)

    dialog.reset.click()
    assert changes[-1] == Preferences(last_step=4, geometry="1,2,3,4")
    assert dialog.reset.text() == "Undo the reset"

    dialog.reset.click()
    assert changes[-1] == start
    assert dialog.reset.text() == "Reset to defaults"


def test_a_change_after_a_reset_ends_the_undo(qtbot: QtBot, window: QWidget) -> None:
    """The button offers a reset again."""
    dialog, changes = preferences(qtbot, window, Preferences(theme="dark"))
    dialog.reset.click()

    switch = dialog.rows["captions"].switch
    assert switch is not None
    switch.click()

    assert dialog.reset.text() == "Reset to defaults"
    assert changes[-1] == Preferences(captions=False)


def test_preferences_changed_elsewhere_are_shown(qtbot: QtBot, window: QWidget) -> None:
    """A value between the buttons leaves all of them up, and is told to nobody."""
    dialog, changes = preferences(qtbot, window, Preferences())

    dialog.show_preferences(Preferences(text_scale=1.23, predict_first=True))

    choices, switch = dialog.rows["text_scale"].choices, dialog.rows["predict_first"]
    assert choices is not None
    assert switch.switch is not None
    assert not any(button.isChecked() for button in choices.buttons)
    assert switch.switch.isChecked()
    assert changes == []


# About


def test_about_says_version_licences_and_that_nothing_is_sent(
    qtbot: QtBot, window: QWidget
) -> None:
    """Whoever gives the program away finds what the LGPL asks for."""
    dialog = AboutDialog(window)
    opened(qtbot, dialog)

    said = " ".join(part.text.text() for part in dialog.parts)

    assert dialog.version.text() == f"Version {__version__}"
    assert "Lesser General Public License, version 3" in said
    assert "No telemetry, no network" in said
    assert "replace" in said


def test_about_names_a_folder_with_the_licences(qtbot: QtBot, window: QWidget) -> None:
    """The texts of the LGPL and the GPL, on which it rests, are there."""
    dialog = AboutDialog(window)
    opened(qtbot, dialog)

    place = Path(dialog.parts[-1].text.text().rpartition(" in ")[2].rstrip("."))

    assert {"LGPL-3.0.txt", "GPL-3.0.txt"} <= {file.name for file in place.iterdir()}


def test_about_copies_what_a_report_needs_and_closes_with_escape(
    qtbot: QtBot, window: QWidget
) -> None:
    """The versions are on the clipboard; Close has the focus."""
    dialog = AboutDialog(window)
    opened(qtbot, dialog)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)

    assert QApplication.clipboard().text() == versions()
    assert f"sidecar_viz {__version__}, Python 3." in versions()

    dialog.shut.setFocus()
    press(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
