"""Where a second lies across a time line, with its folds and what is zoomed into."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct

from sidecar_viz.pods.showing.folds import Fold, Folded

FOLD = 2.6  # ems: how wide a fold is torn
APART = 5.0  # ems between two numbers, at least
NICE = (1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)
DAY = 86_400
FINEST = 1e-12  # of a run: less of it would be lost in adding


class Axis(Struct, frozen=True, dict=True):
    """Maps seconds to pixels from *left* to *right*.

    *zoom* is how many times wider than the whole picture is drawn, 1 or more; *begin*
    is the part (0..1) of it that lies left of the picture.
    """

    folded: Folded
    left: float
    right: float
    em: float
    zoom: float = 1.0
    begin: float = 0.0

    @property
    def _wide(self) -> float:
        return (self.right - self.left) * self.zoom

    @property
    def scale(self) -> float:
        """Return the pixels of one second."""
        torn = len(self.folded.folds) * FOLD * self.em
        return max(0.0, self._wide - torn) / max(1e-9, self.folded.shown)

    def x(self, t: float) -> float:
        """Return where a second lies, in pixels; it may lie outside the picture."""
        shown, folds = self.folded.place(min(t, self.folded.end))
        torn = folds * FOLD * self.em
        fold = self.folded.fold_at(t)
        if fold is not None:
            torn += FOLD * self.em * (t - fold.begin) / fold.length
        return self.left - self.begin * self._wide + shown * self.scale + torn

    def second(self, x: float) -> float:
        """Return the second at a place; from 0 to the end."""
        low, high = 0.0, self.folded.end
        for _ in range(40):
            half = (low + high) / 2
            if self.x(half) < x:
                low = half
            else:
                high = half
        return round(high, 3)

    def torn(self, fold: Fold) -> tuple[float, float]:
        """Return from where to where a fold is torn."""
        return self.x(fold.begin), self.x(fold.end)

    def around(self, t: float) -> tuple[float, float]:
        """Return from where to where it is whole around a second outside the folds."""
        left, right = self.left, self.right
        for fold in self.folded.folds:
            torn = self.torn(fold)
            if fold.end <= t:
                left = max(left, torn[1])
            elif fold.begin >= t:
                right = min(right, torn[0])
        return left, right

    def pieces(self, begin: float, end: float) -> list[tuple[float, float]]:
        """Return what is seen of a stretch: from where to where, between the folds."""
        found: list[tuple[float, float]] = []
        left, right = max(self.left, self.x(begin)), min(self.right, self.x(end))
        for fold in self.folded.folds:
            if fold.end <= begin or fold.begin >= end:
                continue
            torn = self.torn(fold)
            found.append((left, min(right, torn[0])))
            left = max(left, torn[1])
        found.append((left, right))
        return [(a, b) for a, b in found if b > a]

    def numbers(self) -> Iterator[float]:
        """Yield the seconds that are written at the axis."""
        end = self.folded.end
        least = APART * self.em / self.scale if self.scale > 0 else end
        least = max(1.0, least, end * FINEST)
        step = next((nice for nice in NICE if nice >= least), _days(least))
        last = float("-inf")
        t = 0.0
        while t <= end:
            fold = self.folded.fold_at(t)
            if fold is not None:
                t += step * max(1, math.ceil((fold.end - t) / step))
                continue
            x = self.x(t)
            inside = self.left - 1 <= x <= self.right + 1
            if inside and x - last >= APART * self.em:
                yield t
                last = x
            t += step


def _days(least: float) -> float:
    """Return at least so many seconds: a day, two, five, ten, twenty, and so on."""
    power = DAY * 10.0 ** max(0, math.floor(math.log10(least / DAY)))
    return next((power * few for few in (1, 2, 5) if power * few >= least), power * 10)
