"""Keeps where the lesson stands, so that a sudden end costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.core.learning.quiz import Answer
from sidecar_viz.core.learning.session import Session, answers_of, replayed
from sidecar_viz.core.learning.vote import Vote
from sidecar_viz.files.saved import progress_file
from sidecar_viz.files.saved.folders import data_file, path_now
from sidecar_viz.files.saved.session_file import FILE, load_session, session_bytes
from sidecar_viz.files.saved.whole import is_file
from sidecar_viz.files.saved.writer import Writer

SOON = 150  # milliseconds from a change to its writing; later changes go with it
LEISURE = 5000  # milliseconds from progress to its writing
PATIENCE = 2.0  # seconds that the end waits for the disk

Read = Callable[[], object]
Take = Callable[[object], None]


def session_file() -> Path:
    """Return where the session is kept."""
    return data_file(FILE)


class SavedSession(QObject):
    """Writes the session down soon after each change."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__(window)
        self._window, self.file = window, file
        self.writer = Writer()
        self.destroyed.connect(self.writer.close)
        self._progress_file = file.with_name(progress_file.FILE)
        self.progress = progress_file.load_progress(self._progress_file)
        self._progress_written = dict(self.progress)
        self._kept = load_session(file)
        self._written = b""
        self._lesson_id = window.lesson.id
        same = self._kept.lesson_id == self._lesson_id
        self.votes: dict[str, Vote] = {}
        self.quiz: dict[str, Answer] = {}
        self._values: dict[str, object] = {}
        if same:
            self._take_work(self._kept)
        self._slots: dict[str, tuple[Read, Take]] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.write)
        self._at_leisure = QTimer(self, singleShot=True, interval=LEISURE)
        self._at_leisure.timeout.connect(self.write_progress)
        self._see_step()
        window.player.step_changed.connect(self._step_changed)
        window.dialogs.quiz_made.connect(self.follow_quiz)
        window.closing.connect(self.finish)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.finish)

    def add_slot(self, name: str, read: Read, take: Take) -> None:
        """Keep a plain value (JSON: lists, numbers, text) of another part.

        *read* gives it at each writing; *take* gets what was kept for this
        lesson, at once if there is something. Call touch() when it changes.
        """
        self._slots[name] = (read, take)
        if name in self._values:
            take(self._values[name])

    def keep_vote(self, vote: Vote) -> None:
        """Keep how the vote on a question stands."""
        self.votes[vote.question] = vote
        self.touch()

    def touch(self) -> None:
        """Something changed: write it down soon."""
        if not self._soon.isActive():
            self._soon.start()

    def session(self) -> Session:
        """Return how everything stands now."""
        window = self._window
        what_if = window.player.timeline.course.what_if
        self._values |= {name: read() for name, (read, _) in self._slots.items()}
        return Session(
            str(window.path or ""),
            window.lesson.id,
            window.player.target,
            what_if.id if what_if else "",
            tuple(self.votes.values()),
            dict(self.quiz),
            dict(self._values),
        )

    def write(self) -> None:
        """Hand what is new to the disk; nobody waits for it."""
        content = session_bytes(self.session())
        if content != self._written:
            self._written = content
            self.writer.put(self.file, content)
        if self.progress != self._progress_written and not self._at_leisure.isActive():
            self._at_leisure.start()

    def write_progress(self) -> None:
        """Hand the progress to the disk: seldom, so that the session never waits."""
        self._at_leisure.stop()
        if self.progress != self._progress_written:
            self._progress_written = dict(self.progress)
            content = progress_file.progress_bytes(self.progress)
            self.writer.put(self._progress_file, content)

    def finish(self) -> None:
        """Write the last change and wait until it is on the disk."""
        self._soon.stop()
        self.write()
        self.write_progress()
        self.writer.finish(PATIENCE)

    def restore(self) -> None:
        """Show the lesson, the what-if and the step that were kept."""
        window, kept = self._window, self._kept
        path = path_now(Path(kept.lesson))
        elsewhere = kept.lesson and path != window.path
        if elsewhere and not (is_file(path) and window.opener.open(path)):
            return
        if kept.lesson_id != window.lesson.id:
            return
        self._take_work(kept)
        known = {what_if.id for what_if in window.lesson.what_ifs}
        window.show_what_if(kept.what_if if kept.what_if in known else "")
        if window.player.target != kept.step:
            window.player.jump(kept.step)
        for name, (_, take) in self._slots.items():
            if name in self._values:
                take(self._values[name])

    def follow_quiz(self, dialog: QuizDialog) -> None:
        """Let a quiz that opens go on where it was, and keep what is answered."""
        dialog.body.take_attempt(replayed(self._window.lesson, self.quiz))

        def keep() -> None:
            self.quiz = answers_of(dialog.attempt)
            self._see(self._seen().scored(dialog.attempt.scored()))
            self.touch()

        dialog.announced.connect(keep)
        dialog.proof_wanted.connect(keep)

    def _take_work(self, kept: Session) -> None:
        """Take what the class did in this lesson."""
        self.votes = {vote.question: vote for vote in kept.votes}
        self.quiz = dict(kept.quiz)
        self._values = dict(kept.slots)

    def _step_changed(self) -> None:
        if self._window.lesson.id != self._lesson_id:
            self._lesson_id = self._window.lesson.id
            self._take_work(replace(self._kept, votes=(), quiz={}, slots={}))
        self._see_step()
        self.touch()

    def _seen(self) -> Progress:
        return self.progress.get(self._window.lesson.id, Progress())

    def _see(self, progress: Progress) -> None:
        """Keep the progress; the lesson shown last is the last one."""
        self.progress.pop(self._window.lesson.id, None)
        self.progress[self._window.lesson.id] = progress

    def _see_step(self) -> None:
        player = self._window.player
        self._see(self._seen().reached(player.target, player.timeline.end))
