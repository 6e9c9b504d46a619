"""Finds the gaps between shapes: where lanes run, and which are narrow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sidecar_viz.core.geometry import Rect

WIDEST = 1.3
"""The distance (em) from a shape at which a lane runs if there is room for more."""


def within(lines: Sequence[float], low: float, high: float) -> range:
    """Return the numbers of the lines strictly between *low* and *high*."""
    first = bisect_left(lines, low + 0.01)
    return range(first, bisect_left(lines, high - 0.01))


def close_by(lines: Sequence[float], edges: Sequence[float], em: float) -> set[float]:
    """Return the lines that run close to one of the edges."""
    return {line for line in lines if any(abs(line - edge) < em for edge in edges)}


def beside(
    rect: Rect, others: Iterable[Rect], bounds: Rect, em: float, *, across: bool
) -> tuple[float, float]:
    """Return a lane on either side: in the middle of the gap, but not far away."""
    low, high = _side(rect, across=across)
    edge_low, edge_high = _side(bounds, across=across)
    before, after = low - edge_low, edge_high - high
    for other in others:
        if other is rect or not _faces(rect, other, across=across):
            continue
        one, two = _side(other, across=across)
        for edge in (one, two):
            if edge < low - 0.01:
                before = min(before, low - edge)
            if edge > high + 0.01:
                after = min(after, edge - high)
    return low - min(before / 2, WIDEST * em), high + min(after / 2, WIDEST * em)


def _side(rect: Rect, *, across: bool) -> tuple[float, float]:
    return (rect.x, rect.right) if across else (rect.y, rect.bottom)


def _faces(rect: Rect, other: Rect, *, across: bool) -> bool:
    """Return whether one is next to the other, with a gap between them."""
    one, two = _side(rect, across=not across)
    low, high = _side(other, across=not across)
    return low < two and one < high
