"""Checks of single numbers."""

from __future__ import annotations

from sidecar_viz.pods.checking.faults import Faults
from sidecar_viz.pods.checking.spots import Spot

MOST = 2**31 - 1


def not_negative(faults: Faults, spot: Spot) -> None:
    """Note a whole number that is below 0."""
    if spot.whole is not None and spot.whole < 0:
        faults.invalid(spot, "must be greater than or equal to 0")


def positive(faults: Faults, spot: Spot) -> None:
    """Note a whole number that is not from 1 to the largest one."""
    if spot.whole is not None and not 1 <= spot.whole <= MOST:
        faults.invalid(spot, f"must be between 1 and {MOST}, inclusive")
