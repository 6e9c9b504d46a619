"""The playhead of a run, in seconds of the pod, and the clock that moves it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.play.clock import Clock
from sidecar_viz.app.play.motion import Motion
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.core.easing import smooth
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.showing.way import Way

SPEEDS = (0.5, 1.0, 2.0, 5.0, 10.0)
SWEEP, BEAT = 0.35, 0.9  # seconds: the way to the next change, and the change itself
THROUGH_A_FOLD = 0.4  # seconds that playing through a fold takes


class LabPlayer(QObject):
    """Moves through a run.

    Attributes:
        way: through what it goes.
        moment: where the playhead is.

    Signals:
        moved: the Moment to show, whenever it is another one.
        arrived: the Moment at rest, for words: not with each frame.
        playing_changed: whether it plays.
        stayed: there is nothing further on (+1), or before it (-1).
    """

    moved: SignalOf[Moment] = signal(object)
    arrived: SignalOf[Moment] = signal(object)
    playing_changed: SignalOf[bool] = signal(bool)
    stayed: SignalOf[int] = signal(int)

    def __init__(self, way: Way, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.way = way
        self.moment = Moment()
        self.playing = False
        self.speed = 1.0
        self.motion: Motion = "full"
        self._sweep: tuple[float, float] | None = None
        self._swept = 0.0
        self._clock = Clock(self)
        self._clock.ticked.connect(self.advance)

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self._clock.running

    @property
    def at_end(self) -> bool:
        """Whether nothing more is to be seen."""
        return self.moment.t >= self.way.end

    def follow(self, way: Way) -> None:
        """Go another way from the same second on."""
        self.way = way
        self._sweep = None
        t = min(self.moment.t, way.end)
        self._go(Moment(t, t), settled=True)

    def next(self) -> None:
        """Finish the change under way, or go to the next second with one."""
        self.set_playing(playing=False)
        if self._sweep is not None or self.moment.beat < 1:
            goal = self._sweep[1] if self._sweep else self.moment.t
            self._settle(goal)
            return
        goal = self.way.next_stop(self.moment.t)
        if goal == self.moment.t:
            goal = self.way.end
        if goal == self.moment.t:
            self.stayed.emit(1)
            return
        self._set_off(goal)

    def back(self) -> None:
        """Go back to the last second before this one in which anything changed."""
        self.set_playing(playing=False)
        goal = self.way.stop_before(self.moment.t)
        if goal == self.moment.t and self._sweep is None:
            self.stayed.emit(-1)
            return
        self._settle(goal)

    def by(self, seconds: float) -> None:
        """Go on, or back, by so many seconds."""
        t = self.moment.t
        self.jump(t + seconds)
        if self.moment.t == t:
            self.stayed.emit(1 if seconds > 0 else -1)

    def jump(self, t: float) -> None:
        """Go to a second at once."""
        self.set_playing(playing=False)
        self._settle(max(0.0, min(self.way.end, t)))

    def scrub(self, t: float) -> None:
        """Hold the picture at a second; `release` ends it."""
        self.set_playing(playing=False)
        self._sweep = None
        t = max(0.0, min(self.way.end, t))
        self._go(Moment(t, t))

    def release(self) -> None:
        """Let go where the playhead is; a stop that is near is taken."""
        t = self.moment.t
        near = min(self.way.stops, key=lambda stop: abs(stop - t))
        close = abs(near - t) <= 0.006 * self.way.folded.shown
        self._settle(near if close else t)

    def set_playing(self, *, playing: bool) -> None:
        """Play on, or stop; at the end it begins again."""
        if playing == self.playing:
            return
        if playing and self.at_end:
            self._go(Moment())
        self._sweep = None
        self.playing = playing
        self.playing_changed.emit(playing)
        if not playing:
            self._go(Moment(self.moment.t, self.moment.t), settled=True)
        self._wind()

    def stop(self) -> None:
        """Come to rest where it is."""
        self.jump(self.moment.t)

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast as a pod lives."""
        self.speed = speed

    def set_motion(self, motion: Motion) -> None:
        """Move fully, gently (short), or not at all."""
        self.motion = motion

    def advance(self, elapsed: float) -> None:
        """Let *elapsed* seconds of the clock pass."""
        if self._sweep is not None:
            self._sweep_on(elapsed)
        elif self.playing:
            self._play_on(elapsed)
        elif self.moment.beat < 1:
            beat = min(1.0, self.moment.beat + elapsed / self._long(BEAT))
            self._go(Moment(self.moment.t, self.moment.at, beat), settled=beat >= 1)
        self._wind()

    def _long(self, seconds: float) -> float:
        return seconds if self.motion == "full" else seconds / 4

    def _set_off(self, goal: float) -> None:
        if self.motion == "none":
            self._settle(goal)
            return
        self._sweep, self._swept = (self.moment.t, goal), 0.0
        self._wind()

    def _sweep_on(self, elapsed: float) -> None:
        if self._sweep is None:
            return
        begin, goal = self._sweep
        self._swept += elapsed / self._long(SWEEP)
        if self._swept < 1:
            folded = self.way.folded
            one, other = folded.place(begin)[0], folded.place(goal)[0]
            t = folded.second(one + (other - one) * smooth(self._swept))
            self._go(Moment(t, t))
            return
        self._sweep = None
        self._go(Moment(goal, goal, 0.0))

    def _play_on(self, elapsed: float) -> None:
        t, way = self.moment.t, self.way
        fold = way.folded.fold_at(t + 1e-6)
        pace = self.speed if fold is None else fold.length / THROUGH_A_FOLD
        ahead = t + elapsed * pace
        stop = way.next_stop(t)
        at, beat = self.moment.at, self.moment.beat
        if t < stop <= ahead:
            ahead, at, beat = stop, stop, 0.0
        elif fold is not None and ahead > fold.end:
            ahead = fold.end
        elif beat < 1:
            beat = min(1.0, beat + elapsed / self._long(BEAT))
        if ahead >= way.end:
            self.set_playing(playing=False)
            self._settle(way.end)
            return
        self._go(Moment(ahead, at if beat < 1 else ahead, beat))

    def _settle(self, t: float) -> None:
        self._sweep = None
        self._go(Moment(t, t), settled=True)
        self._wind()

    def _go(self, moment: Moment, *, settled: bool = False) -> None:
        self.moment = moment
        self.moved.emit(moment)
        if settled:
            self.arrived.emit(moment)

    def _wind(self) -> None:
        moving = self._sweep is not None or self.playing or self.moment.beat < 1
        self._clock.wind(moving=moving, waiting=False)
