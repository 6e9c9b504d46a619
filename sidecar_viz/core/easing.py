"""Easings: how a movement speeds up and slows down, as functions from 0..1 to 0..1."""

from __future__ import annotations


def smooth(amount: float) -> float:
    """Start and end slowly: the cubic 3t²-2t³ (smoothstep)."""
    return amount * amount * (3.0 - 2.0 * amount)


def windowed(amount: float, start: float, end: float) -> float:
    """Return how far *amount* is from *start* to *end*: 0 before, 1 after."""
    if amount <= start:
        return 0.0
    if amount >= end:
        return 1.0
    return (amount - start) / (end - start)
