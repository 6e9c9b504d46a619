"""The class vote: as large as the window, all of it by keyboard or one clicker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sidecar_viz.app.classroom.vote_counts import VoteCounts
from sidecar_viz.app.classroom.vote_foot import VoteFoot
from sidecar_viz.app.classroom.vote_mirror import VoteMirror, other_screen
from sidecar_viz.app.classroom.vote_picture import Moment, VotePictures
from sidecar_viz.app.classroom.vote_round import VoteRound, fresh_vote
from sidecar_viz.app.classroom.vote_view import VoteView
from sidecar_viz.app.classroom.vote_words import LETTERS, told, tr
from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.look.look import Look, ui_scale
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.words.announce import announce
from sidecar_viz.core.learning.vote import Vote, votable
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import isolated

MARGIN, SPACING = 48, 12


class VoteDialog(QDialog):
    """Leads a class through the votes on a lesson's questions.

    Signals:
        changed: the Vote, whenever a count or a stage changed.
    """

    changed: SignalOf[Vote] = signal(object)

    def __init__(
        self,
        lesson: Lesson,
        votes: Mapping[str, Vote],
        clock: Callable[[], str],
        look: Look,
        parent: QWidget,
        *,
        now: Callable[[], Moment],
        place: int = 0,
        projected: bool = False,
    ) -> None:
        """Make the dialog at question *place*.

        Args:
            votes: those under way, by the ids of their questions.
            clock: gives the time now as ISO 8601.
            look: that of the window below.
            now: gives what the window below shows.
            projected: show it on the projector from the start, if there is one.
        """
        super().__init__(parent)
        self._lesson = lesson
        self.round = VoteRound(votable(lesson), votes, clock, place)
        self._pictures = VotePictures(lesson, now)
        self._below, self._projected = parent.window(), projected
        self.setWindowTitle(f"{tr('Class vote')} – {isolated(lesson.title)}")
        self.view, self.counts = VoteView(self), VoteCounts(self)
        self.view.labels = self.counts
        self.foot = VoteFoot(self)
        self.mirror: VoteMirror | None = None
        self._column = QVBoxLayout(self)
        for part, stretch in ((self.view, 1), (self.counts, 0), (self.foot, 0)):
            self._column.addWidget(part, stretch)
        self.counts.counted.connect(self._count)
        self.foot.onward.clicked.connect(self.onward)
        self.foot.back.clicked.connect(self.backward)
        self.foot.again.clicked.connect(self.recount)
        self.foot.anew.clicked.connect(self.restart)
        self.foot.projector.toggled.connect(self.show_on_projector)
        self._letters = self._bind_keys()
        self._look = look
        self._style()
        self._show()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._screens_changed)
            application.screenRemoved.connect(self._screens_changed)

    def set_letters(self, *, letters: bool) -> None:
        """Let single letters be keys while *letters* is true."""
        for shortcut in self._letters:
            shortcut.setEnabled(letters)
        self.foot.set_letters(letters=letters)
        self._show()

    def set_look(self, look: Look) -> None:
        """Style the dialog; once it is seen, for its own size."""
        ui = ui_scale(self.width(), self.height()) if self.isVisible() else look.ui
        self._look = Look(look.theme, ui, look.text)
        self._style()

    @property
    def place(self) -> int:
        """Which question is voted on."""
        return self.round.place

    @property
    def vote(self) -> Vote:
        """The vote on it, as it stands."""
        return self.round.vote

    def onward(self) -> None:
        """Go one stage on; after the answer, to the next question or the end."""
        if self.vote.stage != "answer":
            self._take(self.vote.onward())
        elif not self.round.last:
            self.go_to(self.place + 1)
        else:
            self.accept()

    def backward(self) -> None:
        """Go one stage back; from the first, to the question before."""
        if self.vote.stage == "count" and self.place > 0:
            self.go_to(self.place - 1)
        else:
            self._take(self.vote.backward())

    def recount(self) -> None:
        """Vote again, whatever is suggested."""
        self._take(self.vote.recounted())

    def restart(self) -> None:
        """Begin this question's vote anew; the old one stays in the results."""
        self._take(fresh_vote(self.round.question))

    def go_to(self, place: int) -> None:
        """Go to another question."""
        self.round.go_to(place)
        self._show()
        self._say()

    def show_on_projector(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show the vote full screen on another display, or no longer."""
        if self.mirror is not None:
            self.mirror.close()
            self.mirror.deleteLater()
            self.mirror = None
        screen = other_screen(self)
        if on and screen is not None:
            self.mirror = VoteMirror(screen, self._look, self)
            self.mirror.setFont(self.font())
        self._show()
        self.activateWindow()

    def _count(self, option: int, count: int) -> None:
        self.round.count(option, count)
        self._show()
        self.changed.emit(self.vote)

    def _take(self, vote: Vote) -> None:
        before = self.vote
        self.round.take(vote)
        self._show()
        self.changed.emit(vote)
        if vote.stage != before.stage:
            self._say()
        elif vote.counting:
            self.foot.say(tr("Type what you counted first."))

    def _show(self) -> None:
        question, vote = self.round.question, self.vote
        asked = tr(
            "Question {n} of {all}", n=self.place + 1, all=len(self.round.questions)
        )
        picture = self._pictures.of(question, answered=vote.stage == "answer")
        self.view.show_vote(question, vote, asked, picture)
        total = tr("Together {n}", n=sum(vote.counts))
        self.counts.setVisible(vote.counting)
        self.counts.show_counts(vote.counts, total)
        private = self.mirror is not None
        self.foot.show_vote(vote, last=self.round.last, private=private)
        self.foot.projector.setVisible(other_screen(self) is not None)
        if self.mirror is not None:
            self.mirror.view.show_vote(question, vote, asked, picture)
        if vote.counting and self.counts.place() < 0:
            self.counts.go_to(0)
        elif not vote.counting:
            self.setFocus()

    def _say(self) -> None:
        announce(self, told(self.round.question, self.vote))

    def _choose(self, place: int) -> None:
        if self.vote.counting:
            self.counts.go_to(place)

    def _raise(self, by: int) -> None:
        if self.vote.counting:
            self.counts.raise_count(max(0, self.counts.place()), by)

    def click_next(self) -> None:
        """Go on to what comes next of this vote."""
        self.onward()

    def click_previous(self) -> None:
        """Go back to what came before."""
        self.backward()

    def _enter(self) -> None:
        """Go to the next box, and at last one stage on."""
        if not (self.vote.counting and self.counts.walk(1)):
            self.onward()

    def _bind_keys(self) -> list[QShortcut]:
        """Bind all keys; return those of single letters."""
        keys: dict[str, Callable[[], object]] = {
            "PgDown": self.onward,
            "PgUp": self.backward,
            "Return": self._enter,
            "Enter": self._enter,
            "Up": lambda: self.counts.walk(-1),
            "Down": lambda: self.counts.walk(1),
            "Alt+R": self.recount,
            "Alt+N": self.restart,
            "Alt+P": self.foot.projector.click,
        }
        for key in ("+", "=", "Shift+="):
            keys[key] = partial(self._raise, 1)
        keys["-"] = partial(self._raise, -1)
        bind(self, keys)
        choices = {
            letter: partial(self._choose, place) for place, letter in enumerate(LETTERS)
        }
        return bind(self, {"R": self.recount, **choices})

    def _style(self) -> None:
        look = self._look
        apply_style(self, look)
        side = look.px(MARGIN)
        self._column.setContentsMargins(0, 0, 0, look.px(20))
        self._column.setSpacing(look.px(SPACING))
        self.counts.setContentsMargins(side, 0, side, 0)
        self.foot.setContentsMargins(side, 0, side, 0)
        for part in (self.view, self.counts, self.foot):
            part.set_look(look)
        if self.mirror is not None:
            self.mirror.set_look(look)

    def _screens_changed(self) -> None:
        """Show the vote only where there is a display: one came or went."""
        if self.mirror is not None:
            self.show_on_projector(on=self.foot.projector.isChecked())
        else:
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Cover the window below: it is the class that looks."""
        if not event.spontaneous():
            self.setGeometry(self._below.geometry())
            if self._below.isFullScreen():
                self.setWindowState(Qt.WindowState.WindowFullScreen)
        super().showEvent(event)
        self.set_look(self._look)
        self._show()
        self._say()
        if self._projected and other_screen(self) is not None:
            self.foot.projector.setChecked(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the projector's picture away, too."""
        super().hideEvent(event)
        if self.mirror is not None:
            self.foot.projector.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw everything larger in a larger window."""
        super().resizeEvent(event)
        if ui_scale(self.width(), self.height()) != self._look.ui:
            self.set_look(self._look)
