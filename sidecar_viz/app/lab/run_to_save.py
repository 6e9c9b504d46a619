"""The run of the lab as a lesson that can be saved for others."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from sidecar_viz.app.lab.asked.showing import show_over
from sidecar_viz.app.lab.held.lab_player import LabPlayer
from sidecar_viz.app.lab.lab_files import LabFiles
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.preferences.preferences import (
    Preferences,
    merged_preferences,
    peek_preferences,
    preferences_file,
)
from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.saving.asked import Shown
from sidecar_viz.app.saving.save_dialog import Subject
from sidecar_viz.app.saving.saving import MakeDialog
from sidecar_viz.app.saving.snapshots import Snapshots
from sidecar_viz.app.session.kept_notices import said_of_damaged
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.saved.whole import write_whole
from sidecar_viz.pods.lesson.lesson_file import text_of_lesson
from sidecar_viz.pods.lesson.telling import lesson_of
from sidecar_viz.pods.lesson.told import moments_to_tell


class RunToSave(QObject):
    """What the lab plays; its lesson stands in a file of its own while it is saved.

    Signals:
        remarked: what there is to say of it.
    """

    remarked: SignalOf[str] = signal(str)

    def __init__(self, files: LabFiles, player: LabPlayer, window: LabWindow) -> None:
        super().__init__(window)
        self._files, self._player, self._window = files, player, window
        self._snapshots = Snapshots()  # they go with the lab
        self._choice: SaveChoice | None = None
        self._open: dict[str, QDialog] = {}

    def subject(self) -> Subject | None:
        """Return the run as a lesson, at the second that is seen."""
        told = self._files.told()
        try:
            path = self._snapshots.write(text_of_lesson(told))
            line = path.with_suffix(".svg")
            self._files.write_time_line(line)
        except OSError as error:
            said = self.tr("The run could not be written down: {why}.")
            self.remarked.emit(said.format(why=error.strerror or str(error)))
            return None
        timeline = Timeline(lesson_of(told, told.pod.name))
        second = self._player.moment.t
        step = sum(moment.first <= second for moment in moments_to_tell(told))
        step = min(step, timeline.end)
        title = timeline.course.lesson.steps[step - 1].title if step else told.pod.name
        return Subject(
            Shown(path, step, picture=line), timeline, timeline.rest(step), title
        )

    def choice(self) -> SaveChoice:
        """Return what was chosen last, here or in another window."""
        if self._choice is None:
            self._choice = self._kept().save_choice
        return self._choice

    def keep(self, choice: SaveChoice) -> None:
        """Keep it among the preferences; where that fails, for this window."""
        if choice == self._choice:
            return
        self._choice = choice
        file = preferences_file()
        chosen = replace(self._kept(), save_choice=choice)
        aside: list[Path] = []
        try:
            made = merged_preferences(chosen, file, {"save_choice"}, aside)
            write_whole(file, made)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            said = self.tr("What was chosen is not kept: {why}.").format(why=why)
            self.remarked.emit(said)
        if aside:
            self.remarked.emit(said_of_damaged(aside))

    def _kept(self) -> Preferences:
        """Return what is chosen in the file; a damaged one stays where it is."""
        return peek_preferences(preferences_file()) or Preferences()

    def say(self, text: str) -> None:
        """Say it as all that happens here."""
        self.remarked.emit(text)

    def show_dialog(self, name: str, make: MakeDialog) -> None:
        """Open it over the lab, once."""
        if name in self._open:
            self._open[name].raise_()
            self._open[name].activateWindow()
            return
        dialog = make(self._window.looks.look, self._window)
        self._open[name] = dialog
        dialog.finished.connect(lambda: self._open.pop(name, None))
        show_over(dialog)
