"""Where on a stage a badge stands: at an actor, or on a link."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.sizes.places import Layout, Place

INWARD, LOW = 0.3, 2.0
"""How far (em) a badge stands from the corner of a shape, and from a bridge's end."""


def spot_of(stage: StageView, place_id: str) -> QPointF | None:
    """Find where a badge for an actor or a link stands, in pixels of the stage.

    None where it is not to be seen: it has not come yet, or a scene covers the stage.
    """
    shown = stage.picture.stage
    if shown is None or stage.lesson is None or stage.picture.covered:
        return None
    return spot_in(stage.picture.painter().layout, shown, place_id)


def spot_in(layout: Layout, shown: Stage, place_id: str) -> QPointF | None:
    """Find where a badge stands on what is *shown*, laid out like this.

    None where its actor or link is not there.
    """
    if place_id in layout.places:
        if not shown.actor(place_id).presence:
            return None
        return _at_actor(layout, layout.places[place_id])
    for link in shown.links:
        if link.id == place_id and link.presence:
            return _on_link(layout, link.id, link.target)
    return None


def _at_actor(layout: Layout, place: Place) -> QPointF:
    """Find the lower left corner of a shape, or a frame's upper left one."""
    body, by = place.body, INWARD * layout.em
    if place.figure.form == "frame":
        return QPointF(body.x, body.y)
    if place.figure.form in ("globe", "cylinder") and place.sheet is None:
        return QPointF(body.x + by, body.bottom - by)
    return QPointF(place.box.x + by, place.box.bottom - by)


def _on_link(layout: Layout, link_id: str, target: str) -> QPointF:
    way = layout.way_to(link_id, target)
    if way.dock is not None:
        return QPointF(way.dock.centre[0], way.dock.bottom - LOW * layout.em)
    x, y, _ = way.curve.at(0.5)
    return QPointF(x, y)
