"""Draws counts on cards: as words, a bar, places in a queue, a large number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from sidecar_viz.paint.brush.brush import between, pen
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.cards.card_pen import CardPen
from sidecar_viz.paint.sizes.measure import (
    COUNT,
    NUMBER,
    SLOT,
    SLOT_GAP,
    count_text,
    slots_of,
    unit_of,
)

BAR_OUTLINE = 0.5  # of the stroke: it shows how long the bar would be when full


def count(card: CardPen, middle: float, index: int) -> None:
    """Write the count and its unit; on a card with a capacity, draw a bar as well."""
    del index
    number = card.state.count or 0.0
    size = card.size(COUNT)
    actor = card.figure.actor
    text = elided(count_text(actor, number), (card.right - card.left) / size, MEDIUM)
    colour = between(card.brush.theme.muted, card.shade.text, card.state.solidity)
    if actor.capacity is None or card.centred:
        centred = card.centred
        x = card.middle if centred else card.left
        align = "centre" if centred else "left"
        write(card.painter, x, middle, text, size, colour, weight=MEDIUM, align=align)
        return
    write(
        card.painter,
        card.left,
        middle - card.size(0.45),
        text,
        size,
        colour,
        weight=MEDIUM,
    )
    groove = QRectF(
        card.left, middle + card.size(0.45), card.right - card.left, card.size(0.42)
    )
    _bar(card, groove, min(1.0, number / actor.capacity))


def slots(card: CardPen, middle: float, index: int) -> None:
    """Draw a queue's places; those taken are full, starting at the mouth."""
    del index
    actor = card.figure.actor
    places = slots_of(actor)
    share = (card.state.count or 0.0) * places / (actor.capacity or places)
    side, step = card.size(SLOT - SLOT_GAP), card.size(SLOT)
    right = card.middle + (places * step - card.size(SLOT_GAP)) / 2
    empty = between(card.brush.theme.surface, card.shade.soft, card.state.solidity)
    edge = pen(card.line, card.brush.stroke * 0.7)
    for number in range(places):
        x = right - number * step - side
        full = max(0.0, min(1.0, share - number))
        colour = between(empty.name(), card.line.name(), full)
        card.painter.setPen(edge)
        card.painter.setBrush(colour)
        square = QRectF(x, middle - side / 2, side, side)
        card.painter.drawRoundedRect(square, side * 0.25, side * 0.25)


def number(card: CardPen, middle: float, index: int) -> None:
    """Write a counter's number in large type, with its unit after it."""
    del index
    theme, actor = card.brush.theme, card.figure.actor
    number = str(round(card.state.count or 0.0))
    colour = between(theme.muted, card.shade.text, card.state.solidity)
    size, small = card.size(NUMBER), card.size(COUNT)
    wide = width(number, BOLD) * size
    unit = unit_of(actor, card.state.count or 0.0)
    gap = card.size(0.5) if unit else 0.0
    left = card.middle - (wide + gap + width(unit, MEDIUM) * small) / 2
    write(card.painter, left, middle, number, size, colour, weight=BOLD)
    base = middle + (size - small) * 0.355
    write(card.painter, left + wide + gap, base, unit, small, colour, weight=MEDIUM)


def _bar(card: CardPen, groove: QRectF, part: float) -> None:
    round_end = groove.height() / 2
    painter, theme = card.painter, card.brush.theme
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(groove, round_end, round_end)
    if part > 0.0:
        filled = QRectF(groove)
        filled.setWidth(max(groove.height(), groove.width() * part))
        painter.setBrush(card.line)
        painter.drawRoundedRect(filled, round_end, round_end)
    thick = min(card.brush.stroke * BAR_OUTLINE, groove.height() / 5)
    outline = pen(card.line, thick)
    inset = thick / 2
    painter.setPen(outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        groove.adjusted(inset, inset, -inset, -inset), round_end, round_end
    )
