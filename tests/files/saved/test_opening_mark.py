"""A lesson that ends the program while it is opened is known at the next start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sidecar_viz.files.saved.opening_mark import OpeningMark


def dead() -> int:
    """Return the number of a program that has ended."""
    done = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        capture_output=True,
        check=True,
    )
    return int(done.stdout)


def test_what_came_to_its_end_left_nothing(tmp_path: Path) -> None:
    """Nor did a first start."""
    file = tmp_path / "deep" / "opening.txt"
    mark = OpeningMark(file)
    assert mark.left_by_a_death() == ""
    mark.begin("/a.yaml")
    mark.end()
    mark.end()
    assert mark.left_by_a_death() == ""
    assert list(file.parent.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="who runs can be asked there")
def test_what_died_is_known_and_what_runs_is_not_dead(tmp_path: Path) -> None:
    """Another window may be opening its lesson at this moment."""
    file = tmp_path / "opening.txt"
    mark = OpeningMark(file)
    mark.begin("/a.yaml")
    assert mark.left_by_a_death() == ""

    file.write_text(f"{dead()}\n/a.yaml")
    assert mark.left_by_a_death() == "/a.yaml"


@pytest.mark.parametrize(
    "text", ["", "\n", "x", "9" * 50 + "\n", "\udcff", "1\n" * 9999]
)
def test_an_odd_mark_names_no_lesson(tmp_path: Path, text: str) -> None:
    """And stops no start; nor does a place that cannot be written."""
    file = tmp_path / "opening.txt"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert OpeningMark(file).left_by_a_death() == ""
    OpeningMark(file / "inside").begin("/a.yaml")
    OpeningMark(file / "inside").end()
