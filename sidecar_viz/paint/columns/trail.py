"""Draws the trail of one item: where it was written, who read it, where it ended."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush, pen, qrect
from sidecar_viz.paint.columns.rows import rows_in_sight
from sidecar_viz.paint.sizes.places import Layout

WIDE = 1.4
"""The width of a trail, in strokes."""


def holders(stage: Stage, layout: Layout, item: int) -> list[ActorState]:
    """Return the columns that hold an item, from left to right."""
    found = [
        state
        for state in stage.actors
        if item in state.holds and layout.places[state.id].sheet is not None
    ]
    return sorted(found, key=lambda state: layout.places[state.id].box.x)


def item_at(stage: Stage, layout: Layout, x: float, y: float) -> int:
    """Return the number of the item that is drawn at a point; 0 for none."""
    rows = rows_in_sight(stage, layout)
    for state in stage.actors:
        sheet = layout.places[state.id].sheet
        if sheet is None or state.presence <= 0.0:
            continue
        for item in state.holds:
            box = rows.box(sheet, item)
            if box is not None and box.contains(x, y):
                return item
    return 0


def draw_trail(
    painter: QPainter, brush: Brush, layout: Layout, stage: Stage, item: int
) -> None:
    """Ring the *item* in every column that holds it, and join the rings."""
    rows = rows_in_sight(stage, layout)
    rings: list[Rect] = []
    for state in holders(stage, layout, item):
        sheet = layout.places[state.id].sheet
        box = rows.box(sheet, item) if sheet is not None else None
        if box is not None:
            rings.append(box.inset(-0.1 * brush.em))
    painter.setPen(pen(brush.theme.accent, brush.stroke * WIDE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring in rings:
        painter.drawRoundedRect(qrect(ring), 0.5 * brush.em, 0.5 * brush.em)
    for one, other in pairwise(rings):
        painter.drawLine(
            QPointF(one.right, one.centre[1]), QPointF(other.x, other.centre[1])
        )
