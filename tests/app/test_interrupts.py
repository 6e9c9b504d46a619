"""What the first Ctrl+C does, and what it leaves to the second."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from sidecar_viz.app.interrupts import Interrupts

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="no pipe wakes Qt there"
)


@pytest.fixture
def handled() -> Iterator[None]:
    """Have Python's own handler as a program has it; afterwards all is as before."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    woken = signal.set_wakeup_fd(-1)
    yield
    mine = signal.set_wakeup_fd(woken)
    if mine >= 0:
        os.close(mine)
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("handled")
def test_the_second_ctrl_c_is_the_system_s(qtbot: QtBot) -> None:
    """The first ends the program by its loop, once; the next one would kill it."""
    ends: list[str] = []
    parent = QObject()
    Interrupts(lambda number: ends.append(signal.Signals(number).name), parent)
    signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) == signal.SIG_DFL
    qtbot.waitUntil(lambda: ends == ["SIGINT"])


@pytest.mark.usefixtures("handled")
def test_who_wants_no_interrupts_gets_none() -> None:
    """What was started with SIGINT ignored, as by nohup, ignores it further."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Interrupts(lambda _number: None, QObject())
    assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
