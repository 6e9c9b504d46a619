"""The pod lab in a window of its own, from the command line to its end."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible

from sidecar_viz.app.crash import catch_crashes
from sidecar_viz.app.help.window_icon import window_icon
from sidecar_viz.app.interrupts import Interrupts, exit_code
from sidecar_viz.app.lab.held.examples import first_example
from sidecar_viz.app.lab.held.keeping import last_lab
from sidecar_viz.app.lab.held.opened import Opened, read_given
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.lab_actions import opened_lab
from sidecar_viz.app.lab.lab_commands import LAB_COMMANDS
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.lab.open_labs import begin_keeping, restore_unsaved, stand_again
from sidecar_viz.app.preferences.preferences import (
    Preferences,
    load_preferences,
    preferences_file,
)
from sidecar_viz.app.qt_application import Application
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.places import data_folder
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.pods.checking.versions import NEWEST

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sidecar_viz.app.program.program import Program

SETTLED = 200  # milliseconds: the first frame is on the screen


class Asked(Struct, frozen=True):
    """What the command line asks for: a manifest, a script, a pod, a second."""

    given: tuple[bytes, Path | None, str] | None = None
    script: tuple[bytes, str] | None = None
    wanted: str | None = None
    at: float | None = None
    version: str = NEWEST
    theme: str | None = None


def run_the_lab(app: Application, asked: Asked) -> int:
    """Show the lab until it is closed; the program's exit code.

    Raises:
        LessonError: as `opened_first`.
        ManifestError: as `opened_first`.
    """
    data = data_folder()
    load_fonts(data / "resources" / "fonts")
    lab, preferences, refused = begun_lab(asked)
    window = lab.window
    catch_crashes(window)
    Interrupts(lambda number: app.exit(exit_code(number)), app)
    if asked.at is not None:
        lab.player.jump(asked.at)
    waited_for = QAccessible.isActive()
    if waited_for:
        let_in(window)  # or it would be told of a window without a name
    window.show()
    if refused and asked.given is not None:
        data_given, path, name = asked.given
        lab.files.take(data_given, name, path)  # says why, or asks which pod
    shows: list[Program] = []

    def present(lesson: Lesson) -> None:
        from sidecar_viz.app.wiring.wiring import (  # noqa: PLC0415 - only then
            connected_program,
        )

        program = connected_program(lesson, None, preferences)
        shows.append(program)
        program.window.show()
        program.window.commands["present"].trigger()

        def come_back(front: QWidget) -> None:
            """Bring the lab to the front again once the run was presented."""
            if front is program.window and window.isVisible():
                window.raise_()
                window.activateWindow()

        program.show.front_changed.connect(come_back)

    lab.files.lesson_shown.connect(present)

    def after_the_first_frame() -> None:
        gc.enable()
        app.setWindowIcon(window_icon(data / "resources" / "icons"))
        if not waited_for:
            let_in(window)
        hear_keys(app)

    QTimer.singleShot(SETTLED, after_the_first_frame)
    return app.exec()


def begun_lab(asked: Asked) -> tuple[Lab, Preferences, bool]:
    """Return a lab as it was left, or with what is asked for, and keep it from now on.

    With it the preferences, and whether an example stands for what is refused.

    Raises:
        LessonError: as `opened_first`.
        ManifestError: as `opened_first`.
    """
    aside: list[Path] = []
    kept = load_preferences(preferences_file(), aside)
    preferences = kept.with_value("theme", asked.theme) if asked.theme else kept
    last = last_lab() if asked.given is None else None
    opened, refused = (last[0], False) if last else opened_first(asked)
    lab = opened_lab(opened, preferences)
    if last:
        stand_again(lab, last[1])
    else:
        restore_unsaved(lab)
    begin_keeping(lab).disk.damaged.emit(aside)
    return lab, preferences, refused


def hear_keys(app: QObject) -> None:
    """Hear held keys once, and keys of other countries by their place."""
    from sidecar_viz.app.keys.by_place import ByPlace  # noqa: PLC0415 - not before
    from sidecar_viz.app.keys.focused_keys import FocusedKeys  # noqa: PLC0415
    from sidecar_viz.app.keys.held_keys import HeldKeys  # noqa: PLC0415

    FocusedKeys(app, HeldKeys(lambda: LAB_COMMANDS), ByPlace(lambda: ()))


def let_in(window: LabWindow) -> None:
    """Let screen readers in; this takes its time, so nobody else waits for it."""
    from sidecar_viz.app.lab.views.access import (  # noqa: PLC0415 - not before
        make_pictures_accessible,
    )
    from sidecar_viz.app.window.readers import (  # noqa: PLC0415 - not before
        let_readers_in,
        tell_where,
    )

    let_readers_in(window)
    make_pictures_accessible(window)
    tell_where(window)


def opened_first(asked: Asked) -> tuple[Opened, bool]:
    """Return what is seen first, and whether that stands for a file that is refused.

    Whoever opens a file by a double-click sees no terminal: an example is shown then,
    and the window says why. What comes with a script, or from a pipe, has a terminal.

    Raises:
        LessonError: manifest or script have problems.
        ManifestError: there is no pod in the manifest, or not that one.
    """
    try:
        return _opened(asked), False
    except (LessonError, ManifestError):
        from_a_file = asked.given is not None and asked.given[1] is not None
        if not from_a_file or asked.script is not None or asked.wanted is not None:
            raise
        return first_example(), True


def _opened(asked: Asked) -> Opened:
    if asked.given is None:
        return first_example()
    data, path, name = asked.given
    return read_given(
        data,
        name,
        path=path,
        script=asked.script,
        wanted=asked.wanted,
        version=asked.version,
    )
