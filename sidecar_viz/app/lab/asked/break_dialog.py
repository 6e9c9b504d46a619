"""Break it: what can be done to a container or the pod at this second."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from sidecar_viz.app.dialog.field import inset_number
from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.dialog.pick import list_sheet
from sidecar_viz.app.dialog.press_list import PressList
from sidecar_viz.app.lab.asked.answers import Answers, Prediction
from sidecar_viz.app.lab.asked.class_votes import ClassVotes
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.choice_box import ChoiceBox
from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.words.announce import announce
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.pods.asking.breaks import (
    Break,
    BreakId,
    breaks_for,
    foreseen,
    guessed,
)
from sidecar_viz.pods.given.script import MOST_CODE
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import Run

MEASURES = Measures(
    width=560, height=760, side=26, top=22, bottom=20, spacing=12, heading=24
)
LEAST_LIST = 56  # of the design: more than a row is seen of a list
MOST = 3600  # seconds


class BreakDialog(QDialog):
    """Lists what can be broken; what has no effect is struck out, with its reason.

    Signals:
        chosen: the Break, and the number that was chosen with it.
        predicted: the Prediction that was made before it is done.
    """

    chosen = Signal(object, int)
    predicted: SignalOf[Prediction] = signal(object)

    def __init__(
        self,
        run: Run,
        t: float,
        who: str,
        parent: QWidget | None = None,
        *,
        predicting: bool = False,
    ) -> None:
        """List what can be done to *who* ("" is the pod) at the second *t*.

        *predicting*: what will change is not told beforehand, but asked.
        """
        super().__init__(parent)
        self._run, self._t, self._predicting = run, t, predicting
        heading = self.tr("Break it at {t}").format(t=seconds(t))
        self.frame = DialogFrame(self, heading, MEASURES)
        self.target = ChoiceBox(self)
        self.target.addItem(self.tr("the whole pod"), "")
        for name in run.lane:
            self.target.addItem(name, name)
        self._who = PlainLabel(self.tr("What is broken"), self)
        self._who.setBuddy(self.target)
        self.list = PressList(self)
        self.list.setAccessibleName(heading)
        self.list.setWordWrap(True)
        self.number = QSpinBox(self)
        self.number.setRange(0, MOST)
        self._unit = PlainLabel("", self)
        self._told = PlainLabel("", self)
        self._told.setWordWrap(True)
        self._breaks: tuple[Break, ...] = ()
        self.answers = Answers(self)
        self.answers.setVisible(predicting)
        self.votes = ClassVotes(self)
        self.votes.setVisible(predicting)
        self.do = KeyButton(self.tr("Do it"), "Enter", self, primary=True)
        self._lay_out()
        self.do.clicked.connect(self._take)
        self.target.currentIndexChanged.connect(lambda _at: self._fill())
        self.list.currentRowChanged.connect(self._tell)
        self.list.itemActivated.connect(lambda _item: self._take())
        self.answers.itemActivated.connect(lambda _item: self._take())
        self.answers.currentRowChanged.connect(lambda _row: self._allow())
        self.votes.counted.connect(self._allow)
        self.number.valueChanged.connect(lambda _value: self._foresee())
        at = self.target.findData(who)
        self.target.setCurrentIndex(max(0, at))
        self._fill()
        self.list.setFocus()

    def _lay_out(self) -> None:
        numbers = QHBoxLayout()
        numbers.addWidget(self._unit)
        numbers.addWidget(self.number)
        numbers.addStretch(1)
        broken = QHBoxLayout()
        broken.addWidget(self._who)
        broken.addWidget(self.target, 1)
        self.frame.column.addLayout(broken)
        self.frame.add(self.list, stretch=1)
        self.frame.name(self.list)
        self.frame.column.addLayout(numbers)
        self.frame.add(self._told)
        if self._predicting:
            self.frame.add(self.answers, stretch=1)
            self.frame.add(self.votes)
        cancel = EdgedButton(self.tr("Cancel"), "Esc", self)
        cancel.clicked.connect(self.reject)
        self.frame.add_buttons((cancel,), (self.do,))
        self._unit.setBuddy(self.number)

    @property
    def told(self) -> str:
        """What is said of the break that is chosen."""
        return self._told.text()

    def choose(self, what: BreakId) -> None:
        """Choose a break of the list, if it is in it."""
        ids = [one.id for one in self._breaks]
        if what in ids:
            self.list.setCurrentRow(ids.index(what))

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self.frame.set_look(look)
        for part in (self.list, self.target, self.number):
            part.setFont(look.font(16, MEDIUM))
        inset_number(self.number, look)
        for one in (self.list, self.answers):
            one.setMinimumHeight(round(look.text_px(LEAST_LIST)))
        self.list.setStyleSheet(list_sheet(look))
        self.answers.set_look(look)
        self.votes.set_look(look)
        self._told.setFont(look.font(16, MEDIUM))
        for label in (self._who, self._unit):
            label.setFont(look.font(15.5))
        self._fill()
        self.frame.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it, also from the fields; lists and buttons take their own."""
        fields = (self.target, self.number, *self.votes.boxes)
        if is_enter(event) and self.focusWidget() in fields:
            self._take()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        who = self.target.currentData() or None
        run = self._run
        menu = breaks_for(run.pod, run.script, run.trace, self._t, who, effects=False)
        self._breaks = menu
        before = self.list.currentRow()
        self.list.clear()
        for one in self._breaks:
            item = QListWidgetItem(self._words(one))
            if one.no_effect and not self._predicting:
                font = QFont(self.list.font())
                font.setStrikeOut(True)
                item.setFont(font)
                item.setForeground(QColor(self.frame.look.theme.muted))
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(before, len(self._breaks) - 1)))

    def _words(self, one: Break) -> str:
        number = "" if one.value is None else f" {one.value}"
        if self._predicting:  # when it takes hold, and whether, is still to come
            return f"{one.word}{number}"
        if one.no_effect:
            return self.tr("{word}{n}: no effect").format(word=one.word, n=number)
        when = one.takes_hold
        at = seconds(when) if isinstance(when, float) else self.tr("now")
        return self.tr("{word}{n}, {at}").format(word=one.word, n=number, at=at)

    def _tell(self, row: int) -> None:
        """Say beforehand what will change, or why nothing will."""
        if not 0 <= row < len(self._breaks):
            return
        one = self._breaks[row]
        has = one.value is not None
        self.number.setVisible(has)
        self._unit.setVisible(has)
        if one.value is not None:
            exits = one.id == "exit"
            self.number.setMaximum(MOST_CODE if exits else MOST)
            self.number.setValue(one.value)
            unit = self.tr("Exit code") if exits else self.tr("Seconds")
            self._unit.setText(unit)
            self.number.setAccessibleName(unit)  # Qt tells no change of a label
        self._foresee()

    def _foresee(self) -> None:
        """Say what will change, found by playing it; or ask for it."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._breaks):
            return
        one, run = self._breaks[row], self._run
        value = None if one.value is None else self.number.value()
        given = (run.pod, run.script, run.trace, self._t, one, value)
        if self._predicting:
            said = self.tr(
                "What will happen? Choose, or count the votes of the class; then do it."
            )
            guess = guessed(*given)
            self.answers.ask(guess)
            self.votes.ask(len(guess.options))
            self._allow()
        else:
            ahead = foreseen(*given)
            said = ahead.effect or ahead.no_effect
        if said != self._told.text():
            self._told.setText(said)
            if self.isVisible():  # else it is read with the dialog
                announce(self, said)

    def _allow(self) -> None:
        """Let it be done once an answer is given, by one or by the class."""
        given = bool(self.answers.given) or any(self.votes.counts)
        self.do.setEnabled(not self._predicting or given)

    def _take(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._breaks):
            return
        if not self.do.isEnabled():
            self.answers.setFocus()
            return
        self.accept()
        self.chosen.emit(self._breaks[row], self.number.value())
        if self._predicting:
            counts = self.votes.counts if any(self.votes.counts) else ()
            self.predicted.emit(self.answers.prediction(counts))
