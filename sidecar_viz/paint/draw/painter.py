"""A stage painted: pure, whole, on any target."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush, qrect, soften
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.columns.contents import Contents
from sidecar_viz.paint.columns.handing import draw_handing
from sidecar_viz.paint.columns.losses import draw_heap
from sidecar_viz.paint.draw.crash import draw_crash, without_the_broken
from sidecar_viz.paint.draw.forms import Bodies, paint_actor, paint_edges
from sidecar_viz.paint.draw.ground import paint_background, paint_scene, scene_picture
from sidecar_viz.paint.draw.links import draw_labels, draw_link
from sidecar_viz.paint.draw.marked import Marked
from sidecar_viz.paint.draw.marks import paint_marks
from sidecar_viz.paint.draw.travelling import draw_arrows, draw_sheets
from sidecar_viz.paint.sizes.measure import LID
from sidecar_viz.paint.sizes.places import Layout, Place


def paint_stage(
    painter: QPainter,
    stage: Stage,
    layout: Layout,
    theme: Theme,
    *,
    marked: frozenset[str] = frozenset(),
    effects: Effects | None = None,
) -> None:
    """Paint the whole *stage* as it is laid out.

    Args:
        marked: ids of actors that another view points at.
        effects: kept soft edges; made anew when None, as vectors.
    """
    brush = Brush(theme, layout.em, effects or Effects(vectors=True))
    layout = layout.at(stage)
    if stage.covered:
        paint_scene(painter, brush, stage, layout.size)
        return
    soften(painter)
    paint_background(painter, brush, QRectF(0, 0, *layout.size))
    paint_part(painter, brush, layout, stage, whole(stage))
    paint_marks(painter, brush, layout, stage, Marked(marked))
    if stage.scene is not None:
        painter.setOpacity(stage.shown)
        painter.drawPixmap(0, 0, scene_picture(brush, stage, layout.size))
        painter.setOpacity(1.0)


class Part(Struct, frozen=True):
    """What of a stage is painted.

    *drawn* are the ids of actors and links, *named* those of links whose words are
    written; *travelling* says whether what is on its way is painted, too.
    """

    drawn: frozenset[str]
    named: frozenset[str]
    travelling: bool


def whole(stage: Stage) -> Part:
    """Give the part that leaves nothing out."""
    links = frozenset(link.id for link in stage.links)
    actors = (state.id for state in stage.actors)
    return Part(links.union(actors), links, travelling=True)


def paint_part(
    painter: QPainter,
    brush: Brush,
    layout: Layout,
    stage: Stage,
    part: Part,
    bodies: Bodies | None = None,
    contents: Contents | None = None,
) -> None:
    """Paint a part of the stage over what is there: the order, from back to front.

    Who travels to another place is in front of all others.

    Args:
        bodies: where bodies are kept; without it everything is drawn.
        contents: where what columns hold is kept; without it, it is drawn, too.
    """
    if part.drawn & layout.travelling:
        front = Part(part.drawn & layout.travelling, frozenset(), travelling=False)
        part = replace(part, drawn=part.drawn - layout.travelling)
        _paint_layer(painter, brush, layout, stage, part, bodies, contents)
        _paint_layer(painter, brush, layout, stage, front, bodies, contents)
    else:
        _paint_layer(painter, brush, layout, stage, part, bodies, contents)


def _paint_layer(
    painter: QPainter,
    brush: Brush,
    layout: Layout,
    stage: Stage,
    part: Part,
    bodies: Bodies | None,
    contents: Contents | None,
) -> None:
    soften(painter)
    states = {state.id: state for state in stage.actors}
    drawn = [actor_id for actor_id in layout.order if actor_id in part.drawn]
    frames = [i for i in drawn if layout.places[i].figure.form == "frame"]
    others = [i for i in drawn if layout.places[i].figure.form != "frame"]
    for actor_id in frames:
        paint_actor(painter, brush, layout, states[actor_id])
    broken = [i for i in others if states[i].crack > 0.0]
    others = [i for i in others if states[i].crack <= 0.0]
    for actor_id in others:
        paint_edges(painter, brush, layout, states[actor_id])
    for link in stage.links:
        if link.id in part.drawn:
            draw_link(painter, brush, layout, link, states)
    named = [link for link in stage.links if link.id in part.named]
    draw_labels(painter, brush, layout, named, states)
    if part.travelling:
        paint_travelling(painter, brush, without_the_broken(stage), layout)
    for actor_id in others:
        paint_actor(painter, brush, layout, states[actor_id], bodies)
    contents = contents or Contents(brush, layout)
    contents.draw(painter, stage, others)
    for actor_id in broken:
        draw_crash(painter, brush, layout, stage, states[actor_id])
    for link in named:
        draw_heap(painter, brush, layout, link)
    if part.travelling:
        draw_handing(painter, brush, without_the_broken(stage), layout)
        draw_sheets(painter, brush, stage, layout, worded=True)


def paint_travelling(
    painter: QPainter, brush: Brush, stage: Stage, layout: Layout
) -> None:
    """Paint what travels, kept from showing over the shapes it starts and ends at."""
    if not stage.flows and not stage.chips:
        return
    if not brush.effects.vectors:
        painter.save()
        clip = open_region(layout)
        if painter.hasClipping():
            painter.setClipRegion(clip, Qt.ClipOperation.IntersectClip)
        else:
            painter.setClipRegion(clip)
    draw_arrows(painter, brush, stage, layout)
    draw_sheets(painter, brush, stage, layout, worded=False)
    if not brush.effects.vectors:
        painter.restore()


def open_region(layout: Layout) -> QRegion:
    """The stage without the bodies of its shapes."""
    region = QRegion(QRect(0, 0, int(layout.size[0]) + 1, int(layout.size[1]) + 1))
    for place in layout.places.values():
        if place.figure.form != "frame":
            region -= _covered(place)
    return region


def _covered(place: Place) -> QRegion:
    """What a shape covers, by its outline: a sheet is seen up to it."""
    body = qrect(place.body)
    ellipse = QRegion.RegionType.Ellipse
    if place.figure.form == "globe":
        return QRegion(body.toAlignedRect(), ellipse)
    if place.figure.form == "cylinder":
        lid = LID * body.height()
        round_lid = QRectF(body.x(), body.y(), body.width(), 2 * lid)
        below = body.adjusted(0.0, lid, 0.0, 0.0)
        lids = QRegion(round_lid.toAlignedRect(), ellipse)
        return lids.united(QRegion(below.toAlignedRect()))
    return QRegion(body.toAlignedRect())
