"""The largest size at which something fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def largest_that_fits(
    tries: Iterable[T], height_of: Callable[[T], float], room: float
) -> tuple[T, float]:
    """Return the first of some *tries* that is no higher than the *room*.

    Args:
        tries: what can be taken, the largest first.
        height_of: lays one out and returns how high it is then; asked no further
            than to the one that fits, so that what it laid out last is the answer.
        room: the height that there is, in the same unit.

    Returns:
        The try and its height; where none fits, those of the last.

    Raises:
        ValueError: there is nothing to try.
    """
    found = None
    for one in tries:
        found = (one, height_of(one))
        if found[1] <= room:
            break
    if found is None:
        raise ValueError("there is nothing to try")
    return found
