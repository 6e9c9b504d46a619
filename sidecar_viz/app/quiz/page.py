"""One question of the quiz: the question, its options and its hint."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.quiz.words import how_many, option_choices, tr
from sidecar_viz.app.widgets.choice_list import ChoiceList
from sidecar_viz.app.widgets.scroll_page import ScrollPage
from sidecar_viz.core.markup import plain, rich
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.theme import MONO

if TYPE_CHECKING:
    from sidecar_viz.core.learning.quiz import Answer
    from sidecar_viz.core.lesson import Question

WIDE = 1000  # of the design: from here on the question is written as in the mock-up
BIG, LESS_BIG, HINT = 38, 30, 18.5
SPACING = 20


class AskedLabel(QLabel):
    """A question, to a screen reader the label of its options.

    One that labels nothing is read with the dialog, and again when it has the keyboard.
    A buddy, as Qt calls it, would take each & in a lesson's words for a key.
    """

    heard_as: Final = "text"

    def __init__(self, labels: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.labels: QWidget | None = labels


class QuizPage(ScrollPage):
    """Shows a question and how it stands.

    Signals:
        chosen: the place of the option that was pressed.
    """

    chosen: SignalOf[int] = signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._wide = False
        self.options = ChoiceList(self.inside)
        self.question = AskedLabel(self.options, self.inside)
        self.question.setObjectName("asked")
        self.question.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hint = QLabel(self.inside)
        self.hint.setObjectName("hint")
        for label in (self.question, self.hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setIndent(0)
        self.column.addWidget(self.question)
        self.column.addWidget(self.options)
        self.column.addWidget(self.hint)
        self.column.addStretch(1)
        self.options.chosen.connect(self.chosen)
        self.options.focused.connect(self.follow)

    def show_question(self, question: Question, answer: Answer) -> None:
        """Show the question as it stands after this answer."""
        self.ask(question)
        self.options.show_choices(option_choices(question, answer))
        self.hint.setText(f"<b>{tr('Hint')}</b>&nbsp; {rich(question.hint, MONO)}")
        self.hint.setAccessibleName(f"{tr('Hint')}: {plain(question.hint)}")
        self.hint.setVisible(answer.hinted)

    def ask(self, question: Question) -> None:
        """Write the question itself; show_question must follow."""
        text, asked = rich(question.question, MONO), plain(question.question)
        if many := how_many(question):
            light = "font-weight: normal"
            text += f'<br><small style="{light}">{rich(many, MONO)}</small>'
            asked = f"{asked} {many}"
        self.question.setText(text)
        if asked != self.question.accessibleName():
            self.question.setAccessibleName(asked)

    def show_hint(self) -> None:
        """Show the hint, even after the answer."""
        self.hint.show()
        self.follow(self.hint)

    def follow_answer(self) -> None:
        """Scroll to the right option, and to its reason, once it is known."""
        for card in self.options.cards:
            if card.choice.fate in {"right", "told"}:
                self.follow_to_the_end(card)

    def go_to_open_option(self) -> None:
        """Put the focus on the first option that was not tried."""
        fates = [card.choice.fate for card in self.options.cards]
        if "open" in fates:
            self.options.go_to(fates.index("open"))

    def order_tabs(self, after: Sequence[QWidget]) -> None:
        """Let Tab go from the question to its options, then to what comes *after*."""
        for one, other in pairwise((self.question, *self.options.cards, *after)):
            QWidget.setTabOrder(one, other)

    def set_look(self, look: Look) -> None:
        """Style the question, its options and its hint."""
        self._look = look
        self.column.setSpacing(look.px(SPACING))
        self.options.set_look(look)
        self.hint.setFont(look.font(HINT))
        self._write_question()

    def set_wide(self, *, wide: bool) -> None:
        """Write the question larger where there is room for it."""
        if wide != self._wide:
            self._wide = wide
            self._write_question()

    def _write_question(self) -> None:
        font = QFont(self._look.font(BIG if self._wide else LESS_BIG, BOLD))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
        self.question.setFont(font)
