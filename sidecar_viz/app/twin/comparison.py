"""Plays the lesson's own run in step with a what-if, while both are wanted."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.words.step_words import step_words
from sidecar_viz.core.beside.differing import differing
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.stage import Stage


class Moment(Struct, frozen=True):
    """The lesson's own *stage* now, and the ids of what the what-if has otherwise."""

    stage: Stage
    differs: frozenset[str]


class Comparison(QObject):
    """Knows the lesson's own run while a what-if is shown.

    Both runs have one playhead and one camera: that of the what-if. Nothing lies
    over the lesson's stage, as nothing lies over a what-if's.

    Signals:
        turned: whether two runs are shown from now on, or those of another what-if.
        begun: the Moment of a move's first frame, to be painted at once.
        moved: the Moment to show beside the what-if.
        described: in words what is to be seen of the lesson's own run.
    """

    turned: SignalOf[bool] = signal(bool)
    begun: SignalOf[Moment] = signal(object)
    moved: SignalOf[Moment] = signal(object)
    described: SignalOf[str] = signal(str)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        """Compare nothing yet."""
        super().__init__(parent)
        self._player = player
        self._timeline = player.timeline
        self._usual: Timeline | None = None
        self._wanted = False
        player.begun.connect(self._begin)
        player.stage_changed.connect(self._follow)
        player.step_changed.connect(self._describe)

    @property
    def timeline(self) -> Timeline:
        """What is played: the lesson, or the what-if that may be compared with it."""
        return self._timeline

    @property
    def on(self) -> bool:
        """Whether two runs are shown."""
        return self._usual is not None

    def show_course(self, timeline: Timeline) -> None:
        """Compare another what-if, or nothing; its first stage must follow."""
        self._timeline = timeline
        self._turn()

    def set_wanted(self, *, wanted: bool) -> None:
        """Show two runs whenever there is a what-if, or only one from now on."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._turn()
            self.tell()

    def tell(self) -> None:
        """Tell the moment and its words once more, to whoever follows since then."""
        self._describe(self._player.target)
        self._follow(self._player.stage())

    def moment(self) -> Moment | None:
        """Return what stands beside the what-if now; None while nothing does."""
        return self._moment(self._player.stage())

    def _turn(self) -> None:
        before = self._usual
        self._usual = None
        if self._wanted and self._timeline.course.what_if is not None:
            self._usual = Timeline(self._timeline.lesson)
        if before is not None or self._usual is not None:
            self.turned.emit(self.on)

    def _begin(self, stage: Stage) -> None:
        moment = self._moment(stage)
        if moment is not None:
            self.begun.emit(moment)

    def _follow(self, stage: Stage) -> None:
        moment = self._moment(stage)
        if moment is not None:
            self.moved.emit(moment)

    def _describe(self, step: int) -> None:
        if self._usual is not None and step <= self._usual.end:
            self.described.emit(step_words(self._usual.course, step).describe)

    def _moment(self, stage: Stage) -> Moment | None:
        if self._usual is None or self._player.timeline is not self._timeline:
            return None
        usual = self._usual.stage_at(self._player.playhead.position)
        usual = replace(usual, scene=None, shown=0.0, shot=stage.shot)
        return Moment(usual, differing(stage, usual))
