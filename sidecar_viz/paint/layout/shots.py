"""Where the camera stands in a shot, and where labels are pinned that it leaves."""

from __future__ import annotations

from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import Shot
from sidecar_viz.paint.layout.zoom import WHOLE, View
from sidecar_viz.paint.sizes.places import Layout

NEAREST = 1.15
"""The most that a shot makes larger: what is around it stays in sight."""
WORTH = 1.03
"""The least that a camera moves for."""
MARGIN = 24.0
"""Pixels around what is framed, on a stage 830 pixels high."""
HIGH = 830.0


def shot_view(layout: Layout, shot: Shot) -> View:
    """Return the view that shows all that a shot frames, at most 1.15 times as large.

    It is the whole stage where the camera would not come much nearer.
    """
    around = framed_box(layout, shot)
    if around is None:
        return WHOLE
    wide, high = layout.size
    box = around.inset(-MARGIN * high / HIGH)
    factor = min(NEAREST, wide / box.width, high / box.height)
    if factor < WORTH:
        return WHOLE
    x, y = box.centre
    return View(factor, x / wide, y / high).clamped()


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
