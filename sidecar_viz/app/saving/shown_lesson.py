"""The lesson that the window shows, as what can be saved for others."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.saving.asked import Shown
from sidecar_viz.app.saving.save_dialog import Subject
from sidecar_viz.app.saving.saving import MakeDialog
from sidecar_viz.app.saving.snapshots import Snapshots
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.step_words import step_words
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.making.lesson_text import lesson_text, written_out
from sidecar_viz.files.making.pod_words import free_id
from sidecar_viz.files.saved.whole import is_there


class ShownLesson:
    """What a MainWindow shows, whatever becomes of its file meanwhile."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._snapshots = Snapshots()
        self._written: tuple[Lesson, Path] | None = None

    def subject(self) -> Subject | None:
        """Return the step that is shown, in the run that is shown."""
        window = self._window
        try:
            snapshot = self._snapshot()
        except OSError as error:
            words = QCoreApplication.translate(
                "ShownLesson", "The lesson could not be written down: {why}."
            )
            said = words.format(why=error.strerror or str(error))
            self.say(said)
            window.views.work.caption.show_remark(said)
            return None
        timeline, step = window.player.timeline, window.player.target
        what_if = timeline.course.what_if
        ending = step > timeline.end
        shown = Shown(
            snapshot,
            None if ending else step,
            what_if.id if what_if else "",
            own=window.path,
        )
        stage = timeline.rest(timeline.final if ending else step)
        title = step_words(timeline.course, min(step, timeline.end)).title
        return Subject(shown, timeline, stage, title)

    def choice(self) -> SaveChoice:
        """Return what was chosen last."""
        return self._window.preferences.save_choice

    def keep(self, choice: SaveChoice) -> None:
        """Keep it among the preferences."""
        window = self._window
        window.take_preferences(window.preferences.but(save_choice=choice))

    def say(self, text: str) -> None:
        """Tell whoever listens."""
        self._window.voice.say(text)

    def show_dialog(self, name: str, make: MakeDialog) -> None:
        """Open it as all dialogs of the window."""
        self._window.dialogs.adopt(name, make)

    def _snapshot(self) -> Path:
        """Return a file with the lesson as it is shown; raises OSError.

        Its own file may be another one by now, or be one before the job's turn comes.
        """
        lesson = self._window.lesson
        if self._written and self._written[0] is lesson and is_there(self._written[1]):
            return self._written[1]
        named = lesson
        if self._window.path is None:  # a run of the lab is called as its pod
            named = replace(lesson, id=free_id(lesson.id, set()))
        path = self._snapshots.write(lesson_text(written_out(named)))
        self._written = lesson, path
        return path
