"""The table of how every form is drawn, and the painting of one actor by it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import get_args

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.words import LIVELINESS
from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.pictures import Pictures
from sidecar_viz.paint.cards.cards import draw_card, draw_card_chip, draw_card_edges
from sidecar_viz.paint.columns.columns import (
    blended,
    draw_column,
    draw_column_chip,
    draw_column_edges,
)
from sidecar_viz.paint.draw.enclosure import draw_frame
from sidecar_viz.paint.draw.round_forms import (
    draw_caption_chip,
    draw_cylinder,
    draw_drawn_edges,
    draw_globe,
)
from sidecar_viz.paint.kinds.kinds import Form
from sidecar_viz.paint.sizes.levels import Level, on_sheet
from sidecar_viz.paint.sizes.places import Layout, Place

Draw = Callable[[QPainter, Brush, Place, ActorState, Level], None]
DrawEdges = Callable[[QPainter, Brush, Place, ActorState], None]
MOST_KEPT = 12
STEADY = frozenset(LIVELINESS.values())
"""How lively (0..1) actors are that are not just changing."""


class Shape(Struct, frozen=True):
    """How a form is drawn: its body, what turns with its state, its soft edges."""

    body: Draw
    chip: Draw | None = None
    edges: DrawEdges | None = None


SHEET = Shape(draw_card, draw_card_chip, draw_card_edges)
SHAPES: dict[Form, Shape] = {
    **dict.fromkeys(get_args(Form), SHEET),
    "cylinder": Shape(draw_cylinder, draw_caption_chip, draw_drawn_edges),
    "globe": Shape(draw_globe, draw_caption_chip, draw_drawn_edges),
    "frame": Shape(draw_frame),
}
COLUMN = Shape(draw_column, draw_column_chip, draw_column_edges)


def shape_of(place: Place) -> Shape:
    """Return how what stands in a place is drawn: as a column, or by its form."""
    return SHAPES[place.figure.form] if place.sheet is None else COLUMN


class Bodies:
    """Caches pictures of bodies, with their chips while these do not turn."""

    def __init__(self, brush: Brush, layout: Layout) -> None:
        """Cache bodies for one brush and one layout."""
        self._brush, self._layout = brush, layout
        self._pictures = Pictures(brush.effects.ratio, MOST_KEPT)

    def paint(self, painter: QPainter, place: Place, state: ActorState) -> None:
        """Paint the body, from the cache unless the body itself is changing.

        The chip is in it if `holds_chip` says so.
        """
        if place.sheet is None:
            self._paint_look(painter, place, state)
            return
        before = painter.opacity()
        for look, opacity in blended(state):
            painter.setOpacity(before * opacity)
            self._paint_look(painter, place, look)
        painter.setOpacity(before)

    def _paint_look(self, painter: QPainter, place: Place, state: ActorState) -> None:
        shape, brush, level = shape_of(place), self._brush, self._layout.level
        key = body_key(place, state)
        if key is None:
            shape.body(painter, brush, place, state, level)
            return
        chip = shape.chip if self.holds_chip(place, state) else None

        def draw(inside: QPainter) -> None:
            shape.body(inside, brush, place, state, level)
            if chip is not None:
                chip(inside, brush, place, state, level)

        shown = _shown_by_chip(state) if chip is not None else None
        self._pictures.paint(painter, (key, shown), place.box, draw)

    def holds_chip(self, place: Place, state: ActorState) -> bool:
        """Return whether a body is painted with its chip: nothing of it moves."""
        resting = min(state.turn, state.turned) >= 1.0 and not state.broken
        return resting and body_key(place, state) is not None


def _shown_by_chip(state: ActorState) -> Hashable:
    """Return what the look of a chip at rest depends on, beside its body's."""
    return state.word, state.tone, state.values, state.fresh, state.cells


def body_key(place: Place, state: ActorState) -> Hashable | None:
    """Return what the look of a body depends on; None while it is changing."""
    if shape_of(place).chip is None:
        return None
    if place.sheet is None:
        counting = (state.count or 0.0) % 1.0
        if counting or state.solidity not in (0.0, 1.0) or state.life not in STEADY:
            return None
    count = state.count if place.sheet is None else None
    return state.id, state.solidity, state.life, count, state.broken


def paint_edges(
    painter: QPainter, brush: Brush, layout: Layout, state: ActorState
) -> None:
    """Paint an actor's shadow and glow, which lie under everything but frames."""
    place = layout.places[state.id]
    draw = shape_of(place).edges
    if draw is None or state.presence <= 0.0:
        return
    before = painter.opacity()
    painter.setOpacity(before * state.presence)
    draw(painter, brush, place, state)
    painter.setOpacity(before)


def paint_actor(
    painter: QPainter,
    brush: Brush,
    layout: Layout,
    state: ActorState,
    bodies: Bodies | None = None,
) -> None:
    """Paint an actor, with a cross if a what-if holds it in a failed state.

    Args:
        bodies: the cache of bodies; without it everything is drawn.
    """
    if state.presence <= 0.0:
        return
    paint_body(painter, brush, layout, state, bodies)
    paint_chip(painter, brush, layout, state, bodies)


def paint_body(
    painter: QPainter,
    brush: Brush,
    layout: Layout,
    state: ActorState,
    bodies: Bodies | None = None,
) -> None:
    """Paint an actor's body alone, as present as it is."""
    place = layout.places[state.id]
    before = painter.opacity()
    painter.setOpacity(before * state.presence)
    if bodies is None:
        shape_of(place).body(painter, brush, place, state, layout.level)
    else:
        bodies.paint(painter, place, state)
    painter.setOpacity(before)


def paint_chip(
    painter: QPainter,
    brush: Brush,
    layout: Layout,
    state: ActorState,
    bodies: Bodies | None = None,
) -> None:
    """Paint what lies over an actor's body: the chip that turns, and the cross."""
    place = layout.places[state.id]
    if bodies is not None and bodies.holds_chip(place, state):
        return
    shape, before = shape_of(place), painter.opacity()
    painter.setOpacity(before * state.presence)
    if shape.chip is not None:
        shape.chip(painter, brush, place, state, layout.level)
    if state.broken:
        draw_cross(painter, brush, place)
    painter.setOpacity(before)


def draw_cross(painter: QPainter, brush: Brush, place: Place) -> None:
    """Draw a red cross on what a what-if took away."""
    body = place.body
    x, y = body.centre
    reach = brush.em * 1.15
    if on_sheet(place.figure.form):
        x, y = body.right - brush.em * 0.2, body.y + brush.em * 0.2
        reach = brush.em * 0.62
    radius = reach * 1.75
    painter.setPen(pen(brush.theme.failed.line, brush.stroke))
    painter.setBrush(pen(brush.theme.surface, 1).color())
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setPen(pen(brush.theme.failed.line, brush.em * 0.32))
    painter.drawLine(QPointF(x - reach, y - reach), QPointF(x + reach, y + reach))
    painter.drawLine(QPointF(x - reach, y + reach), QPointF(x + reach, y - reach))
