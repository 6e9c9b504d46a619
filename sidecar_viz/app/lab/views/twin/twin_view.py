"""Two runs of one pod that differ in one thing: pictures, time lines, words."""

from __future__ import annotations

from functools import partial

from msgspec import structs
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.lab.views.line.time_line_view import TimeLineView
from sidecar_viz.app.lab.views.stage_view import LabStage
from sidecar_viz.app.lab.views.tables.rows_model import rows
from sidecar_viz.app.lab.views.tables.rows_view import RowsView
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.choice_box import ChoiceBox
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import BOLD, SEMIBOLD
from sidecar_viz.paint.lab.line.laid_out import Mark
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.asking.said_of_change import said_of_change
from sidecar_viz.pods.asking.twin import (
    Difference,
    Switch,
    difference_lines,
    differences,
    outcome_rows,
    pod_with,
    script_with,
    switches_of,
)
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import Run, played
from sidecar_viz.pods.showing.way import Way, beside

HIGH, WIDE, WIDER = 36, 60, 80  # ems: for pictures, their words, and the manifest
EM = 16.0  # of the design
COLUMNS, ROWS = (14, 52, 34), (42, 58)  # shares of the room
SMALLER = 0.85  # stages beside each other, to the size of one


class TwinView(QWidget):
    """Shows a run beside its twin.

    Attributes:
        other: the twin's run.
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
        self._run, self.other = run, run
        self._t, self._em, self._hidden = 0.0, EM, False
        self._switches: tuple[Switch, ...] = ()
        self._found: tuple[Difference, ...] = ()
        self.switch = ChoiceBox(self)
        self._label = PlainLabel(self.tr("One switch"), self)
        self._label.setBuddy(self.switch)
        self._same = PlainLabel(self.tr("All else is the same"), self)
        self._same.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.only = KeyButton(self.tr("Only the differences"), "D", self, compact=True)
        self.only.setCheckable(True)
        self._yaml = RowsView(self.tr("What differs in the manifest"), self)
        self.stages = (LabStage(run, self), LabStage(run, self))
        self.outcomes = RowsView(self.tr("What comes of it"), self, grows=False)
        self.differences = RowsView(
            self.tr("Differences, in order of time"), self, grows=False
        )
        self.lines = (TimeLineView(run, self), TimeLineView(run, self))
        self._heads = tuple(PlainLabel("", self) for _ in range(4))
        self._lay_out()
        self.switch.activated.connect(lambda _at: self._choose())
        self.only.toggled.connect(lambda _on: self._show_all())
        self.differences.row_chosen.connect(self._go_to)
        for stage in self.stages:
            stage.guess_wanted.connect(self.guess_wanted)
            stage.break_wanted.connect(self.break_wanted)
        for n, line in enumerate(self.lines):
            line.show_brief()
            line.scrubbed.connect(self.scrubbed)
            line.released.connect(self.released)
            line.break_wanted.connect(self.break_wanted)
            line.bar_chosen.connect(partial(self._choose_bar, n))

    def _lay_out(self) -> None:
        self._bar = QFrame(self)
        self._bar.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._row = QHBoxLayout(self._bar)
        self._row.addWidget(self._label)
        self._row.addWidget(self.switch)
        self._row.addWidget(self.only)
        self._row.addStretch(1)
        self._row.addWidget(self._same)
        self._cards = tuple(QFrame(self) for _ in range(4))
        for card in self._cards:
            card.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        left, middle, right, low = self._cards
        column = QVBoxLayout(left)
        column.addWidget(self._yaml)
        both = QGridLayout(middle)
        for n, (head, stage) in enumerate(
            zip(self._heads[:2], self.stages, strict=True)
        ):
            both.addWidget(head, 0, n)
            both.addWidget(stage, 1, n)
        both.setRowStretch(1, 1)
        column = QVBoxLayout(right)
        column.addWidget(self.outcomes)
        column.addWidget(self.differences)
        column = QVBoxLayout(low)
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for head, line in zip(self._heads[2:], self.lines, strict=True):
            head.setSizePolicy(ignored, preferred)
            column.addWidget(head)
            column.addWidget(line, 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._bar, 0, 0, 1, 3)
        self._grid.addWidget(left, 1, 0)
        self._grid.addWidget(middle, 1, 1)
        self._grid.addWidget(right, 1, 2)
        self._grid.addWidget(low, 2, 0, 1, 3)
        self._grid.setRowStretch(2, ROWS[1])

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The parts that the keyboard goes through, in reading order."""
        return (
            *(self.switch, self._yaml, *self.stages),
            *(self.outcomes, self.differences, *self.lines),
        )

    def show_run(self, run: Run) -> None:
        """Show another run, with the same switch if it is there still."""
        chosen = self.switch.currentText()
        self._run = run
        self._switches = switches_of(run.pod)
        with QSignalBlocker(self.switch):
            self.switch.clear()
            for one in self._switches:
                self.switch.addItem(f"{one.word}: {one.now} / {one.then}")
            self.switch.setCurrentIndex(max(0, self.switch.findText(chosen)))
        self.switch.tell()
        self._choose()

    def show_moment(self, moment: Moment) -> None:
        """Show both runs at a moment."""
        self._t = moment.t
        for stage, run in zip(self.stages, (self._run, self.other), strict=True):
            stage.show_moment(structs.replace(moment, t=min(moment.t, run.end)))
        for line in self.lines:
            line.show_moment(moment)

    def set_hidden(self, *, hidden: bool) -> None:
        """Show nothing of what is ahead, as it is to be predicted; or show it."""
        self._hidden = hidden
        for line in self.lines:
            line.set_hidden(hidden=hidden)
        self._show_differences()

    def show_second(self, t: float) -> None:
        """Say what has come of it at a second."""
        self._t = t
        one, other = self._run, self.other
        found = outcome_rows(one.pod, one.trace, other.pod, other.trace, t)
        cells = [
            (row.word, row.both or row.one, "" if row.both else row.other)
            for row in found
        ]
        now, then = self._words()
        head = (self.tr("At {t}").format(t=seconds(t)), now, then)
        self.outcomes.show_rows(rows(head, cells, frozenset()))
        if self._hidden:
            self._show_differences()
        self._show_heads()

    def tell(self, run: Run, said: str) -> str:
        """Say something of a run over its time line, until the next second.

        Return it with the word for the run.
        """
        side = int(run is not self._run)
        words = f"{self._words()[side]}: {said}"
        head, room = self._heads[2 + side], self.lines[side].width()
        cut = head.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        head.setText(cut)
        return words

    def said(self, t: float) -> str:
        """Say which of the two runs changes at a second, and how; "" if none does."""
        runs = zip(self._words(), (self._run, self.other), strict=True)
        return "; ".join(
            f"{word}: {said_of_change(run.pod, run.trace, t)}"
            for word, run in runs
            if t in run.way.stops
        )

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        gap = look.px(8)
        self._row.setContentsMargins(look.px(16), gap, look.px(16), gap)
        self._row.setSpacing(look.px(14))
        self._grid.setSpacing(gap)
        self._grid.setContentsMargins(look.px(10), 0, look.px(10), 0)
        self._label.setFont(look.font(17, BOLD))
        self._same.setFont(look.font(15))
        self.switch.setFont(look.font(16))
        self.only.set_look(look)
        for head in self._heads:
            head.setFont(look.font(16, SEMIBOLD))
        small = structs.replace(look, ui=look.ui * SMALLER)
        for stage in self.stages:
            stage.set_look(small)
        for line in self.lines:
            line.set_look(look)
        for view in (self._yaml, self.outcomes, self.differences):
            view.set_look(look)
        self._em = look.text_px(EM)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave away what has no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the time lines the room of tables and pictures that had too little."""
        em = self._em
        high = self.height() >= HIGH * em
        manifest, pictures, words, _ = self._cards
        manifest.setVisible(high and self.width() >= WIDER * em)
        words.setVisible(high and self.width() >= WIDE * em)
        pictures.setVisible(high)
        for column, card in enumerate((manifest, pictures, words)):
            share = COLUMNS[column] if card.isVisibleTo(self) else 0
            self._grid.setColumnStretch(column, share)
        self._grid.setRowStretch(1, ROWS[0] if high else 0)

    def _words(self) -> tuple[str, str]:
        at = self.switch.currentIndex()
        if not 0 <= at < len(self._switches):
            return self.tr("this run"), self.tr("its twin")
        return self._switches[at].now, self._switches[at].then

    def _choose(self) -> None:
        """Play the twin that the switch makes, and compare."""
        run = self._run
        at = self.switch.currentIndex()
        if not 0 <= at < len(self._switches):
            self.other = run
        else:
            chosen = self._switches[at]
            twin = pod_with(run.pod, chosen)
            script = script_with(run.script, chosen)
            self.other = played(twin, script, run.version, run.pod)
            self._show_yaml(chosen)
        self._found = differences(run.pod, run.trace, self.other.pod, self.other.trace)
        self._show_all()

    def _show_yaml(self, chosen: Switch) -> None:
        signs = {"now": "−", "then": "+", "both": " "}
        lines = difference_lines(self._run.pod, chosen)
        cells = [(signs[line.side], line.text) for line in lines]
        lit = frozenset(n for n, line in enumerate(lines) if line.side != "both")
        self._yaml.show_rows(rows(("", self.tr("manifest")), cells, lit))

    def _show_heads(self) -> None:
        """Say over each picture which run it is of, and how that ends."""
        runs = zip(self._words(), (self._run, self.other), strict=True)
        for n, (word, run) in enumerate(runs):
            ends = self.tr("over at {t}").format(t=seconds(run.last))
            for head in (self._heads[n], self._heads[2 + n]):
                head.setText(f"{word}: {ends if run.over else run.stopped}")

    def _name_pictures(self) -> None:
        """Let readers know which run each picture is of."""
        pod, time_line = self.tr("Pod, {run}"), self.tr("Time line, {run}")
        for word, stage, line in zip(
            self._words(), self.stages, self.lines, strict=True
        ):
            stage.setAccessibleName(pod.format(run=word))
            line.setAccessibleName(time_line.format(run=word))

    def _choose_bar(self, side: int, who: str, t: float) -> None:
        self.bar_chosen.emit((self._run, self.other)[side], who, t)

    def _show_all(self) -> None:
        runs = (self._run, self.other)
        self._name_pictures()
        way = beside(runs[0].way, runs[1].way)
        self.only.setEnabled(bool(self._found))
        if self.only.isChecked() and self._found:
            way = Way(way.end, self._apart(), alone=True)
        for stage, run in zip(self.stages, runs, strict=True):
            stage.show_run(run)
        for line, run in zip(self.lines, runs, strict=True):
            line.show_run(run, way)
        self._show_differences()
        self.show_second(self._t)
        self.way_changed.emit(way)

    def _show_differences(self) -> None:
        """List where the runs differ; of what is to be predicted, nothing."""
        now, then = self._words()
        cells = [
            (str(n), seconds(one.t), one.said_a, one.said_b)
            for n, one in enumerate(self._found, start=1)
            if not self._ahead(one.t)
        ]
        if not cells:
            none = self.tr("Nothing differs yet.") if self._hidden else ""
            cells = [("", "", none or self.tr("Nothing differs."), "")]
        columns = ("", self.tr("AT"), now.upper(), then.upper())
        self.differences.show_rows(rows(columns, cells, frozenset()))
        for n, line in enumerate(self.lines):
            line.show_marks(self._marks(n))

    def _ahead(self, t: float) -> bool:
        return self._hidden and t > self._t

    def _apart(self) -> tuple[float, ...]:
        """Return the seconds in which the runs differ or the pod is acted on, and 0."""
        spots = {t for d in self._found for t in (d.t, d.at_a, d.at_b) if t is not None}
        return tuple(sorted({0.0, *spots, *(deed.t for deed in self._run.deeds)}))

    def _marks(self, side: int) -> tuple[Mark, ...]:
        found = []
        for number, one in enumerate(self._found, start=1):
            at = one.at_b if side else one.at_a
            if at is not None and not self._ahead(at):
                found.append(Mark(at, number, one.who))
        return tuple(found)

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.second_wanted.emit(self._found[row].t)
