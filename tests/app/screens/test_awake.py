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

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from sidecar_viz.app.screens.awake import NAME, Awake, bus_answers

SERVICE = Path(__file__).with_name("saver.py")
needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon"
)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Run a session bus of our own."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with started(command) as lines:
        address = said(lines)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


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
        awake.hold()
        qtbot.waitUntil(lambda: awake.held is True)
        assert said(lines) == "inhibited by sidecar-viz"

        awake.release()
    assert not QDBusConnection(NAME).isConnected()


@needs_bus
@pytest.mark.usefixtures("bus")
def test_a_desktop_without_such_a_service(qtbot: QtBot) -> None:
    """All that are known are asked, then it is said that none answers."""
    awake = Awake()
    awake.hold()

    qtbot.waitUntil(lambda: awake.held is False)
    awake.release()


def test_without_a_bus_it_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for, and nothing is loaded."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    awake = Awake()
    awake.hold()

    assert awake.held is False
    awake.release()


def test_a_bus_that_never_answers_holds_nobody_up(tmp_path: Path) -> None:
    """Somebody listens and says nothing: that is no bus."""
    place = str(tmp_path / "bus")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent:
        silent.bind(place)
        silent.listen()

        assert not bus_answers({"DBUS_SESSION_BUS_ADDRESS": f"unix:path={place}"})
    assert not bus_answers({})
