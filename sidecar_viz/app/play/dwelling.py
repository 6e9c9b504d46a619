"""How long a step rests until autoplay, or a loop, goes on."""

from __future__ import annotations

from sidecar_viz.core.beside.dwelling import DWELL

LOOP_DWELL = 0.9  # seconds between two rounds of a looped step


class Dwelling:
    """Counts the seconds, at speed 1, that a step has rested.

    Attributes:
        least: seconds that autoplay rests at a step at least, at whatever speed, for
            what is told of it to be spoken.
        reading: seconds that it rests at least, at speed 1, for the step's words to be
            read.
    """

    def __init__(self) -> None:
        self.least = 0.0
        self.reading = 0.0
        self._rested = 0.0

    def begin(self) -> None:
        """Count from now on."""
        self._rested = 0.0

    def end_round(self) -> None:
        """Let the next round of a loop begin at once."""
        self._rested = LOOP_DWELL

    def rest(self, elapsed: float) -> None:
        """Let time pass, in seconds at speed 1."""
        self._rested += elapsed

    def round_is_due(self) -> bool:
        """Return whether a looped step is to be played again."""
        return self._rested >= LOOP_DWELL

    def step_is_due(self, speed: float) -> bool:
        """Return whether autoplay, at this speed, is to show the next step."""
        return self._rested >= max(DWELL, self.reading, self.least * speed)
