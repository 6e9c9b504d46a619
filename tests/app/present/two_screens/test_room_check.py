"""Before class: which screen is the class's, and the other way round."""

from __future__ import annotations

import pytest

from sidecar_viz.app.classroom.room_check import RoomCheck
from sidecar_viz.app.screens.screens import screen_of
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.at_dialogs import asked_for
from tests.app.present.conftest import Begin

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def check_of(window: MainWindow) -> RoomCheck:
    """Open the check with its command."""
    return asked_for(window, "room_check", RoomCheck)


def test_screens_are_swapped_before_presenting_begins(
    window: MainWindow, begin: Begin
) -> None:
    """The check says who will sit where, and presenting keeps to it."""
    check = check_of(window)
    first, second = check.displays.text().splitlines()
    assert first.endswith("for you: the console")
    assert second.endswith("for the class")

    check.swap.click()

    first, second = check.displays.text().splitlines()
    assert first.endswith("for the class")
    assert second.endswith("for you: the console")
    check.close()
    show = begin(audience_screen=window.preferences.audience_screen)
    assert screen_of(show.audience) == "Laptop"
    assert screen_of(show.console) == "Projector"


def test_what_was_chosen_while_presenting_is_kept(
    begin: Begin,
) -> None:
    """The next time, the class has the screen that it had."""
    window = begin().window
    window.commands["swap"].trigger()
    assert window.preferences.audience_screen == "Laptop"

    window.commands["swap"].trigger()
    assert window.preferences.audience_screen == "Projector"
