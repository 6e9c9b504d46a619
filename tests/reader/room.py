"""A room for a screen reader: an X server, a bus, the program, and who listens."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from sidecar_viz.app.interrupts import exit_code
from tests.keyboards.fingers import NAMED, Fingers, Stroke
from tests.reader.keyboard import give_to_newest_window
from tests.x_server import x_server

ROOT = Path(__file__).parents[2]
CLIENT = Path(__file__).parent / "client.py"
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 30.0  # seconds that a slow machine may need for an answer
NEEDED = "apt: at-spi2-core dbus gir1.2-atspi-2.0 python3-gi x11-xserver-utils xvfb"


class Node(Struct):
    """A node of the tree as a reader finds it.

    It has actions and relations if it is shown, and states if what it is in is shown.
    """

    depth: int
    role: str
    name: str
    description: str
    states: list[str]
    actions: list[str]
    relations: list[str]

    @property
    def shown(self) -> bool:
        """Whether it can be seen."""
        return "showing" in self.states


def missing() -> str:
    """What a reader needs and this machine has not, or ""."""
    binding = "import gi; gi.require_version('Atspi', '2.0')"
    tools = all(map(shutil.which, ("Xvfb", "xrandr", "dbus-daemon", SYSTEM_PYTHON)))
    bus = Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists()
    if tools and bus:
        asked = subprocess.run(
            [SYSTEM_PYTHON, "-c", binding], check=False, capture_output=True
        )
        if not asked.returncode:
            return ""
    return f"a screen reader's bus is missing ({NEEDED})"


class Reader:
    """Asks the client."""

    def __init__(self, client: subprocess.Popen[str], display: str) -> None:
        self._client, self._display = client, display
        self.heard: list[list[str]] = []  # kind, role, name and words
        self._differing: list[list[str]] | None = None  # None: not as it is now

    def ask(self, *words: str) -> Any:
        """Return the client's answer."""
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps(words) + "\n")
        self._client.stdin.flush()
        ready, _, _ = select.select([self._client.stdout], [], [], PATIENCE)
        line = self._client.stdout.readline() if ready else ""
        assert line, f"no answer to {words}"
        return json.loads(line)

    def give_keyboard(self) -> None:
        """Give the keyboard to the window in front, as a desktop does."""
        give_to_newest_window(self._display)

    def press(self, key: str) -> None:
        """Press a key, and let it go."""
        self._differing = None
        self._fingers.press(Stroke((), NAMED[key]))

    @cached_property
    def _fingers(self) -> Fingers:
        return Fingers(self._display)

    def nodes(self) -> list[Node]:
        """Read the whole tree."""
        nodes, self._differing = self.ask("read")
        return [Node(**node) for node in nodes]

    def news(self) -> list[list[str]]:
        """Wait a moment, then return what was heard."""
        heard: list[list[str]] = self.ask("news")
        self.heard += heard
        return heard

    def do(self, role: str, name: str, action: str = "Press") -> None:
        """Do an action of a node, as a switch does."""
        self._differing = None
        assert self.ask("do", role, name, action), f"no {action} of {role} {name}"

    def write(self, text: str) -> None:
        """Write a text into the field that can be seen."""
        self._differing = None
        assert self.ask("write", "text", text), "no field"

    def until(self, holds: Callable[[list[Node]], bool], wanted: str) -> list[Node]:
        """Wait until something holds in the tree; return the tree then.

        News comes first: what is read after it is what was told, and that needs no
        reading of its own.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.news()
            nodes = self.nodes()
            if holds(nodes):
                return nodes
        raise AssertionError(f"never: {wanted}")

    def differing(self) -> list[list[str]]:
        """Return what is never told, once there is no more news.

        The tree that was read last counts if nothing has been done since.
        """
        self.news()
        found: list[list[str]] | None = self._differing
        while found is None or found:
            found = self.ask("differing")
            if found and not self.news():
                break  # also what a clock told while the tree was read
        self._differing = None
        return found or []

    def differing_in_the_end(self) -> list[list[str]]:
        """Return what is never told, with the whole tree read anew."""
        self._differing = None
        return self.differing()


@contextmanager
def bus(environ: dict[str, str]) -> Iterator[dict[str, str]]:
    """Run a session's bus of our own; give the environment that leads to it."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        address = daemon.stdout.readline().strip()
        yield {**environ, "DBUS_SESSION_BUS_ADDRESS": address}
    finally:
        daemon.terminate()
        daemon.communicate()


@contextmanager
def read_by_reader(
    home: Path,
    *words: str,
    preferences: dict[str, Any],
    screens: int = 1,
    client: tuple[str, ...] = (),
) -> Iterator[Reader]:
    """Run the program, with a client that reads it.

    Args:
        home: an empty folder for all that it writes down.
        words: what its command line says.
        preferences: what its user chose.
        screens: into how many screens, side by side, the display is cut.
        client: the client's options: an ``--older`` one knows no announcements.
    """
    folder = home / "config" / "sidecar-viz"
    folder.mkdir(parents=True)
    (folder / "preferences.json").write_text(json.dumps(preferences), "utf-8")
    (home / "run").mkdir(mode=0o700)
    with x_server("-screen", "0", "1920x1080x24", "-noreset") as (_, display):
        environ = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        if screens > 1:
            cut(display, screens)
        with bus(environ) as here, _running(here, words, client) as reader:
            yield reader


def cut(display: str, screens: int) -> None:
    """Make several screens, side by side, of the display's one."""
    for place in range(screens):
        size, left = f"{1920 // screens}/500x1080/280", 1920 // screens * place
        output = "none" if place else "screen"
        monitor = ("--setmonitor", f"Screen-{place}", f"{size}+{left}+0", output)
        subprocess.run(["xrandr", "-display", display, *monitor], check=True)


@contextmanager
def _running(
    environ: dict[str, str], words: tuple[str, ...], options: tuple[str, ...]
) -> Iterator[Reader]:
    """Run program and client, and end them; the program ends as it is asked to."""
    program = subprocess.Popen(
        [sys.executable, "-m", "sidecar_viz", *words], env=environ
    )
    client = subprocess.Popen(
        [SYSTEM_PYTHON, str(CLIENT), *options],
        env={key: value for key, value in environ.items() if key != "PYTHONPATH"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield Reader(client, environ["DISPLAY"])
    finally:
        for process in (client, program):
            process.terminate()
            process.communicate()
    assert program.returncode == exit_code(signal.SIGTERM), "it died as it ended"
