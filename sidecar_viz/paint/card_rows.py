"""The rows of words on cards and tiles, and their chips."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.paint.chips import draw_chip
from sidecar_viz.paint.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD
from sidecar_viz.paint.icons import draw_icon
from sidecar_viz.paint.look import Look, between, pen
from sidecar_viz.paint.measure import (
    BESIDE,
    COUNT,
    FACT,
    LABEL,
    NAME,
    NUMBER,
    SLOT,
    SLOT_GAP,
    count_text,
    pads,
    rows_of,
    shown_name,
    slots_of,
    widest_chip,
)
from sidecar_viz.paint.text import elided, width, write

if TYPE_CHECKING:
    from sidecar_viz.core.stage import ActorState
    from sidecar_viz.paint.levels import Level, Part
    from sidecar_viz.paint.places import Place
    from sidecar_viz.paint.theme import Shade

GROWTH = 0.2
HALF_SOLID = 0.5


class Card:
    """One card being drawn: what its rows need to know."""

    def __init__(
        self, painter: QPainter, look: Look, place: Place, state: ActorState
    ) -> None:
        self.painter = painter
        self.look = look
        self.figure = place.figure
        self.state = state
        self.box = place.box.inset((1.0 - state.solidity) * GROWTH * look.em)
        left, _, right, _ = pads(place.figure)
        self.left = place.box.x + left * look.em
        self.right = place.box.right - right * look.em
        self.shade: Shade = look.theme.hue(place.figure.hue)

    @property
    def ink(self) -> QColor:
        """The colour of words: grey on a ghost, full on a solid card."""
        theme = self.look.theme
        return between(theme.muted, theme.ink, self.state.solidity)

    @property
    def line(self) -> QColor:
        """The colour of outlines and icons."""
        return between(self.look.theme.edge, self.shade.line, self.state.solidity)

    @property
    def centred(self) -> bool:
        """Whether words stand in the middle: on everything but cards."""
        return self.figure.form != "card"

    @property
    def middle(self) -> float:
        """The x of the middle of the words."""
        return (self.left + self.right) / 2

    def spare(self, place: Place) -> float:
        """The height (pixels) that the rows leave when they are stretched."""
        _, top, _, low = pads(self.figure)
        return (top + low) * self.look.em * (place.stretch - 1.0)

    def size(self, em: float) -> float:
        """A length in pixels."""
        return em * self.look.em

    def rows(self, place: Place, level: Level) -> Iterator[tuple[Part, float, int]]:
        """Every row: what it is, its middle in pixels, which of its kind.

        Cards that stand together are stretched alike, so that their rows line up.
        """
        y = place.box.y + self.size(pads(self.figure)[1])
        if self.figure.form not in ("card", "tile"):
            y += self.spare(place) * 0.5
        for part, height, index in rows_of(self.figure, level):
            high = height * place.stretch * self.look.em
            yield part, y + high / 2, index
            y += high


def _header(card: Card, middle: float, index: int) -> None:
    del index
    chip = widest_chip(card.figure)
    _named(card, middle, card.right - (card.size(chip + 0.5) if chip else 0.0))


def _header_chip(card: Card, middle: float) -> None:
    """The chip at the right end of the header."""
    draw_chip(
        card.painter,
        card.look,
        card.state,
        card.figure.hue,
        card.right + card.size(0.3),
        middle,
        align="right",
        on_soft=card.state.solidity >= HALF_SOLID,
    )


def _named(card: Card, middle: float, right: float) -> None:
    icon = card.size(0.95)
    draw_icon(card.painter, card.figure.icon, card.left + icon, middle, icon, card.line)
    left = card.left + card.size(2.5)
    size = card.size(NAME)
    name = elided(shown_name(card.figure.actor), (right - left) / size, BOLD)
    write(card.painter, left, middle, name, size, card.ink, weight=BOLD)


def _name(card: Card, middle: float, index: int) -> None:
    del index
    if card.figure.form == "card":
        _named(card, middle, card.right)
        return
    size = card.size(NAME * 0.92)
    name = elided(shown_name(card.figure.actor), (card.right - card.left) / size, BOLD)
    x = card.middle
    write(card.painter, x, middle, name, size, card.ink, weight=BOLD, align="centre")


def _named_tile(card: Card, middle: float, index: int) -> None:
    """The icon and the name beside it, together in the middle."""
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


def _icon(card: Card, middle: float, index: int) -> None:
    del index
    draw_icon(
        card.painter,
        card.figure.icon,
        (card.left + card.right) / 2,
        middle + card.size(0.25),
        card.size(1.0),
        card.line,
    )


def _chip(card: Card, middle: float) -> None:
    """The chip in a row of its own."""
    tile = card.centred
    draw_chip(
        card.painter,
        card.look,
        card.state,
        card.figure.hue,
        card.middle if tile else card.left,
        middle,
        align="centre" if tile else "left",
    )


def _label(card: Card, middle: float, index: int) -> None:
    del index
    size = card.size(LABEL)
    text = elided(
        card.figure.actor.label, (card.right - card.left) / size, SEMIBOLD, mono=True
    )
    if card.centred:
        ink = between(card.look.theme.muted, card.look.theme.ink, 0.3)
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


def _fact(card: Card, middle: float, index: int) -> None:
    fact = card.figure.actor.facts[index]
    size = card.size(FACT)
    theme = card.look.theme
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


def _count(card: Card, middle: float, index: int) -> None:
    del index
    count = card.state.count or 0.0
    size = card.size(COUNT)
    actor = card.figure.actor
    text = elided(count_text(actor, count), (card.right - card.left) / size, MEDIUM)
    colour = between(card.look.theme.muted, card.shade.text, card.state.solidity)
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
    _bar(card, groove, min(1.0, count / actor.capacity))


def _slots(card: Card, middle: float, index: int) -> None:
    """A queue's places: those taken are full, from the mouth on."""
    del index
    actor = card.figure.actor
    places = slots_of(actor)
    share = (card.state.count or 0.0) * places / (actor.capacity or places)
    side, step = card.size(SLOT - SLOT_GAP), card.size(SLOT)
    right = card.middle + (places * step - card.size(SLOT_GAP)) / 2
    empty = between(card.look.theme.surface, card.shade.soft, card.state.solidity)
    edge = pen(card.line, card.look.stroke * 0.7)
    for number in range(places):
        x = right - number * step - side
        full = max(0.0, min(1.0, share - number))
        colour = between(empty.name(), card.line.name(), full)
        card.painter.setPen(edge)
        card.painter.setBrush(colour)
        square = QRectF(x, middle - side / 2, side, side)
        card.painter.drawRoundedRect(square, side * 0.25, side * 0.25)


