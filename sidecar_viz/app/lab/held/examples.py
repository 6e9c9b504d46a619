"""The sample pods that come with the program, each a story of its own."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from sidecar_viz.app.lab.held.opened import Opened, read_given
from sidecar_viz.files.library.places import data_folder
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.pods.given.lab_file import ENDING, read_lab

FIRST = f"stop-order{ENDING}"
FOLDER = Path("resources", "pods")


class Example(Struct, frozen=True):
    """A sample: what it is called and about, and its file."""

    name: str
    about: str
    path: Path


def examples() -> tuple[Example, ...]:
    """Return all samples, in the order of their names.

    Raises:
        LessonError: one of them cannot be read.
    """
    found = []
    for path in sorted((data_folder() / FOLDER).glob(f"*{ENDING}")):
        lab, _ = read_lab(read_bytes(path), path.name)
        found.append(Example(lab.name, lab.about, path))
    return tuple(sorted(found, key=lambda one: one.name))


def first_example() -> Opened:
    """Return the sample that a lab opens with when nothing is given.

    Raises:
        LessonError: it cannot be read.
    """
    path = data_folder() / FOLDER / FIRST
    return read_given(read_bytes(path), path.name)
