"""Where two stages stand in one area: side by side, or one above the other."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QRect, QSize

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.sizes.levels import LEVELS, TIGHT

MORE = 1.02
"""How much larger (a factor) letters must be for stages one above the other."""


class Halves(Struct, frozen=True):
    """The places of the first and the second stage, and of the heading over each."""

    left: QRect
    right: QRect
    headings: tuple[QRect, QRect]


def halves(
    area: QRect,
    gap: int,
    high: Callable[[int], int],
    lesson: Lesson,
    text_scale: float = 1.0,
) -> Halves:
    """Part an area for two stages: as both show most, and in the largest letters.

    Args:
        gap: between the two (pixels).
        high: gives the height of a heading at a width (pixels).
        lesson: what both show.
        text_scale: 1 to 2, what the reader asked for.
    """
    beside, above = _beside(area, gap, high), _above(area, gap, high)
    shown = [_shown(lesson, way.left.size(), text_scale) for way in (beside, above)]
    (much, em), (more, larger) = shown
    return above if (more, larger) > (much, em * MORE) else beside


def _beside(area: QRect, gap: int, high: Callable[[int], int]) -> Halves:
    wide = max(1, (area.width() - gap) // 2)
    top = high(wide)
    left = QRect(area.left(), area.top() + top, wide, max(1, area.height() - top))
    right = left.translated(area.width() - wide, 0)
    return Halves(left, right, (_over(left, top), _over(right, top)))


def _above(area: QRect, gap: int, high: Callable[[int], int]) -> Halves:
    top = high(area.width())
    each = max(1, (area.height() - gap - 2 * top) // 2)
    left = QRect(area.left(), area.top() + top, area.width(), each)
    right = left.translated(0, each + gap + top)
    return Halves(left, right, (_over(left, top), _over(right, top)))


def _over(stage: QRect, high: int) -> QRect:
    return QRect(stage.left(), stage.top() - high, stage.width(), high)


def _shown(lesson: Lesson, size: QSize, text_scale: float) -> tuple[int, float]:
    """Return how much of a lesson is shown in a size, and how large its letters are."""
    wide, high = float(max(1, size.width())), float(max(1, size.height()))
    layout = laid_out(lesson, (wide, high), text_scale)
    levels = (*LEVELS, *TIGHT)
    most = len(levels) + 1 if layout.ledger is not None else 0
    return most or len(levels) - levels.index(layout.level), layout.em
