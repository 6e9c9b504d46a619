"""Keeping awake over a real session bus, and without one."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from weakref import ref

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from sidecar_viz.app.qt.session_bus import bus_answers
from sidecar_viz.app.screens.awake import NAME, Awake

SERVICE = Path(__file__).with_name("saver.py")
needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon"
)


@pytest.fixture(scope="module")
def own_bus() -> Iterator[str]:
    """Run a session bus: one for all, since libdbus asks for its address once."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with started(command) as lines:
        yield said(lines)


@pytest.fixture
def bus(own_bus: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the program find our own session bus."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", own_bus)
    return own_bus


@contextmanager
def started(command: list[str]) -> Iterator[IO[str]]:
    """Run a program and give what it prints; it is ended whatever happens."""
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        yield program.stdout
    finally:
        program.terminate()
        program.communicate()


def said(stream: IO[str]) -> str:
    """Give the next line."""
    return stream.readline().strip()


@needs_bus
def test_a_desktop_is_asked_and_let_go(bus: str, qtbot: QtBot) -> None:
    """Its screen saver hears who asks; the asking ends with the connection."""
    command = [sys.executable, str(SERVICE), bus]
    awake = Awake()
    with started(command) as lines:
        assert said(lines) == "ready"
        awake.keep_awake()
        qtbot.waitUntil(lambda: awake.kept_awake is True)
        assert said(lines) == "inhibited by sidecar-viz"

        awake.release()
    assert not QDBusConnection(NAME).isConnected()


@needs_bus
@pytest.mark.usefixtures("bus")
def test_a_desktop_without_such_a_service(qtbot: QtBot) -> None:
    """All that are known are asked, then it is said that none answers."""
    awake = Awake()
    awake.keep_awake()
    assert awake.kept_awake is None

    qtbot.waitUntil(lambda: awake.kept_awake is False)
    awake.release()


@needs_bus
@pytest.mark.usefixtures("bus", "qapp")
def test_nothing_but_its_user_keeps_it() -> None:
    """What it asks with does not own it, so it cannot be deleted in that one's end."""
    awake, answer = Awake(), QEventLoop()
    awake.changed.connect(answer.quit)
    awake.keep_awake()
    assert awake.kept_awake is None
    answer.exec()
    seen = ref(awake)
    awake.release()
    del awake

    left = seen()  # kept by this frame: were it wrong, no crash hid the message
    assert left is None


@needs_bus
@pytest.mark.usefixtures("bus")
def test_an_answer_after_letting_go_is_not_heard(qtbot: QtBot) -> None:
    """Who lets go while a desktop is asked hears only what was asked later."""
    awake = Awake()
    heard: list[object] = []
    awake.changed.connect(heard.append)
    awake.keep_awake()
    awake.release()
    awake.keep_awake()

    qtbot.waitUntil(lambda: awake.kept_awake is False)
    assert heard == [None, None, False]
    awake.release()


def test_without_a_bus_it_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for, and nothing is loaded."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    awake = Awake()
    awake.keep_awake()

    assert awake.kept_awake is False
    awake.release()


def test_a_bus_that_never_answers_holds_nobody_up(tmp_path: Path) -> None:
    """Somebody listens and says nothing: that is no bus."""
    place = str(tmp_path / "bus")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent:
        silent.bind(place)
        silent.listen()

        assert not bus_answers({"DBUS_SESSION_BUS_ADDRESS": f"unix:path={place}"})
    assert not bus_answers({})
