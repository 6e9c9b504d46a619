"""A quiz question's letters on the shapes that its options mean."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.hands.badges import Badges, Mark
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.quiz.words import LETTERS
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.learning.quiz import Answer, found
from sidecar_viz.core.lesson import Question
from sidecar_viz.core.markup import plain

FEWEST = 2
"""The options with a place on the stage that a question asked there has at least."""


class QuizBadges(QObject):
    """Lets a question be answered on the picture while its dialog is open.

    Signals:
        hiding: whether what the tables say is to be hidden: a question about the
            picture is open.
    """

    hiding: SignalOf[bool] = signal(bool)

    def __init__(self, stage: StageView) -> None:
        """Answer on this *stage* first."""
        super().__init__(stage)
        self.badges = Badges(stage)
        self.badges.chosen.connect(self._choose)
        self._dialog: QuizDialog | None = None
        self._options: list[int] = []

    def add_stage(self, stage: StageView) -> None:
        """Answer on this stage, too."""
        self.badges.add_stage(stage)

    def follow(self, dialog: QuizDialog) -> None:
        """Show what this dialog asks, from when it is opened until it is put away."""
        self._dialog = dialog
        dialog.body.asked.connect(self._ask)
        dialog.left.connect(self.clear)
        dialog.finished.connect(self.clear)
        dialog.opened.connect(dialog.body.tell)

    def clear(self) -> None:
        """Take the letters away, and let the tables be read."""
        self.badges.clear()
        self.hiding.emit(False)  # noqa: FBT003 - a Qt signal

    def _ask(self, question: Question | None, answer: Answer) -> None:
        """Show the letters of a question's options; the right one full, once known."""
        dialog = self._dialog
        if question is None or dialog is None or dialog.isHidden():
            self.clear()
            return
        self._options = [n for n, one in enumerate(question.options) if one.at]
        if len(self._options) < FEWEST:
            self.clear()
            return
        marks = [
            Mark(option.at or "", _sign(question, answer, number), plain(option.text))
            for number, option in enumerate(question.options)
            if option.at
        ]
        if marks != list(self.badges.marks):
            self.badges.show(marks)
        right = set(question.rights if answer.done else found(question, answer.tries))
        self.badges.check({n for n, at in enumerate(self._options) if at in right})
        self.hiding.emit(not answer.done)

    def _choose(self, at: int) -> None:
        """Answer, and give the keyboard back: the quiz's keys are the quiz's."""
        if self._dialog is not None and at < len(self._options):
            self._dialog.activateWindow()
            self._dialog.body.choose(self._options[at])


def _sign(question: Question, answer: Answer, place: int) -> str:
    """Give an option's letter, its number in an order, or a cross if it is wrong."""
    right = found(question, answer.tries)
    if question.ordered and place in right:
        return str(right.index(place) + 1)
    if question.ordered and place in question.ordered and answer.done:
        return str(question.ordered.index(place) + 1)
    wrong = place in answer.tries and place not in question.rights
    return "✕" if wrong else LETTERS[place]
