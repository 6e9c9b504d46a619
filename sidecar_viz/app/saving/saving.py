"""Saves what a window shows for others, and goes on while it is used."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.saving.asked import words_of
from sidecar_viz.app.saving.job import Job
from sidecar_viz.app.saving.leaving import LeavingDialog
from sidecar_viz.app.saving.queue import SaveQueue
from sidecar_viz.app.saving.save_dialog import SaveDialog, Subject

LEAST, MOST = 0.2, 20.0  # times the estimate that is believed


class MakeDialog(Protocol):
    """Makes a dialog in a look, over a window."""

    def __call__(self, look: Look, over: QWidget, /) -> QDialog:
        """Return the dialog, not shown yet."""


class Source(Protocol):
    """A window whose lesson, or run, can be saved for others."""

    def subject(self) -> Subject | None:
        """Return what is shown now; None if it cannot be saved, which is said."""

    def choice(self) -> SaveChoice:
        """Return what was chosen last."""

    def keep(self, choice: SaveChoice) -> None:
        """Keep what is chosen for the next time."""

    def say(self, text: str) -> None:
        """Say what has come of it."""

    def show_dialog(self, name: str, make: MakeDialog) -> None:
        """Open a dialog over the window, one of a name at a time."""


class Saving(QObject):
    """Opens the dialog, and keeps what is being saved until it is through.

    Attributes:
        queue: what is being saved.
    """

    def __init__(self, window: QWidget, source: Source) -> None:
        super().__init__(window)
        self._window, self._source = window, source
        self._pace: dict[str, float] = {}
        self._hoped: dict[Job, tuple[str, float]] = {}
        self.queue = SaveQueue(self)
        self.queue.ended.connect(self._tell)
        window.installEventFilter(self)

    def ask(self) -> None:
        """Ask as what to save what is shown."""
        subject = self._source.subject()
        if subject is None:
            return

        def dialog(look: Look, over: QWidget) -> SaveDialog:
            choice = self._source.choice()
            made = SaveDialog(subject, choice, self.queue, self.pace, look, over)
            made.wanted.connect(lambda chosen, file: self.save(subject, chosen, file))
            made.chosen.connect(self._source.keep)
            return made

        self._source.show_dialog("save_as", dialog)

    def pace(self, suffix: str) -> float:
        """Return how many times as long as estimated a kind of file took here."""
        return self._pace.get(suffix, 1.0)

    def save(self, subject: Subject, choice: SaveChoice, path: Path) -> Job:
        """Save to a file when those before it are through."""
        _, seconds = subject.cost(choice)
        job = Job(words_of(subject.shown, choice, path), path)
        self._hoped[job] = choice.suffix, seconds
        self.queue.add(job)
        return job

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask before the window closes while something is being saved."""
        closes = event.type() == QEvent.Type.Close and watched is self._window
        if closes and self.queue.busy:
            if self._window.isVisible():
                self._source.show_dialog("leaving", self._leaving)
                event.ignore()
                return True
            self.queue.stop_all()
        return super().eventFilter(watched, event)

    def _leaving(self, look: Look, over: QWidget) -> LeavingDialog:
        dialog = LeavingDialog(self.queue, look, over)
        dialog.leaving.connect(self._window.close)
        return dialog

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
        self._source.say(said)
