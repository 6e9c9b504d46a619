"""Draws large numbers with their words, and arrows from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF

from sidecar_viz.core.scene import NumberShown
from sidecar_viz.paint.brush.brush import pen
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.kinds.kinds import hue_of
from sidecar_viz.paint.scenes.pane import Pane

NUMBER, WORD = 72.0, 23.0


def spread(pane: Pane, many: int) -> list[float]:
    """Return the x places of *many* numbers that share a pane's width."""
    return [pane.wide * (number + 0.5) / many for number in range(many)]


def draw_numbers(
    pane: Pane, numbers: Sequence[NumberShown], places: Sequence[float], middle: float
) -> None:
    """Draw *numbers* at these x *places*, their middle at a height."""
    for number, x in zip(numbers, places, strict=True):
        beside = [abs(other - x) for other in places if other != x]
        room = min([*beside, 2 * (x - 8.0), 2 * (pane.wide - 8.0 - x)])
        ink = _ink(pane, number)
        pane.write(x, middle, number.text, NUMBER, ink, weight=BOLD, align="centre")
        pane.write(
            *(x, middle + 49.0, number.word, WORD, pane.theme.muted),
            weight=MEDIUM,
            align="centre",
            room=room - 8.0,
        )
    pane.painter.setPen(pen(pane.theme.edge, pane.line))
    ends = zip(pairwise(numbers), pairwise(places), strict=True)
    for (one, other), (start, end) in ends:
        left = start + _half(one) + 26.0
        right = end - _half(other) - 22.0
        if right - left > 16.0:
            _arrow(pane, left, right, middle)


def _half(number: NumberShown) -> float:
    return width(number.text, BOLD) * NUMBER / 2


def _arrow(pane: Pane, left: float, right: float, y: float) -> None:
    tip = QPointF(right, y)
    pane.painter.drawLine(QPointF(left, y), tip)
    pane.painter.drawLine(tip, QPointF(right - 12.0, y - 12.0))
    pane.painter.drawLine(tip, QPointF(right - 12.0, y + 12.0))


def _ink(pane: Pane, number: NumberShown) -> str:
    theme = pane.theme
    if number.tone is not None:
        hue = hue_of(number.actor) if number.actor else "slate"
        return theme.tone(number.tone, hue).text
    return theme.hue(hue_of(number.actor)).text if number.actor else theme.ink
