"""The only owner of the playhead, the timeline and the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sidecar_viz.app.play.clock import FRAME, Clock
from sidecar_viz.app.play.curtain import Curtain
from sidecar_viz.app.play.dwelling import Dwelling
from sidecar_viz.app.play.motion import Motion, pace_of
from sidecar_viz.app.play.speeds import FASTEST, SLOWEST
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.core.playhead import Playhead

if TYPE_CHECKING:
    from sidecar_viz.core.course.timeline import Timeline
    from sidecar_viz.core.stage import Stage


class Player(QObject):
    """Moves through a timeline.

    Attributes:
        clock: what lets it move on.
        dwelling: how long a step rests before autoplay goes on.

    Signals:
        step_changed: the step whose words hold, once when a move begins; the last one
            once more when the ending comes or goes.
        begun: the Stage of the first frame of a move that begins at rest, to be painted
            before all else: words and tables, which follow, let no picture wait.
        moved: the Playhead, whenever it is elsewhere.
        stage_changed: the Stage to show.
        playing_changed: whether autoplay runs.
        looping_changed: whether the step is being looped.
        still_changed: whether nothing moves, as somebody wanted it.
        speed_changed: the new speed.
    """

    step_changed: SignalOf[int] = signal(int)
    begun: SignalOf[Stage] = signal(object)
    moved: SignalOf[Playhead] = signal(object)
    stage_changed: SignalOf[Stage] = signal(object)
    playing_changed: SignalOf[bool] = signal(bool)
    looping_changed: SignalOf[bool] = signal(bool)
    still_changed: SignalOf[bool] = signal(bool)
    speed_changed: SignalOf[float] = signal(float)

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
        self._curtain = Curtain()
        self.dwelling = Dwelling()
        self._then: int | None = None
        self.clock = Clock(self)
        self.clock.ticked.connect(self.advance)

    @property
    def target(self) -> int:
        """The step whose words hold."""
        return self.playhead.target

    @property
    def ended(self) -> bool:
        """Whether the lesson's ending is shown, after the last step."""
        return self._curtain.ended

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self.clock.running

    def stage(self) -> Stage:
        """Return the stage now."""
        return self._curtain.stage(self.timeline, self.playhead.position)

    def load(self, timeline: Timeline, *, keep_step: bool = True) -> None:
        """Play another timeline, at the same step if there is one."""
        self.set_playing(playing=False)
        self.timeline = timeline
        step = self.playhead.target if keep_step else 0
        self._go(Playhead().jumped(step, timeline.end), always=True)

    def step(self, by: int) -> None:
        """Finish the move under way, or begin the next (+1) or take one back (-1)."""
        self.scrubbing = False
        if self.ended or (by > 0 and self._at_end()):
            self._show_ending(shown=by > 0 and self.timeline.ends)
            return
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
        """Cut to the last step; there, to the ending."""
        if self._at_end():
            self._show_ending(shown=self.timeline.ends)
        else:
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

    def arrive(self) -> None:
        """Finish the move under way, if there is one."""
        if self._moving():
            self._go(self.playhead.settled())

    def replay(self) -> None:
        """Show once more how this step is entered."""
        self._enter(self.target - 1.0)

    def replay_backwards(self) -> None:
        """Play this step backwards, then forwards to where it was."""
        self._enter(float(self.target), back_to=self.target - 1)

    def lift_opening(self, *, lifted: bool) -> None:
        """Show the actors behind the opening, to be chosen from; or the opening."""
        if lifted != self._curtain.lifted:
            self._curtain.lifted = lifted
            self.stage_changed.emit(self.stage())

    def set_playing(self, *, playing: bool) -> None:
        """Let autoplay run or stop; at the end it begins again from the start."""
        if playing == self.playing:
            return
        if playing:
            self.set_still(still=False)
        self.playing = playing
        self.scrubbing = False
        self.dwelling.begin()
        if playing and self.playhead.position >= self.timeline.end:
            self.jump(0)
        if playing and self.playhead.resting:
            self.step(1)
        self.playing_changed.emit(playing)
        self._resume()

    def set_looping(self, *, looping: bool) -> None:
        """Play this step again and again, or no longer."""
        if looping != self.looping:
            if looping:
                self.set_still(still=False)
            self.looping = looping
            self.dwelling.end_round()
            self.looping_changed.emit(looping)
            self._resume()

    def set_speed(self, speed: float) -> None:
        """Play faster or slower: 0.25 to 2."""
        speed = max(SLOWEST, min(FASTEST, speed))
        if speed != self.speed:
            self.speed = speed
            self.speed_changed.emit(speed)

    def set_motion(self, motion: Motion) -> None:
        """Move fully, gently (short), or not at all."""
        if motion == self.motion:
            return
        self.motion = motion
        self._curtain.calm = motion != "full"
        if motion == "none":
            self.set_looping(looping=False)
            if not self.ended:
                self._go(self.playhead.settled())
        self.stage_changed.emit(self.stage())
        self._wind()

    def hold_camera(self, *, held: bool) -> None:
        """Let the camera stay with the whole stage, or come near to what moves."""
        if held != self._curtain.held:
            self._curtain.held = held
            self.stage_changed.emit(self.stage())

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
        self._resume()

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
            self.stage_changed.emit(self.stage())
        self._wind()

    def _move(self, elapsed: float) -> None:
        self._go_on(elapsed)
        self.dwelling.begin()
        self.moved.emit(self.playhead)

    def _go_on(self, elapsed: float) -> None:
        """Let the playhead go on for so many seconds of the lesson."""
        pace = pace_of(self.motion, self.timeline.seconds)
        if self._then is not None:
            way = Playhead(self.playhead.position, self._then)
            way = way.advanced(elapsed, pace)
            self.playhead = Playhead(way.position, self.playhead.target)
            if way.resting:
                self._then = None
        else:
            self.playhead = self.playhead.advanced(elapsed, pace)

    def _rest(self, elapsed: float) -> None:
        self.dwelling.rest(elapsed)
        if self.looping and self.dwelling.round_is_due():
            self.dwelling.begin()
            self.replay()
        elif self.playing and self.dwelling.step_is_due(self.speed):
            self.dwelling.begin()
            self.step(1)
        if self.playing and self._at_end() and self.ended == self.timeline.ends:
            self.set_playing(playing=False)

    def _enter(self, begin: float, *, back_to: int | None = None) -> None:
        """Show once more how this step is entered, if anything moves at all."""
        self.scrubbing = False
        if self.target > 0 and not self._cuts():
            self._go(Playhead(begin, self.target), back_to=back_to)
        else:
            self._go(self.playhead.settled())

    def _go(
        self, playhead: Playhead, *, always: bool = False, back_to: int | None = None
    ) -> None:
        """Move the playhead; tell it, and first whether other words hold now."""
        words = always or self.ended or playhead.target != self.playhead.target
        self.playhead, self._curtain.ended = playhead, False
        self._then = back_to
        self.dwelling.begin()
        if self._wind():
            self._begin()
        if words:
            self.step_changed.emit(playhead.target)
        self.moved.emit(self.playhead)
        self.stage_changed.emit(self.stage())
        self._wind()

    def _at_end(self) -> bool:
        """Return whether it rests at the last step, or after it."""
        resting = self.playhead.resting and self._then is None
        return resting and self.playhead.target >= self.timeline.end

    def _show_ending(self, *, shown: bool) -> None:
        """Show the ending, or the last step at rest again; tell it if that is new."""
        if shown == self.ended:
            return
        self._curtain.ended = shown
        self.dwelling.begin()
        self.step_changed.emit(self.playhead.target)
        self.stage_changed.emit(self.stage())
        self._wind()

    def _cuts(self) -> bool:
        """Return whether steps are there at once."""
        return self.still or self.motion == "none"

    def _moving(self) -> bool:
        going = self._then is not None or not self.playhead.resting
        return going and not self.scrubbing

    def _wind(self) -> bool:
        """Let the clock run exactly while something moves; tell if that begins now."""
        waiting = (self.playing or self.looping) and not self.ended
        live = not self.still
        return self.clock.wind(moving=live and self._moving(), waiting=live and waiting)

    def _begin(self) -> None:
        """Have a move's first frame painted; time counts from then on."""
        self._go_on(FRAME / 1000 * self.speed)
        self.begun.emit(self.stage())
        self.clock.restart()

    def _resume(self) -> None:
        """Let what stood still go on at once, or let the clock stop."""
        if self._wind():
            self.advance(FRAME / 1000)
            self.clock.restart()
