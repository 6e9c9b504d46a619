"""Keeps where the lesson stands, so that a sudden end costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.qt.while_open import while_open
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.session.notices import Notices
from sidecar_viz.app.session.seen_progress import Make, SeenProgress
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.joining import same
from sidecar_viz.core.learning.quiz import Answer
from sidecar_viz.core.learning.session import (
    Session,
    Work,
    answers_of,
    replayed,
    work_key,
)
from sidecar_viz.core.learning.vote import Vote
from sidecar_viz.files.saved import progress_file
from sidecar_viz.files.saved.folders import data_file, path_now, path_of, path_text
from sidecar_viz.files.saved.session_file import (
    FILE,
    SharedSession,
    key_now,
    load_session,
    works_of,
)
from sidecar_viz.files.saved.whole import is_file
from sidecar_viz.files.saved.writer import Writer, Written

SOON = 150  # milliseconds from a change to its writing; later changes go with it
PATIENCE = 2.0  # seconds that the end waits for the disk

Part = Literal["votes", "quiz", "slots"]
"""What the class did in a lesson: a field of `Work`."""
Read = Callable[[], object]
Take = Callable[[object], None]


def session_file() -> Path:
    """Return where the session is kept."""
    return data_file(FILE)


class SavedSession(QObject):
    """Writes the session down soon after each change.

    What the class did in a lesson is kept, too, while another one is shown.

    Signals:
        refused: a file cannot be written now, with the reason; None when all can again.
        damaged: what was kept in a file is damaged, with its new names.
        joined: votes and answers of another window are among those here.

    Attributes:
        notices: what is said of the files that are kept.
        progress: how far somebody came in each lesson.
    """

    refused: SignalOf[Path, OSError | ValueError | None] = signal(Path, OSError)
    damaged: SignalOf[Sequence[Path]] = signal(list)
    joined: SignalOf[()] = signal()

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__(window)
        self._window, self.file = window, file
        self._writer = Writer(self._tell_refused)
        self.destroyed.connect(self._writer.close)
        self.notices = Notices(window)
        self.refused.connect(self.notices.tell_refused)
        self.damaged.connect(self.notices.tell_aside)
        aside: list[Path] = []
        seen_in = file.with_name(progress_file.FILE)
        self.progress = SeenProgress(window, seen_in, self.keep, aside)
        self._shared = SharedSession(file)
        self._kept = load_session(file, aside)
        self._handed: Session | None = None
        self._works = works_of(self._kept)
        self._own: dict[str, Work] = {}  # lessons changed here, as they were found
        self.votes: dict[str, Vote] = {}
        self.quiz: dict[str, Answer] = {}
        self._values: dict[str, object] = {}
        self._key = self._key_shown()
        self._taken = Work()
        self._take_work()
        self._slots: dict[str, tuple[Read, Take]] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.write)
        self.progress.see_step()
        window.leaving.connect(self._leave)
        window.player.step_changed.connect(self._step_changed)
        window.dialogs.quiz_made.connect(self.follow_quiz)
        window.closing.connect(self.finish)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.finish)
        self.notices.tell_aside(aside)

    def add_slot(self, name: str, read: Read, take: Take) -> None:
        """Keep a plain value (JSON: lists, numbers, text) of another part.

        *read* gives it at each writing, None if there is nothing to keep; *take* gets
        what was kept for this lesson, at once if there is something, and what another
        window makes of it, None for nothing. Call touch() when it
        changes. Of what two windows keep, each item of a list counts by itself.
        """
        self._slots[name] = (read, take)
        if name in self._values:
            take(self._values[name])

    def keep_vote(self, vote: Vote) -> None:
        """Keep how the vote on a question stands."""
        self.votes[vote.question] = vote
        self.touch()

    def keep(self, file: Path, make: Make, written: Written = lambda: None) -> None:
        """Have what *make* gives written to a file soon; nobody waits for it.

        *make* is called on another thread, with a list to which it adds the names of
        damaged files that it put aside; they are told.
        """

        def content() -> bytes:
            aside: list[Path] = []
            try:
                return make(aside)
            finally:
                if aside:
                    with suppress(RuntimeError):  # the window may be gone
                        self.damaged.emit(aside)

        self._writer.put(file, content, written)

    def touch(self) -> None:
        """Something changed: write it down soon."""
        if not self._soon.isActive():
            self._soon.start()

    def session(self) -> Session:
        """Return how everything stands now."""
        window = self._window
        what_if = window.player.timeline.course.what_if
        self._values |= {name: read() for name, (read, _) in self._slots.items()}
        slots = {n: value for n, value in self._values.items() if value is not None}
        return Session(
            path_text(window.path) if window.path else "",
            window.lesson.id,
            window.player.target,
            what_if.id if what_if else "",
            tuple(self.votes.values()),
            dict(self.quiz),
            slots,
            dict(self._works),
        )

    def write(self) -> None:
        """Hand what is new to the disk; nobody waits for it."""
        session = self.session()
        if session != self._handed:
            self._handed = session
            bases = {self._key: self._taken, **self._own}
            self.keep(
                self.file,
                lambda aside: self._shared.merged(session, bases, aside),
                self._shared.written,
            )
        self.progress.write_at_leisure()

    def take_over(self) -> frozenset[Part] | None:
        """Take what another window did in the lessons; name what of it is shown here.

        Step and what-if stay. None: not now, as something is being written.
        """
        if not self._writer.resting:
            return None
        before, new = self.session(), self._soon.isActive()
        bases = {self._key: self._taken, **self._own}
        works = self._shared.taken_over(before, bases)
        if works is None:
            return frozenset()
        work = works.pop(key_now(self._key), before.work)
        self._works = works
        changed = self._show_work(before.work, work)
        if not new:  # nothing was done here
            self._soon.stop()
            self._handed = self.session()
        return changed

    def _show_work(self, before: Work, work: Work) -> frozenset[Part]:
        self.votes = {vote.question: vote for vote in work.votes}
        self.quiz, self._values = dict(work.quiz), dict(work.slots)
        for name, (_, take) in self._slots.items():
            if not same(before.slots.get(name), work.slots.get(name)):
                take(work.slots.get(name))
        self.joined.emit()
        parts: tuple[Part, ...] = ("votes", "quiz", "slots")
        return frozenset(
            part
            for part in parts
            if not same(getattr(before, part), getattr(work, part))
        )

    def finish(self) -> None:
        """Write the last change and wait until it is on the disk."""
        self._soon.stop()
        self.write()
        self.progress.write()
        self._writer.finish(PATIENCE)

    @property
    def kept_lesson(self) -> str:
        """The lesson that was kept, as `path_text` writes it; "" for none."""
        return self._kept.lesson

    def restore(self) -> None:
        """Show the lesson, the what-if and the step that were kept."""
        window, kept = self._window, self._kept
        path = path_now(path_of(kept.lesson))
        elsewhere = kept.lesson and path != window.path
        if elsewhere and not (is_file(path) and window.opener.open(path)):
            return
        if kept.lesson_id != window.lesson.id:
            return
        known = {what_if.id for what_if in window.lesson.what_ifs}
        window.show_what_if(kept.what_if if kept.what_if in known else "")
        if window.player.target != kept.step:
            window.player.jump(kept.step)

    def follow_quiz(self, dialog: QuizDialog) -> None:
        """Let a quiz that opens go on where it was, and keep what is answered."""
        body, lesson = dialog.body, self._window.lesson
        body.take_attempt(replayed(lesson, self.quiz))

        def keep() -> None:
            self.quiz = answers_of(body.joined)
            self.progress.see_score(body.joined.scored())
            self.touch()

        def join() -> None:
            body.join(replayed(lesson, self.quiz))

        dialog.announced.connect(keep)
        dialog.proof_wanted.connect(keep)
        while_open(dialog, self.joined, join)

    def _tell_refused(self, path: Path, error: OSError | ValueError | None) -> None:
        """Hand the reason over to the window's thread, if there is a window."""
        with suppress(RuntimeError):
            self.refused.emit(path, error)

    def _take_work(self) -> None:
        """Take what the class did in this lesson."""
        work = self._works.pop(self._key, Work())
        self.votes = {vote.question: vote for vote in work.votes}
        self.quiz = dict(work.quiz)
        self._values = dict(work.slots)
        self._taken = work

    def _leave(self) -> None:
        """Put away what the class did in the lesson that is left."""
        work = self.session().work
        if work != self._taken:
            self._own.setdefault(self._key, self._taken)
        self._works.pop(self._key, None)
        if work != Work():
            self._works[self._key] = work

    def _key_shown(self) -> str:
        window = self._window
        path = path_text(window.path) if window.path else ""
        return work_key(path, window.lesson.id)

    def _step_changed(self) -> None:
        if self._key_shown() != self._key:
            self._key = self._key_shown()
            self._take_work()
            for name, (_, take) in self._slots.items():
                if name in self._values:
                    take(self._values[name])
        self.progress.see_step()
        self.touch()
