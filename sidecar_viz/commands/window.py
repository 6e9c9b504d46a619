"""`sidecar-viz [LESSON]`: the window."""

from __future__ import annotations

import os

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError
from sidecar_viz.commands.opening import (
    found_lesson,
    opened_lesson,
    step_in,
    what_if_of,
)
from sidecar_viz.preflight import preflight


def run_window(arguments: Arguments) -> int:
    """Open the window, once it is sure that Qt can start and the lesson is there.

    A lesson with mistakes is for the window to show, unless a step or a what-if
    of it was asked for.
    """
    path = found_lesson(arguments.lesson) if arguments.lesson else None
    if arguments.step is not None or arguments.what_if is not None:
        lesson = opened_lesson(arguments.lesson)
        step_in(lesson, arguments.step)
        what_if_of(lesson, arguments.what_if)
    trouble = preflight(os.environ)
    if trouble:
        raise UsageError(trouble)
    from sidecar_viz.app.application import run

    return run(
        path,
        step=arguments.step,
        theme=arguments.theme,
        what_if=arguments.what_if,
        selftest=arguments.selftest,
    )
