"""Keeps how far somebody came in each lesson."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.core.learning.quiz import Score
from sidecar_viz.files.saved.progress_file import (
    load_progress,
    merged_progress,
    peek_progress,
)

LEISURE = 5000  # milliseconds from progress to its writing

Make = Callable[[list[Path]], bytes]
Keep = Callable[[Path, Make], None]


class SeenProgress(QObject):
    """Writes the progress down: seldom, so that the session never waits.

    Signals:
        joined: what another window wrote is among the progress here.

    Attributes:
        file: where the progress is kept.
        lessons: the progress by the lessons' ids; the lesson shown last is the last.
    """

    joined: SignalOf[()] = signal()

    def __init__(
        self, window: MainWindow, file: Path, keep: Keep, aside: list[Path]
    ) -> None:
        """Read what is there.

        Args:
            window: the lesson that it shows is seen.
            file: where the progress is kept.
            keep: has what is made written to a file soon.
            aside: gets the new name of the file if that is damaged.
        """
        super().__init__(window)
        self._window, self.file, self._keep = window, file, keep
        self.lessons = load_progress(file, aside)
        self._written = dict(self.lessons)
        self._shown: dict[str, None] = {}  # the ids of lessons, the last one last
        self._at_leisure = QTimer(self, singleShot=True, interval=LEISURE)
        self._at_leisure.timeout.connect(self.write)

    def see_step(self) -> None:
        """The window's step was seen."""
        player = self._window.player
        self._see(self._seen().reached(player.target, player.timeline.end))

    def see_score(self, score: Score) -> None:
        """The quiz of the window's lesson stands like this."""
        self._see(self._seen().scored(score))

    def write_at_leisure(self) -> None:
        """Write what is new within LEISURE."""
        if self.lessons != self._written and not self._at_leisure.isActive():
            self._at_leisure.start()

    def write(self) -> None:
        """Hand what is new to the disk; nobody waits for it."""
        self._at_leisure.stop()
        if self.lessons != self._written:
            self._written = dict(self.lessons)
            own = {key: self.lessons[key] for key in self._shown}
            self._keep(self.file, lambda aside: merged_progress(self.file, own, aside))

    def take_over(self) -> None:
        """Take the progress that another window wrote; of both, the better one."""
        new, before = self.lessons != self._written, dict(self.lessons)
        for lesson_id, theirs in peek_progress(self.file).items():
            mine = self.lessons.get(lesson_id, theirs)
            both = mine.joined(theirs) if lesson_id in self._shown else theirs
            self.lessons[lesson_id] = both
        if not new:
            self._written = dict(self.lessons)
        if self.lessons != before:
            self.joined.emit()

    def _seen(self) -> Progress:
        return self.lessons.get(self._window.lesson.id, Progress())

    def _see(self, progress: Progress) -> None:
        """Keep the progress; the lesson shown last is the last one."""
        self._shown.pop(self._window.lesson.id, None)
        self._shown[self._window.lesson.id] = None
        self.lessons.pop(self._window.lesson.id, None)
        self.lessons[self._window.lesson.id] = progress
