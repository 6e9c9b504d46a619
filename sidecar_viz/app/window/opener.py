"""Opens lessons: a good one is handed over, a bad one is told problem by problem."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.lesson_cache import load_cached
from sidecar_viz.files.making.looking import looks_like_manifest
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.problems import LessonError


class LessonOpener(QObject):
    """Reads lessons from files; remembers the one that is still being mended.

    Signals:
        opened: the Lesson and the Path it came from.
        manifest: the Path of a file that is no lesson, but a pod's manifest.
        refused: the file's name and the problems in it, as a tuple of lines.
    """

    opened: SignalOf[Lesson, Path] = signal(object, object)
    manifest: SignalOf[Path] = signal(object)
    refused: SignalOf[str, tuple[str, ...]] = signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mending: Path | None = None

    def open(self, path: Path) -> bool:
        """Read a file; whether it is a lesson that could be opened."""
        try:
            lesson: Lesson = load_cached(path)
        except LessonError as error:
            if _is_manifest(path):
                self.manifest.emit(path)
                return False
            lines = tuple(str(problem) for problem in error.problems)
            self.mending = path
            self.refused.emit(path.name, lines)
            return False
        self.mending = None
        self.opened.emit(lesson, path)
        return True

    def open_again(self, shown: Path | None) -> None:
        """Read once more the file that was refused, else the one that is *shown*."""
        path = self.mending or shown
        if path is not None:
            self.open(path)

    def give_up(self) -> None:
        """Forget the file that was refused."""
        self.mending = None


def _is_manifest(path: Path) -> bool:
    try:
        return looks_like_manifest(read_bytes(path))
    except LessonError:
        return False
