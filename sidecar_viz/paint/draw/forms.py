"""The table of how every form is drawn, and the painting of one actor by it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import get_args

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.pictures import Pictures
from sidecar_viz.paint.cards.cards import draw_card, draw_card_chip, draw_card_edges
from sidecar_viz.paint.columns.columns import (
    HALF_SOLID,
    draw_column,
    draw_column_chip,
    draw_column_edges,
)
from sidecar_viz.paint.columns.contents import Held
from sidecar_viz.paint.draw.enclosure import draw_frame
from sidecar_viz.paint.draw.round_forms import (
    draw_caption_chip,
    draw_cylinder,
    draw_drawn_edges,
    draw_globe,
)
from sidecar_viz.paint.kinds.kinds import Form
from sidecar_viz.paint.kinds.looks import blended, is_whole
from sidecar_viz.paint.sizes.levels import Level, on_sheet
from sidecar_viz.paint.sizes.places import Layout, Place

Draw = Callable[[QPainter, Brush, Place, ActorState, Level], None]
DrawEdges = Callable[[QPainter, Brush, Place, ActorState], None]
KEPT_EACH = 2
"""How many looks of each body are kept: those of a change."""


class Shape(Struct, frozen=True):
    """How a form is drawn: its body, what turns with its state, its soft edges.

    A body that is *even* keeps its size and only changes its colours when it starts or
    stops, so that it can be blended; another one is drawn anew.
    """

    body: Draw
    chip: Draw | None = None
    edges: DrawEdges | None = None
    even: bool = False


SHEET = Shape(draw_card, draw_card_chip, draw_card_edges)
SHAPES: dict[Form, Shape] = {
    **dict.fromkeys(get_args(Form), SHEET),
    "cylinder": Shape(draw_cylinder, draw_caption_chip, draw_drawn_edges),
    "globe": Shape(draw_globe, draw_caption_chip, draw_drawn_edges, even=True),
    "frame": Shape(draw_frame),
}
COLUMN = Shape(draw_column, draw_column_chip, draw_column_edges, even=True)


def shape_of(place: Place) -> Shape:
    """Return how what stands in a place is drawn: as a column, or by its form."""
    return SHAPES[place.figure.form] if place.sheet is None else COLUMN


class Bodies:
    """Caches pictures of bodies, and of their chips while these do not turn.

    A column's body is kept without its chip, which turns more often, and with what it
    holds, as long as that rests.
    """

    def __init__(self, brush: Brush, layout: Layout) -> None:
        """Cache bodies for one brush and one layout."""
        self._brush, self._layout = brush, layout
        most = KEPT_EACH * len(layout.places)
        self._empty = Pictures(brush.effects.ratio, most)
        self._filled = Pictures(brush.effects.ratio, most)
        self._chips = Pictures(brush.effects.ratio, most)

    def paint(
        self,
        painter: QPainter,
        place: Place,
        state: ActorState,
        held: Held | None = None,
    ) -> None:
        """Paint the body, from the cache unless the body itself is changing.

        What is held is in it if `has_in_body` says so.
        """
        if body_key(place, state) is None:
            shape_of(place).body(painter, self._brush, place, state, self._layout.level)
            return
        before = painter.opacity()
        for look, opacity in blended(state):
            painter.setOpacity(before * opacity)
            if held is None or not held.still:
                self._paint_empty(painter, place, look)
            else:
                self._paint_filled(painter, place, look, held)
        painter.setOpacity(before)

    def _paint_empty(self, painter: QPainter, place: Place, look: ActorState) -> None:
        """Copy the picture of a body."""
        shape, brush, level = shape_of(place), self._brush, self._layout.level
        chip = shape.chip if self._holds_chip(place, look) else None

        def draw(inside: QPainter) -> None:
            shape.body(inside, brush, place, look, level)
            if chip is not None:
                chip(inside, brush, place, look, level)

        self._empty.paint(painter, self._key(place, look), place.box, draw)

    def _paint_filled(
        self, painter: QPainter, place: Place, look: ActorState, held: Held
    ) -> None:
        """Copy the picture of a column with what it holds."""
        still = held.at_rest(look.solidity, look.life)

        def draw(inside: QPainter) -> None:
            self._paint_empty(inside, place, look)
            still.draw(inside, self._brush, counted=not held.counting)

        key = (self._key(place, look), still.key, held.counting)
        self._filled.paint(painter, key, place.box, draw)

    def _key(self, place: Place, look: ActorState) -> Hashable:
        """Return what the picture of a body depends on."""
        shown = _shown_by_chip(look) if self._holds_chip(place, look) else None
        return body_key(place, look), shown

    def paint_chip(self, painter: QPainter, place: Place, state: ActorState) -> bool:
        """Copy the chip, unless it turns, or is in the picture of the body.

        Returns:
            whether nothing is left to be painted.
        """
        if place.sheet is None:
            return self._holds_chip(place, state)
        if not _is_calm(state):
            return False
        brush, level, box = self._brush, self._layout.level, place.box
        key = (state.id, state.word, state.tone, state.solidity >= HALF_SOLID)
        header = Rect(box.x, box.y, box.width, place.sheet.box.y - box.y)
        self._chips.paint(
            *(painter, key, header),
            lambda inside: draw_column_chip(inside, brush, place, state, level),
        )
        return True

    def _holds_chip(self, place: Place, state: ActorState) -> bool:
        """Return whether a body is painted with its chip: nothing of it moves."""
        calm = place.sheet is None and _is_calm(state)
        return calm and body_key(place, state) is not None


def _is_calm(state: ActorState) -> bool:
    """Return whether the chip neither turns nor is crossed out."""
    return min(state.turn, state.turned) >= 1.0 and not state.broken


def _shown_by_chip(state: ActorState) -> Hashable:
    """Return what the look of a chip at rest depends on, beside its body's."""
    return state.word, state.tone, state.values, state.fresh, state.cells


def has_in_body(held: Held, bodies: Bodies | None) -> bool:
    """Return whether what a column holds is painted with its body."""
    return bodies is not None and held.still


def body_key(place: Place, state: ActorState) -> Hashable | None:
    """Return what the look of a body depends on; None while it is changing."""
    shape = shape_of(place)
    if shape.chip is None:
        return None
    count = state.count if place.sheet is None else None
    if not (shape.even or is_whole(state)) or (count is not None and count % 1.0):
        return None
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
    held: Held | None = None,
) -> None:
    """Paint an actor's body alone, as present as it is.

    Args:
        bodies: the cache of bodies; without it everything is drawn.
        held: what a column holds: it is painted with a body from the cache.
    """
    place = layout.places[state.id]
    before = painter.opacity()
    painter.setOpacity(before * state.presence)
    if bodies is None:
        shape_of(place).body(painter, brush, place, state, layout.level)
    else:
        bodies.paint(painter, place, state, held)
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
    shape, before = shape_of(place), painter.opacity()
    painter.setOpacity(before * state.presence)
    if bodies is None or not bodies.paint_chip(painter, place, state):
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
