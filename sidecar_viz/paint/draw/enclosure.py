"""Draws frames around others, such as pods: a growing border with a label."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.kind_words import actor_kind
from sidecar_viz.paint.brush.brush import Brush, between, dashed, pen, qrect
from sidecar_viz.paint.brush.dashes import Dashing
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.cards.chips import draw_turning
from sidecar_viz.paint.cards.values import value_line
from sidecar_viz.paint.sizes.levels import Level
from sidecar_viz.paint.sizes.measure import (
    LABEL,
    NAME,
    TAB_AT,
    TAB_HEIGHT,
    count_text,
    shown_name,
    tab_width,
    value_width,
)
from sidecar_viz.paint.sizes.places import Place

RADIUS = 1.7
SQUARE = 0.45
"""The radius (em) of the corners of a frame that is a machine."""
RIM = 0.32
"""The distance (em) from a machine's border to its second line inside."""
INSIDE_CORNER = 0.3
"""The distance (radii) from a frame's sides to a rectangle inside of its corners."""
BEHIND, MOST_BEHIND = 0.26, 2
"""The offset (em) of each frame behind one of several, and their number."""
DRAWN_AT = 0.6
"""The solidity at which the border has been drawn all the way round."""


def draw_frame(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, level: Level
) -> None:
    """Draw a frame: an empty dashed outline that is then drawn over and filled."""
    del level
    shade = brush.theme.living(place.figure.hue, state.life)
    area, radius = qrect(place.body), radius_of(place) * brush.em
    solid = state.solidity
    _draw_others(painter, brush, place, state, shade.line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(between(brush.theme.stage, brush.theme.inside, solid))
    painter.drawRoundedRect(area, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if solid < DRAWN_AT:
        colour = brush.theme.failed.line if state.broken else brush.theme.edge
        dashing = Dashing(radius, colour, brush.stroke * 0.8, (3.0, 3.2))
        brush.effects.dashed_outline(painter, place.body, dashing)
    if solid > 0.0:
        _border(painter, brush, place, state, shade.line)
    if is_machine(place):
        line = between(brush.theme.edge, shade.line, solid)
        painter.setPen(pen(line, brush.stroke / 2))
        by = RIM * brush.em
        inner = max(0.0, radius - by)
        painter.drawRoundedRect(area.adjusted(by, by, -by, -by), inner, inner)
    draw_tab(painter, brush, place, state)


def is_machine(place: Place) -> bool:
    """Return whether a frame is a node: square corners and a double border."""
    return actor_kind(place.figure.actor.kind) == "node"


def radius_of(place: Place) -> float:
    """Return the radius (em) of a frame's corners."""
    return SQUARE if is_machine(place) else RADIUS


def hidden_by(place: Place, em: float) -> Rect:
    """Return a part of what a frame hides of all that is behind it."""
    border = INSIDE_CORNER * radius_of(place) * em + 2.0
    return place.body.inset(border)


def _draw_others(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, line: str
) -> None:
    """Draw the frames behind a frame that stands for several."""
    count = round(state.count) if state.count is not None else 0
    if count <= 1:
        return
    radius = radius_of(place) * brush.em
    border = between(brush.theme.edge, line, state.solidity)
    painter.setPen(pen(border, brush.stroke * 0.8))
    painter.setBrush(between(brush.theme.stage, brush.theme.inside, state.solidity))
    for number in range(min(MOST_BEHIND, count - 1), 0, -1):
        out = number * BEHIND * brush.em
        painter.drawRoundedRect(qrect(place.body).translated(out, -out), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def tab_of(place: Place, em: float, state: ActorState) -> Rect:
    """Return the box of the frame's label, as wide as the state's word needs."""
    new = tab_width(place.figure, state.word)
    old = tab_width(place.figure, state.was) if state.was else new
    wide = min((old + (new - old) * state.turn) * em, place.body.width - 2.0 * em)
    return Rect(
        place.body.x + TAB_AT * em,
        place.body.y - TAB_HEIGHT * em / 2,
        wide,
        TAB_HEIGHT * em,
    )


def _border(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, line: str
) -> None:
    radius = radius_of(place) * brush.em
    wide = brush.stroke * (1.1 + 0.5 * state.focus)
    part = min(1.0, state.solidity / DRAWN_AT)
    if part >= 1.0:
        painter.setPen(pen(line, wide))
        painter.drawRoundedRect(qrect(place.body), radius, radius)
        return
    path = QPainterPath()
    path.addRoundedRect(qrect(place.body), radius, radius)
    length = path.length()
    outline = dashed(line, wide, (max(0.01, length * part / wide), length * 2 / wide))
    outline.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(outline)
    painter.drawPath(path)


def draw_tab(painter: QPainter, brush: Brush, place: Place, state: ActorState) -> None:
    """Draw the label in the frame's border: kind, name and state."""
    theme, em = brush.theme, brush.em
    shade = theme.living(place.figure.hue, state.life)
    part = min(1.0, state.solidity / DRAWN_AT)
    tab = tab_of(place, em, state)
    back = between(theme.idle.soft, shade.line, part)
    ink = between(theme.ink, theme.on_accent, 1.0 if part > 0.5 else 0.0)
    if 0.0 < part < 1.0:
        back = between(theme.idle.soft, shade.line, 1.0 if part > 0.5 else 0.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(
        QRectF(tab.x, tab.y, tab.width, tab.height), tab.height / 2, tab.height / 2
    )
    actor = place.figure.actor
    word = shown_name(actor)
    x, middle = tab.x + 1.1 * em, tab.y + tab.height / 2
    write(painter, x, middle, word, NAME * em, ink, weight=BOLD)
    x += width(word, BOLD) * NAME * em
    if actor.label:
        x += 0.7 * em
        room = (tab.right - x) / (LABEL * em)
        label = elided(actor.label, room, MEDIUM, mono=True)
        write(painter, x, middle, label, LABEL * em, ink, weight=MEDIUM, mono=True)
        x += width(label, MEDIUM, mono=True) * LABEL * em
    if place.figure.counts:
        x += 0.7 * em
        text = count_text(actor, state.count or 0.0)
        text = elided(text, (tab.right - x) / em, MEDIUM)
        write(painter, x, middle, text, em, ink, weight=MEDIUM)
        x += width(text, MEDIUM) * em
    for index in range(len(place.figure.values)):
        x += 0.7 * em
        value_line(painter, brush, place, state, index, (x, middle), ink)
        x += value_width(place.figure, index) * em
    draw_turning(
        painter,
        brush,
        state,
        place.figure.hue,
        x + 1.1 * em,
        middle,
        colour=ink.name(),
        room=max(1.0, (tab.right - x - 2.4 * em) / em),
    )
