"""Saves what the window shows for others, and goes on while it is used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.saving.asked import Shown, is_whole, words_of
from sidecar_viz.app.saving.job import Job
from sidecar_viz.app.saving.kinds import BY_SUFFIX
from sidecar_viz.app.saving.queue import SaveQueue
from sidecar_viz.app.saving.save_dialog import SaveDialog, Subject
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.step_words import step_words
from sidecar_viz.export.estimates import estimate

LEAST, MOST = 0.2, 20.0  # times the estimate that is believed


class Saving(QObject):
    """Opens the dialog, and keeps what is being saved until it is through.

    Attributes:
        queue: what is being saved.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pace: dict[str, float] = {}
        self._hoped: dict[Job, tuple[str, float]] = {}
        self.queue = SaveQueue(self)
        self.queue.ended.connect(self._tell)
        window.closing.connect(self.queue.stop_all)

    def ask(self) -> None:
        """Ask as what to save the lesson that is shown."""
        if self._window.path is None:
            self._window.dialogs.adopt("save_as", self._no_file)
        else:
            self._window.dialogs.adopt("save_as", self._dialog)

    def pace(self, suffix: str) -> float:
        """Return how many times as long as estimated a kind of file took here."""
        return self._pace.get(suffix, 1.0)

    def save(self, subject: Subject, choice: SaveChoice, path: Path) -> Job:
        """Save to a file when those before it are through."""
        kind, course = BY_SUFFIX[choice.suffix], subject.timeline.course
        size = (choice.width, choice.height) if kind.sizes else None
        _, seconds = estimate(
            *(choice.suffix, course.lesson, course.what_if, size),
            whole=is_whole(choice),
        )
        job = Job(words_of(subject.shown, choice, path), path)
        self._hoped[job] = choice.suffix, seconds
        self.queue.add(job)
        return job

    def _subject(self, path: Path) -> Subject:
        window = self._window
        timeline, step = window.player.timeline, window.player.target
        what_if = timeline.course.what_if
        ending = step > timeline.end
        shown = Shown(path, None if ending else step, what_if.id if what_if else "")
        stage = timeline.rest(timeline.final if ending else step)
        title = step_words(timeline.course, min(step, timeline.end)).title
        return Subject(shown, timeline, stage, title)

    def _dialog(self, look: Look, over: QWidget) -> SaveDialog:
        path = self._window.path
        if path is None:
            raise LookupError("nothing is open that could be saved")
        subject = self._subject(path)
        choice = self._window.preferences.save_choice
        dialog = SaveDialog(subject, choice, self.queue, self.pace, look, over)
        dialog.wanted.connect(lambda chosen, file: self.save(subject, chosen, file))
        dialog.chosen.connect(self._keep)
        return dialog

    def _no_file(self, _look: Look, over: QWidget) -> QMessageBox:
        said = self.tr("This run has no file. Save it as a lesson in the lab first.")
        box = QMessageBox(over)
        box.setWindowTitle(self.tr("Save as"))
        box.setText(said)
        return box

    def _keep(self, choice: SaveChoice) -> None:
        window = self._window
        window.take_preferences(window.preferences.but(save_choice=choice))

    def _tell(self, job: Job) -> None:
        """Say what has come of it, and learn how long such a file takes here."""
        suffix, hoped = self._hoped.pop(job, ("", 0.0))
        if job.stage == "saved":
            if hoped > 0:
                self._pace[suffix] = max(LEAST, min(MOST, job.seconds / hoped))
            said = self.tr("{name} is saved.").format(name=job.out.name)
        elif job.stage == "failed":
            said = self.tr("{name} could not be saved: {why}")
            said = said.format(name=job.out.name, why=job.reason)
        else:
            return
        self._window.voice.say(said)
