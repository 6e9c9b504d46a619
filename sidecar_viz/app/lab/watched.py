"""A manifest that is edited with another program: each saving plays it anew."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.lab.held.lab_model import LabModel
from sidecar_viz.app.lab.held.lab_player import LabPlayer
from sidecar_viz.app.lab.held.opened import read_given
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.lessons.file_watch import FileWatch
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.files.making.documents import text_in
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.pods.given.lab_file import is_lab


class Watched(QObject):
    """Looks whether the file that is open was saved elsewhere, while it is on.

    Signals:
        remarked: what there is to say of it.
    """

    remarked: SignalOf[str] = signal(str)

    def __init__(self, model: LabModel, player: LabPlayer, window: LabWindow) -> None:
        super().__init__(window)
        self._model, self._player, self._window = model, player, window
        self._watch: FileWatch | None = None
        self._watching = False
        model.file_changed.connect(lambda _opened: self._follow())
        window.closing.connect(lambda: self.set_watching(on=False))

    def set_watching(self, *, on: bool) -> None:
        """Play the file again whenever it is saved in somebody's own editor, or stop.

        It is on while the text is shown, for looking costs a little every second.
        """
        self._watching = on
        self._follow()

    def _follow(self) -> None:
        opened = self._model.opened.path if self._watching else None
        path = opened.absolute() if opened is not None else None
        if self._watch is not None and self._watch.path != path:
            self._watch.stop()
            self._watch = None
        if path is not None and self._watch is None:
            self._watch = FileWatch(path, self)
            self._watch.changed.connect(self._read_again)

    def _saved_elsewhere(self) -> bytes | None:
        """Return what the file holds; None if it is as it was, or no text."""
        opened = self._model.opened
        if opened.path is None:
            return None
        try:
            data = read_bytes(opened.path)
        except LessonError:
            return None  # it is being written; the watch tells when it is there
        if data == self._model.saved.data:
            return None
        try:
            text_in(data, opened.name)
        except LessonError as error:
            self.remarked.emit(str(error.problems[0]))
            return None
        return data

    def _read_again(self) -> None:
        """Take what was saved elsewhere; a mistake keeps the last good run."""
        opened = self._model.opened
        data = self._saved_elsewhere()
        if data is None:
            return
        self._window.flush()
        if self._model.changed:
            said = self.tr("{name} was saved elsewhere. Saving it here asks first.")
            self.remarked.emit(said.format(name=opened.name))
            return
        if not is_lab(data):
            self._model.edited_elsewhere(data)
            return
        try:
            again = read_given(data, opened.name, path=opened.path)
        except (LessonError, ManifestError) as error:
            problems = error.problems if isinstance(error, LessonError) else ()
            self._model.refused.emit(tuple(problems))
            return
        second = self._player.moment.t
        self._model.begin(again)
        self._player.jump(second)
