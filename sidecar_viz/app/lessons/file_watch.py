"""Tells when a file holds something else: saved, replaced, gone, or back again."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from sidecar_viz.files.saved.whole import Stamp, is_there, stamp_of

SETTLE = 40  # milliseconds that a file must stay as it is before it is read
POLL = 1000  # milliseconds between looks where the system tells nothing


class FileWatch(QObject):
    """Watches one file and its folder.

    Editors write over a file, or write another and rename it, or take the old one
    away first. The folder tells of the latter two; a slow look each second serves
    file systems that tell nothing, such as those of a network.

    Signals:
        changed: the file is another one and has settled, it may be read now or no
            more, or it is gone.
    """

    changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._told = self._seen = self._state()
        self._refused: set[str] = set()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self.look)
        self._watcher.directoryChanged.connect(self.look)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._settled)
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self.look)
        self._poll.start()
        self._listen()

    @property
    def gone(self) -> bool:
        """Whether there is no file now."""
        return self._seen is None

    def stop(self) -> None:
        """Watch no more."""
        self._watcher.fileChanged.disconnect(self.look)
        self._watcher.directoryChanged.disconnect(self.look)
        self._poll.stop()
        self._settle.stop()
        self.deleteLater()

    def look(self) -> None:
        """Look whether the file is another one."""
        self._listen()
        seen = self._state()
        if seen != self._seen:
            self._seen = seen
            self._refused.clear()
            self._settle.start()

    def _settled(self) -> None:
        """Tell of the change, unless the file is still being written."""
        if self._state() != self._seen:
            self.look()
        elif self._seen != self._told:
            self._told = self._seen
            self.changed.emit()

    def _state(self) -> tuple[Stamp, bool] | None:
        """Return what tells the file from before, and whether it may be read."""
        stamp = stamp_of(self.path)
        return None if stamp is None else (stamp, _may_be_read(self.path))

    def _listen(self) -> None:
        """Watch a file again that was replaced: it is another one.

        Where that is refused, Qt writes a line about it, and the slow look has to do.
        """
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for place in (self.path, self.path.parent):
            if str(place) in watched | self._refused:
                continue
            can_be = is_there(place) and _may_be_read(place)
            if can_be and not self._watcher.addPath(str(place)):
                self._refused.add(str(place))


def _may_be_read(path: Path) -> bool:
    return os.access(path, os.R_OK)
