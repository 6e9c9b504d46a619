"""How much of a move is shown: all of it, a short one, or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Motion = Literal["full", "gentle", "none"]
Pace = Callable[[int], float]
"""The seconds that it takes to enter the step with a number."""

GENTLE_MOVE = 0.35  # seconds that a gentle move takes


def pace_of(motion: Motion, full: Pace) -> Pace:
    """Return how long moves take, where they take as long as *full* says if whole."""
    return full if motion == "full" else _gently


def _gently(_step: int) -> float:
    return GENTLE_MOVE
