"""`sidecar-viz export`: writes a lesson, or a step of it, to a file; needs no display.

The ending of the file says as what: `export/formats.py` has a row for each.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError
from sidecar_viz.commands.interrupted import ending_between, input_ended
from sidecar_viz.commands.opening import (
    data_of_the_program,
    found_lesson,
    opened_lesson,
    step_in,
    what_if_of,
)
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.sheets import Sheet
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.saved.whole import is_file, is_folder, is_there, write_together
from sidecar_viz.start.ending import ending_at_once
from sidecar_viz.start.late_signatures import import_qt_quickly
from sidecar_viz.start.preflight import problem_with_libraries

SOON = 1.0  # seconds that nobody asks about

Part = tuple[bytes, float, str]
"""Bytes, how much of the work is done, and the file beside the export, or ""."""
Making = tuple[Iterator[Part], str]
"""The parts of an export, and what there is to say about it, or ""."""
Kept = Mapping[Path, str]
"""What the user gave, and what it is called."""


def run_export(arguments: Arguments) -> int:
    """Draw the file; name every mistake in the arguments before Qt is loaded."""
    from sidecar_viz.export.formats import FORMATS, exported_as, format_of
    from sidecar_viz.export.wanted import Scope, Wanted

    lesson = opened_lesson(arguments.lesson)
    what_if = what_if_of(lesson, arguments.what_if)
    step = arguments.at if arguments.at is not None else arguments.step
    position = step_in(lesson, step) or 0.0
    if arguments.ending:
        _refuse_without_ending(lesson, what_if)
    out = _writable(arguments.out, tuple(FORMATS))
    if arguments.window and out.suffix.lower() != ".png":
        raise UsageError("a window is one picture; end the file's name in .png")
    if is_there(out) and out.samefile(found_lesson(arguments.lesson)):
        raise UsageError(f"{out} is the lesson itself")
    alone = step is not None or arguments.ending
    sheet = _sheet_of(arguments, out, alone=alone)
    wanted = format_of(out.suffix.lower(), sheet)
    if wanted.scope is Scope.LESSON and alone:
        text = wanted.text if sheet == "handout" else f"a sheet for {sheet}"
        raise UsageError(f"all steps of the lesson are in {text}; leave the step away")
    _refuse_sheet(arguments, sheet, out, lesson)
    _refuse_options(arguments, wanted.text, wanted.takes)
    _refuse_picture(arguments, wanted.text, sheet, extra=wanted.extra)
    if wanted.scope is Scope.FROM and arguments.at is not None:
        raise UsageError(f"{wanted.text} begins at a step; use --step instead of --at")
    if missing := wanted.missing():
        raise UsageError(missing)
    place = None if arguments.ending else float(position)
    asked = Wanted(
        lesson,
        place,
        arguments.size or wanted.size,
        arguments.theme or "light",
        what_if,
        arguments.notes,
        data_of_the_program() / "resources" / "fonts",
        only=None if step is None else round(position),
        name=out.stem,
        rate=arguments.rate,
        captions=arguments.captions,
        sheet=sheet,
        extra=_extra(arguments.picture),
    )
    refused = wanted.refuses(asked)
    if refused:
        raise UsageError(refused)

    def exported() -> Making:
        if arguments.window:
            from sidecar_viz.app.window_picture import exported_window

            return exported_window(asked)
        return exported_as(wanted, asked)

    _export(out, exported, _given(arguments), in_lines=arguments.progress)
    return 0


def _refuse_options(arguments: Arguments, text: str, takes: Collection[str]) -> None:
    """Refuse what would change nothing.

    Raises:
        UsageError: it says which option is to be left away.
    """
    given = {
        "--size": arguments.size is not None and not arguments.window,
        "--theme": arguments.theme is not None,
        "--notes": arguments.notes,
    }
    for option, named in given.items():
        if named and option not in takes:
            raise UsageError(f"{option} changes nothing in {text}; leave it away")


def _refuse_picture(
    arguments: Arguments, text: str, sheet: Sheet, *, extra: bool
) -> None:
    """Refuse a picture that nobody would see.

    Raises:
        UsageError: it says in what.
    """
    if arguments.picture and not (extra and sheet == "handout"):
        what = f"a sheet for {sheet}" if extra else text
        raise UsageError(f"no picture is added to {what}; leave --picture away")


def _sheet_of(arguments: Arguments, out: Path, *, alone: bool) -> Sheet:
    """Return which paper is meant: of a picture *alone*, a page as large as it is."""
    usual: Sheet = "pictures" if alone and _is_paper(out) else "handout"
    return arguments.sheet or usual


def _is_paper(out: Path) -> bool:
    return out.suffix.lower() == ".pdf"


def _extra(path: Path | None) -> Any:
    """Read the picture that comes with the lesson."""
    from sidecar_viz.export.pictures.extra import extra_of

    if path is None:
        return None
    try:
        return extra_of(read_bytes(path))
    except LessonError as error:
        raise UsageError(str(error)) from error
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from error


def _refuse_without_ending(lesson: Lesson, what_if: WhatIf | None) -> None:
    if lesson.ending is None or what_if is not None:
        whose = "a what-if" if what_if is not None else "this lesson"
        raise UsageError(f"{whose} has no ending; leave --ending away")


def _refuse_sheet(
    arguments: Arguments, sheet: Sheet, out: Path, lesson: Lesson
) -> None:
    """Refuse a sheet that is no paper, that nothing is for, or that --notes is not for.

    Raises:
        UsageError: it says why, and what to do.
    """
    from sidecar_viz.export.possible import lacking

    if sheet == "handout":
        return
    if not _is_paper(out):
        raise UsageError("a sheet is paper; end the file's name in .pdf")
    if arguments.notes:
        raise UsageError("--notes is for a handout; try --sheet teacher")
    if arguments.what_if and sheet not in {"pupils", "teacher", "pictures"}:
        raise UsageError(f"--sheet {sheet} is of the lesson; leave --what-if away")
    if lacks := lacking(sheet, lesson):
        raise UsageError(lacks)


def _export(
    out: Path, exported: Callable[[], Making], kept: Kept, *, in_lines: bool
) -> None:
    """Draw and write the file; what is to be *kept* is not written over."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    trouble = problem_with_libraries(os.environ)
    if trouble:
        raise UsageError(trouble)
    with ending_at_once():
        import_qt_quickly()
        from sidecar_viz.export.pictures.stills import ExportError

    try:
        with ending_at_once():
            pieces, remark = exported()
        _write(out, _sparing(out, pieces, kept), in_lines=in_lines)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        where = error.filename or out  # it may be a file beside it
        raise UsageError(f"{where}: could not be written: {reason}") from error
    if remark:
        print(f"sidecar-viz: {remark}", file=sys.stderr)


