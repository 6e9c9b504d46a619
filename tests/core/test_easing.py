"""Easings begin at 0, end at 1 and never go back."""

from __future__ import annotations

from itertools import pairwise

from sidecar_viz.core.easing import smooth, windowed


def test_a_movement_runs_from_0_to_1_without_going_back() -> None:
    """What moves starts where it stood and ends where it should."""
    values = [smooth(part / 100) for part in range(101)]

    assert (values[0], values[-1]) == (0.0, 1.0)
    assert all(before <= after for before, after in pairwise(values))


def test_a_window_is_0_before_and_1_after() -> None:
    """Inside of it the amount grows evenly."""
    parts = [windowed(amount, 0.25, 0.75) for amount in (0.1, 0.25, 0.5, 0.75, 0.9)]

    assert parts == [0.0, 0.0, 0.5, 1.0, 1.0]
