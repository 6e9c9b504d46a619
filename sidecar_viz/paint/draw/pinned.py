"""Labels of frames that the camera would leave behind, pinned where it looks."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtGui import QPainter

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import ActorState, Shot, Stage
from sidecar_viz.paint.draw.enclosure import draw_tab, tab_of
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.layout.zoom import View
from sidecar_viz.paint.sizes.places import Layout, Place

ACROSS, DOWN = 0.8, 0.6
"""The room (em) left and above a label that is pinned."""


def draw_pinned_tabs(
    painter: QPainter, used: StagePainter, stage: Stage, view: View
) -> None:
    """Draw the label of each frame around what is meant, where a *view* cuts it off.

    It slides along the frame's border, and stays out where it would cover something
    meant.
    """
    layout, shot = used.layout, stage.shot
    if shot is None:
        return
    for actor_id in layout.order:
        place = layout.places[actor_id]
        around = place.figure.form == "frame" and actor_id in shot.meant
        if not around or not stage.actor(actor_id).presence:
            continue
        for named in (place, _short(place)):
            pinned = pinned_place(layout, named, stage.actor(actor_id), view)
            if pinned is not None and _is_free(layout, shot, stage, pinned):
                draw_tab(painter, used.brush, pinned, stage.actor(actor_id))
                break


def _short(place: Place) -> Place:
    """Return a frame without its long name."""
    figure = place.figure
    return replace(place, figure=replace(figure, actor=replace(figure.actor, label="")))


def pinned_place(
    layout: Layout, place: Place, state: ActorState, view: View
) -> Place | None:
    """Return the frame moved so that its label is in sight; None if it is already.

    It covers what is left to see of the label in its own place, and goes no farther
    from the edge than that allows.
    """
    em, (wide, high) = layout.em, layout.size
    left = (view.x - 0.5 / view.factor) * wide
    top = (view.y - 0.5 / view.factor) * high
    tab = tab_of(place, em, state)
    if tab.x >= left and tab.y >= top:
        return None
    out = max(0.0, left - tab.right, top - tab.bottom)
    across = max(0.0, left + min(ACROSS * em, out) - tab.x)
    down = max(0.0, top + min(DOWN * em, out) - tab.y)
    body = place.body
    moved = Rect(body.x + across, body.y + down, body.width, body.height)
    return replace(place, body=moved)


def _is_free(layout: Layout, shot: Shot, stage: Stage, pinned: Place) -> bool:
    tab = tab_of(pinned, layout.em, stage.actor(pinned.figure.actor.id))
    others = (
        layout.places[key].box
        for key in shot.framed
        if key in layout.places and layout.places[key].figure.form != "frame"
    )
    return not any(tab.overlaps(box) for box in others)