def _writable(out: Path, endings: tuple[str, ...]) -> Path:
    if out.suffix.lower() not in endings:
        known = " or ".join(endings)
        raise UsageError(f"{out} does not end in {known}, the formats written")
    if is_folder(out):
        raise UsageError(f"{out} is a folder")
    if not is_folder(out.parent):
        raise UsageError(f"there is no folder {out.parent} to write into")
    if is_there(out) and not is_file(out):
        raise UsageError(f"{out} is not an ordinary file")
    if is_there(out) and not os.access(out, os.W_OK):
        raise UsageError(f"{out} may not be written")
    if not os.access(
        os.path.realpath(out.parent), os.W_OK
    ):  # it is made beside the old one
        raise UsageError(f"nothing may be written into the folder {out.parent}")
    return out


def _given(arguments: Arguments) -> Kept:
    given = {found_lesson(arguments.lesson): "the lesson itself"}
    if arguments.picture:
        given[arguments.picture] = "the picture that is to be added"
    return given


def _sparing(out: Path, pieces: Iterator[Part], kept: Kept) -> Iterator[Part]:
    """Pass the parts on, unless one beside the export is a file that is to be *kept*.

    Raises:
        UsageError: it names the file, and what to do.
    """
    for part in pieces:
        beside = out.parent / part[2] if part[2] else None
        if beside is not None and is_there(beside):
            for given, called in kept.items():
                if is_there(given) and beside.samefile(given):
                    said = f"{beside}, which is written beside {out}, is {called}"
                    raise UsageError(f"{said}; give {out.name} another name")
        yield part


def _write(out: Path, pieces: Iterator[Part], *, in_lines: bool) -> None:
    """Write the pieces; tell who waits how far it is."""
    begun = time.monotonic()
    told = ""
    left = input_ended() if in_lines else None
    done = 0.0

    def parts() -> Iterator[tuple[Path, bytes]]:
        nonlocal done
        for data, far, beside in pieces:
            if left is not None and left.is_set():
                raise KeyboardInterrupt
            done = far
            yield out.parent / beside if beside else out, data

    for _ in write_together(out, ending_between(parts())):
        words = _percent(done) if in_lines else _so_far(done, time.monotonic() - begun)
        if words == told:
            continue
        told = words
        if in_lines:
            print(words, flush=True)
        elif sys.stderr.isatty():
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
    if told and sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _percent(done: float) -> str:
    return f"{int(100 * done)} %"


def _so_far(done: float, seconds: float) -> str:
    """Say how much is done after *seconds*, and how long the rest will take."""
    if seconds < SOON or done <= 0:
        return ""
    left = seconds * (1 - done) / done
    return f"{done:.0%} done, about {left:.0f} s left" if done < 1 else ""
