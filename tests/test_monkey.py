"""A short storm of keys and clicks; `python -m tests.monkey` is the long one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.x_server import x_server

pytestmark = pytest.mark.storm

ROOT = Path(__file__).parents[1]


def test_five_hundred_keys_and_clicks() -> None:
    """No traceback, no warning of Qt, no dead key, no lost focus."""
    storm("500", {})


@pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xrandr")),
    reason="needs Xvfb and xrandr: apt-get install xvfb x11-xserver-utils",
)
def test_screens_that_come_and_go() -> None:
    """The same on two real screens, one of which is pulled out and plugged in."""
    with x_server("-noreset", "-screen", "0", "1600x600x24") as (_, display):
        told = storm("300", {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})

    assert "2 screens" in told


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
