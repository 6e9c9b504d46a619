"""Draws an actor that breaks: a crack, two halves that lean, then just an outline."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from sidecar_viz.core.actor_state import CRACKED, ActorState
from sidecar_viz.core.easing import smooth, windowed
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush, pen, qrect, soften
from sidecar_viz.paint.columns.contents import held_by
from sidecar_viz.paint.draw.forms import paint_actor
from sidecar_viz.paint.kinds.cracks import TILTS, crack_halves, crack_line
from sidecar_viz.paint.sizes.places import Layout

LEANS, LEAVES = 0.2, 0.82
"""When (0..1) the halves have come to lean, and when they begin to leave: between
these, nothing moves."""
APART, DROP = 0.35, 2.2
"""How far (em) the halves move apart, and fall when they leave."""
MARGIN = 0.5


def draw_crash(
    painter: QPainter, brush: Brush, layout: Layout, stage: Stage, state: ActorState
) -> None:
    """Draw an actor whose *crack* is between 0 and 1, with what it holds."""
    area = qrect(layout.places[state.id].box)
    draw = _drawn_whole(brush, layout, stage, state, area)
    if state.crack < CRACKED:
        draw(painter)
        _draw_crack(painter, brush, area, state.crack / CRACKED)
        return
    leaving = smooth(windowed(state.crack, LEAVES, 1.0))
    if leaving > 0.0:
        outline = replace(state, solidity=0.0, crack=0.0)
        paint_actor(painter, brush, layout, outline)
    lean = smooth(windowed(state.crack, CRACKED, LEANS))
    before, groups = painter.opacity(), brush.effects.target
    if groups is not None:
        groups.begin(painter)
    else:
        painter.setOpacity(before * (1.0 - leaving))
    for half, tilt, side in zip(crack_halves(area), TILTS, (-1.0, 1.0), strict=True):
        painter.save()
        pivot = QPointF(area.center().x() + side * area.width() * 0.35, area.bottom())
        across = side * brush.em * (APART * lean + leaving)
        painter.translate(pivot + QPointF(across, DROP * brush.em * leaving))
        painter.rotate(tilt * (lean + leaving))
        painter.translate(-pivot)
        path = QPainterPath()
        path.addPolygon(half)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        draw(painter)
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        painter.setPen(pen(brush.theme.idle.line, brush.stroke))
        painter.drawPolyline(crack_line(area))
        painter.restore()
    if groups is not None:
        groups.end(painter, 1.0 - leaving)
    painter.setOpacity(before)


def without_the_broken(stage: Stage) -> Stage:
    """Return the stage without what is handed to or by somebody who breaks."""
    broken = {state.id for state in stage.actors if state.crack > 0.0}
    if not broken:
        return stage
    flows = (f for f in stage.flows if not broken & {f.source, f.target})
    chips = (c for c in stage.chips if not broken & {c.source, c.target})
    return replace(stage, flows=tuple(flows), chips=tuple(chips))


def _drawn_whole(
    brush: Brush, layout: Layout, stage: Stage, state: ActorState, area: QRectF
) -> Callable[[QPainter], None]:
    """Return what draws the whole actor, as it is just before it falls apart.

    It is a picture, unless the target takes vectors and draws groups.
    """
    whole = replace(state, crack=0.0)
    others = (one for one in stage.actors if one.id != state.id)
    alone = replace(stage, actors=(*others, whole), chips=())

    def draw(painter: QPainter) -> None:
        paint_actor(painter, brush, layout, whole)
        for held in held_by(alone, layout, (state.id,)):
            held.draw(painter, brush)

    if brush.effects.target is not None:
        return draw
    corner = area.topLeft() - QPointF(MARGIN, MARGIN) * brush.em
    picture = _picture(brush, area, draw)
    return lambda painter: painter.drawPixmap(corner, picture)


def _picture(brush: Brush, area: QRectF, draw: Callable[[QPainter], None]) -> QPixmap:
    """Make a picture of what stands in an area."""
    margin, ratio = MARGIN * brush.em, brush.effects.ratio
    made = QPixmap(
        ceil((area.width() + 2 * margin) * ratio),
        ceil((area.height() + 2 * margin) * ratio),
    )
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        soften(painter)
        painter.translate(-area.x() + margin, -area.y() + margin)
        draw(painter)
    return made


def _draw_crack(painter: QPainter, brush: Brush, area: QRectF, part: float) -> None:
    """Draw the crack from the top down to a *part* (0..1) of its way."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(brush.theme.stage, brush.stroke * 2.2))
    painter.save()
    high = area.height() * part
    clip = QRectF(area.x(), area.y(), area.width(), high)
    painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
    painter.drawPolyline(crack_line(area))
    painter.restore()
