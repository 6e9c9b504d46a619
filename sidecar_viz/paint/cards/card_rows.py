"""Draws the rows of words on cards and tiles, and their chips."""

from __future__ import annotations

from collections.abc import Callable

from sidecar_viz.paint.brush.brush import between
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.cards.card_counts import count, number, slots
from sidecar_viz.paint.cards.card_pen import CardPen
from sidecar_viz.paint.cards.cells import cells
from sidecar_viz.paint.cards.chips import draw_chip
from sidecar_viz.paint.cards.values import value
from sidecar_viz.paint.kinds.icons import draw_icon
from sidecar_viz.paint.sizes.levels import Part
from sidecar_viz.paint.sizes.measure import (
    BESIDE,
    FACT,
    LABEL,
    NAME,
    shown_name,
    widest_chip,
)

HALF_SOLID = 0.5


def _header(card: CardPen, middle: float, index: int) -> None:
    del index
    chip = widest_chip(card.figure)
    _named(card, middle, card.right - (card.size(chip + 0.5) if chip else 0.0))


def _header_chip(card: CardPen, middle: float, index: int) -> None:
    """Draw the chip at the right end of the header."""
    del index
    draw_chip(
        card.painter,
        card.brush,
        card.state,
        card.figure.hue,
        card.right + card.size(0.3),
        middle,
        align="right",
        on_soft=card.state.solidity >= HALF_SOLID,
    )


def _named(card: CardPen, middle: float, right: float) -> None:
    icon = card.size(0.95)
    draw_icon(card.painter, card.figure.icon, card.left + icon, middle, icon, card.line)
    left = card.left + card.size(2.5)
    size = card.size(NAME)
    name = elided(shown_name(card.figure.actor), (right - left) / size, BOLD)
    write(card.painter, left, middle, name, size, card.ink, weight=BOLD)


def _name(card: CardPen, middle: float, index: int) -> None:
    del index
    if card.figure.form == "card":
        _named(card, middle, card.right)
        return
    size = card.size(NAME * 0.92)
    name = elided(shown_name(card.figure.actor), (card.right - card.left) / size, BOLD)
    x = card.middle
    write(card.painter, x, middle, name, size, card.ink, weight=BOLD, align="centre")


def _named_tile(card: CardPen, middle: float, index: int) -> None:
    """Draw the icon with the name beside it, together in the middle."""
    del index
    plain = card.figure.icon == "box"
    size, beside = card.size(NAME * 0.92), 0.0 if plain else card.size(BESIDE)
    room = (card.right - card.left - beside) / size
    name = elided(shown_name(card.figure.actor), room, BOLD)
    left = card.middle - (width(name, BOLD) * size + beside) / 2
    icon = card.size(0.72)
    if not plain:
        draw_icon(card.painter, card.figure.icon, left + icon, middle, icon, card.line)
    write(card.painter, left + beside, middle, name, size, card.ink, weight=BOLD)


def _icon(card: CardPen, middle: float, index: int) -> None:
    del index
    draw_icon(
        card.painter,
        card.figure.icon,
        (card.left + card.right) / 2,
        middle + card.size(0.25),
        card.size(1.0),
        card.line,
    )


def _chip(card: CardPen, middle: float, index: int) -> None:
    """Draw the chip in a row of its own."""
    del index
    tile = card.centred
    draw_chip(
        card.painter,
        card.brush,
        card.state,
        card.figure.hue,
        card.middle if tile else card.left,
        middle,
        align="centre" if tile else "left",
    )


def _label(card: CardPen, middle: float, index: int) -> None:
    del index
    size = card.size(LABEL)
    text = elided(
        card.figure.actor.label, (card.right - card.left) / size, SEMIBOLD, mono=True
    )
    if card.centred:
        ink = between(card.brush.theme.muted, card.brush.theme.ink, 0.3)
        size *= 0.92
        write(
            card.painter,
            card.middle,
            middle,
            text,
            size,
            ink,
            weight=MEDIUM,
            mono=True,
            align="centre",
        )
        return
    write(
        card.painter,
        card.left,
        middle + card.size(0.15),
        text,
        size,
        card.ink,
        weight=SEMIBOLD,
        mono=True,
    )


def _fact(card: CardPen, middle: float, index: int) -> None:
    fact = card.figure.actor.facts[index]
    size = card.size(FACT)
    theme = card.brush.theme
    write(
        card.painter, card.left, middle, fact.label, size, theme.muted, weight=REGULAR
    )
    room = (card.right - card.left) / size - width(fact.label, REGULAR) - 0.6
    text = elided(fact.text, max(1.0, room), MEDIUM, mono=True)
    write(
        card.painter,
        card.right,
        middle,
        text,
        size,
        card.ink,
        weight=MEDIUM,
        mono=True,
        align="right",
    )


WORDS: dict[Part, Callable[[CardPen, float, int], None]] = {
    "header": _header,
    "name": _name,
    "named": _named_tile,
    "slots": slots,
    "number": number,
    "icon": _icon,
    "label": _label,
    "fact": _fact,
    "count": count,
}
"""Draws what stays the same while a state turns into another."""

CHIPS: dict[Part, Callable[[CardPen, float, int], None]] = {
    "header": _header_chip,
    "chip": _chip,
    "value": value,
    "cells": cells,
}
"""Draws what turns with the state."""
