"""Rings round actors and links: what is pointed at, and what differs between runs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush, dashed, pen, qrect
from sidecar_viz.paint.draw.enclosure import draw_tab
from sidecar_viz.paint.draw.forms import draw_cross
from sidecar_viz.paint.draw.links import draw_gates, path_of
from sidecar_viz.paint.draw.marked import Marked
from sidecar_viz.paint.kinds.outlines import RADIUS
from sidecar_viz.paint.sizes.places import Layout, Place, Way

NEAR, FAR = 0.45, 0.5
"""How far (em) a ring is from its actor: where one points, and what differs."""
BESIDE = 0.75
"""How far (em) the ring of what differs is from the line of a link."""
DASHES = (4.0, 3.0)
"""Dash and gap of that ring, in widths of its line."""


def paint_marks(
    painter: QPainter, brush: Brush, layout: Layout, stage: Stage, marked: Marked
) -> None:
    """Paint the rings of what is *marked*."""
    there = {state.id for state in stage.actors if state.presence > 0.0}
    _mark_differing(painter, brush, layout, stage, marked.differing)
    for actor_id in marked.ids:
        place = layout.places.get(actor_id)
        if place is not None and actor_id in there:
            path = _around(place, brush.em)
            _stroke(painter, brush, path, pen(brush.theme.accent, brush.stroke * 1.4))
            _put_before(painter, brush, layout, stage, actor_id)


def _mark_differing(
    painter: QPainter, brush: Brush, layout: Layout, stage: Stage, ids: frozenset[str]
) -> None:
    line = dashed(brush.theme.accent, brush.stroke * 0.9, DASHES)
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    for link in stage.links:
        way = layout.way(link)
        if link.id in ids and not ids & {way.link.source, link.target}:
            _stroke(painter, brush, _along(way, brush.em), line)
    # Frames first: what stands in one has its ring over the frame's.
    for actor_id in (key for key in layout.order if key in ids):
        place = layout.places[actor_id]
        _stroke(painter, brush, _round_all(layout, place), line)
        if stage.actor(actor_id).presence > 0.0:
            _put_before(painter, brush, layout, stage, actor_id)


def _stroke(painter: QPainter, brush: Brush, path: QPainterPath, line: QPen) -> None:
    """Draw a line that is seen on every ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(brush.theme.surface, line.widthF() + brush.stroke))
    painter.drawPath(path)
    painter.setPen(line)
    painter.drawPath(path)


def _around(place: Place, em: float) -> QPainterPath:
    box = place.body.inset(-NEAR * em)
    radius = box.width / 2
    if place.figure.form != "globe":
        radius = (RADIUS + NEAR) * em
    return _rounded(box, radius)


def _round_all(layout: Layout, place: Place) -> QPainterPath:
    """Return a ring on the stage round an actor with the words beside its shape."""
    em, box = layout.em, place.body
    if place.figure.form != "frame" and place.sheet is None:
        box = place.box.united(box)
    wide, high = layout.size
    path, stage = QPainterPath(), QRectF(1.0, 1.0, wide - 2.0, high - 2.0)
    radius = (RADIUS + FAR) * em
    path.addRoundedRect(qrect(box.inset(-FAR * em)) & stage, radius, radius)
    return path


def _along(way: Way, em: float) -> QPainterPath:
    """Return the outline of a link, or of the bridge that it is."""
    if way.dock is not None:
        return _rounded(way.dock.inset(-em * BESIDE), em * BESIDE)
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * BESIDE * em)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(path_of(way.curve)).simplified()


def _rounded(box: Rect, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(qrect(box), radius, radius)
    return path


def _put_before(
    painter: QPainter, brush: Brush, layout: Layout, stage: Stage, actor_id: str
) -> None:
    """Let what stands in an actor's border stay in front of the ring."""
    place, state = layout.places[actor_id], stage.actor(actor_id)
    if state.broken and stage.shot is None:  # else it may have faded
        draw_cross(painter, brush, place)
    if place.figure.form != "frame":
        return
    draw_tab(painter, brush, place, state)
    states = {state.id: state for state in stage.actors}
    for link in stage.links:
        draw_gates(painter, brush, layout, link, states)
