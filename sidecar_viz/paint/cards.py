"""Cards and tiles: a rounded sheet with rows of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainterPath

from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.chips import draw_chip
from sidecar_viz.paint.effects import SoftEdge
from sidecar_viz.paint.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD
from sidecar_viz.paint.icons import draw_icon
from sidecar_viz.paint.look import Look, between, dashed, pen, qrect
from sidecar_viz.paint.measure import (
    CARD_PAD,
    COUNT,
    FACT,
    LABEL,
    NAME,
    TILE_PAD,
    count_text,
    rows_of,
    shown_name,
    widest_chip,
)
from sidecar_viz.paint.text import elided, width, write

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter, QPen

    from sidecar_viz.core.stage import ActorState
    from sidecar_viz.paint.measure import Level
    from sidecar_viz.paint.places import Place
    from sidecar_viz.paint.theme import Shade

RADIUS = 1.25
GROWTH = 0.2


class _Card:
    """One card being drawn: what its rows need to know."""

    def __init__(
        self, painter: QPainter, look: Look, place: Place, state: ActorState
    ) -> None:
        self.painter = painter
        self.look = look
        self.figure = place.figure
        self.state = state
        self.box = place.box.inset((1.0 - state.solidity) * GROWTH * look.em)
        self.left = place.box.x + CARD_PAD * look.em
        self.right = place.box.right - CARD_PAD * look.em
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

    def size(self, em: float) -> float:
        """A length in pixels."""
        return em * self.look.em


def draw_card(
    painter: QPainter, look: Look, place: Place, state: ActorState, level: Level
) -> None:
    """Draw a card: a dashed ghost at solidity 0, a raised sheet at 1."""
    card = _Card(painter, look, place, state)
    _sheet(card)
    rows = rows_of(place.figure, level)
    if not rows:
        return
    if place.figure.form == "card":
        _band(card, place, rows[0][1] * place.stretch * look.em)
    tile = place.figure.form == "tile"
    head = TILE_PAD * look.em if tile else 0.0
    y = place.box.y + head
    for part, height, index in rows:
        # Cards that stand together are stretched alike, so that their rows line up.
        row = height * place.stretch * look.em
        PARTS[part](card, y + row / 2, index)
        y += row


def draw_card_edges(
    painter: QPainter, look: Look, place: Place, state: ActorState
) -> None:
    """Draw a card's shadow and, when the step is about it, its glow."""
    theme, em = look.theme, look.em
    colour = "#000000" if theme.dark else "#0b1a33"
    radius = RADIUS * em
    # Soft edges are kept by size, so they keep the size of the grown card.
    shadow = (
        SoftEdge(radius, 2.2 * em, colour, theme.shadow, 0.8 * em),
        SoftEdge(radius, 0.45 * em, colour, theme.shadow * 0.7, 0.2 * em),
    )
    look.effects.soft_edges(painter, place.box, shadow, state.solidity)
    draw_glow(painter, look, place, state, place.box, radius)


def draw_glow(
    painter: QPainter,
    look: Look,
    place: Place,
    state: ActorState,
    around: Rect,
    radius: float,
) -> None:
    """Draw the glow of an actor that the step is about; red when it is held."""
    shade = look.theme.failed if state.held else look.theme.hue(place.figure.hue)
    glow = SoftEdge(radius, look.em * 2.6, shade.line, look.theme.glow)
    lit = state.focus * (1.0 if state.held else state.solidity)
    look.effects.soft_edges(painter, around, (glow,), lit)


def _sheet(card: _Card) -> None:
    look, state, painter = card.look, card.state, card.painter
    radius = card.size(RADIUS)
    theme = look.theme
    area = qrect(card.box)
    painter.setPen(Qt.PenStyle.NoPen)
    fill = QLinearGradient(area.topLeft(), area.bottomLeft())
    low = between(theme.surface, card.shade.soft, 0.45)
    fill.setColorAt(0.0, theme.surface)
    fill.setColorAt(1.0, low)
    painter.setBrush(
        fill
        if state.solidity >= 1.0
        else between(theme.stage, theme.surface, 0.4 + 0.6 * state.solidity)
    )
    painter.drawRoundedRect(area, radius, radius)
    if card.figure.form == "tile":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(card.line, look.stroke * (0.8 + 0.5 * state.focus)))
        painter.drawRoundedRect(area, radius, radius)
        return
    draw_outline(painter, look, area, radius, card.shade.line, state)


