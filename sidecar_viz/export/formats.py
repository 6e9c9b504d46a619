"""What a lesson can be exported as: a row for each ending. Loads Qt when it draws.

Here bytes are made; whoever asks for them writes them, whole or not at all.
"""

from __future__ import annotations

# Whoever only asks for the endings needs no Qt.
# ruff: noqa: PLC0415
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from sidecar_viz.core.lesson import Lesson, WhatIf


class Wanted(NamedTuple):
    """What is to be exported, and how."""

    lesson: Lesson
    position: float | None  # in steps; 3.25 is on the way to step 4; None: the ending
    size: tuple[int, int]  # pixels
    theme: str
    what_if: WhatIf | None
    notes: bool  # with the teacher's notes and the answers
    fonts: Path  # the folder of the bundled fonts


class Format(NamedTuple):
    """An ending, what it is, and how its file's content is made."""

    text: str
    whole: bool  # all steps of the lesson: it has no step and no what-if
    make: Callable[[Wanted], Iterator[bytes]]


class Exported(NamedTuple):
    """What is made, piece by piece, and what there is to say about it, or ""."""

    pieces: Iterator[bytes]
    remark: str


def exported_as(kind: Format, wanted: Wanted) -> Exported:
    """Make a file's content, as it is asked for; say which letters have no font."""
    from PySide6.QtGui import QGuiApplication

    from sidecar_viz.export.letters import letters_without_font, said_of
    from sidecar_viz.paint.brush.fonts import load_fonts

    application = QGuiApplication.instance() or QGuiApplication(["sidecar-viz"])
    load_fonts(wanted.fonts)
    missing = letters_without_font(wanted.lesson)
    pieces = _with(application, kind.make(wanted))
    return Exported(pieces, said_of(missing) if missing else "")


def _with(application: object, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Let Qt live until the last piece."""
    yield from pieces
    del application


def _still(wanted: Wanted) -> Iterator[bytes]:
    from sidecar_viz.export.stills import still_png

    yield still_png(
        wanted.lesson,
        position=wanted.position,
        size=wanted.size,
        theme=wanted.theme,
        what_if=wanted.what_if,
        fonts=wanted.fonts,
    )


def _vectors(wanted: Wanted) -> Iterator[bytes]:
    from sidecar_viz.export.vectors import still_svg

    yield still_svg(
        wanted.lesson,
        position=wanted.position,
        size=wanted.size,
        theme=wanted.theme,
        what_if=wanted.what_if,
        fonts=wanted.fonts,
    )


def _handout(wanted: Wanted) -> Iterator[bytes]:
    from sidecar_viz.export.handout import printed_handout

    return printed_handout(
        wanted.lesson,
        teacher=wanted.notes,
        fonts=wanted.fonts,
        what_if=wanted.what_if,
    )


FORMATS: dict[str, Format] = {
    ".png": Format("one step", whole=False, make=_still),
    ".svg": Format("one step as vectors", whole=False, make=_vectors),
    ".pdf": Format("a handout of all steps", whole=True, make=_handout),
}
