"""Where the arrows of a flow leave their boxes and reach them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from sidecar_viz.core.flow_rows import Edge, Slot

Span = tuple[float, float]
MARGIN = 10.0
BESIDE = 6.0
"""How far (pixels) from its arrow a label stands."""
ROUND_OFF = 0.01


class Words(Protocol):
    """What must be known of the words of arrows."""

    @property
    def label_size(self) -> Callable[[str, float], tuple[float, float]]:
        """Width and height of words wrapped at a width."""
        ...

    @property
    def label_least(self) -> Callable[[str], float]:
        """How wide words must be at least."""
        ...


class Ends(Struct, frozen=True):
    """For every arrow by its number: where it leaves, where it arrives, its words."""

    out: Mapping[int, float]
    into: Mapping[int, float]
    words: Mapping[int, tuple[float, float]]
    beside: float = BESIDE


def ends_of(
    edges: Sequence[Edge],
    labels: Sequence[str],
    spans: Sequence[Mapping[Slot, Span]],
    row_of: Mapping[str, int],
    words: Words,
) -> Ends:
    """Each arrow gets a slice of its box's edge, wide enough for its words.

    Words that are wider than their slice are made as wide as it.
    """
    leaving: dict[str, list[tuple[float, int]]] = {}
    reaching: dict[str, list[tuple[float, int]]] = {}
    for number, (source, target) in enumerate(edges):
        first, last = row_of[source], row_of[target]
        step = 1 if last > first else 0
        after: Slot = target if last == first + 1 else number
        before: Slot = source if last == first + 1 else number
        leaving.setdefault(source, []).append(
            (_middle(spans[first + step][after]), number)
        )
        reaching.setdefault(target, []).append(
            (_middle(spans[last - step][before]), number)
        )
    top = _slices(reaching, spans, row_of)
    low = _slices(leaving, spans, row_of)
    out, into, sizes = {}, {}, {}
    for number, (source, target) in enumerate(edges):
        wanted = _middle(top[number])
        straight = row_of[target] == row_of[source] + 1
        wanted = wanted if straight else _middle(low[number])
        left, right = low[number]
        room = 0.0
        if labels[number]:
            sizes[number] = size = _label(labels[number], wanted, low[number], words)
            room = size[0] + BESIDE
        x = max(left, min(right - room, _within(wanted, low[number])))
        out[number] = x
        into[number] = _within(x, top[number]) if straight else _middle(top[number])
    return Ends(out, into, sizes)


def _label(text: str, wanted: float, part: Span, words: Words) -> tuple[float, float]:
    """How large words are beside an arrow that would leave at *wanted*."""
    most = part[1] - part[0] - BESIDE
    room = part[1] - _within(wanted, part) - BESIDE
    room = max(room, min(words.label_least(text), most))
    wide, high = words.label_size(text, room)
    return min(wide, most), high


def _slices(
    ends: Mapping[str, list[tuple[float, int]]],
    spans: Sequence[Mapping[Slot, Span]],
    row_of: Mapping[str, int],
) -> dict[int, Span]:
    """A part of the box's edge for each of its arrows, in the order of their ways."""
    parts = {}
    for box, members in ends.items():
        left, right = spans[row_of[box]][box]
        margin = min(MARGIN, (right - left) * 0.1)
        left, right = left + margin, right - margin
        wide = (right - left) / len(members)
        for place, (_, number) in enumerate(sorted(members)):
            parts[number] = (
                left + place * wide + ROUND_OFF,
                left + (place + 1) * wide - ROUND_OFF,
            )
    return parts


def _middle(span: Span) -> float:
    return (span[0] + span[1]) / 2


def _within(x: float, span: Span) -> float:
    return max(span[0], min(span[1], x))