def _number(card: Card, middle: float, index: int) -> None:
    """A counter's number, large, with its unit after it."""
    del index
    theme, actor = card.look.theme, card.figure.actor
    number = str(round(card.state.count or 0.0))
    colour = between(theme.muted, card.shade.text, card.state.solidity)
    size, small = card.size(NUMBER), card.size(COUNT)
    wide = width(number, BOLD) * size
    gap = card.size(0.5) if actor.unit else 0.0
    left = card.middle - (wide + gap + width(actor.unit, MEDIUM) * small) / 2
    write(card.painter, left, middle, number, size, colour, weight=BOLD)
    base = middle + (size - small) * 0.355
    write(
        card.painter, left + wide + gap, base, actor.unit, small, colour, weight=MEDIUM
    )


def _bar(card: Card, groove: QRectF, part: float) -> None:
    round_end = groove.height() / 2
    painter, theme = card.painter, card.look.theme
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(between(theme.surface, theme.line, 0.9))
    painter.drawRoundedRect(groove, round_end, round_end)
    if part > 0.0:
        filled = QRectF(groove)
        filled.setWidth(max(groove.height(), groove.width() * part))
        painter.setBrush(card.line)
        painter.drawRoundedRect(filled, round_end, round_end)


WORDS: dict[Part, Callable[[Card, float, int], None]] = {
    "header": _header,
    "name": _name,
    "named": _named_tile,
    "slots": _slots,
    "number": _number,
    "icon": _icon,
    "label": _label,
    "fact": _fact,
    "count": _count,
}
"""What stays the same while a state turns."""

CHIPS: dict[Part, Callable[[Card, float], None]] = {
    "header": _header_chip,
    "chip": _chip,
}
"""What turns with the state."""
