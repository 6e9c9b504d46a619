"""What a lesson can be exported as: a row for each ending. Loads Qt when it writes."""

from __future__ import annotations

# Whoever only asks for the endings needs no Qt.
# ruff: noqa: PLC0415
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sidecar_viz.core.lesson import Lesson, WhatIf


class Wanted(NamedTuple):
    """What is to be exported, and how."""

    lesson: Lesson
    out: Path
    position: float  # in steps; 3.25 is a quarter of the way to step 4
    size: tuple[int, int]  # pixels
    theme: str
    what_if: WhatIf | None
    notes: bool  # with the teacher's notes and the answers
    fonts: Path  # the folder of the bundled fonts


class Format(NamedTuple):
    """An ending, what it is, and how it is written."""

    text: str
    whole: bool  # all steps of the lesson: it has no step and no what-if
    write: Callable[[Wanted], None]


def _write_still(wanted: Wanted) -> None:
    from sidecar_viz.export.stills import write_still

    write_still(
        wanted.lesson,
        wanted.out,
        position=wanted.position,
        size=wanted.size,
        theme=wanted.theme,
        what_if=wanted.what_if,
        fonts=wanted.fonts,
    )


def _write_handout(wanted: Wanted) -> None:
    from sidecar_viz.export.handout import write_handout

    out, fonts = wanted.out, wanted.fonts
    write_handout(wanted.lesson, out, teacher=wanted.notes, fonts=fonts)


FORMATS: dict[str, Format] = {
    ".png": Format("one step", whole=False, write=_write_still),
    ".pdf": Format("a handout of all steps", whole=True, write=_write_handout),
}
