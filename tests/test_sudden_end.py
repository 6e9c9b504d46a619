"""Killed at any moment, the program comes back where it was."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.sudden_end.loop import Loop

pytestmark = pytest.mark.storm


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_ten_sudden_ends(tmp_path: Path) -> None:
    """Lesson, step, what-if, votes and theme are those that were written last.

    `python -m tests.sudden_end --kills 100` is the long version.
    """
    tally = Loop(tmp_path, 7).run(10)

    assert tally.compared >= 5
