"""Labels of frames that the camera would leave behind, pinned where it looks."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush, pen, qrect
from sidecar_viz.paint.draw.enclosure import draw_tab, tab_of
from sidecar_viz.paint.layout.shots import ACROSS, DOWN, corner_of, is_free
from sidecar_viz.paint.layout.zoom import View
from sidecar_viz.paint.sizes.places import Layout, Place


def draw_pinned_tabs(
    painter: QPainter, brush: Brush, layout: Layout, stage: Stage, view: View
) -> None:
    """Draw the label of each frame around what is meant, where a *view* cuts it off.

    It slides along the frame's border, and stays out where it would cover something
    meant.
    """
    shot = stage.shot
    if shot is None:
        return
    for actor_id in layout.order:
        place = layout.places[actor_id]
        around = place.figure.form == "frame" and actor_id in shot.meant
        if not around or not stage.actor(actor_id).presence:
            continue
        for named in (place, _short(place)):
            pinned = pinned_place(layout, named, stage.actor(actor_id), view)
            if pinned is None:
                break
            tab = tab_of(pinned, layout.em, stage.actor(actor_id))
            if is_free(layout, shot, tab):
                if named is not place:
                    _cover(painter, brush, layout, stage, place)
                draw_tab(painter, brush, pinned, stage.actor(actor_id))
                break


def _cover(
    painter: QPainter, brush: Brush, layout: Layout, stage: Stage, place: Place
) -> None:
    """Take away what is seen of a label in its own place: one label is enough."""
    theme = brush.theme
    tab = tab_of(place, layout.em, stage.actor(place.figure.actor.id))
    shown = QRegion(qrect(tab).toAlignedRect())
    for other in layout.places.values():
        if other.figure.form != "frame":
            shown -= QRegion(qrect(other.box).toAlignedRect())
    painter.save()
    painter.setClipRegion(shown, Qt.ClipOperation.IntersectClip)
    middle = place.body.y
    below = QRectF(tab.x, middle, tab.width, tab.bottom - middle)
    painter.fillRect(qrect(tab), QColor(theme.stage))
    painter.fillRect(below, QColor(theme.inside))
    painter.setPen(pen(theme.hue(place.figure.hue).line, brush.stroke * 1.1))
    painter.drawLine(QPointF(tab.x, middle), QPointF(tab.right, middle))
    painter.restore()


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
    em, (left, top) = layout.em, corner_of(layout, view)
    tab = tab_of(place, em, state)
    if tab.x >= left and tab.y >= top:
        return None
    out = max(0.0, left - tab.right, top - tab.bottom)
    across = max(0.0, left + min(ACROSS * em, out) - tab.x)
    down = max(0.0, top + min(DOWN * em, out) - tab.y)
    body = place.body
    moved = Rect(body.x + across, body.y + down, body.width, body.height)
    return replace(place, body=moved)
