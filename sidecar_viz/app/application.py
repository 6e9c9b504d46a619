"""The program in a window: from QApplication to the last thing that is kept."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.crash import catch_crashes
from sidecar_viz.app.preferences.preferences import (
    Preferences,
    load_preferences,
    preferences_file,
    save_preferences,
)
from sidecar_viz.app.window.geometry import fills_the_screen
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.wiring.wiring import connected_window
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.lesson_cache import load_kept
from sidecar_viz.files.library.places import data_folder
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.paint.brush.fonts import load_fonts

SETTLED = 200  # milliseconds: the first frame is on the screen
BUNDLED = Path("lessons", "sidecar", "lesson.yaml")


def run(
    app: QApplication,
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
    kept = Preferences() if selftest else load_preferences(preferences_file())
    shown = kept.but(theme=theme) if theme else kept
    again = lesson_path is None and selftest is None
    path = Path(kept.last_lesson) if again and kept.last_lesson else lesson_path
    wanted = kept.last_step if again and step is None else step or 0
    window, refused = opened_window(path, data, shown, wanted)
    if refused and path is not None:
        window.desk.mending = path
        window.views.problems.show_problems(path.name, refused, at_start=True)
    if what_if:
        window.show_what_if(what_if)
    if selftest is not None:
        from sidecar_viz.app.selftest import run_selftest  # noqa: PLC0415 - only there

        return run_selftest(app, window, selftest, data, fonts)
    keeper = _Keeper(kept, chosen_theme=theme)
    window.preferences_changed.connect(keeper.keep)
    catch_crashes(window)
    first = not kept.geometry
    small = fills_the_screen(window.screen().availableGeometry().size())
    (window.showMaximized if first and small else window.show)()
    if edit:
        window.commands["edit"].setChecked(True)
    if present:
        QTimer.singleShot(0, window.commands["present"].trigger)
    QTimer.singleShot(0, lambda: _after_the_first_frame(app, window, data))
    restore = again and step is None and what_if is None and not refused
    QTimer.singleShot(SETTLED, lambda: _keep_session(window, restore=restore))
    return app.exec()


def opened_window(
    path: Path | None, data: Path, preferences: Preferences, step: int = 0
) -> tuple[MainWindow, tuple[str, ...]]:
    """A window with the lesson, or with the bundled one and what kept the other out."""
    refused: tuple[str, ...] = ()
    bundled = data / BUNDLED
    lesson: Lesson | None = None
    if path is not None:
        try:
            lesson = load_kept(path)
        except LessonError as error:
            refused = tuple(str(problem) for problem in error.problems)
            path = None
    if lesson is None:
        lesson, path = load_kept(bundled), bundled
    window = connected_window(lesson, path, preferences, 0 if refused else step)
    return window, refused


def _keep_session(window: MainWindow, *, restore: bool) -> None:
    """Let a sudden end cost nothing; loaded here, the first frame does not wait."""
    gc.enable()
    from sidecar_viz.app.session.saved_session import begin_session  # noqa: PLC0415

    begin_session(window, restore=restore)


def _after_the_first_frame(app: QApplication, window: MainWindow, data: Path) -> None:
    """What nobody misses in the first frame, and what would slow it down."""
    from sidecar_viz.app.help.window_icon import window_icon  # noqa: PLC0415
    from sidecar_viz.app.keys.held_keys import HeldKeys  # noqa: PLC0415
    from sidecar_viz.app.stage.access import make_stages_accessible  # noqa: PLC0415

    app.setWindowIcon(window_icon(data / "resources" / "icons"))
    make_stages_accessible(window.views.work.stage)
    HeldKeys(app)


class _Keeper:
    """Writes preferences down; a theme given for this run only is not kept."""

    def __init__(self, kept: Preferences, *, chosen_theme: str | None) -> None:
        self._kept = kept
        self._for_now = chosen_theme

    def keep(self, preferences: Preferences) -> None:
        """Write them, as the user chose them."""
        if self._for_now is not None and preferences.theme == self._for_now:
            preferences = preferences.but(theme=self._kept.theme)
        save_preferences(preferences, preferences_file())
