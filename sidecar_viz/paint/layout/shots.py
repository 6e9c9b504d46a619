"""Where the camera stands in a shot, and where labels are pinned that it leaves."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.geometry import Point, Rect
from sidecar_viz.core.stage import Shot
from sidecar_viz.paint.layout.zoom import WHOLE, View
from sidecar_viz.paint.sizes.measure import TAB_AT, TAB_HEIGHT, tab_width
from sidecar_viz.paint.sizes.places import Layout, Place

NEAREST = 1.15
"""The most that a shot makes larger: what is around it stays in sight."""
NEAR, WORTH = 1.08, 1.03
"""What is near enough, and the least that a camera moves for."""
MARGIN = 24.0
"""Pixels around what is framed, on a stage 830 pixels high."""
HIGH = 830.0
ACROSS, DOWN = 0.8, 0.6
"""The room (em) left and above a label that is pinned."""


def shot_view(layout: Layout, shot: Shot) -> View:
    """Return the view that shows all that a shot frames, at most 1.15 times as large.

    It shows the labels of the frames around, too, if it comes near enough so; else they
    must have room to be pinned in it. It is the whole stage where the camera would not
    come much nearer.
    """
    labels = [label_of(place, layout.em) for place in _frames(layout, shot)]
    view = _view(layout, shot, labels)
    if view.factor >= NEAR:
        return view
    nearer = _view(layout, shot, [])
    if nearer.factor >= WORTH and _can_pin(layout, shot, nearer, labels):
        return nearer
    return view if view.factor >= WORTH else WHOLE


def label_of(place: Place, em: float) -> Rect:
    """Return the box of a frame's label, as wide as it can become without long name."""
    figure = place.figure
    short = replace(figure, actor=replace(figure.actor, label=""))
    wide = min(tab_width(short) * em, place.body.width - 2.0 * em)
    high = TAB_HEIGHT * em
    return Rect(place.body.x + TAB_AT * em, place.body.y - high / 2, wide, high)


def corner_of(layout: Layout, view: View) -> Point:
    """Return the upper left corner of what a view shows, in pixels of the stage."""
    wide, high = layout.size
    half = 0.5 / view.factor
    return ((view.x - half) * wide, (view.y - half) * high)


def is_free(layout: Layout, shot: Shot, box: Rect) -> bool:
    """Return whether a box covers no actor that the shot frames, but for frames."""
    places = [layout.places[key] for key in shot.framed if key in layout.places]
    return not any(p.box.overlaps(box) for p in places if p.figure.form != "frame")


def _frames(layout: Layout, shot: Shot) -> list[Place]:
    """List the frames around what is framed."""
    places = (layout.places[key] for key in layout.order if key in shot.meant)
    return [place for place in places if place.figure.form == "frame"]


def _view(layout: Layout, shot: Shot, others: list[Rect]) -> View:
    around = framed_box(layout, shot)
    if around is None:
        return WHOLE
    for other in others:  # only as high: a label may slide along its border
        low = max(around.bottom, other.bottom)
        top = min(around.y, other.y)
        around = Rect(around.x, top, around.width, low - top)
    wide, high = layout.size
    box = around.inset(-MARGIN * high / HIGH)
    factor = min(NEAREST, wide / box.width, high / box.height)
    x, y = box.centre
    return View(factor, x / wide, y / high).clamped()


def _can_pin(layout: Layout, shot: Shot, view: View, labels: list[Rect]) -> bool:
    """Return whether every label has room where it would be pinned."""
    left, top = corner_of(layout, view)
    em = layout.em
    return all(
        is_free(
            layout,
            shot,
            Rect(
                *(max(label.x, left + ACROSS * em), max(label.y, top + DOWN * em)),
                *(label.width, label.height),
            ),
        )
        for label in labels
    )


def framed_box(layout: Layout, shot: Shot) -> Rect | None:
    """Return the box around all actors and links that a shot frames."""
    found: Rect | None = None
    boxes = [layout.places[key].box for key in shot.framed if key in layout.places]
    for link_id, way in layout.ways.items():
        if link_id in shot.framed:
            boxes.append(way.bounds(0.0))
    for box in boxes:
        found = box if found is None else found.united(box)
    return found
