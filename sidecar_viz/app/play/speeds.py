"""How fast steps are played."""

from __future__ import annotations

SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
"""The speeds that can be chosen."""
SLOWEST, FASTEST = SPEEDS[0], SPEEDS[-1]


def next_speed(speed: float, by: int) -> float:
    """Return the next faster (+1) or slower (-1) speed that can be chosen."""
    near = min(range(len(SPEEDS)), key=lambda at: abs(SPEEDS[at] - speed))
    return SPEEDS[max(0, min(len(SPEEDS) - 1, near + by))]
