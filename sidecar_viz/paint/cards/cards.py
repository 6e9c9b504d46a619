"""Draws cards and tiles: a rounded sheet with rows of words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.brush import Brush, between, dashed, pen, qrect
from sidecar_viz.paint.brush.effects import SoftEdge
from sidecar_viz.paint.cards.card_pen import CardPen
from sidecar_viz.paint.cards.card_rows import CHIPS, WORDS
from sidecar_viz.paint.kinds.kinds import Form
from sidecar_viz.paint.kinds.outlines import (
    RADIUS,
    STAND,
    details,
    rounded_top,
    sheets_behind,
    silhouette,
)
from sidecar_viz.paint.sizes.levels import Level
from sidecar_viz.paint.sizes.places import Place

SHADOW_IN: dict[Form, float] = {"hexagon": 1.0, "pipe": 0.7, "capsule": 0.9}
"""The distance (em) from a form's points inward to the end of its shadow."""


def draw_card(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, level: Level
) -> None:
    """Draw a card without its chip: a dashed ghost at solidity 0, a sheet at 1."""
    card = CardPen(painter, brush, place, state)
    _sheet(card)
    rows = list(card.rows(place, level))
    if rows and place.figure.form == "card":
        _band(card, place, 2.0 * (rows[0][1] - place.box.y), alone=len(rows) == 1)
    for part, middle, index in rows:
        if part in WORDS:
            WORDS[part](card, middle, index)


def draw_card_chip(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, level: Level
) -> None:
    """Draw the chip of a card, which turns with the state."""
    card = CardPen(painter, brush, place, state)
    for part, middle, index in card.rows(place, level):
        if part in CHIPS:
            CHIPS[part](card, middle, index)


def draw_card_edges(
    painter: QPainter, brush: Brush, place: Place, state: ActorState
) -> None:
    """Draw a card's shadow and, when the step is about it, its glow."""
    theme, em = brush.theme, brush.em
    colour = "#000000" if theme.dark else "#0b1a33"
    box, radius = _soft_box(place, em)
    # Soft edges are kept by size, so they keep the size of the grown card.
    shadow = (
        SoftEdge(radius, 2.2 * em, colour, theme.shadow, 0.8 * em),
        SoftEdge(radius, 0.45 * em, colour, theme.shadow * 0.7, 0.2 * em),
    )
    brush.effects.soft_edges(painter, box, shadow, state.solidity)
    draw_glow(painter, brush, place, state, box, radius)


def _soft_box(place: Place, em: float) -> tuple[Rect, float]:
    """Return the rectangle that casts the shadow: its middle will be covered."""
    box, form = place.box, place.figure.form
    if form in ("hexagon", "pipe", "capsule"):
        by = SHADOW_IN[form] * em
        inner = Rect(box.x + by, box.y, box.width - 2 * by, box.height)
        return inner, RADIUS * em
    if form == "screen":
        return Rect(box.x, box.y, box.width, box.height - STAND * em), RADIUS * em
    return box, RADIUS * em


def draw_glow(
    painter: QPainter,
    brush: Brush,
    place: Place,
    state: ActorState,
    around: Rect,
    radius: float,
) -> None:
    """Draw the glow of an actor that the step is about; red if a what-if holds it.

    One without a hue glows in the interface's: a grey glow would be taken for a shadow.
    """
    theme, hue = brush.theme, place.figure.hue
    colour = theme.accent if hue == "slate" else theme.hue(hue).line
    if state.broken:
        colour = theme.failed.line
    glow = SoftEdge(radius, brush.em * 2.6, colour, theme.glow)
    lit = state.focus * (1.0 if state.broken else state.solidity * state.life)
    brush.effects.soft_edges(painter, around, (glow,), lit)


def _sheet(card: CardPen) -> None:
    brush, state, painter = card.brush, card.state, card.painter
    form, theme = card.figure.form, card.brush.theme
    area = qrect(card.box)
    radius = card.size(RADIUS)
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
    if form not in ("card", "tile"):
        _other_sheet(card, area)
        return
    painter.drawRoundedRect(area, radius, radius)
    if form == "tile":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(card.line, brush.stroke))
        painter.drawRoundedRect(area, radius, radius)
        return
    draw_outline(painter, brush, area, radius, card.shade.line, state)


def _other_sheet(card: CardPen, area: QRectF) -> None:
    """Fill and outline a tile that is more than a rounded rectangle."""
    painter, form = card.painter, card.figure.form
    if form == "stack":
        painter.drawPath(sheets_behind(area, card.brush.em))
    outline = silhouette(form, area, card.brush.em)
    painter.drawPath(outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in outline_pens(card.brush, card.shade.line, card.state):
        painter.setPen(line)
        painter.drawPath(outline)
    painter.setPen(pen(card.line, card.brush.stroke * 0.8))
    painter.drawPath(details(form, area, card.brush.em))


def draw_outline(
    painter: QPainter,
    brush: Brush,
    area: QRectF,
    radius: float,
    line: str,
    state: ActorState,
) -> None:
    """Draw a border: dashed for a ghost, solid for what is there, blended between."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line_pen in outline_pens(brush, line, state):
        painter.setPen(line_pen)
        painter.drawRoundedRect(area, radius, radius)


def outline_pens(brush: Brush, line: str, state: ActorState) -> list[QPen]:
    """Return the pens that draw a border one after the other.

    All are opaque: blending a half-transparent stroke takes twenty times longer.
    """
    theme, solid = brush.theme, state.solidity
    # The colour is there halfway, so that the dashes can end without a pop.
    coloured = min(1.0, 2.0 * solid)
    pens = []
    if solid > 0.0:
        pens.append(pen(between(theme.inside, line, coloured), brush.stroke * 1.1))
    if coloured < 1.0:
        ghost = theme.failed.line if state.broken else theme.edge
        dashes = dashed(between(ghost, line, coloured), brush.stroke * 0.8, (2.5, 2.8))
        dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
        pens.append(dashes)
    return pens


def _band(card: CardPen, place: Place, height: float, *, alone: bool) -> None:
    """Draw the coloured band behind the name."""
    if card.state.solidity <= 0.0:
        return
    inner = card.box.inset(card.brush.stroke * 0.5)
    radius = max(0.0, card.size(RADIUS) - card.brush.stroke * 0.5)
    top = Rect(inner.x, inner.y, inner.width, place.box.y + height - inner.y)
    card.painter.setPen(Qt.PenStyle.NoPen)
    card.painter.setBrush(
        between(card.brush.theme.surface, card.shade.soft, card.state.solidity)
    )
    if alone:  # it is the whole card
        card.painter.drawRoundedRect(qrect(inner), radius, radius)
    else:
        card.painter.drawPath(rounded_top(qrect(top), radius))
