"""How long a lesson has taken, and whether that is as planned."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Pace = Literal["ahead", "on time", "behind", "over"]

SLACK = 0.12
"""How much of the planned time one may be early or late and still be on time."""


class Stopwatch(Struct, frozen=True):
    """Seconds that have run; *since* is the clock when it was started, or None."""

    ran: float = 0.0
    since: float | None = None

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self.since is not None

    def elapsed(self, now: float) -> float:
        """The seconds run until *now*."""
        return self.ran + (max(0.0, now - self.since) if self.since is not None else 0)

    def started(self, now: float) -> Stopwatch:
        """The same, running."""
        return self if self.running else Stopwatch(self.ran, now)

    def stopped(self, now: float) -> Stopwatch:
        """The same, standing still."""
        return Stopwatch(self.elapsed(now))

    def toggled(self, now: float) -> Stopwatch:
        """Running if it stood, standing if it ran."""
        return self.stopped(now) if self.running else self.started(now)

    def reset(self, now: float) -> Stopwatch:
        """From nought again, running if it ran."""
        return Stopwatch(0.0, now if self.running else None)


def pace_of(elapsed: float, planned: float, step: int, end: int) -> Pace:
    """How the time taken stands to the plan.

    A step's turn is its even share of the time: at step 2 of 4 anything between
    a half and three quarters of the planned seconds is on time.
    """
    if elapsed > planned:
        return "over"
    shares = end + 1
    slack = planned * SLACK
    if elapsed < planned * step / shares - slack:
        return "ahead"
    if elapsed > planned * (step + 1) / shares + slack:
        return "behind"
    return "on time"


def minutes(seconds: float) -> str:
    """Seconds as "04:12", from an hour on "1:04:12"."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    text = f"{rest // 60:02d}:{rest % 60:02d}"
    return f"{hours}:{text}" if hours else text
