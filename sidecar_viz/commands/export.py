"""`sidecar-viz export`: draws a step as PNG or a handout as PDF; needs no display."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError
from sidecar_viz.commands.interrupted import ending_at_once, ending_between
from sidecar_viz.commands.opening import (
    data_of_the_program,
    found_lesson,
    opened_lesson,
    step_in,
    what_if_of,
)
from sidecar_viz.files.saved.whole import is_file, is_folder, is_there, write_pieces
from sidecar_viz.start.late_signatures import import_qt_quickly
from sidecar_viz.start.preflight import problem_with_libraries

MANY = 100  # steps from which on it takes more than a blink


def run_export(arguments: Arguments) -> int:
    """Draw the file; name every mistake in the arguments before Qt is loaded."""
    from sidecar_viz.export.formats import FORMATS, Wanted, exported_as

    lesson = opened_lesson(arguments.lesson)
    what_if = what_if_of(lesson, arguments.what_if)
    step = arguments.at if arguments.at is not None else arguments.step
    position = step_in(lesson, step) or 0.0
    if arguments.ending and (lesson.ending is None or what_if is not None):
        whose = "a what-if" if what_if is not None else "this lesson"
        raise UsageError(f"{whose} has no ending; leave --ending away")
    out = _writable(arguments.out, tuple(FORMATS))
    if is_there(out) and out.samefile(found_lesson(arguments.lesson)):
        raise UsageError(f"{out} is the lesson itself")
    wanted = FORMATS[out.suffix.lower()]
    if wanted.whole and (step is not None or arguments.ending):
        raise UsageError("a handout has all steps of the lesson; leave the step away")
    if arguments.window and out.suffix.lower() != ".png":
        raise UsageError("a window is one picture; end the file's name in .png")
    fonts = data_of_the_program() / "resources" / "fonts"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    trouble = problem_with_libraries(os.environ)
    if trouble:
        raise UsageError(trouble)
    with ending_at_once():
        import_qt_quickly()
        from sidecar_viz.export.stills import ExportError

    theme = arguments.theme or "light"
    size, notes = arguments.size, arguments.notes
    place = None if arguments.ending else float(position)
    asked = Wanted(lesson, place, size, theme, what_if, notes, fonts)
    try:
        with ending_at_once():
            if arguments.window:
                from sidecar_viz.app.window_picture import exported_window

                exported = exported_window(asked)
            else:
                exported = exported_as(wanted, asked)
        _write(out, exported.pieces, len(lesson.steps) if wanted.whole else 0)
    except ExportError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{out}: could not be written: {reason}") from error
    if exported.remark:
        print(f"sidecar-viz: {exported.remark}", file=sys.stderr)
    return 0


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


def _write(out: Path, pieces: Iterator[bytes], end: int) -> None:
    """Write the pieces; tell who waits at a terminal which of MANY steps is drawn."""
    told = end > MANY and sys.stderr.isatty()
    for number in write_pieces(out, ending_between(pieces)):
        step = number - 2  # the first piece is the head, then comes step 0
        if told and 0 <= step <= end:
            words = f"step {step} of {end}" if step < end else ""
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
