"""One of the two runs: its pod, its time line, and over each what run it is."""

from __future__ import annotations

from msgspec import structs
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from sidecar_viz.app.lab.views.line.time_line_view import TimeLineView
from sidecar_viz.app.lab.views.stage_view import LabStage
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import Run
from sidecar_viz.pods.showing.way import Way

SMALLER = 0.85  # stages beside each other, to the size of one


class TwinSide:
    """Shows one run with two pictures.

    Attributes:
        stage, line: its pod and its time line.
        heads: the words over each.
    """

    def __init__(
        self, run: Run, stage: LabStage, line: TimeLineView, parent: QWidget
    ) -> None:
        self._run = run
        self.stage, self.line = stage, line
        line.show_brief()
        self.heads = (PlainLabel("", parent), PlainLabel("", parent))
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        self.heads[1].setSizePolicy(ignored, preferred)

    @property
    def has_keyboard(self) -> bool:
        """Whether one of the two pictures has the keyboard."""
        return self.stage.hasFocus() or self.line.hasFocus()

    def show_run(self, run: Run, way: Way, word: str) -> None:
        """Show another run on the scale of a way, and let readers know which it is."""
        self._run = run
        self.stage.show_run(run)
        self.line.show_run(run, way)
        pod = QCoreApplication.translate("TwinView", "Pod, {run}")
        time_line = QCoreApplication.translate("TwinView", "Time line, {run}")
        self.stage.setAccessibleName(pod.format(run=word))
        self.line.setAccessibleName(time_line.format(run=word))

    def show_moment(self, moment: Moment) -> None:
        """Show it at a moment; after its end, as it ended."""
        end = min(moment.t, self._run.end)
        self.stage.show_moment(structs.replace(moment, t=end))
        self.line.show_moment(moment)

    def show_end(self, word: str, known: float) -> None:
        """Say over each picture which run it is of, and how that ends if it is *known*.

        It is known up to a second.
        """
        over = QCoreApplication.translate("TwinView", "over at {t}")
        run = self._run
        ends = over.format(t=seconds(run.last)) if run.over else run.stopped
        for head in self.heads:
            head.setWordWrap(False)
            head.setText(f"{word}: {ends}" if run.last <= known else word)

    def remark(self, words: str) -> None:
        """Say something over its time line, with all of its words."""
        self.heads[1].setWordWrap(True)
        self.heads[1].setText(words)

    def say(self, words: str) -> None:
        """Say something over its time line, as much as there is room for."""
        head = self.heads[1]
        elide, room = Qt.TextElideMode.ElideRight, self.line.width()
        head.setText(head.fontMetrics().elidedText(words, elide, room))

    def set_look(self, look: Look) -> None:
        """Paint in the colours and sizes of a look."""
        for head in self.heads:
            head.setFont(look.font(16, SEMIBOLD))
        self.stage.set_look(structs.replace(look, ui=look.ui * SMALLER))
        self.line.set_look(look)
