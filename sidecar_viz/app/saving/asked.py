"""What is to be saved, as the words of the program's own command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.saving.kinds import BY_SUFFIX
from sidecar_viz.core.sheets import Sheet
from sidecar_viz.export.formats import FORMATS, format_of
from sidecar_viz.export.wanted import Scope

HD = 1920  # pixels across; wider films have half the frames
OF_THE_LESSON: frozenset[Sheet] = frozenset({"cards", "review", "manifest"})
"""The sheets that are the same in every run."""


class Shown(Struct, frozen=True):
    """What is shown while it is saved: a file with the lesson, a step, a what-if.

    *step* is None at the lesson's ending, *what_if* "" in its undisturbed run,
    *picture* the file of an SVG that comes with it, *own* the lesson's own file where
    *lesson* is a snapshot of it.
    """

    lesson: Path
    step: int | None
    what_if: str = ""
    picture: Path | None = None
    own: Path | None = None


def is_whole(shown: Shown, choice: SaveChoice) -> bool:
    """Return whether the file shows the whole lesson, and not a step of it alone.

    The ending is no step, so what moves shows all of the lesson there.
    """
    scope = format_of(choice.suffix, choice.sheet).scope
    if scope is Scope.EITHER:
        return choice.whole or shown.step is None
    return scope is not Scope.STEP


def takes_notes(choice: SaveChoice) -> bool:
    """Return whether the teacher's notes can be in the file."""
    sheet = BY_SUFFIX[choice.suffix].sheets and choice.sheet != "handout"
    return "--notes" in FORMATS[choice.suffix].takes and not sheet


def is_picture(choice: SaveChoice) -> bool:
    """Return whether the file holds the stage alone, on pages as large as it is."""
    return BY_SUFFIX[choice.suffix].sheets and choice.sheet == "pictures"


def is_themed(choice: SaveChoice) -> bool:
    """Return whether colours can be chosen: paper is light, pictures are as wanted."""
    return BY_SUFFIX[choice.suffix].themed or is_picture(choice)


def words_of(shown: Shown, choice: SaveChoice, out: Path) -> tuple[str, ...]:
    """Return the words after the program's name that save what is *shown*."""
    kind = BY_SUFFIX[choice.suffix]
    words = [
        "export",
        str(_source(shown, out)),
        str(out),
        "--progress",
        *_place(shown, choice),
    ]
    if shown.what_if and not (kind.sheets and choice.sheet in OF_THE_LESSON):
        words += ["--what-if", shown.what_if]
    if is_themed(choice):
        words += ["--theme", choice.theme]
    if kind.sizes:
        words += ["--size", f"{choice.width}x{choice.height}"]
    if kind.captions and choice.width > HD:
        words += ["--rate", "30"]  # twice as many would take as long as two films
    if kind.captions and not choice.captions:
        words += ["--captions", "beside"]
    return (*words, *_beside(shown, choice))


def _source(shown: Shown, out: Path) -> Path:
    """Return the file to read: a lesson's own where the command shall refuse it."""
    with suppress(OSError):  # one of them is not there
        if shown.own is not None and shown.own.samefile(out):
            return shown.own
    return shown.lesson


def _place(shown: Shown, choice: SaveChoice) -> tuple[str, ...]:
    """Return which step is meant, where one is."""
    scope = format_of(choice.suffix, choice.sheet).scope
    if is_whole(shown, choice) and scope is not Scope.FROM:
        return ()
    if shown.step is None:
        return ("--ending",) if scope is Scope.STEP else ()
    return ("--step", str(shown.step))


def _beside(shown: Shown, choice: SaveChoice) -> Iterator[str]:
    """Yield which sheet it is, and what else is put in."""
    kind = BY_SUFFIX[choice.suffix]
    sheet = kind.sheets and choice.sheet != "handout"
    if sheet:
        yield from ("--sheet", choice.sheet)
    elif takes_notes(choice) and choice.notes:
        yield "--notes"
    if shown.picture is not None and FORMATS[choice.suffix].extra and not sheet:
        yield from ("--picture", str(shown.picture))


def name_of(shown: Shown, lesson: str, choice: SaveChoice) -> str:
    """Return the name that the file gets at first, from the lesson's."""
    parts = [lesson]
    if shown.what_if:
        parts.append(shown.what_if)
    if not is_whole(shown, choice):
        parts.append("ending" if shown.step is None else f"step-{shown.step}")
    elif BY_SUFFIX[choice.suffix].sheets:
        parts.append(choice.sheet)
    return "-".join(parts) + choice.suffix
