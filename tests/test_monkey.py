"""A short storm of keys and clicks; `python -m tests.monkey` is the long one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.storm

ROOT = Path(__file__).parents[1]


def test_five_hundred_keys_and_clicks() -> None:
    """No traceback, no warning of Qt, no dead key."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.monkey", "--events", "500", "--seed", "11"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert "0 mistakes, 0 dead keys" in done.stdout, done.stdout + done.stderr
