"""Opens and saves for the lab: manifests, runs, pictures, lessons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from sidecar_viz.app.lab.lab_dialogs import choose_pod, show_text
from sidecar_viz.app.lab.lab_model import LabModel
from sidecar_viz.app.lab.lab_player import LabPlayer
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.lab.opened import pods_of, read_opened
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.document import read_bytes
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.saved.whole import write_whole
from sidecar_viz.pods.given.script import Script

PASTED = "pasted.yaml"


class LabFiles(QObject):
    """What goes into the lab and out of it."""

    def __init__(self, model: LabModel, player: LabPlayer, window: LabWindow) -> None:
        super().__init__(window)
        self._model, self._player, self._window = model, player, window

    def choose(self) -> None:
        """Let users choose a file."""
        kinds = self.tr("Manifests and runs (*.yaml *.yml *.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a manifest"), "", kinds
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
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
            said = self.tr("Nothing was copied. Copy a manifest first.")
            show_text(self.tr("Paste"), said, self._window.looks.look, self._window)

    def take(
        self,
        data: bytes,
        name: str,
        path: Path | None,
        script: Script | None = None,
    ) -> None:
        """Open a manifest; of several pods let users choose one."""
        window = self._window
        try:
            pods = pods_of(data, name)
        except (LessonError, ManifestError) as error:
            self._refuse(name, error)
            return

        def one(wanted: str | None) -> None:
            try:
                opened = read_opened(
                    data,
                    name,
                    path=path,
                    script=script,
                    wanted=wanted,
                    version=self._model.opened.version,
                )
            except (LessonError, ManifestError) as error:
                self._refuse(name, error)
                return
            self._model.open(opened)
            self._player.jump(0)

        if len(pods) > 1:
            choose_pod(pods, one, window.looks.look, window)
        else:
            one(None)

    def examples(self) -> None:
        """Let users choose an example."""

    def save(self) -> None:
        """Save the text of the manifest where it came from, or where it is told."""
        window = self._window
        window.editor.flush()
        opened = self._model.opened
        path = opened.path
        if path is None:
            name, _ = QFileDialog.getSaveFileName(
                window, self.tr("Save the manifest"), opened.name
            )
            if not name:
                return
            path = Path(name)
        text = window.editor.text.toPlainText()
        try:
            write_whole(path, text.encode("utf-8"))
        except OSError as error:
            said = self.tr("{name} could not be written: {why}. Save it elsewhere.")
            why = error.strerror or str(error)
            words = said.format(name=path, why=why)
            show_text(self.tr("Not saved"), words, window.looks.look, window)
            return
        self._model.saved_as(path)

    def save_lesson(self) -> None:
        """Save the run as a lesson."""

    def save_picture(self) -> None:
        """Save the time line as a picture."""

    def present(self) -> None:
        """Present the run."""

    def _refuse(self, name: str, error: LessonError | ManifestError) -> None:
        lines = (
            [str(problem) for problem in error.problems]
            if isinstance(error, LessonError)
            else [str(error)]
        )
        heading = self.tr("{name} cannot be played").format(name=name)
        window = self._window
        show_text(heading, "\n\n".join(lines), window.looks.look, window)
