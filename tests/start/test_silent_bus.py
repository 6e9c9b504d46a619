"""A session bus that says nothing is left out; all others are left as they are."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sidecar_viz.start.silent_bus import NO_BUS, leave_a_silent_bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="sockets of Linux")
VARIABLE = "DBUS_SESSION_BUS_ADDRESS"


@contextmanager
def bus(place: str, answer: bytes | None) -> Iterator[None]:
    """Listen at *place*; give everybody this *answer*, or none."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(place)
        door.listen()

        def work() -> None:
            guest, _ = door.accept()
            with guest:
                guest.recv(100)
                guest.sendall(answer or b"")

        thread = threading.Thread(target=work)
        if answer is not None:
            thread.start()
        yield
        if answer is not None:
            thread.join()


@pytest.mark.storm
@pytest.mark.parametrize("form", ["unix:path={},guid=1", "unix:abstract={}"])
def test_a_bus_that_never_answers_is_left_out(tmp_path: Path, form: str) -> None:
    """It accepts, as a daemon that was stopped does; nobody waits for it again."""
    place = str(tmp_path / "bus")
    environ = {VARIABLE: form.format(place)}
    with bus(place if "path" in form else f"\0{place}", None):
        assert leave_a_silent_bus(environ)
    assert environ == {VARIABLE: NO_BUS}


@pytest.mark.storm
def test_the_usual_place_is_asked_where_none_is_named(tmp_path: Path) -> None:
    """That is where systemd puts it."""
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    with bus(str(tmp_path / "bus"), None):
        assert leave_a_silent_bus(environ)
    assert environ[VARIABLE] == NO_BUS


@pytest.mark.parametrize("form", ["unix:path={}", "unix:abstract={}"])
def test_a_bus_that_answers_is_used(tmp_path: Path, form: str) -> None:
    """Whatever it says: it is awake."""
    place = str(tmp_path / "bus")
    environ = {VARIABLE: form.format(place)}
    before = dict(environ)
    with bus(place if "path" in form else f"\0{place}", b"REJECTED EXTERNAL\r\n"):
        assert not leave_a_silent_bus(environ)
    assert environ == before


def test_what_is_no_bus_is_not_asked(tmp_path: Path) -> None:
    """A place without a socket, a file, an address of another kind, and none."""
    (tmp_path / "file").touch()
    for environ in (
        {VARIABLE: f"unix:path={tmp_path / 'none'}"},
        {VARIABLE: f"unix:path={tmp_path / 'file'}"},
        {VARIABLE: "unix:path=" + "a" * 500},
        {VARIABLE: "tcp:host=localhost,port=1"},
        {VARIABLE: "autolaunch:"},
        {VARIABLE: "odd"},
        {"XDG_RUNTIME_DIR": str(tmp_path)},
        {},
    ):
        before = dict(environ)
        assert not leave_a_silent_bus(environ)
        assert environ == before
