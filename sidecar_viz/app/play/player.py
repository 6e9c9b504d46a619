"""The only owner of the playhead, the timeline and the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.core.playhead import Playhead

if TYPE_CHECKING:
    from sidecar_viz.core.course.timeline import Timeline
    from sidecar_viz.core.stage import Stage

Motion = Literal["full", "gentle", "none"]

FRAME, CALM_FRAME = 16, 33  # milliseconds: while moving; while a step is rested at
DWELL = 2.5  # seconds that autoplay rests at a step, at least
LOOP_DWELL = 0.9  # seconds between two rounds of a looped step
GENTLE_MOVE = 0.35  # seconds that a gentle move takes
LONGEST_TICK = 0.25  # seconds; after a hiccup the film goes on, it does not leap
SLOWEST, FASTEST = 0.25, 2.0
SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class Player(QObject):
    """Moves through a timeline.

    Attributes:
        dwell: seconds that autoplay rests at a step at least, at whatever speed, for
            what is told of it to be spoken.
        reading: seconds that it rests at least, at the usual speed, for the step's
            words to be read.

    Signals:
        step_changed: the step whose words hold, once when a move begins.
        moved: the Playhead, whenever it is elsewhere.
        stage_changed: the Stage to show.
        playing_changed: whether autoplay runs.
        looping_changed: whether the step is being looped.
        still_changed: whether nothing moves, as somebody wanted it.
        speed_changed: the new speed.
    """

    step_changed: SignalOf[int] = signal(int)
    moved: SignalOf[Playhead] = signal(object)
    stage_changed: SignalOf[Stage] = signal(object)
    playing_changed: SignalOf[bool] = signal(bool)
    looping_changed: SignalOf[bool] = signal(bool)
    still_changed: SignalOf[bool] = signal(bool)
    speed_changed: SignalOf[float] = signal(float)
    _begun = Signal()

    def __init__(self, timeline: Timeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timeline = timeline
        self.playhead = Playhead()
        self.speed = 1.0
        self.motion: Motion = "full"
        self.playing = False
        self.looping = False
        self.still = False
        self.scrubbing = False
        self.dwell = 0.0
        self.reading = 0.0
        self._then: int | None = None
        self._rested = 0.0
        self._since = QElapsedTimer()
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._begun.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    @property
    def target(self) -> int:
        """The step whose words hold."""
        return self.playhead.target

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self._clock.isActive()

    def stage(self) -> Stage:
        """Return the stage now."""
        return self.timeline.stage_at(self.playhead.position)

    def load(self, timeline: Timeline, *, keep_step: bool = True) -> None:
        """Play another timeline, at the same step if there is one."""
        self.set_playing(playing=False)
        self.timeline = timeline
        step = self.playhead.target if keep_step else 0
        self._go(Playhead().jumped(step, timeline.end), always=True)

    def step(self, by: int) -> None:
        """Finish the move under way, or begin the next (+1) or take one back (-1)."""
        self.scrubbing = False
        playhead = self.playhead.stepped(by, self.timeline.end)
        self._go(playhead.settled() if self._cuts() else playhead)

    def jump(self, step: int) -> None:
        """Cut to a step."""
        self.scrubbing = False
        self._go(self.playhead.jumped(step, self.timeline.end))

    def first(self) -> None:
        """Cut to the start."""
        self.jump(0)

    def last(self) -> None:
        """Cut to the last step."""
        self.jump(self.timeline.end)

    def scrub(self, position: float) -> None:
        """Hold the picture at *position*."""
        self.set_playing(playing=False)
        self.scrubbing = True
        self._go(self.playhead.scrubbed(position, self.timeline.end))

    def release_scrub(self) -> None:
        """Let go: move on to the nearest step."""
        self.scrubbing = False
        playhead = self.playhead.nearest(self.timeline.end)
        self._go(playhead.settled() if self._cuts() else playhead)

    def scrub_inside(self, by: float) -> None:
        """Creep a part of a step on or back, and stay there."""
        self.scrub(round(self.playhead.position + by, 2))

    def arrive(self) -> None:
        """Finish the move under way, if there is one."""
        if self._moving():
            self._go(self.playhead.settled())

    def replay(self) -> None:
        """Show once more how this step is entered."""
        self.scrubbing = False
        step = self.target
        if step > 0 and not self._cuts():
            self._go(Playhead(step - 1.0, step))
        else:
            self._go(self.playhead.settled())

    def replay_backwards(self) -> None:
        """Play this step backwards, then forwards to where it was."""
        self.scrubbing = False
        step = self.target
        if step > 0 and not self._cuts():
            self._go(Playhead(float(step), step), back_to=step - 1)
        else:
            self._go(self.playhead.settled())

    def set_playing(self, *, playing: bool) -> None:
        """Let autoplay run or stop; at the end it begins again from the start."""
        if playing == self.playing:
            return
        if playing:
            self.set_still(still=False)
        self.playing = playing
        self.scrubbing = False
        self._rested = 0.0
        if playing and self.playhead.position >= self.timeline.end:
            self.jump(0)
        if playing and self.playhead.resting:
            self.step(1)
        self.playing_changed.emit(playing)
        self._wind()

    def toggle_playing(self) -> None:
        """Play, or pause."""
        self.set_playing(playing=not self.playing)

    def set_looping(self, *, looping: bool) -> None:
        """Play this step again and again, or no longer."""
        if looping != self.looping:
            if looping:
                self.set_still(still=False)
            self.looping = looping
            self._rested = LOOP_DWELL
            self.looping_changed.emit(looping)
            self._wind()

    def set_speed(self, speed: float) -> None:
        """Play faster or slower: 0.25 to 2."""
        speed = max(SLOWEST, min(FASTEST, speed))
        if speed != self.speed:
            self.speed = speed
            self.speed_changed.emit(speed)

    def speed_by(self, by: int) -> float:
        """Return the next faster (+1) or slower (-1) speed that can be chosen."""
        near = min(range(len(SPEEDS)), key=lambda at: abs(SPEEDS[at] - self.speed))
        return SPEEDS[max(0, min(len(SPEEDS) - 1, near + by))]

    def set_motion(self, motion: Motion) -> None:
        """Move fully, gently (short), or not at all."""
        if motion == self.motion:
            return
        self.motion = motion
        if motion == "none":
            self.set_looping(looping=False)
            self._go(self.playhead.settled())
        self._show()
        self._wind()

    def set_still(self, *, still: bool) -> None:
        """Stop all that moves at once, as it is; or let it go on from there.

        Meanwhile steps arrive at once. Who plays or loops wants motion again.
        """
        if still == self.still:
            return
        self.still = still
        if still:
            self.set_playing(playing=False)
            self.set_looping(looping=False)
        self.still_changed.emit(still)
        self._wind()

    def tick(self, since: float) -> None:
        """Let the time since the last tick pass (in seconds).

        After a hiccup the film goes on where it was, it does not leap.
        """
        self.advance(min(LONGEST_TICK, since))

    def advance(self, elapsed: float) -> None:
        """Let *elapsed* seconds pass; while all stands still, none do."""
        if self.still:
            return
        position = self.playhead.position
        if self._moving():
            self._move(elapsed * self.speed)
        elif not self.scrubbing:
            self._rest(elapsed * self.speed)
        if self.playhead.position != position:
            self._show()
        self._wind()

    def _move(self, elapsed: float) -> None:
        pace = self.timeline.seconds if self.motion == "full" else _gently
        if self._then is not None:
            way = Playhead(self.playhead.position, self._then)
            way = way.advanced(elapsed, pace)
            self.playhead = Playhead(way.position, self.playhead.target)
            if way.resting:
                self._then = None
        else:
            self.playhead = self.playhead.advanced(elapsed, pace)
        self._rested = 0.0
        self.moved.emit(self.playhead)

    def _rest(self, elapsed: float) -> None:
        self._rested += elapsed
        if self.looping and self._rested >= LOOP_DWELL:
            self._rested = 0.0
            self.replay()
        elif self.playing and self._rested >= self._rest_time():
            self._rested = 0.0
            self.step(1)
        if self.playing and self.playhead.position >= self.timeline.end:
            self.set_playing(playing=False)

    def _rest_time(self) -> float:
        """Return how long autoplay rests at this step, in seconds of its speed."""
        return max(DWELL, self.reading, self.dwell * self.speed)

    def _go(
        self,
        playhead: Playhead,
        *,
        always: bool = False,
        back_to: int | None = None,
    ) -> None:
        """Move the playhead; tell it, and first whether other words hold now."""
        words = always or playhead.target != self.playhead.target
        self.playhead = playhead
        self._then = back_to
        self._rested = 0.0
        if words:
            self.step_changed.emit(playhead.target)
        self.moved.emit(playhead)
        self._show()
        self._wind()

    def _show(self) -> None:
        self.stage_changed.emit(self.stage())

    def _cuts(self) -> bool:
        """Return whether steps are there at once."""
        return self.still or self.motion == "none"

    def _moving(self) -> bool:
        going = self._then is not None or not self.playhead.resting
        return going and not self.scrubbing

    def _wind(self) -> None:
        """Let the clock run exactly while something moves."""
        if self.still:
            self._clock.stop()
        elif self._moving():
            begins = not self._clock.isActive() or self._clock.interval() != FRAME
            self._run(FRAME)
            if begins:
                self._begun.emit()
        elif self.playing or self.looping:
            self._run(CALM_FRAME)
        else:
            self._clock.stop()

    def _run(self, interval: int) -> None:
        if not self._clock.isActive():
            self._since.start()
            self._clock.start(interval)
        elif self._clock.interval() != interval:
            self._clock.setInterval(interval)

    def _begin(self) -> None:
        """Paint a move's first frame at once, together with its words."""
        if self._moving():
            self._since.restart()
            self.advance(FRAME / 1000)

    def _tick(self) -> None:
        self.tick(self._since.restart() / 1000)


def _gently(_step: int) -> float:
    return GENTLE_MOVE
