"""Draws state chips: an icon and a word in a pill, turning into the next state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.lesson import Hue
from sidecar_viz.paint.brush.brush import Brush, between, faded
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import elided, write
from sidecar_viz.paint.kinds.icons import draw_tone
from sidecar_viz.paint.sizes.measure import (
    CHIP,
    CHIP_HEIGHT,
    CHIP_ICON,
    CHIP_PAD,
    chip_width,
)

SLIDE = 0.45


def draw_chip(
    painter: QPainter,
    brush: Brush,
    state: ActorState,
    hue: Hue,
    x: float,
    middle: float,
    *,
    align: str = "left",
    on_soft: bool = False,
) -> None:
    """Draw the actor's chip; in mid-turn the old word slides away under the new.

    Args:
        x: pixels; the chip's left end, centre or right end, depending on *align*.
        on_soft: for a chip on a coloured band, which takes the surface's colour.
    """
    if not state.word and not state.was:
        return
    new = chip_width(state.word) if state.word else 0.0
    old = chip_width(state.was) if state.was else new
    width = (old + (new - old) * state.turn) * brush.em
    height = CHIP_HEIGHT * brush.em
    left = x - (0.0 if align == "left" else width / 2 if align == "centre" else width)
    shade, former = (
        brush.theme.tone(state.tone, hue),
        brush.theme.tone(state.was_tone, hue),
    )
    back = brush.theme.surface if on_soft else shade.soft
    front = brush.theme.surface if on_soft else former.soft
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(between(front, back, state.turn))
    painter.drawRoundedRect(
        QRectF(left, middle - height / 2, width, height), height / 2, height / 2
    )
    draw_turning(painter, brush, state, hue, left + CHIP_PAD * brush.em, middle)


def draw_turning(
    painter: QPainter,
    brush: Brush,
    state: ActorState,
    hue: Hue,
    left: float,
    middle: float,
    *,
    colour: str | None = None,
    room: float = 99.0,
) -> None:
    """Write sign and word without the pill, in *colour* instead of the tone's own."""
    shown = 1.0  # never less than half: a pill without a word says nothing
    word, tone, slide = state.word, state.tone, 1
    if state.was and state.turn < 0.5:
        shown, word, tone, slide = 1.0 - state.turn, state.was, state.was_tone, -1
    elif state.was:
        shown = state.turn
    if not word:
        return
    middle += 2.0 * slide * SLIDE * brush.em * (1.0 - shown)
    # A colour that is half transparent costs little; a painter's opacity makes
    # large letters many times slower.
    ink = faded(colour or brush.theme.tone(tone, hue).text, shown)
    radius = 0.36 * brush.em
    draw_tone(painter, tone, left + radius, middle, radius, ink)
    write(
        painter,
        left + CHIP_ICON * brush.em,
        middle,
        elided(word, room, SEMIBOLD),
        CHIP * brush.em,
        ink,
        weight=SEMIBOLD,
    )
