"""A run laid out as a time line: its axis with its numbers, its rows, its marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from PySide6.QtCore import QRectF

from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.rows import Rows
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import Run

LONG = 6.0  # font sizes: less room than this is for whole words only
SIZE = 0.88  # of the text size: numbers at the axis


class Mark(Struct, frozen=True):
    """A number at a second, in a lane or, with no *who*, at the pod."""

    t: float
    number: int
    who: str = ""


class TimeLine(Struct, frozen=True, dict=True):
    """A run laid out: its axis and its rows.

    *focused* is the lane looked at, *marks* are where it differs from another run;
    *before* is the run before the last edit, shown by thin bars.
    """

    run: Run
    axis: Axis
    rows: Rows
    focused: str = ""
    marks: tuple[Mark, ...] = ()
    before: Run | None = None

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of the axis; none covers the length of a fold."""
        return tuple(_numbers(self))

    @cached_property
    def lengths(self) -> tuple[tuple[float, float], ...]:
        """From where to where folds and their lengths reach at the axis."""
        return tuple(_lengths(self))

    @cached_property
    def deeds(self) -> tuple[float, ...]:
        """Where the lines of deeds are."""
        return tuple(self.axis.x(deed.t) for deed in self.run.deeds)

    def pieces(self, begin: float, end: float) -> list[tuple[float, float]]:
        """Return where words of a stretch may stand: no fold, no deed's line is there.

        From where to where, in pixels.
        """
        found = self.axis.pieces(begin, end)
        for x in self.deeds:
            cut = [[(a, x), (x, b)] if a < x < b else [(a, b)] for a, b in found]
            found = [piece for pieces in cut for piece in pieces]
        return found


class Number(Struct, frozen=True):
    """A second that is written at the axis: where it lies, and where its words are."""

    x: float
    word: str
    box: QRectF


def _numbers(line: TimeLine) -> Iterator[Number]:
    em, axis, rows = line.axis.em, line.axis, line.rows
    y, free = rows.head.bottom() - 1.6 * em, float("-inf")
    for t in axis.numbers():
        word = seconds(t) if t == 0 or t >= 120 else f"{t:g}"
        wide, x = width(word) * em * SIZE, axis.x(t)
        left = min(x - wide / 2, rows.head.right() - wide - 0.2 * em)
        folded = any(a < left + wide and left < b for a, b in line.lengths)
        if folded or left < free:
            continue
        free = left + wide + 0.7 * em
        yield Number(x, word, QRectF(left, y, wide, 1.2 * em))


def _lengths(line: TimeLine) -> Iterator[tuple[float, float]]:
    em, axis = line.axis.em, line.axis
    for fold in axis.folded.folds:
        left, right = axis.torn(fold)
        half = width(seconds(fold.length), SEMIBOLD) * em * SIZE / 2 + 0.6 * em
        middle = (left + right) / 2
        yield min(left, middle - half), max(right, middle + half)
