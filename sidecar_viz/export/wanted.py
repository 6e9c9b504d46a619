"""What an export is asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.sheets import Sheet

if TYPE_CHECKING:
    from sidecar_viz.export.pictures.extra import Extra

Option = Literal["--size", "--theme", "--notes"]
"""What an export takes or not, as the command line names it."""
Captions = Literal["burnt", "beside"]


class Wanted(NamedTuple):
    """What is to be exported, and how."""

    lesson: Lesson
    position: float | None  # in steps; 3.25 is on the way to step 4; None: the ending
    size: tuple[int, int]  # pixels
    theme: str
    what_if: WhatIf | None
    notes: bool  # with the teacher's notes and the answers
    fonts: Path  # the folder of the bundled fonts
    only: int | None = None  # the step that was asked for, where one was
    name: str = (
        "lesson"  # of the file, without its ending: what lies beside is named so
    )
    rate: int | None = None  # frames a second, where one was asked for
    captions: Captions = "burnt"  # into a film's frames, or in a file beside it
    sheet: Sheet = "handout"  # which paper a PDF is
    extra: Extra | None = None  # a picture that comes with the lesson


class Piece(NamedTuple):
    """A part of an export's bytes; many a piece has none and says how far it is."""

    data: bytes
    done: float = 1.0  # of the whole work, 0 to 1
    beside: str = ""  # a file's name, relative to the export's folder; "": the export


class Scope(Enum):
    """How much of a lesson an export shows."""

    STEP = "a step"
    LESSON = "the whole lesson"
    EITHER = "the whole lesson, or a step that is named"
    FROM = "the whole lesson, opened at a step that is named"


def what_films_have(wanted: Wanted) -> str:
    """Say that a rate or captions were asked for where there are none, or ""."""
    if wanted.rate is None and wanted.captions == "burnt":
        return ""
    return "--rate and --captions are of films; leave them away"


class Format(NamedTuple):
    """An ending, what it is, and how its file's content is made."""

    text: str
    scope: Scope
    make: Callable[[Wanted], Iterator[Piece]]
    missing: Callable[[], str] = str  # what it lacks on this computer and the way out
    size: tuple[int, int] = (1920, 1080)  # pixels, where none was asked for
    refuses: Callable[[Wanted], str] = (
        what_films_have  # why it is not made as it is wanted
    )
    takes: frozenset[Option] = frozenset()
    extra: bool = False  # whether a picture that comes with the lesson is shown in it


class Exported(NamedTuple):
    """What is made, piece by piece, and what there is to say about it, or ""."""

    pieces: Iterator[Piece]
    remark: str
