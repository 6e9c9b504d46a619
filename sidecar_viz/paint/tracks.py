"""Rows and columns: how wide each must be, and how spare room is shared out."""

from __future__ import annotations

from collections.abc import Mapping

from sidecar_viz.core.lesson import Spot

Track = tuple[float, float]
"""Where a row or a column begins and ends."""


def tracks(
    spots: Mapping[str, Spot], sizes: Mapping[str, float], axis: int, gap: float
) -> list[float]:
    """How wide the columns (axis 0) or high the rows (axis 1) must be."""
    spans = {member: span(spot, axis) for member, spot in spots.items()}
    made = [0.0] * max((first + many for first, many in spans.values()), default=1)
    for member, (first, many) in sorted(spans.items(), key=lambda item: item[1][1]):
        needed = sizes[member] - gap * (many - 1)
        missing = needed - sum(made[first : first + many])
        if missing > 0:
            for track in range(first, first + many):
                made[track] += missing / many
    return made


def span(spot: Spot, axis: int) -> tuple[int, int]:
    """The first track (from 0) and the number of tracks that a spot takes."""
    if axis == 0:
        return spot.column - 1, spot.columns
    return spot.row - 1, spot.rows


def spread(start: float, room: float, sizes: list[float], gap: float) -> list[Track]:
    """Tracks over *room*: spare room goes half to the tracks, half to the gaps."""
    gaps = len(sizes) - 1
    total = sum(sizes)
    spare = max(0.0, room - total - gap * gaps)
    share = spare if gaps == 0 else spare * 0.6
    # Tracks that only wide spans cross need no room of their own.
    parts = [size / total if total else 1.0 / len(sizes) for size in sizes]
    wide = [size + share * part for size, part in zip(sizes, parts, strict=True)]
    between = gap + ((spare - share) / gaps if gaps else 0.0)
    made = []
    for size in wide:
        made.append((start, start + size))
        start += size + between
    return made
