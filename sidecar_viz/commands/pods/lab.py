"""`sidecar-viz lab [MANIFEST]`: opens the pod lab."""

from __future__ import annotations

import os
from pathlib import Path

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError
from sidecar_viz.commands.opening import data_of_the_program
from sidecar_viz.commands.ready import ready_for_a_window, refuse_without_a_screen
from sidecar_viz.commands.standard_input import CALLED, STDIN, standard_input
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.pods.checking.versions import NEWEST
from sidecar_viz.start.ending import ending_at_once


@ending_at_once()
def run_lab(arguments: Arguments) -> int:
    """Open the lab with a manifest, with one from standard input, or with an example.

    A file that cannot be read is told here; of a manifest that the API server would
    refuse the window says what is wrong, beside an example.
    """
    data_of_the_program()
    given = None
    if arguments.opened is not None:
        given = _given(arguments.opened)
    script = None
    if arguments.script is not None:
        script = _bytes(arguments.script), str(arguments.script)
    ready_for_a_window(os.environ)
    from sidecar_viz.app.qt_application import make_application

    app = make_application()
    refuse_without_a_screen(app)
    from sidecar_viz.app.lab_application import Asked, run_the_lab

    asked = Asked(
        given,
        script,
        wanted=arguments.pod,
        at=arguments.at,
        version=arguments.kubernetes or NEWEST,
        theme=arguments.theme,
    )
    try:
        return run_the_lab(app, asked)
    except ManifestError as error:
        raise UsageError(str(error)) from error
    except LessonError as error:
        raise UsageError(*(str(problem) for problem in error.problems)) from error


def _given(source: str) -> tuple[bytes, Path | None, str]:
    if source == STDIN:
        return standard_input("a manifest"), None, CALLED
    path = Path(source)
    return _bytes(path), path, path.name


def _bytes(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except LessonError as error:
        raise UsageError(*(str(problem) for problem in error.problems)) from error
