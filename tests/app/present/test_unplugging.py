"""A second screen that comes and goes, on a real display server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.x_server import x_server

pytestmark = pytest.mark.storm

ROOT = Path(__file__).parents[3]
TIMES = 50
missing = [name for name in ("Xvfb", "xrandr") if shutil.which(name) is None]
needed = [*missing, *(["openbox"] if shutil.which("openbox") is None else [])]


@pytest.fixture
def display() -> Iterator[str]:
    """Run a display server of our own."""
    with x_server("-noreset", "-screen", "0", "1600x600x24") as (_, name):
        yield name


@pytest.mark.skipif(bool(missing), reason=f"not installed: {missing}")
def test_the_second_screen_comes_and_goes(display: str) -> None:
    """Fifty times: no crash, no lost step, nothing over the teacher's screen."""
    environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    words = ["-m", "tests.app.present.unplugging", str(TIMES)]

    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )

    assert (done.stdout, done.returncode) == ("", 0), done.stderr


@pytest.mark.skipif(bool(needed), reason=f"not installed: {needed}")
def test_letters_live_after_a_screen_was_pulled_out(display: str) -> None:
    """Whichever screen was chosen before, and however often they were swapped."""
    environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=environ, stderr=subprocess.DEVNULL)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.app.present.pulled_out"],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
    finally:
        manager.terminate()
        manager.wait()

    assert (done.stdout, done.returncode) == ("", 0), done.stderr
