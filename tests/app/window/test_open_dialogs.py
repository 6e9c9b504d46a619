"""Help, preferences, what-ifs, overview and go to step, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz import __version__
from sidecar_viz.app.choosing.go_to_dialog import go_to_dialog, matches
from sidecar_viz.app.choosing.overview_dialog import overview_dialog
from sidecar_viz.app.choosing.what_if_dialog import WhatIfDialog
from sidecar_viz.app.commands.table import COMMANDS
from sidecar_viz.app.help.about_dialog import AboutDialog, versions
from sidecar_viz.app.help.help_dialog import HelpDialog
from sidecar_viz.app.help.help_page import help_groups
from sidecar_viz.app.keys.actions import is_letter
from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.step_words import titles
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.theme import CONTRAST, DARK
from tests.app.at_dialogs import DARK_LOOK, LOOK, opened, press

# The offscreen platform neither knows least sizes nor what is in front, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


# All of them


@pytest.mark.parametrize(
    "command",
    [
        *("help", "about", "preferences", "what_if", "overview", "go_to", "find"),
        *("quiz", "open", "cards", "handout", "room_check", "vote"),
    ],
)
def test_a_dialog_follows_the_window_below(
    window: MainWindow, command: CommandId
) -> None:
    """It has its colours when it opens, and others as soon as the window has."""
    window.change(theme="contrast")
    window.commands[command].trigger()
    (dialog,) = window.dialogs._open.values()
    assert ground(dialog) in {CONTRAST.bg, CONTRAST.surface}

    window.change(theme="dark")

    assert ground(dialog) in {DARK.bg, DARK.surface}
    window.dialogs.close_all()


def ground(dialog: QWidget) -> str:
    """Say what colour is behind everything in a dialog."""
    return dialog.palette().color(QPalette.ColorRole.Window).name()


def test_a_dialog_grows_with_the_window_below(window: MainWindow) -> None:
    """In a larger window it is drawn larger; larger text is larger in it, too."""
    window.commands["preferences"].trigger()
    dialog = window.dialogs._open["preferences"]
    for size, text in (((800, 480), 1.0), ((800, 480), 2.0), ((1600, 900), 2.0)):
        before = dialog.font().pointSizeF()

        window.resize(*size)
        window.change(text_scale=text)

        assert dialog.font().pointSizeF() != before
        assert dialog.font() == window.look.font(16)
    window.dialogs.close_all()


def test_a_closed_dialog_follows_no_more(window: MainWindow) -> None:
    """Nothing of it is left when the window looks different."""
    window.commands["about"].trigger()
    window.dialogs.close_all()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    window.change(theme="dark")

    assert window.findChildren(AboutDialog) == []


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
    dressed: QWidget,
    sidecar_lesson: Lesson,
    keys: tuple[Qt.Key, ...],
    wanted: str,
) -> None:
    """Digits choose at once; arrows and Enter do so in two steps; it closes."""
    dialog = WhatIfDialog(sidecar_lesson, "", LOOK, dressed)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    opened(qtbot, dialog)

    press(dialog, *keys)

    assert chosen == [wanted]
    assert not dialog.isVisible()


def test_the_what_if_shown_now_is_marked_and_has_the_focus(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson
) -> None:
    """It says so in words."""
    dialog = WhatIfDialog(sidecar_lesson, "network-down", LOOK, dressed)
    opened(qtbot, dialog)

    card = dialog.choices.cards[2]
    assert (card.choice.fate, card.choice.remark) == ("current", "Shown now")
    assert card.hasFocus()


def test_escape_chooses_no_what_if(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson
) -> None:
    """The dialog closes and nothing is told; digits beyond the list do nothing."""
    dialog = WhatIfDialog(sidecar_lesson, "", LOOK, dressed)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    opened(qtbot, dialog)

    press(dialog, Key.Key_9)
    assert dialog.isVisible()
    press(dialog, Key.Key_Escape)

    assert chosen == []
    assert not dialog.isVisible()


def test_a_lesson_without_what_ifs_says_so(
    qtbot: QtBot, dressed: QWidget, lesson: Lesson
) -> None:
    """There is nothing to choose, and no key breaks it."""
    dialog = WhatIfDialog(lesson, "gone", LOOK, dressed)
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
    dressed: QWidget,
    sidecar_lesson: Lesson,
    typed: str,
    keys: tuple[Qt.Key, ...],
    wanted: list[int],
) -> None:
    """From step 3: type, move, Enter."""
    names = titles(Timeline(sidecar_lesson).course)
    chosen: list[int] = []
    dialog = go_to_dialog(names, 3, chosen.append, LOOK, dressed)
    opened(qtbot, dialog)

    QTest.keyClicks(dialog.field, typed)
    press(dialog, *keys)

    assert chosen == wanted
    assert dialog.none.isHidden() == (typed != "no such step")


# Overview


def test_the_overview_makes_its_pictures_one_by_one(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson
) -> None:
    """It opens without any, then those in sight come; then nothing runs any more."""
    dialog = overview_dialog(Timeline(sidecar_lesson), 3, print, LOOK, dressed)
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
    dressed: QWidget,
    sidecar_lesson: Lesson,
    keys: tuple[Qt.Key, ...],
    wanted: int,
) -> None:
    """It begins at the step shown now; arrows move, Enter goes there."""
    chosen: list[int] = []
    timeline = Timeline(sidecar_lesson)
    dialog = overview_dialog(timeline, 3, chosen.append, DARK_LOOK, dressed)
    opened(qtbot, dialog)

    press(dialog, *keys)

    assert chosen == [wanted]
    assert not dialog.isVisible()


def test_a_closed_overview_paints_no_more(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson
) -> None:
    """Its timer ends with it, however many pictures are missing."""
    dialog = overview_dialog(Timeline(sidecar_lesson), 0, print, LOOK, dressed)
    opened(qtbot, dialog)

    press(dialog, Key.Key_Escape)

    assert not dialog.working


def test_a_very_long_lesson_keeps_few_pictures(
    qtbot: QtBot, dressed: QWidget, lesson: Lesson
) -> None:
    """Of 600 steps only those are painted that are in sight."""
    steps = tuple(replace(lesson.steps[0], id=f"s{n}", needs=()) for n in range(600))
    timeline = Timeline(replace(lesson, steps=steps))
    dialog = overview_dialog(timeline, 0, print, LOOK, dressed)
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
    qtbot: QtBot, dressed: QWidget, key: Qt.Key
) -> None:
    """The key that opened it closes it, and so does Esc."""
    dialog = HelpDialog(COMMANDS, LOOK, dressed)
    opened(qtbot, dialog)

    press(dialog, key)

    assert not dialog.isVisible()


def test_help_is_narrowed_down_by_typing(qtbot: QtBot, dressed: QWidget) -> None:
    """By words of the sentence or by a key; what fits nothing is said so."""
    dialog = HelpDialog(COMMANDS, LOOK, dressed)
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


def told_keys(dialog: HelpDialog) -> set[str]:
    """Return all keys that the help names in its table."""
    rows = [row for card in dialog.columns.cards for row in card.rows]
    return {
        key
        for row in rows
        for key in row.accessibleName().rpartition(": ")[2].split(", ")
    }


def letters_of(dialog: HelpDialog) -> set[str]:
    """Return the single characters among them; arrows are none."""
    return {
        key for key in told_keys(dialog) if is_letter(key) and key[-1] not in "→←↑↓"
    }


def test_help_names_no_letter_that_is_switched_off(
    qtbot: QtBot, window: MainWindow
) -> None:
    """Nor one that is switched off while it is open; what is typed still narrows it."""
    window.dialogs.help(lambda: None)
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    assert {"P", "B", "Ctrl+I", "F5"} <= told_keys(dialog)
    QApplication.processEvents()
    with_letters = dialog.page.grab().toImage()
    QTest.keyClicks(dialog.field, "f5")

    window.change(single_letter_keys=False)

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert {"Ctrl+I", "F5"} <= told_keys(dialog)
    assert not letters_of(dialog)
    rows = [row for card in dialog.columns.cards for row in card.rows]
    assert [row for row in rows if row.isHidden()]
    assert [row for row in rows if not row.isHidden()]
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert sum("letters are switched off in the preferences" in one for one in texts)
    assert not [one for one in texts if "letters can be switched off" in one]
    assert not [one for one in texts if one.startswith("6.  B black")]
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    window.dialogs.help(lambda: None)
    again = window.findChild(HelpDialog)
    assert again is not None
    assert not letters_of(again)
    window.change(single_letter_keys=True)
    assert {"P", "B"} <= told_keys(again)
    qtbot.waitUntil(lambda: again.page.grab().toImage() == with_letters)
    again.close()


def test_help_has_two_columns_where_there_is_room(
    qtbot: QtBot, dressed: QWidget
) -> None:
    """And one where there is not."""
    dialog = HelpDialog(COMMANDS, LOOK, dressed)
    opened(qtbot, dialog)

    dialog.resize(1200, 500)
    assert dialog.columns.columns == 2

    dialog.resize(500, 500)
    assert dialog.columns.columns == 1


def test_help_without_commands_is_only_its_notes(
    qtbot: QtBot, dressed: QWidget
) -> None:
    """An empty table is no error."""
    dialog = HelpDialog((), LOOK, dressed)
    opened(qtbot, dialog)

    assert dialog.columns.cards == []
    assert dialog.notes.isVisible()


# Preferences


# About


def test_about_says_version_licences_and_that_nothing_is_sent(
    qtbot: QtBot, dressed: QWidget
) -> None:
    """Whoever gives the program away finds what the LGPL asks for."""
    dialog = AboutDialog(LOOK, dressed)
    opened(qtbot, dialog)

    said = " ".join(part.text.text() for part in dialog.parts)

    assert dialog.version.text() == f"Version {__version__}"
    assert "Lesser General Public License, version 3" in said
    assert "No telemetry, no network" in said
    assert "replace" in said


def test_about_names_a_folder_with_the_licences(qtbot: QtBot, dressed: QWidget) -> None:
    """The texts of the LGPL and the GPL, on which it rests, are there."""
    dialog = AboutDialog(LOOK, dressed)
    opened(qtbot, dialog)

    place = Path(dialog.parts[-1].text.text().rpartition(" in ")[2].rstrip("."))

    assert {"LGPL-3.0.txt", "GPL-3.0.txt"} <= {file.name for file in place.iterdir()}


def test_about_copies_what_a_report_needs_and_closes_with_escape(
    qtbot: QtBot, dressed: QWidget
) -> None:
    """The versions are on the clipboard; Close has the focus."""
    dialog = AboutDialog(LOOK, dressed)
    opened(qtbot, dialog)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)

    assert QApplication.clipboard().text() == versions()
    assert f"sidecar_viz {__version__}, Python 3." in versions()

    dialog.shut.setFocus()
    press(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
