"""The end of the quiz: the result, kind words, and how each question went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.quiz.words import headline, kind_words, summary_choices
from sidecar_viz.app.widgets.choice_list import ChoiceList
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.widgets.scroll_page import ScrollPage
from sidecar_viz.paint.brush.fonts import BOLD

if TYPE_CHECKING:
    from sidecar_viz.app.look.look import Look
    from sidecar_viz.core.learning.quiz import Attempt

HEADLINE, WORDS, SPACING = 38, 20, 14


class QuizSummary(ScrollPage):
    """Shows an attempt.

    Signals:
        chosen: the place of a question to look at again.
    """

    chosen: SignalOf[int] = signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = PlainLabel("", self.inside)
        self.headline.setObjectName("asked")
        self.headline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = PlainLabel("", self.inside)
        self.words.setObjectName("words")
        for label in (self.headline, self.words):
            label.setWordWrap(True)
            label.setIndent(0)
        self.questions = ChoiceList(self.inside, small=True)
        self.column.addWidget(self.headline)
        self.column.addWidget(self.words)
        self.column.addWidget(self.questions)
        self.column.addStretch(1)
        self.questions.chosen.connect(self.chosen)
        self.questions.focused.connect(self.follow)

    def show_attempt(self, attempt: Attempt) -> None:
        """Show how it went."""
        score = attempt.scored()
        self.headline.setText(headline(score))
        self.words.setText(kind_words(score))
        self.questions.show_choices(summary_choices(attempt))

    def set_look(self, look: Look) -> None:
        """Style the result and the list of questions."""
        self.column.setSpacing(look.px(SPACING))
        self.headline.setFont(look.font(HEADLINE, BOLD))
        self.words.setFont(look.font(WORDS))
        self.questions.set_look(look)
