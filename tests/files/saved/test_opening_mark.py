"""A lesson that ends the program while it is opened is known at the next start."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sidecar_viz.files.saved.opening_mark import OpeningMark

ROOT = Path(__file__).parents[3]
DYING = """
import os, signal, sys
from pathlib import Path
from sidecar_viz.files.saved.opening_mark import OpeningMark
OpeningMark(Path(sys.argv[1])).begin("/a.yaml")
os.kill(os.getpid(), int(sys.argv[2]))
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Let the tests' own handler of crashes be there afterwards."""
    there = faulthandler.is_enabled()
    yield
    if there and sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)


def test_what_came_to_its_end_left_nothing(tmp_path: Path) -> None:
    """Nor did a first start."""
    file = tmp_path / "deep" / "opening.txt"
    mark = OpeningMark(file)
    assert mark.left_by_a_death() == ""
    mark.begin("/a.yaml")
    mark.begin("/b.yaml")
    assert file.read_text("utf-8") == "/b.yaml\n"
    mark.end()
    mark.end()
    assert mark.left_by_a_death() == ""
    assert list(file.parent.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("name", "found"),
    [("SIGSEGV", "/a.yaml"), ("SIGABRT", "/a.yaml"), ("SIGKILL", ""), ("SIGTERM", "")],
)
def test_what_crashed_is_known_and_what_was_killed_is_not(
    tmp_path: Path, name: str, found: str
) -> None:
    """After a power cut, everything is to be as it was."""
    file = tmp_path / "opening.txt"
    number = signal.Signals[name]
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(file), str(int(number))],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == -number
    assert OpeningMark(file).left_by_a_death() == found


@pytest.mark.parametrize("text", ["", "\n", "x", "x\n", "x\n \n", "\udcff", "\n" * 9])
def test_an_odd_mark_names_no_lesson(tmp_path: Path, text: str) -> None:
    """And stops no start; nor does a place that cannot be written."""
    file = tmp_path / "opening.txt"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert OpeningMark(file).left_by_a_death() == ""
    OpeningMark(file / "inside").begin("/a.yaml")
    OpeningMark(file / "inside").end()


@pytest.mark.parametrize("option", ["-Xfaulthandler", "-B"])
def test_whoever_asked_to_see_crashes_sees_them_afterwards(
    tmp_path: Path, option: str
) -> None:
    """And whoever did not, does not."""
    code = (
        "import faulthandler, sys; from pathlib import Path;"
        " from sidecar_viz.files.saved.opening_mark import OpeningMark;"
        " mark = OpeningMark(Path(sys.argv[1])); before = faulthandler.is_enabled();"
        " mark.begin('/a'); mark.begin('/b'); inside = faulthandler.is_enabled();"
        " mark.end(); print(before, inside, faulthandler.is_enabled())"
    )
    done = subprocess.run(
        [sys.executable, option, "-c", code, str(tmp_path / "opening.txt")],
        cwd=ROOT,
        env={**os.environ, "PYTHONDEVMODE": "", "PYTHONFAULTHANDLER": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    asked = option == "-Xfaulthandler"
    assert done.stdout == f"{asked} True {asked}\n"
