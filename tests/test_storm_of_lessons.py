"""A short storm of made-up lessons; `python -m tests.fuzz` is the long one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.lessons import made

pytestmark = pytest.mark.storm

ROOT = Path(__file__).parent.parent


def test_every_lesson_is_refused_or_played_and_painted() -> None:
    """In bounded time and memory; some of both are among them."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--examples", "120", "--jobs", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "parts with faults: 0" in done.stdout
    assert " 0 played" not in done.stdout
    assert " 0 refused" not in done.stdout


def test_a_number_makes_the_same_lesson() -> None:
    """So that a find can be looked at again."""
    assert made(7, 1) == made(7, 1)
    assert made(7, 1) != made(7, 2)
    assert made(7, 1) != made(8, 1)
