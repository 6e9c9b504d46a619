"""What a teacher asks for with a class; loaded when it is first asked for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from sidecar_viz.app.classroom.room_check import RoomCheck
from sidecar_viz.app.classroom.vote_dialog import VoteDialog
from sidecar_viz.app.classroom.vote_picture import Moment
from sidecar_viz.app.dialog.reason import reason_of
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.printing.answer_cards import cards_dialog
from sidecar_viz.app.printing.handout import handout_dialog
from sidecar_viz.app.qt.while_open import while_open
from sidecar_viz.app.session.saved_session import SavedSession
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.vote import Vote, votable
from sidecar_viz.core.markup import plain
from sidecar_viz.files.saved.folders import data_file
from sidecar_viz.files.saved.results_file import (
    FILE,
    Result,
    Separator,
    load_results,
    merged_results,
    result_of,
    save_csv,
    with_result,
)


def now() -> str:
    """Return the time as it is written down: with its place's offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def separator_of(place: QLocale) -> Separator:
    """Return what spreadsheets part cells by: a semicolon where half is 0,5."""
    return ";" if place.decimalPoint() == "," else ","


class ClassCommands(QObject):
    """Opens the dialogs for a class and keeps what comes of them."""

    def __init__(self, window: MainWindow, session: SavedSession) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self.file = data_file(FILE)
        self._own: tuple[Result, ...] = ()
        aside: list[Path] = []
        load_results(self.file, aside)
        session.notices.tell_aside(aside)

    @property
    def results(self) -> tuple[Result, ...]:
        """All results, those of another window too."""
        found = load_results(self.file)
        for result in self._own:
            found = with_result(found, result)
        return found

    def vote(self) -> None:
        """Let the class vote on the lesson's questions."""
        if votable(self._window.lesson):
            self._window.dialogs.adopt("vote", self._vote_dialog)

    def cards(self) -> None:
        """Make a sheet of cards to hold up."""
        options = [len(one.options) for one in votable(self._window.lesson)]
        letters = max(4, *options) if options else 4
        self._window.dialogs.adopt(
            "cards", lambda look, over: cards_dialog(letters, look, over)
        )

    def handout(self) -> None:
        """Make a handout of the lesson."""
        lesson = self._window.lesson
        self._window.dialogs.adopt(
            "handout", lambda look, over: handout_dialog(lesson, look, over)
        )

    def room_check(self) -> None:
        """Look at displays, clicker, colours and text before class."""
        self._window.dialogs.adopt(
            "room_check", lambda look, over: RoomCheck(self._window, look, over)
        )

    def save_results(self) -> None:
        """Save what classes voted as a table for spreadsheets."""
        if not self.results:
            self._window.dialogs.adopt("save_results", self._nothing_box)
            return
        self._window.dialogs.adopt("save_results", self._save_dialog)

    def keep(self, vote: Vote) -> None:
        """Write a vote down as it goes on."""
        self._session.keep_vote(vote)
        if vote.empty or vote.counting:
            return
        lesson = self._window.lesson
        asked = {one.id: plain(one.question) for one in votable(lesson)}
        result = result_of(vote, lesson.title, asked.get(vote.question, ""))
        self._own = own = with_result(self._own, result)
        self._session.keep(
            self.file, lambda aside: merged_results(self.file, own, aside)
        )

    def save_to(self, path: Path) -> bool:
        """Save the table; when that cannot be done, say why."""
        try:
            save_csv(self.results, path, separator_of(QLocale.system()))
        except OSError as error:
            self._tell(
                self.tr("The table could not be saved: {why}.").format(
                    why=reason_of(error)
                )
            )
            return False
        return True

    def _vote_dialog(self, look: Look, over: QWidget) -> VoteDialog:
        window = self._window
        dialog = VoteDialog(
            window.lesson,
            self._session.votes,
            now,
            look,
            over,
            now=self._moment,
            place=self._open_question(),
            projected=window.presenting,
        )
        dialog.changed.connect(self.keep)

        def join() -> None:
            dialog.round.join(self._session.votes)

        while_open(dialog, self._session.joined, join)
        return dialog

    def _moment(self) -> Moment:
        player = self._window.player
        what_if = player.timeline.course.what_if
        return Moment(player.target, what_if.id if what_if else "")

    def _open_question(self) -> int:
        """Return the first question whose answer the class has not seen yet."""
        done = {v.question for v in self._session.votes.values() if v.stage == "answer"}
        ids = [question.id for question in votable(self._window.lesson)]
        return next((n for n, key in enumerate(ids) if key not in done), 0)

    def _save_dialog(self, _look: Look, over: QWidget) -> QFileDialog:
        dialog = QFileDialog(
            over, self.tr("Save results as CSV"), "", self.tr("Tables (*.csv)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("sidecar-viz-results.csv")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        return dialog

    def _nothing_box(self, _look: Look, over: QWidget) -> QDialog:
        return _box(over, self.tr("No class has voted yet."))

    def _tell(self, text: str) -> None:
        self._window.dialogs.adopt("told", lambda _look, over: _box(over, text))


def _box(window: QWidget, text: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setWindowTitle(box.tr("Class vote"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
