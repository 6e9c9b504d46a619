"""Computes the widths of columns and heights of rows, and shares out spare room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sidecar_viz.core.lesson import Spot

Track = tuple[float, float]
"""The start and the end of a row or a column."""


def tracks(
    spots: Mapping[str, Spot],
    sizes: Mapping[str, float],
    axis: int,
    gaps: Sequence[float],
) -> list[float]:
    """Return the least widths of columns (axis 0) or heights of rows (axis 1)."""
    spans = {member: span(spot, axis) for member, spot in spots.items()}
    made = [0.0] * max((first + many for first, many in spans.values()), default=1)
    for member, (first, many) in sorted(spans.items(), key=lambda item: item[1][1]):
        needed = sizes[member] - sum(gaps[first : first + many - 1])
        missing = needed - sum(made[first : first + many])
        if missing > 0:
            for track in range(first, first + many):
                made[track] += missing / many
    return made


def span(spot: Spot, axis: int) -> tuple[int, int]:
    """Return the first track (from 0) and the number of tracks that a spot takes."""
    if axis == 0:
        return spot.column - 1, spot.columns
    return spot.row - 1, spot.rows


def spread(
    start: float,
    room: float,
    sizes: Sequence[float],
    gaps: Sequence[float],
    usual: float,
) -> list[Track]:
    """Spread tracks over *room*; most of what is spare goes to them, the rest to gaps.

    *usual* is what every gap has at least; *gaps* is what each must reach.
    """
    total = sum(sizes)
    spare = max(0.0, room - total - usual * len(gaps))
    share = spare * 0.6 if gaps else spare
    even = usual + (spare - share) / len(gaps) if gaps else 0.0
    over = [max(0.0, even - gap) for gap in gaps]
    free = max(0.0, room - total - sum(gaps))
    part = min(1.0, free / sum(over)) if sum(over) else 0.0
    between = [gap + more * part for gap, more in zip(gaps, over, strict=True)]
    share = max(0.0, room - total - sum(between))
    # Tracks that only wide spans cross need no room of their own.
    parts = [size / total if total else 1.0 / len(sizes) for size in sizes]
    wide = [size + share * part for size, part in zip(sizes, parts, strict=True)]
    made = []
    for size, gap in zip(wide, [*between, 0.0], strict=True):
        made.append((start, start + size))
        start += size + gap
    return made
