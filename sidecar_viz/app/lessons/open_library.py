"""Opens the library, and from it a lesson or a file; loaded when first wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from sidecar_viz.app.lessons.library_dialog import LibraryFoot, library_dialog
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.session.saved_session import SavedSession
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.files.library.places import LibraryError, user_folder
from sidecar_viz.files.library.shelf import Entry, shelf


class OpenLibrary(QObject):
    """Lets users choose another lesson, or a pod instead.

    Signals:
        lab_wanted: the pod lab was chosen.
    """

    lab_wanted: SignalOf[()] = signal()

    def __init__(self, window: MainWindow, session: SavedSession) -> None:
        super().__init__(window)
        self._window, self._session = window, session

    def open(self) -> None:
        """Let users choose a lesson; where none is found, a file."""
        try:
            entries = shelf()
        except LibraryError:
            entries = ()
        if not entries:
            self.open_file()
            return
        self._window.dialogs.library(
            lambda look, over: self._dialog(entries, look, over)
        )

    def open_file(self) -> None:
        """Let users choose a lesson's file."""
        path = self._window.path
        folder = str(path.parent) if path else ""
        self._window.dialogs.file(folder, self._window.opener.open)

    def _dialog(self, entries: tuple[Entry, ...], look: Look, over: QWidget) -> QDialog:
        window = self._window
        foot = LibraryFoot(user_folder())
        dialog = library_dialog(
            entries,
            window.path,
            self._session.progress.lessons,
            foot,
            window.opener.open,
            look,
            over,
            joined=self._session.progress.joined,
        )
        foot.file.clicked.connect(self.open_file)
        foot.lab.clicked.connect(self.lab_wanted)
        return dialog
