"""What the tests of presenting begin with: a window that presents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Unpack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.preferences.preferences import Changes
from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.conftest import MakeWindow
from tests.app.programs import program_of

Begin = Callable[..., Presenting]


@pytest.fixture
def begin(make_window: MakeWindow, qtbot: QtBot) -> Iterator[Begin]:
    """Give a function that opens the window at a step and presses F5."""
    begun: list[tuple[MainWindow, Presenting]] = []

    def made(step: int = 0, **preferences: Unpack[Changes]) -> Presenting:
        window = make_window(**preferences)
        window.player.jump(step)
        QTest.keyClick(window, Qt.Key.Key_F5)
        show = presenting_of(window)
        begun.append((window, show))
        qtbot.waitUntil(lambda: at_hand(show))
        return show

    yield made
    for window, show in begun:
        show.end()
        for view in (show.audience, show.console):
            view.hide()
        window.hide()


@pytest.fixture
def show(begin: Begin) -> Presenting:
    """Present the sidecar lesson from its start."""
    return begin()


def presenting_of(window: MainWindow) -> Presenting:
    """What presents this window's lesson."""
    return program_of(window).show


def press(show: Presenting, *keys: Qt.Key, modifier: str = "") -> None:
    """Press keys, one after the other, where the teacher works."""
    held = {
        "": Qt.KeyboardModifier.NoModifier,
        "shift": Qt.KeyboardModifier.ShiftModifier,
        "ctrl": Qt.KeyboardModifier.ControlModifier,
        "alt": Qt.KeyboardModifier.AltModifier,
        "ctrl+shift": Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.ShiftModifier,
    }[modifier]
    for key in keys:
        QTest.keyClick(focused(show), key, held)


def at_hand(show: Presenting) -> bool:
    """Whether the teacher's window and its stage have the keyboard."""
    front = show.seats.front
    return front.isActiveWindow() and front.stage.hasFocus()


def focused(show: Presenting) -> QWidget:
    """The widget that gets the keys."""
    front = show.seats.front
    return front.focusWidget()
