"""The quiz itself: which question is asked, and what every answer leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.quiz.bar import QuizBar
from sidecar_viz.app.quiz.foot import QuizFoot
from sidecar_viz.app.quiz.page import QuizPage
from sidecar_viz.app.quiz.summary import QuizSummary
from sidecar_viz.app.quiz.words import (
    failing_of,
    heard_answer,
    heard_verdict,
    proof_of,
    tr,
)
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.words.announce import announce, stages_speak
from sidecar_viz.core.learning.elsewhere import Elsewhere, joined
from sidecar_viz.core.learning.quiz import Answer, Attempt, new_attempt

if TYPE_CHECKING:
    from sidecar_viz.app.look.look import Look
    from sidecar_viz.core.lesson import Lesson, Question

MARGIN, SPACING = 30, 22


class QuizBody(QWidget):
    """Asks the questions one by one, then shows the summary.

    Signals:
        proof_wanted: the number of a step and the id of a what-if, or "".
        said: what a screen reader is told.
        asked: the Question that is shown, or None, and how it stands.
        failed: the step, and the what-if or "", in which a wrong answer fails.
    """

    proof_wanted: SignalOf[int, str] = signal(int, str)
    said: SignalOf[str] = signal(str)
    asked: SignalOf[Question | None, Answer] = signal(object, object)
    failed: SignalOf[int, str] = signal(int, str)

    def __init__(self, lesson: Lesson, parent: QWidget) -> None:
        super().__init__(parent)
        self._lesson = lesson
        self.attempt: Attempt = new_attempt(lesson)
        self._elsewhere: Elsewhere | None = None
        self.place = 0
        self.bar = QuizBar(lesson.headings.quiz, self)
        self.page = QuizPage(self)
        self.summary = QuizSummary(self)
        self.empty = PlainLabel(tr("This lesson has no quiz."), self)
        self.empty.setWordWrap(True)
        self.foot = QuizFoot(self)
        self._pages = QStackedWidget(self)
        self._column = QVBoxLayout(self)
        for page in (self.page, self.summary, self.empty):
            self._pages.addWidget(page)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self.foot)
        self.page.chosen.connect(self.choose)
        self.summary.chosen.connect(self.go_to)
        self.foot.again.clicked.connect(self.again)
        self.foot.hint.clicked.connect(self.hint)
        self.foot.onward.clicked.connect(self.onward)
        self.foot.reveal.clicked.connect(self.reveal)
        self.foot.show_me.clicked.connect(self.show_me)
        self._show()

    @property
    def question(self) -> Question | None:
        """The question that is asked; None at the end."""
        return self._lesson.quiz[self.place] if not self.at_end else None

    @property
    def answer(self) -> Answer:
        """How the question that is asked stands."""
        return Answer() if self.at_end else self.attempt.answers[self.place]

    @property
    def at_end(self) -> bool:
        """Whether the summary is shown."""
        return self.place >= len(self._lesson.quiz)

    def choose(self, option: int) -> None:
        """Try an option; one that was tried before is only said again."""
        question = self.question
        if question is None or option >= len(question.options):
            return
        before, card = self.attempt, self.page.options.cards[option]
        led = not card.hasFocus()
        self._take(self.attempt.answered(self.place, option), card)
        if option not in self.answer.tries:
            return
        self.page.follow_to_the_end(card)
        if self.attempt != before and option not in question.rights:
            self._play(question, option)
        verdict = heard_verdict(question, self.answer, option)
        # The card has the verdict in its words: it is read with them, and only once.
        if led or (stages_speak() and self.attempt != before):
            self.said.emit(verdict)
        else:
            self._say(verdict)

    def _play(self, question: Question, option: int) -> None:
        """Let a wrong answer be played where it says that something happens."""
        played = failing_of(self._lesson, question, option)
        if played is not None:
            self.failed.emit(*played)

    def tell(self) -> None:
        """Tell once more what is asked, to whoever has just begun to listen."""
        self.asked.emit(self.question, self.answer)

    def submit(self) -> None:
        """Try the option that has the focus; once the question is done, go on."""
        if self.at_end:
            if self.summary.questions.place >= 0:
                self.go_to(self.summary.questions.place)
        elif self.answer.done:
            self.onward()
        elif self.page.options.place >= 0:
            self.choose(self.page.options.place)
        else:
            self._say(tr("Choose an answer first."))

    def hint(self) -> None:
        """Show the hint."""
        if self.question is not None and self.question.hint:
            self._take(self.attempt.hinted(self.place))
            self.page.show_hint()
            self._say(self.page.hint.accessibleName())

    def reveal(self) -> None:
        """Show the answer of an open question; of one that is done, go on."""
        if self.question is None or self.answer.done:
            self.onward()
            return
        self._take(self.attempt.revealed(self.place))
        self.page.follow_answer()
        self._say(heard_answer(self.question))

    def onward(self) -> None:
        """Go to the next question once this one is done, at last to the summary."""
        if self.answer.done:
            self.go_to(self.place + 1)

    def backward(self) -> None:
        """Go to the question before this one."""
        self.go_to(self.place - 1)

    def go_to(self, place: int) -> None:
        """Go to a question; the place after the last one is the summary."""
        if self._lesson.quiz:
            self.attempt, self._elsewhere = self.joined, None
            self.place = max(0, min(len(self._lesson.quiz), place))
            here = self._beginning.hasFocus()
            self._write_beginning()
            self.begin()  # before what has the keyboard changes its words, or goes
            self._show_page()
            self.begin()
            self._show_foot()
            read = stages_speak() or not here
            said = self._beside() if read else self.heard()
            # Older readers do not read a text again that has the keyboard.
            self._say(said, older=self.heard() if here else said)

    def again(self) -> None:
        """At the end, start again; before that, go to an option to try."""
        if not self.at_end:
            self.page.go_to_open_option()
        elif self._lesson.quiz:
            self.attempt = self.attempt.retried()
            self.go_to(0)

    @property
    def joined(self) -> Attempt:
        """The attempt with what was answered to this question in another window."""
        waiting = self._elsewhere
        return waiting.taken(self.attempt) if waiting else self.attempt

    def join(self, theirs: Attempt) -> None:
        """Take what was answered in another window; here, once one goes on."""
        self.attempt, self._elsewhere = joined(self.attempt, theirs, self.place)
        self.bar.show_attempt(self.attempt, self.place)
        if self.at_end and self._lesson.quiz:
            self.summary.show_attempt(self.attempt)

    def take_attempt(self, attempt: Attempt) -> None:
        """Go on with an attempt, at its first open question."""
        self.attempt, self._elsewhere = attempt, None
        done = [answer.done for answer in attempt.answers]
        self.place = done.index(False) if False in done else len(done)
        self._show()

    def show_me(self) -> None:
        """Ask for the proof of this question."""
        proof = proof_of(self._lesson, self.question) if self.question else None
        if proof is not None:
            self._take(self.attempt.looked(self.place))
            self.proof_wanted.emit(*proof)

    def walk(self, by: int) -> None:
        """Go to the option, or the line of the summary, above or below."""
        (self.summary.questions if self.at_end else self.page.options).walk(by)

    def begin(self) -> None:
        """Put the focus where reading begins; nothing is chosen there by Enter."""
        page = self.summary if self.at_end else self.page
        page.to_top()
        self._beginning.setFocus()

    @property
    def _beginning(self) -> QWidget:
        """Where reading begins: a screen reader reads it when it is led there."""
        return self.summary.headline if self.at_end else self.page.question

    def _write_beginning(self) -> None:
        if self.question is None:
            self.summary.show_attempt(self.attempt)
        else:
            self.page.ask(self.question)

    def heard(self) -> str:
        """Return what is said aloud of the page that is shown."""
        if self.question is None:
            return f"{self.summary.headline.text()}. {self._beside()}"
        return f"{self._beside()} {self.page.question.accessibleName()}"

    def _beside(self) -> str:
        """Return what is said of the page beside what reading begins with."""
        return self.summary.words.text() if self.at_end else f"{self.bar.place.text()}."

    def set_look(self, look: Look) -> None:
        """Style all pages of the quiz."""
        side = look.px(MARGIN)
        self._column.setContentsMargins(side, look.px(30), side, look.px(26))
        self._column.setSpacing(look.px(SPACING))
        self.empty.setFont(look.font(24))
        for part in (self.bar, self.page, self.summary, self.foot):
            part.set_look(look)

    def _take(self, attempt: Attempt, where: QWidget | None = None) -> None:
        """Show another attempt; *where* gets the keyboard, if anything."""
        self.attempt = attempt
        self._show_page()
        if where is not None:
            where.setFocus()
        self._show_foot()

    def _show(self) -> None:
        self._show_page()
        self._show_foot()

    def _show_page(self) -> None:
        """Show bar and page; with the foot as it was, the keyboard need not flee."""
        self.bar.show_attempt(self.attempt, self.place)
        if not self._lesson.quiz:
            self._pages.setCurrentWidget(self.empty)
            return
        question = self.question
        self.tell()
        if question is None:
            self.summary.show_attempt(self.attempt)
            self._pages.setCurrentWidget(self.summary)
            return
        self.page.show_question(question, self.answer)
        self.page.order_tabs(self.foot.buttons)
        self._pages.setCurrentWidget(self.page)

    def _show_foot(self) -> None:
        """Show the buttons of the page."""
        question = self.question
        if not self._lesson.quiz:
            self.foot.show_nothing()
            return
        if question is None:
            self.foot.show_summary()
            return
        helps = {
            "hint": bool(question.hint) and self.page.hint.isHidden(),
            "proof": proof_of(self._lesson, question) is not None,
        }
        if self.answer.done:
            last = self.place == len(self._lesson.quiz) - 1
            self.foot.show_done(last=last, **helps)
        else:
            self.foot.show_open(len(question.options), **helps)

    def _say(self, text: str, older: str = "") -> None:
        self.said.emit(text)
        announce(self, text, older=older)
