"""The system's wish for less motion."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.play.motion import Motion
from sidecar_viz.app.preferences.system_motion import (
    SystemMotion,
    asked_by_gtk,
    asked_by_qt,
    asked_by_windows,
)
from tests.app.conftest import MakeWindow

SERVICE = Path(__file__).with_name("portal.py")
needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[Settings]\ngtk-enable-animations=0\n", True),
        ("[Settings]\ngtk-enable-animations = false\n", True),
        ("[Settings]\ngtk-enable-animations=1\n", False),
        ("[Settings]\ngtk-theme-name=100%\n", False),
        ("[Settings]\ngtk-enable-animations=perhaps\n", False),
        ("gtk-enable-animations=0\n", False),
        ("", False),
    ],
)
def test_what_gtk_is_told(tmp_path: Path, text: str, wanted: bool) -> None:
    """Its newest settings count; what cannot be understood asks for nothing."""
    assert not asked_by_gtk(tmp_path)
    (tmp_path / "gtk-3.0").mkdir()
    (tmp_path / "gtk-3.0" / "settings.ini").write_text(text, "utf-8")

    assert asked_by_gtk(tmp_path) is wanted


@pytest.mark.skipif(os.name != "posix", reason="FIFOs and devices of POSIX")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A FIFO, a device without end and a folder ask for nothing; the next counts."""
    new, old = (tmp_path / name / "settings.ini" for name in ("gtk-4.0", "gtk-3.0"))
    for folder in (new.parent, old.parent):
        folder.mkdir()
    old.write_text("[Settings]\ngtk-enable-animations=0\n", "utf-8")
    new.symlink_to("/dev/zero")
    assert asked_by_gtk(tmp_path)
    new.unlink()
    os.mkfifo(new)
    assert asked_by_gtk(tmp_path)
    new.unlink()
    new.mkdir()
    assert asked_by_gtk(tmp_path)


@pytest.mark.usefixtures("qapp")
def test_a_system_that_says_nothing_asks_for_nothing() -> None:
    """Neither does Qt before 6.12, nor Windows where there is none."""
    assert not asked_by_qt()
    assert not asked_by_windows()


def test_the_window_follows_the_system(make_window: MakeWindow) -> None:
    """Where the user leaves it to the system; what was chosen stays."""
    window = make_window(motion="system")
    seen: list[Motion] = [window.player.motion]
    window.system.ask_less_motion(True)
    seen.append(window.player.motion)
    window.change(motion="gentle")
    seen.append(window.player.motion)
    window.change(motion="system")
    seen.append(window.player.motion)

    window.system.ask_less_motion(False)
    seen.append(window.player.motion)

    assert seen == ["full", "none", "gentle", "none", "full"]


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Run a bus with a desktop's portal on it, which asks for less motion."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        text=True,
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        try:
            yield address
        finally:
            daemon.terminate()


@needs_bus
@pytest.mark.skipif(sys.platform != "linux", reason="the portal is Linux's")
@pytest.mark.parametrize(
    ("answer", "wanted"),
    [("less", [True, False]), ("any", [False, True]), ("none", [])],
)
def test_the_desktops_portal_is_asked_and_asked_again(
    portal: str, answer: str, wanted: list[bool]
) -> None:
    """In a process of its own: libdbus asks for its address once.

    Who comes back from the settings finds what was chosen there.
    """
    done = subprocess.run(
        [sys.executable, str(SERVICE), portal, answer],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"DBUS_SESSION_BUS_ADDRESS": portal, "QT_QPA_PLATFORM": "offscreen"},
    )

    assert done.stdout == f"asked for less motion: {wanted}\n", done.stderr


def test_without_a_bus_nobody_waits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    """The answer is no, at once."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    motion = SystemMotion()
    with qtbot.waitSignal(motion.answered, timeout=0) as told:
        motion.ask()
    assert told.args == [False]


def test_who_comes_back_finds_what_was_chosen_meanwhile(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication
) -> None:
    """GTK's settings are read again when the program is worked in again."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = tmp_path / "gtk-4.0" / "settings.ini"
    settings.parent.mkdir()
    motion, told = SystemMotion(), list[bool]()
    motion.answered.connect(told.append)
    motion.follow(qapp)
    for shown in (0, 1):
        settings.write_text(f"[Settings]\ngtk-enable-animations={shown}\n", "utf-8")
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    assert told == [False, True, False]
