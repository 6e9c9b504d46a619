"""Two runs of one pod that differ in one thing: pictures, time lines, words."""

from __future__ import annotations

from functools import partial
from math import inf

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.lab.views.line.time_line_view import TimeLineView
from sidecar_viz.app.lab.views.stage_view import LabStage
from sidecar_viz.app.lab.views.tables.rows_model import rows
from sidecar_viz.app.lab.views.tables.rows_view import RowsView
from sidecar_viz.app.lab.views.twin.switch_bar import SwitchBar
from sidecar_viz.app.lab.views.twin.twin_cards import TwinCards
from sidecar_viz.app.lab.views.twin.twin_side import TwinSide
from sidecar_viz.app.lab.views.twin.two_runs import TwoRuns, two_runs
from sidecar_viz.app.lab.views.why_line import WhyLine
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.asking.twin import Switch, difference_lines, switches_of
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import Run
from sidecar_viz.pods.showing.way import Way


class TwinView(QWidget):
    """Shows a run beside its twin.

    Attributes:
        switch: what is chosen to be switched.
        only: whether nothing but the differences is shown.
        stages, lines: the pods and the time lines of both runs.
        outcomes: the table of what has come of it.
        differences: the table of what differs.

    Signals:
        way_changed: the Way through both runs.
        guess_wanted: a container whose assumptions are to be changed, for both runs.
        break_wanted: a container, "" for the pod, to be broken in both runs.
        bar_chosen: the Run, a container, and a second in the bar that was chosen.
        second_wanted: the second of a difference that was chosen.
        scrubbed, released: as of a time line.
    """

    way_changed: SignalOf[Way] = signal(object)
    guess_wanted: SignalOf[str] = signal(str)
    break_wanted: SignalOf[str] = signal(str)
    bar_chosen: SignalOf[Run, str, float] = signal(object, str, float)
    second_wanted: SignalOf[float] = signal(float)
    scrubbed: SignalOf[float] = signal(float)
    released: SignalOf[()] = signal()

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._both = self._alone(run)
        self._t, self._hidden = 0.0, False
        self._chosen = self._remarked = ""
        self._bar = SwitchBar(self)
        self.switch, self.only = self._bar.choice, self._bar.only
        self._yaml = RowsView(self.tr("What differs in the manifest"), self)
        self.stages = (LabStage(run, self), LabStage(run, self))
        self.outcomes = RowsView(self.tr("What comes of it"), self, grows=False)
        self.differences = RowsView(
            self.tr("Differences, in order of time"), self, grows=False
        )
        self.lines = (TimeLineView(run, self), TimeLineView(run, self))
        one, other = (
            TwinSide(run, stage, line, self)
            for stage, line in zip(self.stages, self.lines, strict=True)
        )
        self._sides = (one, other)
        self._remark = WhyLine(self)
        words = (self.outcomes, self.differences)
        self._cards = TwinCards(
            self, self._bar, self._yaml, self._sides, words, self._remark
        )
        self.switch.activated.connect(lambda _at: self._choose())
        self.only.toggled.connect(lambda _on: self._show_all())
        self.differences.row_chosen.connect(self._go_to)
        for n, side in enumerate(self._sides):
            self._connect(n, side.stage, side.line)

    def _connect(self, n: int, stage: LabStage, line: TimeLineView) -> None:
        stage.guess_wanted.connect(self.guess_wanted)
        stage.break_wanted.connect(self.break_wanted)
        line.scrubbed.connect(self.scrubbed)
        line.released.connect(self.released)
        line.break_wanted.connect(self.break_wanted)
        line.bar_chosen.connect(partial(self._choose_bar, n))
        stage.card_focused.connect(line.focus_on)
        line.lane_focused.connect(stage.focus_on)
        line.lane_focused.connect(self._note)

    def _note(self, who: str) -> None:
        self._chosen = who

    @property
    def chosen(self) -> str:
        """The container chosen where the keyboard is, or last; "" for none."""
        held = (side.line.focused for side in self._sides if side.has_keyboard)
        return next(held, "") or self._chosen

    @property
    def other(self) -> Run:
        """The twin's run."""
        return self._both.runs[1]

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The parts that the keyboard goes through, in reading order."""
        return (
            *(self.switch, self._yaml, *self.stages),
            *(self.outcomes, self.differences, *self.lines),
        )

    def show_run(self, run: Run) -> None:
        """Show another run, with the same switch if it is there still."""
        self._both = self._alone(run)
        self._chosen = self._chosen if self._chosen in run.lane else ""
        self._bar.show_switches(switches_of(run.pod))
        self._choose()

    def show_moment(self, moment: Moment) -> None:
        """Show both runs at a moment."""
        self._t = moment.t
        for side in self._sides:
            side.show_moment(moment)

    def set_hidden(self, *, hidden: bool) -> None:
        """Show nothing of what is ahead, as it is to be predicted; or show it."""
        self._hidden = hidden
        for line in self.lines:
            line.set_hidden(hidden=hidden)
        self._show_differences()
        self._show_ends()

    def show_second(self, t: float) -> None:
        """Say what has come of it at a second."""
        self._t = t
        cells = [
            (row.word, row.both or row.one, "" if row.both else row.other)
            for row in self._both.outcomes(t)
        ]
        head = (self.tr("At {t}").format(t=seconds(t)), *self._both.words)
        self.outcomes.show_rows(rows(head, cells, frozenset()))
        if self._hidden:
            self._show_differences()
        self._remarked = ""
        self._show_ends()
        self._cards.show_remark(shown=False)

    def tell(self, run: Run, said: str) -> str:
        """Say something of a run over its time line, until the next second.

        Return it with the word for the run.
        """
        side = self._both.side(run)
        words = f"{self._both.words[side]}: {said}"
        self._sides[side].say(words)
        return words

    def remark(self, said: str) -> None:
        """Show a message between pods and time lines, until the next second.

        In a low window it is over the first time line, which keeps its room.
        """
        self._remarked, roomy = said, self._cards.roomy
        self._remark.show_bar(said, "")
        self._cards.show_remark(shown=roomy)
        if not roomy:
            self._sides[0].remark(said)

    def said(self, t: float) -> str:
        """Say which of the two runs changes at a second, and how; "" if none does."""
        return self._both.said(t)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._bar.set_look(look)
        for side in self._sides:
            side.set_look(look)
        for view in (self._yaml, self.outcomes, self.differences, self._remark):
            view.set_look(look)
        self._cards.set_look(look)
        self._cards.arrange(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave away what has no room."""
        super().resizeEvent(event)
        self._cards.arrange(self)
        if self._remarked:
            self._show_ends()
            self.remark(self._remarked)

    def _alone(self, run: Run) -> TwoRuns:
        """Return a run that has no other twin than itself."""
        return TwoRuns((self.tr("this run"), self.tr("its twin")), (run, run))

    def _choose(self) -> None:
        """Play the twin that the switch makes, and compare."""
        run, chosen = self._both.runs[0], self._bar.chosen
        if chosen is None:
            self._both = self._alone(run)
        else:
            self._both = two_runs(run, chosen)
            self._show_yaml(run, chosen)
        self._show_all()

    def _show_yaml(self, run: Run, chosen: Switch) -> None:
        signs = {"now": "−", "then": "+", "both": " "}
        lines = difference_lines(run.pod, chosen)
        cells = [(signs[line.side], line.text) for line in lines]
        lit = frozenset(n for n, line in enumerate(lines) if line.side != "both")
        self._yaml.show_rows(rows(("", self.tr("manifest")), cells, lit))

    def _choose_bar(self, side: int, who: str, t: float) -> None:
        self.bar_chosen.emit(self._both.runs[side], who, t)

    def _show_all(self) -> None:
        both = self._both
        self.only.setEnabled(bool(both.found))
        only = self.only.isChecked() and bool(both.found)
        way = both.way_apart if only else both.way
        for n, side in enumerate(self._sides):
            side.show_run(both.runs[n], way, both.words[n])
        self._show_differences()
        self.show_second(self._t)
        self.way_changed.emit(way)

    def _show_differences(self) -> None:
        """List where the runs differ; of what is to be predicted, nothing."""
        now, then = self._both.words
        cells = [
            (str(n), seconds(one.t), one.said_a, one.said_b)
            for n, one in self._both.listed(self._known)
        ]
        if not cells:
            none = self.tr("Nothing differs yet.") if self._hidden else ""
            cells = [("", "", none or self.tr("Nothing differs."), "")]
        columns = ("", self.tr("AT"), now.upper(), then.upper())
        self.differences.show_rows(rows(columns, cells, frozenset()))
        for n, line in enumerate(self.lines):
            line.show_marks(self._both.marks(n, self._known))

    def _go_to(self, row: int) -> None:
        listed = self._both.listed(self._known)
        if 0 <= row < len(listed):
            _, one = listed[row]
            self.second_wanted.emit(one.t)

    @property
    def _known(self) -> float:
        """The second up to which anything may be told."""
        return self._t if self._hidden else inf

    def _show_ends(self) -> None:
        for side, word in zip(self._sides, self._both.words, strict=True):
            side.show_end(word, self._known)
