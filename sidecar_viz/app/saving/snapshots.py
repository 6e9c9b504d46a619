"""Lessons in files of their own: what waits is saved as it was when asked for."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import QDir, QTemporaryDir

from sidecar_viz.files.reading.content import MAX_BYTES
from sidecar_viz.files.saved.whole import write_whole


class Snapshots:
    """Writes down what is shown; the files go with it."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None
        self._written = 0

    def write(self, text: str) -> Path:
        """Write a lesson's text to a new file.

        Raises:
            OSError: it cannot be written, or is more than would be read again; the
                reason names the folder.
        """
        data = text.encode("utf-8")
        if len(data) > MAX_BYTES:
            raise OSError(errno.EFBIG, "written out, it is too long to be read")
        if self._folder is None or not self._folder.isValid():
            self._folder = QTemporaryDir()
        if not self._folder.isValid():  # its path is "", any folder
            said = f"{QDir.tempPath()}: {self._folder.errorString()}"
            raise OSError(errno.ENOENT, said)
        self._written += 1
        path = Path(self._folder.path(), f"{self._written}.lesson.yaml")
        try:
            write_whole(path, data)
        except OSError as error:
            said = f"{QDir.tempPath()}: {(error.strerror or str(error)).lower()}"
            raise OSError(error.errno, said) from error
        return path
