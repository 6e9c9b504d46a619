"""Whether a display is there, asked of real ones and of names nobody uses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sidecar_viz.start.display import display_answers, let_go
from tests.x_server import x_server

ROOT = Path(__file__).parents[2]

COMES_AND_GOES = """
from sidecar_viz.start.display import display_answers
import os
raise SystemExit(0 if display_answers("xcb", os.environ) else 1)
"""
MAKES_ITS_APPLICATION = """
from sidecar_viz.start.display import display_answers
import os
assert display_answers("xcb", os.environ)
from sidecar_viz.app.qt_application import make_application
app = make_application()
print("made", flush=True)
input()
"""

with_x = pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed")


@pytest.fixture(autouse=True)
def kept_no_longer() -> Iterator[None]:
    """Leave no connection to later tests."""
    yield
    let_go()


def started(code: str, display: str) -> subprocess.Popen[str]:
    """Run the code in a process whose Qt needs no display, but which is told of one."""
    environ = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": display}
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, **environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_display_that_does_not_exist_does_not_answer() -> None:
    """The real question, asked to numbers nobody uses, is answered with no."""
    assert not display_answers("xcb", {"DISPLAY": ":4711"})
    assert not display_answers("wayland", {"WAYLAND_DISPLAY": "/nowhere/wayland-4711"})


@with_x
def test_a_display_that_answered_stays_until_it_is_let_go() -> None:
    """A server that goes with its last client stays while it is kept, and no longer."""
    with x_server("-terminate") as (server, display):
        assert display_answers("xcb", {"DISPLAY": display})
        for _ in range(5):  # others that come and go
            with started(COMES_AND_GOES, display) as other:
                assert other.wait(timeout=30) == 0
        assert server.poll() is None

        let_go()

        assert server.wait(timeout=30) == 0


@with_x
def test_it_is_let_go_when_the_application_has_been_made() -> None:
    """Then Qt has its own; here it has none, so the server goes before the program."""
    with (
        x_server("-terminate") as (server, display),
        started(MAKES_ITS_APPLICATION, display) as program,
    ):
        assert program.stdout is not None
        assert program.stdout.readline() == "made\n"
        assert server.wait(timeout=30) == 0
        assert program.poll() is None
        program.communicate("\n", timeout=30)
        assert program.returncode == 0


def test_to_let_go_of_nothing_is_well() -> None:
    """The application is also made where no display was asked."""
    let_go()
    let_go()
