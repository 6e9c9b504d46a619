"""Draws links in the line of their kind, and the gates where they leave a frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.geometry import Curve, Rect
from sidecar_viz.core.lesson import Hue
from sidecar_viz.core.stage import LinkState
from sidecar_viz.paint.brush.brush import Brush, between, dashed, pen, qrect
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import elided, write
from sidecar_viz.paint.brush.theme import Shade
from sidecar_viz.paint.columns.docks import Docks
from sidecar_viz.paint.draw.link_ends import draw_denied, draw_mark
from sidecar_viz.paint.kinds.link_kinds import TUBES, Stroke, link_kind_of, marks_of
from sidecar_viz.paint.sizes.link_labels import PAD, SIZE
from sidecar_viz.paint.sizes.places import Layout, Way

Actors = Mapping[str, ActorState]

TUBE = 1.15
GATE = 0.72
WIDTHS: dict[Stroke, float] = {"line": 0.2, "dashes": 0.2, "dots": 0.3, "rope": 0.5}
DASHES: dict[Stroke, tuple[float, float]] = {"dashes": (5.5, 4.0), "dots": (0.01, 2.2)}
"""Dash and gap of each line, in widths of the line."""
CLOSED = (1.6, 3.2)
"""Dash and gap of a closed link whose open line is solid."""
MIDDLES: dict[Stroke, tuple[float, float]] = {"tube": (4.5, 5.5), "pipe": (0.01, 5.5)}
"""What runs along the middle of a tube: dashes for traffic, dots for a pipe."""
DENIED_AT = (0.5, 0.36, 0.64, 0.25, 0.75)
GATE_ROOM = 2.0
"""The distance (em) of the sign of a denied link from a gate."""
OFF_WIDTH = 0.6
"""The width of a closed link's line, as a share of an open one's."""


def link_hue(layout: Layout, way: Way) -> Hue:
    """Return the hue of what a link runs through, else of a store, else its source."""
    link = way.link
    if link.hue is not None:
        return link.hue
    for key in (link.through, link.target, link.source):
        if key is None:
            continue
        figure = layout.places[key].figure
        if key == link.through or figure.form == "cylinder":
            return figure.hue
    return layout.places[link.source].figure.hue


def draw_link(
    painter: QPainter,
    brush: Brush,
    layout: Layout,
    state: LinkState,
    actors: Actors,
    docks: Docks,
) -> None:
    """Draw a link as far as those whom it joins are present.

    It is faint where it is off, and full as far as it has opened.
    """
    way = layout.way(state)
    there = presence(way, actors) * state.presence
    if there <= 0.0:
        return
    before = painter.opacity()
    painter.setOpacity(before * there)
    hue = link_hue(layout, way)
    if way.dock is not None:
        docks.paint(painter, way, way.dock, hue, state.openness)
        painter.setOpacity(before)
        return
    shade = brush.theme.hue(hue)
    kind = link_kind_of(way.link)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind.stroke in TUBES:
        _draw_tube(painter, brush, way.curve, state, shade, kind.stroke)
    else:
        _draw_line(painter, brush, way.curve, state, shade, kind.stroke)
    _draw_marks(painter, brush, way, state, shade)
    if state.denied > 0.0:
        draw_denied(painter, brush, way.curve, _denied_at(way, brush.em), state.denied)
    _draw_gates(painter, brush, layout, state)
    painter.setOpacity(before)


def _denied_at(way: Way, em: float) -> float:
    """Find the place (0..1) of the sign of a denied link: central, but by no gate."""
    apart = GATE_ROOM * em / way.curve.length if way.curve.length else 0.0

    def room(at: float) -> float:
        return min((abs(at - gate) for gate in way.gates), default=1.0)

    free = next((at for at in DENIED_AT if room(at) > apart), None)
    return max(DENIED_AT, key=room) if free is None else free


def presence(way: Way, actors: Actors) -> float:
    """Return how far (0..1) everyone whom a link joins is present."""
    link = way.link
    ends = (link.source, link.target, link.through)
    return min(actors[end].presence for end in ends if end is not None)


def draw_labels(
    painter: QPainter,
    brush: Brush,
    layout: Layout,
    links: Iterable[LinkState],
    actors: Actors,
) -> None:
    """Write the words of links, where they have room; they lie over all links."""
    for state in links:
        way = layout.way(state)
        there = presence(way, actors) * state.presence if way.label else 0.0
        if way.label is not None and there > 0.0:
            before = painter.opacity()
            painter.setOpacity(before * there)
            shade = brush.theme.hue(link_hue(layout, way))
            _draw_label(painter, brush, way.link.label, way.label, state, shade)
            painter.setOpacity(before)


def _draw_label(
    painter: QPainter,
    brush: Brush,
    words: str,
    room: Rect,
    state: LinkState,
    shade: Shade,
) -> None:
    """Write the words of a link on a plate that keeps lines off the letters."""
    theme, size = brush.theme, SIZE * brush.em
    colour = between(theme.muted, shade.text, state.openness)
    colour = between(colour.name(), theme.failed.text, state.denied)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(between(theme.inside, theme.surface, 0.5))
    painter.drawRoundedRect(qrect(room), room.height / 2, room.height / 2)
    x, y = room.centre
    text = elided(words, room.width / size - 2 * PAD / SIZE, MEDIUM)
    write(painter, x, y, text, size, colour, weight=MEDIUM, align="centre")


def _draw_tube(
    painter: QPainter,
    brush: Brush,
    curve: Curve,
    state: LinkState,
    shade: Shade,
    stroke: Stroke,
) -> None:
    if state.openness < 1.0:
        colour = between(brush.theme.edge, brush.theme.failed.line, state.denied)
        dots = dashed(colour, brush.em * 0.17, (0.01, 3.4))
        painter.setPen(dots)
        painter.drawPath(path_of(curve))
    if state.openness > 0.0:
        _tube(painter, brush, curve, state.openness, shade, MIDDLES[stroke])


def _draw_line(
    painter: QPainter,
    brush: Brush,
    curve: Curve,
    state: LinkState,
    shade: Shade,
    stroke: Stroke,
) -> None:
    """Draw a line that is thin and grey when off, and takes its colour when on."""
    wide = WIDTHS[stroke] * brush.em
    if state.openness < 1.0:
        colour = between(brush.theme.edge, brush.theme.failed.line, state.denied)
        if stroke in DASHES:
            painter.setPen(_stroke(stroke, colour, wide * OFF_WIDTH))
        else:  # a whole line, however grey, would look as if it led through
            painter.setPen(dashed(colour, max(1.0, wide * OFF_WIDTH), CLOSED))
        painter.drawPath(path_of(curve))
    if state.openness > 0.0:
        path = (
            path_of(curve) if state.openness >= 1.0 else _opened(curve, state.openness)
        )
        painter.setPen(_stroke(stroke, between(shade.line, shade.line, 0.0), wide))
        painter.drawPath(path)


def _stroke(stroke: Stroke, colour: QColor, wide: float) -> QPen:
    wide = max(1.0, wide)
    if stroke not in DASHES:
        return pen(colour, wide)
    made = dashed(colour, wide, DASHES[stroke])
    if stroke == "dashes":
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made


def _draw_marks(
    painter: QPainter, brush: Brush, way: Way, state: LinkState, shade: Shade
) -> None:
    """Draw the marks at the ends: on a tube as far as it is open, on a line always."""
    start, end = marks_of(way.link)
    size, theme = 1.0, brush.theme
    if link_kind_of(way.link).stroke in TUBES:
        size = max(state.openness, state.denied)
    colour = between(theme.edge, theme.failed.line, state.denied)
    colour = between(colour.name(), shade.line, state.openness)
    draw_mark(painter, brush, way.curve, start, colour, size, at_end=False)
    draw_mark(painter, brush, way.curve, end, colour, size, at_end=True)


def _tube(
    painter: QPainter,
    brush: Brush,
    curve: Curve,
    openness: float,
    shade: Shade,
    middle_line: tuple[float, float],
) -> None:
    path = path_of(curve) if openness >= 1.0 else _opened(curve, openness)
    wide = TUBE * brush.em
    inside = between(shade.soft, brush.theme.surface, 0.35)
    for line in (
        _flat(between(shade.soft, shade.line, 0.75).name(), wide),
        _flat(inside.name(), wide - brush.stroke * 1.2),
    ):
        painter.setPen(line)
        painter.drawPath(path)
    middle = between(shade.soft, shade.line, 0.6)
    painter.setPen(dashed(middle, brush.em * 0.12, middle_line))
    painter.drawPath(path)


def _flat(colour: str, width: float) -> QPen:
    line = pen(colour, max(0.5, width))
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    return line


def draw_gates(
    painter: QPainter, brush: Brush, layout: Layout, state: LinkState, actors: Actors
) -> None:
    """Draw the rings in frames' borders; they widen as the link opens."""
    before = painter.opacity()
    painter.setOpacity(before * presence(layout.way(state), actors) * state.presence)
    _draw_gates(painter, brush, layout, state)
    painter.setOpacity(before)


def _draw_gates(
    painter: QPainter, brush: Brush, layout: Layout, state: LinkState
) -> None:
    way = layout.way(state)
    shade = brush.theme.hue(link_hue(layout, way))
    radius = (GATE + 0.28 * state.openness) * brush.em
    painter.setPen(
        pen(between(brush.theme.edge, shade.line, state.openness), brush.stroke)
    )
    painter.setBrush(between(brush.theme.surface, shade.soft, state.openness))
    for gate in way.gates:
        x, y, _ = way.curve.at(gate)
        painter.drawEllipse(QPointF(x, y), radius, radius)


def path_of(curve: Curve) -> QPainterPath:
    """Return a curve as Qt's path."""
    path = QPainterPath(QPointF(*curve.cubics[0][0]))
    for _, one, two, end in curve.cubics:
        path.cubicTo(QPointF(*one), QPointF(*two), QPointF(*end))
    return path


def _opened(curve: Curve, along: float) -> QPainterPath:
    path = QPainterPath(QPointF(*curve.points[0]))
    for point in curve.upto(along)[1:]:
        path.lineTo(*point)
    return path