def draw_outline(
    painter: QPainter,
    look: Look,
    area: QRectF,
    radius: float,
    line: str,
    state: ActorState,
) -> None:
    """Draw a border: dashed for a ghost, solid for what is there, a blend between."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line_pen in outline_pens(look, line, state):
        painter.setPen(line_pen)
        painter.drawRoundedRect(area, radius, radius)


def outline_pens(look: Look, line: str, state: ActorState) -> list[QPen]:
    """The pens that draw a border one after the other.

    All are opaque: blending a half-transparent stroke costs twenty times more.
    """
    theme, solid = look.theme, state.solidity
    heavy = look.stroke * (1.0 + 0.35 * state.focus * solid)
    # The colour is there halfway, so that the dashes can end without a pop.
    coloured = min(1.0, 2.0 * solid)
    pens = []
    if solid > 0.0:
        pens.append(pen(between(theme.inside, line, coloured), heavy))
    if coloured < 1.0:
        ghost = theme.failed.line if state.held else theme.edge
        dashes = dashed(between(ghost, line, coloured), look.stroke * 0.8, (2.5, 2.8))
        dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
        pens.append(dashes)
    return pens


def _band(card: _Card, place: Place, height: float) -> None:
    """The coloured band behind the name."""
    if card.state.solidity <= 0.0:
        return
    inner = card.box.inset(card.look.stroke * 0.5)
    radius = max(0.0, card.size(RADIUS) - card.look.stroke * 0.5)
    top = Rect(inner.x, inner.y, inner.width, place.box.y + height - inner.y)
    path = QPainterPath()
    path.moveTo(top.x, top.bottom)
    path.lineTo(top.x, top.y + radius)
    path.arcTo(QRectF(top.x, top.y, 2 * radius, 2 * radius), 180, -90)
    path.lineTo(top.right - radius, top.y)
    path.arcTo(QRectF(top.right - 2 * radius, top.y, 2 * radius, 2 * radius), 90, -90)
    path.lineTo(top.right, top.bottom)
    path.closeSubpath()
    card.painter.setPen(Qt.PenStyle.NoPen)
    card.painter.setBrush(
        between(card.look.theme.surface, card.shade.soft, card.state.solidity)
    )
    card.painter.drawPath(path)


def _header(card: _Card, middle: float, index: int) -> None:
    del index
    chip = widest_chip(card.figure)
    _named(card, middle, card.right - (card.size(chip + 0.5) if chip else 0.0))
    draw_chip(
        card.painter,
        card.look,
        card.state,
        card.figure.hue,
        card.right + card.size(0.3),
        middle,
        align="right",
        on_soft=card.state.solidity >= 0.5,
    )


def _named(card: _Card, middle: float, right: float) -> None:
    icon = card.size(0.95)
    draw_icon(card.painter, card.figure.icon, card.left + icon, middle, icon, card.line)
    left = card.left + card.size(2.5)
    size = card.size(NAME)
    name = elided(shown_name(card.figure.actor), (right - left) / size, BOLD)
    write(card.painter, left, middle, name, size, card.ink, weight=BOLD)


def _name(card: _Card, middle: float, index: int) -> None:
    del index
    if card.figure.form == "card":
        _named(card, middle, card.right)
        return
    size = card.size(NAME * 0.92)
    name = elided(shown_name(card.figure.actor), (card.right - card.left) / size, BOLD)
    x = (card.left + card.right) / 2
    write(card.painter, x, middle, name, size, card.ink, weight=BOLD, align="centre")


def _icon(card: _Card, middle: float, index: int) -> None:
    del index
    draw_icon(
        card.painter,
        card.figure.icon,
        (card.left + card.right) / 2,
        middle + card.size(0.25),
        card.size(1.0),
        card.line,
    )


def _chip(card: _Card, middle: float, index: int) -> None:
    del index
    tile = card.figure.form == "tile"
    draw_chip(
        card.painter,
        card.look,
        card.state,
        card.figure.hue,
        (card.left + card.right) / 2 if tile else card.left,
        middle,
        align="centre" if tile else "left",
    )


def _label(card: _Card, middle: float, index: int) -> None:
    del index
    size = card.size(LABEL)
    text = elided(
        card.figure.actor.label, (card.right - card.left) / size, SEMIBOLD, mono=True
    )
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


def _fact(card: _Card, middle: float, index: int) -> None:
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


def _count(card: _Card, middle: float, index: int) -> None:
    del index
    count = card.state.count or 0.0
    size = card.size(COUNT)
    actor = card.figure.actor
    text = elided(count_text(actor, count), (card.right - card.left) / size, MEDIUM)
    colour = between(card.look.theme.muted, card.shade.text, card.state.solidity)
    if actor.capacity is None or card.figure.form == "tile":
        centred = card.figure.form == "tile"
        x = (card.left + card.right) / 2 if centred else card.left
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


def _bar(card: _Card, groove: QRectF, part: float) -> None:
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


PARTS = {
    "header": _header,
    "name": _name,
    "icon": _icon,
    "chip": _chip,
    "label": _label,
    "fact": _fact,
    "count": _count,
}
