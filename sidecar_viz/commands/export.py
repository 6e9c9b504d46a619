"""`sidecar-viz export`: one still of a lesson, no display needed."""

from __future__ import annotations

import os
from pathlib import Path

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError
from sidecar_viz.commands.opening import (
    data_of_the_program,
    opened_lesson,
    step_in,
    what_if_of,
)
from sidecar_viz.preflight import preflight


def run_export(arguments: Arguments) -> int:
    """Draw the still; every mistake in the arguments is named before Qt is loaded."""
    lesson = opened_lesson(arguments.lesson)
    what_if = what_if_of(lesson, arguments.what_if)
    asked = arguments.at if arguments.at is not None else arguments.step
    position = step_in(lesson, asked) or 0.0
    out = _png(arguments.out)
    fonts = data_of_the_program() / "resources" / "fonts"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    trouble = preflight(os.environ)
    if trouble:
        raise UsageError(trouble)
    from sidecar_viz.export.stills import ExportError, write_still

    try:
        write_still(
            lesson,
            out,
            position=float(position),
            size=arguments.size,
            theme=arguments.theme or "light",
            what_if=what_if,
            fonts=fonts,
        )
    except ExportError as error:
        raise UsageError(str(error)) from error
    return 0


def _png(out: Path) -> Path:
    if out.suffix.lower() != ".png":
        raise UsageError(f"{out} does not end in .png, the format that is written")
    if out.is_dir():
        raise UsageError(f"{out} is a folder")
    if not out.parent.is_dir():
        raise UsageError(f"there is no folder {out.parent} to write into")
    if not os.access(out if out.exists() else out.parent, os.W_OK):
        raise UsageError(f"{out} may not be written")
    return out
