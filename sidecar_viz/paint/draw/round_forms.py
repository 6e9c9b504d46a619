"""Draws cylinders for stores and globes for networks, with a name beside them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.brush import Brush, between, pen, qrect
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.brush.theme import Shade, mixed
from sidecar_viz.paint.cards.cards import draw_glow, outline_pens
from sidecar_viz.paint.cards.chips import draw_chip
from sidecar_viz.paint.cards.values import value_line
from sidecar_viz.paint.sizes.levels import Level
from sidecar_viz.paint.sizes.measure import (
    LID,
    NAME,
    VALUE_LINE,
    caption_height,
    caption_lines,
    count_text,
    value_width,
)
from sidecar_viz.paint.sizes.places import Place

BARS = (0.62, 0.44, 0.56, 0.36, 0.5, 0.6, 0.4)
"""How wide the strokes in a store are, as shares of its width."""
LABEL_HIGH, LABEL_PAD = 1.5, 0.45
"""The height (em) of the label on a store, and the room beside its words."""


def draw_cylinder(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, level: Level
) -> None:
    """Draw a store: it fills with its count, and is a dashed ghost when not there."""
    del level
    shade = brush.theme.living(place.figure.hue, state.life)
    body = place.body
    lid = body.height * LID
    outline = _cylinder(body, lid, body.y + lid)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_rounded(brush, body, shade, state))
    painter.drawPath(outline)
    if state.solidity > 0.0:
        _content(painter, brush, place, state, shade)
    painter.setPen(Qt.PenStyle.NoPen)
    inside = _mixed(brush, shade.soft, state)
    painter.setBrush(between(inside, brush.theme.surface, 0.55))
    painter.drawEllipse(QRectF(body.x, body.y, body.width, 2 * lid))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in outline_pens(brush, shade.line, state):
        painter.setPen(line)
        painter.drawPath(outline)
        painter.drawEllipse(QRectF(body.x, body.y, body.width, 2 * lid))
        if place.figure.icon == "database":
            painter.drawPath(_bands(body, lid))
    if place.figure.counts and state.solidity > 0.0:
        _counted(painter, brush, place, state)
    _caption(painter, brush, place)


def draw_globe(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, level: Level
) -> None:
    """Draw a network: a globe that is grey while it carries nothing."""
    del level
    shade = brush.theme.living(place.figure.hue, state.life)
    body = place.body
    area = qrect(body)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(between(brush.theme.surface, shade.soft, state.solidity))
    painter.drawEllipse(area)
    colour = between(brush.theme.edge, shade.line, state.solidity)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colour, brush.stroke * 1.1))
    painter.drawEllipse(area)
    painter.setPen(pen(colour, brush.stroke * 0.8))
    x, y = body.centre
    painter.drawEllipse(QPointF(x, y), body.width * 0.2, body.height / 2)
    painter.drawEllipse(QPointF(x, y), body.width * 0.39, body.height / 2)
    for part in (-0.24, 0.24):
        half = body.width * 0.438
        painter.drawLine(
            QPointF(x - half, y + body.height * part),
            QPointF(x + half, y + body.height * part),
        )
    _caption(painter, brush, place)


def _rounded(
    brush: Brush, body: Rect, shade: Shade, state: ActorState
) -> QLinearGradient:
    """Return a light from the left that makes a shape look round; ghosts stay flat."""
    middle = _mixed(brush, shade.soft, state)
    fall = QLinearGradient(body.x, 0.0, body.right, 0.0)
    fall.setColorAt(0.0, between(middle, brush.theme.surface, 0.25))
    fall.setColorAt(0.3, between(middle, brush.theme.surface, 0.6))
    fall.setColorAt(1.0, between(middle, shade.line, 0.14 * state.solidity))
    return fall


def _mixed(brush: Brush, colour: str, state: ActorState) -> str:
    """Return the colour as solid as the actor is, but opaque."""
    return mixed(brush.theme.surface, colour, round(state.solidity * 64) / 64)


def _bands(body: Rect, lid: float) -> QPainterPath:
    """Return the two seams that distinguish a database from other stores."""
    path = QPainterPath()
    for part in (0.3, 0.62):
        y = body.y + (body.height - 2 * lid) * part
        arc = QRectF(body.x, y, body.width, 2 * lid)
        path.arcMoveTo(arc, 180)
        path.arcTo(arc, 180, 180)
    return path


def draw_drawn_edges(
    painter: QPainter, brush: Brush, place: Place, state: ActorState
) -> None:
    """Draw the glow of a cylinder or a globe that the step is about."""
    body = place.body
    part = 0.5 if place.figure.form == "globe" else 0.2
    draw_glow(painter, brush, place, state, body, body.width * part)


def _cylinder(body: Rect, lid: float, top: float) -> QPainterPath:
    """Return a cylinder from the height *top* (the middle of its lid) to the bottom."""
    path = QPainterPath()
    path.moveTo(body.x, top)
    path.lineTo(body.x, body.bottom - lid)
    path.arcTo(QRectF(body.x, body.bottom - 2 * lid, body.width, 2 * lid), 180, 180)
    path.lineTo(body.right, top)
    path.arcTo(QRectF(body.x, top - lid, body.width, 2 * lid), 0, 180)
    path.closeSubpath()
    return path


def _content(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, shade: Shade
) -> None:
    """Draw what the store holds: a rising level, and bars like lines of a log."""
    body, count = place.body, state.count or 0.0
    lid = body.height * LID
    capacity = place.figure.actor.capacity or 20
    level = min(1.0, count / capacity)
    inside = body.height - 3 * lid
    if level > 0.0:
        top = body.bottom - lid - inside * level
        painter.setBrush(between(shade.soft, shade.line, 0.16 * state.solidity))
        painter.drawPath(_cylinder(body, lid, top))
        painter.setBrush(between(shade.soft, shade.line, 0.07 * state.solidity))
        painter.drawEllipse(QRectF(body.x, top - lid, body.width, 2 * lid))
    for box, full in strokes(brush, body, capacity, count):
        painter.setBrush(between(shade.soft, shade.line, full * state.solidity * 0.75))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def strokes(
    brush: Brush, body: Rect, capacity: float, count: float
) -> Iterator[tuple[QRectF, float]]:
    """Yield a stroke for each thing in a store, with how much (0..1) it is there.

    There are none where not all have room that can ever be in it: who counts them must
    get its count.
    """
    height, step = brush.em * 0.3, brush.em * 0.85
    lid = body.height * LID
    room = int((body.height - 3 * lid - brush.em * 1.6) / step)
    if ceil(capacity) > min(room, len(BARS)):
        return
    bottom = body.bottom - lid * 1.15 - height
    for index in range(min(ceil(count), ceil(capacity))):
        wide = body.width * BARS[index]
        x = body.centre[0] - wide / 2
        area = QRectF(x, bottom - index * step, wide, height)
        yield area, min(1.0, count - index)


def _counted(painter: QPainter, brush: Brush, place: Place, state: ActorState) -> None:
    """Write the count on a label, so that the level does not run through it."""
    body, size = place.body, brush.em
    count = state.count or 0.0
    text = count_text(place.figure.actor, count)
    if width(text, MEDIUM) * size > body.width * 0.92:
        text = str(round(count))
    middle = body.y + 2 * body.height * LID + size * 0.75
    half = (width(text, MEDIUM) / 2 + LABEL_PAD) * size
    high = LABEL_HIGH * size
    label = QRectF(body.centre[0] - half, middle - high / 2, 2 * half, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_mixed(brush, brush.theme.surface, state))
    painter.drawRoundedRect(label, high * 0.25, high * 0.25)
    shade = brush.theme.living(place.figure.hue, state.life)
    ink = between(brush.theme.muted, shade.text, state.solidity)
    write(
        painter, body.centre[0], middle, text, size, ink, weight=MEDIUM, align="centre"
    )


def _caption(painter: QPainter, brush: Brush, place: Place) -> None:
    """Write the name below the drawing, or above it."""
    em, size = brush.em, NAME * brush.em * 0.95
    x, y = place.box.centre[0], _caption_top(brush, place)
    for number, line in enumerate(caption_lines(place.figure)):
        text = elided(line, place.box.width / size + 0.4, BOLD)
        middle = y + (1.6 * number + 0.8) * em
        write(
            painter, x, middle, text, size, brush.theme.ink, weight=BOLD, align="centre"
        )


def draw_caption_chip(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, level: Level
) -> None:
    """Draw the chip beside the name, which turns with the state."""
    del level
    lines = len(caption_lines(place.figure))
    middle = _caption_top(brush, place) + (1.6 * lines + 1.15) * brush.em
    x = place.box.centre[0]
    draw_chip(painter, brush, state, place.figure.hue, x, middle, align="centre")
    ink = between(brush.theme.muted, brush.theme.ink, state.solidity)
    top = middle + (1.05 if place.figure.states else -1.15) * brush.em
    for index in range(len(place.figure.values)):
        left = x - value_width(place.figure, index) * brush.em / 2
        line = top + (index + 0.5) * VALUE_LINE * brush.em
        value_line(painter, brush, place, state, index, (left, line), ink)


def _caption_top(brush: Brush, place: Place) -> float:
    """Return the y (pixels) at which the name begins."""
    if not place.caption_above:
        return place.body.bottom + 0.5 * brush.em
    return place.body.y - caption_height(place.figure) * brush.em
