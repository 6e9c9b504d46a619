"""The console on the only screen: S, to rehearse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.window.main_window import MainWindow
from tests.app.conftest import MakeWindow
from tests.app.present.conftest import focused, presenting_of, press

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def test_the_console_can_be_rehearsed_with(window: MainWindow, qtbot: QtBot) -> None:
    """S with one screen: the class's view is in the console; S again fills it."""
    QTest.keyClick(window.views.work.stage, Key.Key_S)
    show = presenting_of(window)
    qtbot.waitUntil(show.console.stage.hasFocus)
    assert show.console.isVisible()
    assert show.seats.seating.shrunk
    assert not show.audience.isVisible()

    press(show, Key.Key_PageDown)
    qtbot.waitUntil(lambda: show.console.steps.currentRow() == 1)
    press(show, Key.Key_S)
    assert show.audience.isVisible()
    assert not show.console.isVisible()
    show.end()


def test_a_button_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    """After a click, and after Tab and Space, the stage has the keys again."""
    QTest.keyClick(window.views.work.stage, Key.Key_S)
    show = presenting_of(window)
    qtbot.waitUntil(show.console.stage.hasFocus)
    pen = show.console.buttons["pen"]
    QTest.mouseClick(pen, Qt.MouseButton.LeftButton)
    assert show.tools.tool == "pen"
    assert show.console.stage.hasFocus()

    pen.setFocus()
    QTest.keyClick(pen, Key.Key_B)
    assert show.audience.cover.colour == "black"
    QTest.keyClick(pen, Key.Key_Space)

    assert not show.tools.tool
    assert show.player.target == 0
    assert show.console.stage.hasFocus()
    show.end()


def test_the_list_of_steps_leads_to_them(window: MainWindow, qtbot: QtBot) -> None:
    """A click on a title jumps; console and class agree."""
    QTest.keyClick(window.views.work.stage, Key.Key_S)
    show = presenting_of(window)
    steps = show.console.steps
    qtbot.waitUntil(lambda: steps.count() == 7)
    place = steps.visualItemRect(steps.item(5)).center()

    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))

    assert show.player.target == 5
    qtbot.waitUntil(lambda: "5" in show.console.now.heading.text())
    assert "Sidecar sends logs" in show.audience.band.title.text()
    assert focused(show) is show.console.stage
    show.end()


def test_what_has_no_key_is_named_by_its_command(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """Swapping has none here, the console has another."""
    window = make_window(own_keys=(("swap", ()), ("console", ("J",))))
    QTest.keyClick(window.views.work.stage, Key.Key_J)
    show = presenting_of(window)
    qtbot.waitUntil(show.console.stage.hasFocus)
    said = show.console.note.text()
    show.end()

    assert ">Swap screens<" in said
    assert ">J<" in said


def test_the_console_says_that_all_stands_still_and_the_class_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    """With the key that lets it go on, also if it was so before."""
    QTest.keyClick(window.views.work.stage, Key.Key_M)
    QTest.keyClick(window.views.work.stage, Key.Key_S)
    show = presenting_of(window)
    qtbot.waitUntil(show.console.stage.hasFocus)
    still = "Everything stands still; **{}** lets it go on."
    assert show.following.notes["still"] == still.format("M")
    assert "Everything stands still" in show.console.note.text()
    assert show.audience.band.remark() == ""
    window.change(own_keys=(("still", ("J",)),))
    assert show.following.notes["still"] == still.format("J")
    window.change(own_keys=(("still", ()),))
    assert show.following.notes["still"] == "Everything stands still."

    window.commands["still"].trigger()

    assert show.following.notes["still"] == ""
    show.end()
