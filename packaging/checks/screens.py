"""Displays for the checks: a real X server and a Wayland compositor, on no screen."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from artefacts.common import need_tools

from checks.room import CheckError

T = TypeVar("T")
PATIENCE = 30.0
SCREEN = "1280x800x24"


def unused_display() -> str:
    """Name an X display at which no server of this machine answers."""
    sockets = Path("/proc/net/unix").read_text("ascii", "replace")
    return next(
        f":{number}"
        for number in range(99, 1000)
        if not re.search(rf"/\.X11-unix/X{number}$", sockets, re.MULTILINE)
    )


@contextmanager
def x_screen() -> Iterator[str]:
    """An X server; gives its name for DISPLAY.

    It does not start anew when its last client leaves: what asks for a window leaves
    again and again, and the program would be refused in between.
    """
    need_tools("Xvfb")
    reading, writing = os.pipe()
    words = ("Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN)
    server = subprocess.Popen(
        [*words, "-noreset", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise CheckError("no X server starts here")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=10)


@contextmanager
def wayland_screen(runtime: Path) -> Iterator[str]:
    """A Wayland compositor whose socket is in *runtime*; gives WAYLAND_DISPLAY."""
    runtime.mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    name = "check-0"
    server = subprocess.Popen(
        [
            "weston",
            "--backend=headless-backend.so",
            f"--socket={name}",
            "--idle-time=0",
        ],
        env={**os.environ, "XDG_RUNTIME_DIR": str(runtime)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for((runtime / name).exists, "weston does not start")
        yield name
    finally:
        server.terminate()
        server.wait(timeout=10)
        (runtime / name).unlink(missing_ok=True)
        (runtime / f"{name}.lock").unlink(missing_ok=True)


def has_wayland() -> bool:
    """Whether there is a compositor to try."""
    return shutil.which("weston") is not None


def wait_for(ask: Callable[[], T], words: str) -> T:
    """Ask again and again until there is an answer that counts."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.05)
    raise CheckError(words)
