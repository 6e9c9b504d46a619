"""Shows what another window of the program keeps, as soon as it is there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from sidecar_viz.app.preferences.preferences import PreferenceName
from sidecar_viz.app.preferences.table import settings
from sidecar_viz.app.preferences.writer import PreferencesWriter
from sidecar_viz.app.session.saved_session import Part, SavedSession
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.files.saved.whole import Stamp, is_folder, stamp_of

TakeOver = Callable[[], bool]
"""Takes what is in a file, and tells whether that could be done now."""

READ = 6000
"""Milliseconds that it is said what another window has changed."""


class OtherWindows(QObject):
    """Looks at the files that windows share when one of them was written anew.

    The system tells of that; where it tells nothing, such as on a network, the next
    time that a window of this program comes to the front is soon enough. Nothing is
    looked at while nothing happens.
    """

    def __init__(
        self,
        window: MainWindow,
        session: SavedSession,
        preferences: PreferencesWriter,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._preferences = window, session, preferences
        self._files: dict[Path, TakeOver] = {
            preferences.file: self._take_preferences,
            session.file: self._take_session,
            session.progress.file: self._take_progress,
        }
        self._over = QTimer(self, singleShot=True, interval=READ)
        remark = window.views.work.caption.show_remark
        self._over.timeout.connect(lambda: remark(""))
        window.closing.connect(self._over.stop)
        self._seen: dict[Path, Stamp | None] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.look)
        self.look()

    def look(self) -> None:
        """Take what is in those files that are others than at the last look."""
        self._listen()
        for file, take_over in self._files.items():
            stamp = stamp_of(file)
            if stamp != self._seen.get(file) and take_over():
                self._seen[file] = stamp

    def _listen(self) -> None:
        """Watch the folders: a file that is replaced is another one each time."""
        folders = {os.path.dirname(os.path.realpath(file)) for file in self._files}  # noqa: PTH120 - Path's own raises
        for folder in folders - set(self._watcher.directories()):
            if is_folder(Path(folder)):
                self._watcher.addPath(folder)

    def _take_preferences(self) -> bool:
        shown = self._window.preferences
        found = self._preferences.taken_over(shown)
        changed = shown.changes_to(found)
        self._window.take_preferences(found)
        self._tell(self._chosen(changed))
        return True

    def _take_session(self) -> bool:
        changed = self._session.take_over()
        self._tell(self._done(changed or frozenset()))
        return changed is not None

    def _take_progress(self) -> bool:
        self._session.progress.take_over()
        return True

    def _chosen(self, changed: frozenset[PreferenceName]) -> str:
        """Name what was chosen, by the names that it has where it is chosen."""
        named = {one.field: one.name for one in settings()}
        words = [name for field, name in named.items() if field in changed]
        if changed - named.keys():
            words.append(self.tr("keys or the picture for the class"))
        return ", ".join(words)

    def _done(self, changed: frozenset[Part]) -> str:
        words: dict[Part, str] = {
            "votes": self.tr("votes"),
            "quiz": self.tr("answers of the quiz"),
            "slots": self.tr("lines that were drawn"),
        }
        return ", ".join(word for part, word in words.items() if part in changed)

    def _tell(self, what: str) -> None:
        if what:
            said = self.tr("From another window: {what}.").format(what=what)
            self._window.views.work.caption.show_remark(said)
            self._window.voice.say(said)
            if self._window.isVisible():
                self._over.start()
