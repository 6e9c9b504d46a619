"""A short storm of keys and clicks; `python -m tests.monkey` is the long one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.monkey.hand import Hand
from tests.x_server import x_server

pytestmark = pytest.mark.storm

ROOT = Path(__file__).parents[1]
on_screens = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xrandr")),
    reason="needs Xvfb and xrandr: apt-get install xvfb x11-xserver-utils",
)


def test_five_hundred_keys_and_clicks() -> None:
    """No traceback, no warning of Qt, no dead key, no lost focus."""
    storm("500", {})


@on_screens
def test_screens_that_come_and_go() -> None:
    """The same on two real screens, one of which is pulled out and plugged in."""
    with x_server("-noreset", "-screen", "0", "1600x600x24") as (_, display):
        told = storm("300", {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})

    assert "2 screens" in told


def test_the_hand_lets_go_what_it_pressed(qtbot: QtBot) -> None:
    """A move after a double click is no drag, and a text that is dragged is let go."""
    field = QPlainTextEdit("one two three")
    qtbot.addWidget(field)
    field.show()
    word = field.cursorRect(QTextCursor(field.document())).center() + QPoint(6, 0)
    hand = Hand(field)
    moves = Moves(field.viewport())

    field.selectAll()
    hand.drag(field.viewport(), word, word + QPoint(90, 40))
    assert moves.held
    moves.held.clear()
    hand.double_click(field.viewport(), word)
    hand.click(field.viewport(), word)

    assert moves.held == []


@on_screens
def test_the_hand_lets_go_of_a_text_on_a_real_screen() -> None:
    """The test before this one, where a text that is dragged is a drag to Qt."""
    with x_server("-noreset") as (_, display):
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", __file__, "-k", "lets_go_what"],
            cwd=ROOT,
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert "1 passed" in done.stdout, done.stdout + done.stderr


class Moves(QObject):
    """Keeps the moves with a button held down."""

    def __init__(self, seen: QWidget) -> None:
        super().__init__(seen)
        self.held: list[QEvent] = []
        seen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on."""
        held = isinstance(event, QMouseEvent) and event.buttons()
        if held and event.type() == QEvent.Type.MouseMove:
            self.held.append(event)
        return super().eventFilter(watched, event)


def storm(events: str, environ: Mapping[str, str]) -> str:
    """Let one loose in a process of its own; what it tells."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.monkey", "--events", events, "--seed", "11"],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert "0 mistakes, 0 dead keys" in done.stdout, done.stdout + done.stderr
    return done.stdout
