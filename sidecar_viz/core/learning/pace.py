"""Measures how long a lesson has taken, and whether that is as planned."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Pace = Literal["ahead", "on time", "behind", "over"]

SLACK = 0.12
"""The share of the planned time by which one may be early or late."""


class Stopwatch(Struct, frozen=True):
    """Seconds that have passed; *since* is the clock at its start, None at rest."""

    ran: float = 0.0
    since: float | None = None

    @property
    def running(self) -> bool:
        """Whether the stopwatch is running."""
        return self.since is not None

    def elapsed(self, now: float) -> float:
        """Return the seconds that have passed until *now*."""
        return self.ran + (max(0.0, now - self.since) if self.since is not None else 0)

    def started(self, now: float) -> Stopwatch:
        """Return it running from *now* on."""
        return self if self.running else Stopwatch(self.ran, now)

    def stopped(self, now: float) -> Stopwatch:
        """Return it stopped at *now*."""
        return Stopwatch(self.elapsed(now))

    def toggled(self, now: float) -> Stopwatch:
        """Return it stopped if it was running, running if it was stopped."""
        return self.stopped(now) if self.running else self.started(now)

    def reset(self, now: float) -> Stopwatch:
        """Return it at zero, still running if it was running."""
        return Stopwatch(0.0, now if self.running else None)


def pace_of(elapsed: float, planned: float, step: int, end: int) -> Pace:
    """Compare the time taken with the plan.

    Each step has an even share of the time: at step 2 of 4 anything between a half and
    three quarters of the planned seconds is on time.
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
    """Format seconds as "04:12", from an hour on as "1:04:12"."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    text = f"{rest // 60:02d}:{rest % 60:02d}"
    return f"{hours}:{text}" if hours else text
