"""Reads single fields of a manifest that has been checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sidecar_viz.pods.checking.quantities import mebibytes
from sidecar_viz.pods.checking.spots import Spot

Word = TypeVar("Word", bound=str)


def number_of(spot: Spot, usual: int) -> int:
    """Read a whole number; *usual* if there is none."""
    return usual if spot.whole is None else spot.whole


def positive_of(spot: Spot, usual: int) -> int:
    """Read a number for which 0 means that it is left out, as the API takes it."""
    return spot.whole or usual


def word_of(spot: Spot, known: Sequence[Word], usual: Word) -> Word:
    """Read one of the words that are known; *usual* if it is none."""
    return next((word for word in known if word == spot.text), usual)


def memory_of(container: Spot) -> float | None:
    """Read a container's limit of memory in MiB; None if it has none."""
    limit = container.way("resources", "limits", "memory")
    return mebibytes(limit.text) if limit.written else None
