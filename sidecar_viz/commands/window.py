"""`sidecar-viz [LESSON]`: opens the window."""

from __future__ import annotations

import os
from pathlib import Path

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError
from sidecar_viz.commands.opening import (
    data_of_the_program,
    found_lesson,
    opened_lesson,
    step_in,
    what_if_of,
)
from sidecar_viz.commands.ready import ready_for_a_window, refuse_without_a_screen
from sidecar_viz.files.library.places import FIRST_LESSON
from sidecar_viz.files.saved.folders import move_old
from sidecar_viz.files.saved.whole import is_file
from sidecar_viz.start.ending import ending_at_once


def _found(arguments: Arguments) -> Path:
    """Find the file of the lesson; one that is to be edited may not exist yet."""
    try:
        return found_lesson(arguments.lesson)
    except UsageError as failure:
        if arguments.command != "edit":
            raise
        way = "make a new lesson with: sidecar-viz new NAME"
        raise UsageError(*failure.lines, way) from failure


@ending_at_once()
def run_window(arguments: Arguments) -> int:
    """Open the window, once it is certain that Qt can start and the lesson exists.

    The window shows the mistakes of a lesson, unless a step or a what-if of it was
    asked for. Without a lesson, a step or a what-if, it opens where it was left.
    """
    first = data_of_the_program() / FIRST_LESSON
    if not is_file(first):
        raise UsageError(f"the program's first lesson is missing: {first}")
    if arguments.selftest is None:
        move_old()
    path = None
    if arguments.lesson is not None:
        path = _found(arguments)
    if arguments.step is not None or arguments.what_if is not None:
        path = found_lesson(arguments.lesson)
        lesson = opened_lesson(arguments.lesson)
        step_in(lesson, arguments.step)
        what_if_of(lesson, arguments.what_if)
    ready_for_a_window(os.environ)
    from sidecar_viz.app.qt_application import make_application

    app = make_application()
    refuse_without_a_screen(app)
    from sidecar_viz.app.application import run

    return run(
        app,
        path,
        step=arguments.step,
        theme=arguments.theme,
        what_if=arguments.what_if,
        selftest=arguments.selftest,
        present=arguments.present,
        edit=arguments.command == "edit",
    )
