"""Listing many lessons is quick from the second time on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
import sys
from sidecar_viz.cli import main
main(["lessons"])
print("yaml" in sys.modules)
"""


def listed(home: Path) -> list[str]:
    """List the lessons in a process of its own; the last line: was YAML read?"""
    places = {name: str(home) for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env={**os.environ, **places},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_lessons_that_were_read_once_are_listed_from_the_cache(tmp_path: Path) -> None:
    """With the same words."""
    first, second = listed(tmp_path), listed(tmp_path)
    assert first[:-1] == second[:-1]
    assert (first[-1], second[-1]) == ("True", "False")
