"""How long a step rests where nobody presses a key: for its words to be read."""

from __future__ import annotations

from sidecar_viz.core.markup import plain

DWELL = 2.5  # seconds at least
A_WORD, BREATH = 0.35, 1.0  # seconds of quiet reading: for each word; beside them


def reading_time(text: str) -> float:
    """Return how long a text with light markup is read (seconds), with a breath."""
    return BREATH + A_WORD * len(plain(text).split())
