"""The program in a window: from QApplication to the last thing that is kept."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.crash import catch_crashes
from sidecar_viz.app.interrupts import Interrupts, exit_code
from sidecar_viz.app.preferences.preferences import (
    Preferences,
    load_preferences,
    preferences_file,
)
from sidecar_viz.app.preferences.writer import PreferencesWriter
from sidecar_viz.app.program.program import Program
from sidecar_viz.app.qt.first_frame import FirstFrame
from sidecar_viz.app.qt_application import Application
from sidecar_viz.app.window.geometry import fills_the_screen
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.lesson_cache import load_cached
from sidecar_viz.files.library.places import data_folder
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.saved.folders import data_file, path_now, path_of
from sidecar_viz.files.saved.opening_mark import FILE as OPENING
from sidecar_viz.files.saved.opening_mark import OpeningMark
from sidecar_viz.paint.brush.fonts import load_fonts

SETTLED = 200  # milliseconds: the first frame is on the screen
NO_FRAME = 1000  # milliseconds without a frame: the window is minimized
BUNDLED = Path("lessons", "sidecar", "lesson.yaml")


def run(
    app: Application,
    lesson_path: Path | None,
    *,
    step: int | None,
    theme: str | None,
    what_if: str | None,
    selftest: Path | None,
    present: bool = False,
    edit: bool = False,
) -> int:
    """Show the window until it is closed; the program's exit code."""
    data = data_folder()
    fonts = load_fonts(data / "resources" / "fonts")
    aside: list[Path] = []
    kept = Preferences() if selftest else load_preferences(preferences_file(), aside)
    shown = kept.with_value("theme", theme) if theme else kept
    again = lesson_path is None and selftest is None
    mark = OpeningMark(data_file(OPENING))
    last, deadly = _last_time(kept, mark) if again else (None, None)
    path = last or lesson_path
    wanted = kept.last_step if last and step is None else step or 0
    program, refused = opened_program(path, data, shown, wanted)
    window = program.window
    if deadly:
        window.opener.mending = deadly
        window.views.problems.show_deadly(deadly.name)
    if refused and path is not None:
        window.opener.mending = path
        window.views.problems.show_problems(path.name, refused, at_start=True)
    if what_if:
        window.show_what_if(what_if)
    if selftest is not None:
        from sidecar_viz.app.selftest import run_selftest  # noqa: PLC0415 - only there

        return run_selftest(app, window, selftest, data, fonts)
    now = shown.theme if theme else None
    writer = PreferencesWriter(
        preferences_file(),
        kept,
        for_this_run=now,
        later=lambda file, make, written: program.session.keep(file, make, written),  # noqa: PLW0108 - made late
        damaged=lambda names: program.session.notices.tell_aside(names),  # noqa: PLW0108
    )
    window.preferences_changed.connect(lambda chosen, _changed: writer.write(chosen))
    catch_crashes(window)
    Interrupts(lambda number: _end(app, window, exit_code(number)), app)
    app.quitting.connect(lambda: _end_presenting(program))
    first = not kept.geometry
    frame = FirstFrame(window.views.work.stage, NO_FRAME)
    window.views.work.show_stage_first(frame)
    frame.seen.connect(lambda: _after_the_first_frame(app, window, data))
    small = fills_the_screen(window.screen().availableGeometry().size())
    (window.showMaximized if first and small else window.show)()
    if edit:
        window.commands["edit"].trigger()
    if present:
        QTimer.singleShot(0, window.commands["present"].trigger)
    restore = again and step is None and what_if is None and not refused and not deadly
    QTimer.singleShot(
        SETTLED,
        lambda: _keep_session(app, program, writer, mark, aside, restore=restore),
    )
    return app.exec()


def _last_time(kept: Preferences, mark: OpeningMark) -> tuple[Path | None, Path | None]:
    """Return the lesson of the last time, or the one that is not opened again."""
    if died := mark.left_by_a_death():
        return None, path_of(died)
    mark.begin(kept.last_lesson)
    return path_now(path_of(kept.last_lesson)) if kept.last_lesson else None, None


def opened_program(
    path: Path | None, data: Path, preferences: Preferences, step: int = 0
) -> tuple[Program, tuple[str, ...]]:
    """Return the program with the lesson, or the bundled one and why not the other."""
    refused: tuple[str, ...] = ()
    bundled = data / BUNDLED
    lesson: Lesson | None = None
    if path is not None:
        try:
            lesson = load_cached(path)
        except LessonError as error:
            refused = tuple(str(problem) for problem in error.problems)
            path = None
    if lesson is None:
        lesson, path = load_cached(bundled), bundled
    program = connected_program(lesson, path, preferences, 0 if refused else step)
    return program, refused


def _end_presenting(program: Program) -> None:
    """Let the window be what is closed: those that present only go back to it."""
    if program.window.presenting:
        program.show.end()


def _end(app: QApplication, window: MainWindow, code: int) -> None:
    """Close the window as Ctrl+Q does, also while it presents."""
    window.commands["quit"].trigger()
    app.exit(code)


def _keep_session(
    app: QApplication,
    program: Program,
    writer: PreferencesWriter,
    mark: OpeningMark,
    aside: list[Path],
    *,
    restore: bool,
) -> None:
    """Let a sudden end cost nothing; the first frame does not wait for it."""
    from sidecar_viz.app.preferences.system_motion import (  # noqa: PLC0415
        SystemMotion,
    )
    from sidecar_viz.app.session.other_windows import OtherWindows  # noqa: PLC0415

    gc.enable()
    motion = SystemMotion(program.window)
    motion.answered.connect(program.window.system.ask_less_motion)
    motion.follow(app)
    if restore:
        mark.begin(program.session.kept_lesson)
    program.begin_session(restore=restore)
    OtherWindows(program.window, program.session, writer)
    QTimer.singleShot(SETTLED, mark.end)
    program.session.notices.tell_aside(aside)


def _after_the_first_frame(app: QApplication, window: MainWindow, data: Path) -> None:
    """Make what nobody misses in the first frames, and what would slow them down."""
    from sidecar_viz.app.help.window_icon import window_icon  # noqa: PLC0415
    from sidecar_viz.app.keys.by_place import ByPlace  # noqa: PLC0415
    from sidecar_viz.app.keys.focused_keys import FocusedKeys  # noqa: PLC0415
    from sidecar_viz.app.keys.held_keys import HeldKeys  # noqa: PLC0415
    from sidecar_viz.app.window.readers import let_readers_in  # noqa: PLC0415

    app.setWindowIcon(window_icon(data / "resources" / "icons"))
    let_readers_in(window, window.views.work.stage)
    window.commands.fill_menus()
    window.views.work.stage.picture.get_ready()
    FocusedKeys(
        app,
        HeldKeys(lambda: window.commands.commands),
        ByPlace(lambda: window.chosen_keys),
    )
