"""The time that a lesson takes in class, and how it stands to the plan."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTime, QTimer

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.present.console.timer_bar import Clocks
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.learning.pace import Stopwatch, pace_of

TICK = 500  # milliseconds between two looks at the clock
SECONDS = 60.0  # in a minute


class Timekeeper(QObject):
    """Keeps a stopwatch for the lesson and shows it in the console."""

    def __init__(self, player: Player, clocks: Clocks) -> None:
        super().__init__(clocks)
        self._player, self._clocks = player, clocks
        self.stopwatch = Stopwatch()
        self._timed = ""
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self.show)

    def begin(self) -> None:
        """Let the time run while the lesson is presented."""
        self.stopwatch = self.stopwatch.started(time.monotonic())
        self._clock.start()
        self.show()

    def end(self) -> None:
        """Let the time stand still until the lesson is presented again."""
        self.stopwatch = self.stopwatch.stopped(time.monotonic())
        self._clock.stop()

    def follow(self, timeline: Timeline) -> None:
        """Begin from nought for another lesson, but not for another course of it."""
        if timeline.lesson.id != self._timed:
            self._timed = timeline.lesson.id
            self.stopwatch = self.stopwatch.reset(time.monotonic())

    def toggle(self) -> None:
        """Let the time run, or stand still."""
        self.stopwatch = self.stopwatch.toggled(time.monotonic())
        self.show()

    def reset(self) -> None:
        """Begin from nought."""
        self.stopwatch = self.stopwatch.reset(time.monotonic())
        self.show()

    def show(self) -> None:
        """Show the clocks and the pace."""
        player, watch = self._player, self.stopwatch
        elapsed = watch.elapsed(time.monotonic())
        minutes = player.timeline.lesson.minutes
        planned = minutes * SECONDS if minutes else None
        pace = None
        if planned is not None:
            pace = pace_of(elapsed, planned, player.target, player.timeline.end)
        now = QTime.currentTime()
        self._clocks.show_times(elapsed, planned, now, running=watch.running)
        self._clocks.show_pace(pace, running=watch.running)
