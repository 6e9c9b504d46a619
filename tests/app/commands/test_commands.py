"""One table makes actions, menus, help and the README's key table."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from sidecar_viz.app.commands.table import COMMANDS
from sidecar_viz.app.keys.actions import (
    help_rows,
    is_letter,
    key_name,
    key_table_markdown,
)
from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.window.main_window import MainWindow

SIGNALS = ("triggered(bool)", "toggled(bool)")


def test_no_key_is_given_twice() -> None:
    """Every key means one thing, on the stage and everywhere."""
    keys = Counter(
        QKeySequence(key).toString()
        for command in COMMANDS
        for key in (*command.stage, *command.anywhere)
    )

    assert [key for key, count in keys.items() if count > 1] == []


def test_no_menu_takes_a_key_of_a_command(window: MainWindow) -> None:
    """Alt and the underlined letter open a menu; Alt+S still says the step again."""
    menus = [action.text() for action in window.views.menu.actions()]
    letters = [text[text.index("&") + 1].upper() for text in menus]
    keys = {key for command in COMMANDS for key in command.anywhere}

    assert len(set(letters)) == len(menus)
    assert not keys & {f"Alt+{letter}" for letter in letters}


def test_alt_keys_reach_their_commands(window: MainWindow) -> None:
    """Alt+S says the step again and Alt+K plays: no menu stands in their way."""
    seen: list[str] = []
    for name in ("say_again", "play"):
        window.commands[name].triggered.connect(lambda _on, n=name: seen.append(n))

    for key in (Qt.Key.Key_S, Qt.Key.Key_K):
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)

    window.player.set_playing(playing=False)
    assert seen == ["say_again", "play"]


def test_a_window_that_is_away_has_no_panes(window: MainWindow) -> None:
    """F6 does nothing then."""
    window.hide()
    window.commands["next_pane"].trigger()

    assert window.views.panes() == ()


def test_every_key_is_one_that_qt_knows() -> None:
    """A mistyped key would silently do nothing."""
    for command in COMMANDS:
        for key in (*command.stage, *command.anywhere):
            assert QKeySequence(key).toString(), key


def test_no_bare_character_works_everywhere() -> None:
    """App-wide keys are modified or non-printing, so that they steal nothing."""
    for command in COMMANDS:
        assert not [key for key in command.anywhere if is_letter(key)]
        assert not {"Space", "Left", "Right", "Home"} & set(command.anywhere)


def test_only_creeping_repeats() -> None:
    """A held key does not run through the lesson."""
    repeating = {command.id for command in COMMANDS if command.repeats}

    assert repeating == {"creep_back", "creep_on"}


@pytest.mark.parametrize(
    ("key", "name"),
    [("Ctrl++", "Ctrl++"), ("PgDown", "PgDn"), ("Shift+Right", "Shift+→")],
)
def test_keys_are_named_for_people(key: str, name: str) -> None:
    """Arrows are arrows, and page keys have their short names."""
    assert key_name(key) == name


def test_the_key_table_has_a_row_for_each_command_with_a_key() -> None:
    """Head, rule, and as many rows as the help has."""
    lines = key_table_markdown(COMMANDS).splitlines()

    assert len(lines) == 2 + len(help_rows(COMMANDS))
    assert any("`PgDn`" in line for line in lines)


def test_every_command_does_something(window: MainWindow) -> None:
    """Each action is connected: the table has no dead entries."""
    for command in COMMANDS:
        action = window.commands[command.id]
        counts = [action.receivers(SIGNAL(name)) for name in SIGNALS]
        assert sum(counts) > 0, command.id


def test_single_letters_can_be_switched_off(window: MainWindow) -> None:
    """Without single-letter keys N does nothing, Space and PgDn still do."""
    stage = window.views.work.stage
    window.change(single_letter_keys=False)

    QTest.keyClick(stage, Qt.Key.Key_N)
    assert window.player.target == 0
    QTest.keyClick(stage, Qt.Key.Key_Space)
    QTest.keyClick(stage, Qt.Key.Key_PageDown)

    assert window.player.target == 2


def test_the_menus_hold_every_command(window: MainWindow) -> None:
    """What a key can do, a menu can do."""
    menus = [action.menu() for action in window.views.menu.actions()]
    menus[0].aboutToShow.emit()  # type: ignore[attr-defined]
    shown = {
        action.objectName()
        for menu in window.views.menu.actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
    }

    assert {command.id for command in COMMANDS} <= shown


def test_key_moments_have_a_key_for_each_way(window: MainWindow) -> None:
    """Shift with the arrows, on and back."""
    visited = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(window.views.work.stage, key, Qt.KeyboardModifier.ShiftModifier)
        visited.append(window.player.target)

    assert 0 < visited[0] < visited[1]
    assert visited[2] == visited[0]


def test_every_id_has_one_row_in_its_place() -> None:
    """The list of ids is the table's own."""
    assert tuple(command.id for command in COMMANDS) == get_args(CommandId)


def test_full_screen_says_what_it_is_now(window: MainWindow) -> None:
    """Who cannot see the window's edges hears it."""
    heard: list[str] = []
    window.voice.said.connect(heard.append)
    for _ in range(2):
        window.commands["full_screen"].trigger()

    assert heard == ["Full screen: on.", "Full screen: off."]
