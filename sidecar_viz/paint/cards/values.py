"""Draws named values: the name, and its text, which is marked where it has changed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.beside.tables import NOTHING
from sidecar_viz.core.lesson import Hue
from sidecar_viz.paint.brush.brush import Brush, between, faded
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.cards.card_pen import CardPen
from sidecar_viz.paint.sizes.measure import VALUE_PAD, VALUE_WEIGHT, value_width
from sidecar_viz.paint.sizes.places import Place

HIGH = 1.5
"""The height (em) of the mark behind a text that has changed."""


def value(card: CardPen, middle: float, index: int) -> None:
    """Write a value's name at the left, and its text at the right end of the card."""
    name, _ = card.state.values[index]
    muted = QColor(card.brush.theme.muted)
    write(card.painter, card.left, middle, name, card.size(1.0), muted, weight=MEDIUM)
    left = card.left + card.size(width(name, MEDIUM) + 0.4)
    text_of_value(
        card.painter,
        card.brush,
        card.state,
        card.figure.hue,
        index,
        (left, card.right + card.size(VALUE_PAD), middle),
        card.ink,
    )


def value_line(
    painter: QPainter,
    brush: Brush,
    place: Place,
    state: ActorState,
    index: int,
    at: tuple[float, float],
    ink: QColor,
) -> None:
    """Write a value with its name before it, in a line as long as it can become.

    Args:
        at: where the line begins, and its middle (pixels).
    """
    left, middle = at
    name, _ = state.values[index]
    right = left + value_width(place.figure, index) * brush.em
    write(painter, left, middle, name, brush.em, ink, weight=MEDIUM)
    left += width(name, MEDIUM) * brush.em
    line = (left, right, middle)
    text_of_value(painter, brush, state, place.figure.hue, index, line, ink)


def text_of_value(
    painter: QPainter,
    brush: Brush,
    state: ActorState,
    hue: Hue,
    index: int,
    line: tuple[float, float, float],
    ink: QColor,
) -> None:
    """Write the text of a value, or both while it turns, and mark it if it is new.

    Args:
        line: where the text may begin, where its mark ends, and its middle (pixels).
    """
    left, right, middle = line
    name, text = state.values[index]
    was = state.were[index][1] if state.were else text
    shown = state.turned if was != text else 1.0
    em, pad = brush.em, VALUE_PAD * brush.em
    room = (right - left - 2 * pad) / em
    now, before = _fitted(text, room), _fitted(was, room)
    wide = (width(now, VALUE_WEIGHT)) * em + 2 * pad
    if name in state.fresh:
        theme = brush.theme
        back = between(theme.surface, theme.hue(hue).soft, shown)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        high = HIGH * em
        box = QRectF(right - wide, middle - high / 2, wide, high)
        painter.drawRoundedRect(box, high * 0.3, high * 0.3)
        ink = between(ink.name(), theme.hue(hue).text, shown)
    for one, part in ((before, 1.0 - 2.0 * shown), (now, 2.0 * shown - 1.0)):
        if part > 0.0:
            colour = faded(ink.name(), part)
            write(
                painter,
                right - pad,
                middle,
                one,
                em,
                colour,
                weight=VALUE_WEIGHT,
                align="right",
            )


def _fitted(text: str, room: float) -> str:
    return elided(text or NOTHING, max(1.0, room), VALUE_WEIGHT)
