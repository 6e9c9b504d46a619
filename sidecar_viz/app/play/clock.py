"""The clock: it ticks while something moves, and at no other time."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

from sidecar_viz.app.qt.signals import SignalOf, signal

FRAME, CALM_FRAME = 16, 33  # milliseconds: while moving; while a step is rested at
LONGEST_TICK = 0.25  # seconds; after a hiccup the film goes on, it does not leap


class Clock(QObject):
    """Tells, while it runs, how much time has passed.

    Signals:
        ticked: the seconds since the last tick, few even after a hiccup.
    """

    ticked: SignalOf[float] = signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    def wind(self, *, moving: bool, waiting: bool) -> bool:
        """Run exactly while something moves or waits; return whether a move begins."""
        if moving:
            return self._run(FRAME)
        if waiting:
            self._run(CALM_FRAME)
        else:
            self.stop()
        return False

    def _run(self, interval: int) -> bool:
        """Tick every *interval* milliseconds; return whether it did not before."""
        if not self._timer.isActive():
            self._since.start()
            self._timer.start(interval)
            return True
        if self._timer.interval() != interval:
            self._timer.setInterval(interval)
            return True
        return False

    def stop(self) -> None:
        """Tick no longer."""
        self._timer.stop()

    def restart(self) -> None:
        """Count the time until the next tick from now on."""
        self._since.restart()

    def tick(self, since: float) -> None:
        """Tell that time has passed since the last tick, in seconds."""
        self.ticked.emit(min(LONGEST_TICK, since))

    def _tick(self) -> None:
        self.tick(self._since.restart() / 1000)
