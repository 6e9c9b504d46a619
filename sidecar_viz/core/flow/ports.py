"""Finds where the arrows of a flow leave their boxes and where they arrive."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from sidecar_viz.core.flow.rows import Edge, Slot

Span = tuple[float, float]
MARGIN = 10.0
BESIDE = 6.0
"""The distance (pixels) between an arrow and its label."""
BARE = 12.0
"""The part (pixels) of a box's edge that an arrow without words takes."""
NEARLY = 4.0
"""An arrow that would bend by less than this (pixels) runs straight."""
ONE_LINE = 1e6
ROUND_OFF = 0.01


class Words(Protocol):
    """The sizes of the words at arrows, in pixels."""

    @property
    def label_size(self) -> Callable[[str, float], tuple[float, float]]:
        """Gives width and height of words that are wrapped at a width."""
        ...

    @property
    def label_least(self) -> Callable[[str], float]:
        """Gives the least width of words."""
        ...


class Ends(Struct, frozen=True):
    """Where each arrow leaves, where it arrives and its words' size, by its number."""

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
    """Give each arrow a slice of its box's edge that is wide enough for its words.

    Words that are wider than their slice are wrapped to it.
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
    top = _slices(reaching, spans, row_of, [""] * len(edges), words)
    low = _slices(leaving, spans, row_of, labels, words)
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
        if abs(into[number] - x) < NEARLY:
            into[number] = x
    return Ends(out, into, sizes)


def _label(text: str, wanted: float, part: Span, words: Words) -> tuple[float, float]:
    """Return the size of the words at an arrow that would leave at *wanted*."""
    most = part[1] - part[0] - BESIDE
    room = part[1] - _within(wanted, part) - BESIDE
    room = max(room, min(words.label_least(text), most))
    wide, high = words.label_size(text, room)
    return min(wide, most), high


def least_widths(
    edges: Sequence[Edge], labels: Sequence[str], words: Words
) -> dict[str, float]:
    """Return the width (pixels) that each box needs for the words at its arrows."""
    needed: dict[str, float] = {}
    for (source, _), label in zip(edges, labels, strict=True):
        needed[source] = needed.get(source, 0.0) + _least(label, words)
    return {box: width + 2 * MARGIN for box, width in needed.items()}


def _least(label: str, words: Words) -> float:
    return words.label_least(label) + BESIDE + 1.0 if label else BARE


def _wish(label: str, words: Words) -> float:
    """Return the width that a slice would like: all of its words in one line."""
    return words.label_size(label, ONE_LINE)[0] + BESIDE if label else BARE


def _slices(
    ends: Mapping[str, list[tuple[float, int]]],
    spans: Sequence[Mapping[Slot, Span]],
    row_of: Mapping[str, int],
    labels: Sequence[str],
    words: Words,
) -> dict[int, Span]:
    """Divide a box's edge among its arrows, in the order of their ways.

    Each part holds the widest word of its arrow. What is left goes to those with long
    words first, then to all alike.
    """
    parts = {}
    for box, members in ends.items():
        left, right = spans[row_of[box]][box]
        margin = min(MARGIN, (right - left) * 0.1)
        order = [number for _, number in sorted(members)]
        least = [_least(labels[number], words) for number in order]
        wish = [_wish(labels[number], words) for number in order]
        x = left + margin
        widths = _shared(least, wish, right - left - 2 * margin)
        for number, wide in zip(order, widths, strict=True):
            parts[number] = (x + ROUND_OFF, x + wide - ROUND_OFF)
            x += wide
    return parts


def _shared(least: list[float], wish: list[float], room: float) -> list[float]:
    spare = room - sum(least)
    if spare <= 0:
        return [width * room / sum(least) for width in least]
    wants = [max(0.0, w - n) for n, w in zip(least, wish, strict=True)]
    given = min(1.0, spare / sum(wants)) if sum(wants) else 0.0
    rest = (spare - given * sum(wants)) / len(least)
    return [n + want * given + rest for n, want in zip(least, wants, strict=True)]


def _middle(span: Span) -> float:
    return (span[0] + span[1]) / 2


def _within(x: float, span: Span) -> float:
    return max(span[0], min(span[1], x))
