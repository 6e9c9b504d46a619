"""Opens and saves for the lab: manifests, runs, pictures, lessons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from sidecar_viz.app.lab.asked.lab_dialogs import (
    ask_overwrite,
    choose_example,
    choose_pod,
    show_text,
)
from sidecar_viz.app.lab.held.examples import examples
from sidecar_viz.app.lab.held.lab_model import LabModel
from sidecar_viz.app.lab.held.lab_player import LabPlayer
from sidecar_viz.app.lab.held.opened import (
    pods_of,
    read_given,
    saved_form,
    saved_name,
)
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.saved.whole import write_whole
from sidecar_viz.pods.given.lab_file import is_lab
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.showing.run import Run

if TYPE_CHECKING:
    from sidecar_viz.pods.lesson.told import Told

PASTED = "pasted.yaml"


class LabFiles(QObject):
    """What goes into the lab and out of it.

    Signals:
        lesson_shown: the Lesson of the run, to be presented.
        saved: what was saved, in words.
        begun: something else was opened.
    """

    lesson_shown: SignalOf[Lesson] = signal(object)
    saved: SignalOf[str] = signal(str)
    begun = Signal()

    def __init__(self, model: LabModel, player: LabPlayer, window: LabWindow) -> None:
        super().__init__(window)
        self._model, self._player, self._window = model, player, window

    def choose(self) -> None:
        """Let users choose a file."""
        kinds = self.tr("Manifests and runs (*.yaml *.yml *.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a manifest"), self._beside(""), kinds
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Open a file; one that is refused says why, and nothing is lost."""
        try:
            data = read_bytes(path)
        except LessonError as error:
            self._refuse(path.name, error)
            return
        self.take(data, path.name, path)

    def paste(self) -> None:
        """Open what was copied."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.take(text.encode("utf-8"), PASTED, None)
        else:
            self._tell(
                self.tr("Paste"), self.tr("Nothing was copied. Copy a manifest first.")
            )

    def take(self, data: bytes, name: str, path: Path | None) -> None:
        """Open a manifest or a run; of several pods let users choose one."""
        if is_lab(data):
            self._open_one(data, name, path, None)
            return
        try:
            pods = pods_of(data, name)
        except (LessonError, ManifestError) as error:
            self._refuse(name, error)
            return
        if len(pods) == 1:
            self._open_one(data, name, path, None)
            return

        def one(wanted: str) -> None:
            self._open_one(data, name, path, wanted)

        choose_pod(pods, one, self._window.looks.look, self._window)

    def _open_one(
        self, data: bytes, name: str, path: Path | None, wanted: str | None
    ) -> None:
        version = self._model.opened.version
        try:
            opened = read_given(data, name, path=path, wanted=wanted, version=version)
        except (LessonError, ManifestError) as error:
            self._refuse(name, error)
            return
        self._window.flush()
        left = self._model.opened.name if self._model.changed else ""
        self._model.begin(opened)
        self._player.jump(0)
        if left:
            said = self.tr("What was not saved of {name} is kept. Undo brings it back.")
            self.saved.emit(said.format(name=left))
        elif opened.about:
            self.saved.emit(opened.about)
        self.begun.emit()

    def examples(self) -> None:
        """Let users choose an example."""
        found = examples()
        by_path = {str(one.path): one.path for one in found}

        def chosen(path: str) -> None:
            self.open_example(by_path[path])

        listed = [(f"{one.name}\n{one.about}", str(one.path)) for one in found]
        choose_example(listed, chosen, self._window.looks.look, self._window)

    def open_example(self, path: Path) -> None:
        """Open a sample that comes with the program; it is not saved over."""
        try:
            data = read_bytes(path)
        except LessonError as error:
            self._refuse(path.name, error)
            return
        self.take(data, path.name, None)

    def save(self) -> None:
        """Save the manifest, or the run with its script, where it came from.

        A manifest that has got a script is saved as a run, in a file of its own.
        """
        self._window.flush()
        opened = self._model.opened
        path = opened.path
        if path is None or saved_name(opened) != path.name:
            path = self._asked(self.tr("Save the run"), saved_name(opened))
            self._save_at(path)
        elif self._changed_elsewhere(path):
            words = self.tr("{name} was saved elsewhere since it was opened here.")
            said = words.format(name=path.name)
            look, window = self._window.looks.look, self._window
            ask_overwrite(said, lambda: self._save_at(path), look, window)
        else:
            self._save_at(path)

    def _save_at(self, path: Path | None) -> None:
        data = saved_form(self._model.opened)
        if path is not None and self._write(path, lambda at: write_whole(at, data)):
            self._model.saved_as(path, data)
            if self._model.changed:
                said = self.tr("{name} is saved as it was before the mistakes.")
                self.saved.emit(said.format(name=path.name))

    def _changed_elsewhere(self, path: Path) -> bool:
        """Tell whether the file holds something that would be lost."""
        try:
            data = read_bytes(path)
        except LessonError:
            return False  # it is gone, or saving will tell what is wrong with it
        return data != self._model.saved.data

    def save_lesson(self) -> None:
        """Save the run as a lesson."""
        from sidecar_viz.pods.lesson.lesson_file import (  # noqa: PLC0415 - only there
            text_of_lesson,
        )

        text = text_of_lesson(self.told()).encode("utf-8")
        name = f"{self._model.opened.pod.name}-lesson.yaml"
        path = self._asked(self.tr("Save the run as a lesson"), name)
        if path is not None:
            self._write(path, lambda at: write_whole(at, text))

    def save_picture(self) -> None:
        """Save the time line as SVG or PNG."""
        name = f"{self._model.opened.pod.name}-time-line.svg"
        path = self._asked(self.tr("Save the time line"), name)
        if path is not None:
            self._write(path, self.write_time_line)

    def write_time_line(self, path: Path) -> None:
        """Write the time line as it is seen; raises OSError."""
        from sidecar_viz.app.lab.pictures import (  # noqa: PLC0415 - only there
            write_picture,
        )

        run, theme = self._model.run, self._window.looks.look.theme
        write_picture(path, run, theme, self._player.moment.t)

    def present(self) -> None:
        """Present the run as a lesson, with the pen and all else that lessons have."""
        from sidecar_viz.pods.lesson.telling import (  # noqa: PLC0415 - only there
            lesson_of,
        )

        self.lesson_shown.emit(lesson_of(self.told(), self._model.opened.pod.name))

    def told(self) -> Told:
        """Return the run as it is told, as long as anything happens in it."""
        from sidecar_viz.pods.lesson.told import Told  # noqa: PLC0415 - only there
        from sidecar_viz.pods.story.listing import (  # noqa: PLC0415 - only there
            read_listing,
        )

        opened, run = self._model.opened, self._model.run
        listing = read_listing(opened.data, opened.name, opened.wanted)
        return Told(run.pod, run.script, _whole(run), listing, opened.version)

    def _asked(self, heading: str, name: str) -> Path | None:
        place = self._beside(name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, heading, place)
        return Path(chosen) if chosen else None

    def _beside(self, name: str) -> str:
        """Return where a dialog begins: in the folder of the file that is open."""
        path = self._model.opened.path
        return name if path is None else str(path.absolute().parent / name)

    def _write(self, path: Path, write: Callable[[Path], object]) -> bool:
        try:
            write(path)
        except OSError as error:
            said = self.tr("{name} could not be written: {why}. Save it elsewhere.")
            why = (error.strerror or str(error)).lower()
            self._tell(self.tr("Not saved"), said.format(name=path, why=why))
            return False
        self.saved.emit(self.tr("{name} is saved.").format(name=path.name))
        return True

    def _tell(self, heading: str, said: str) -> None:
        show_text(heading, said, self._window.looks.look, self._window)

    def _refuse(self, name: str, error: LessonError | ManifestError) -> None:
        lines = [str(error)]
        if isinstance(error, LessonError):
            lines = [str(problem) for problem in error.problems]
        heading = self.tr("{name} cannot be played").format(name=name)
        self._tell(heading, "\n\n".join(lines))


def _whole(run: Run) -> Trace:
    """Return the trace as long as anything happens in it."""
    return simulate(run.pod, run.script, run.version)
