"""A stage painted: pure, whole, on any target."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.brush import Brush, soften
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.draw.ground import paint_background, paint_scene, scene_picture
from sidecar_viz.paint.draw.marked import Marked
from sidecar_viz.paint.draw.marks import paint_marks
from sidecar_viz.paint.draw.pieces import Kept, Part, pieces_of, whole
from sidecar_viz.paint.sizes.places import Layout


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


def paint_part(
    painter: QPainter,
    brush: Brush,
    layout: Layout,
    stage: Stage,
    part: Part,
    kept: Kept | None = None,
) -> None:
    """Paint a part of the stage over what is there: the order, from back to front.

    Who travels to another place is in front of all others.

    Args:
        kept: what is kept of this layout; without it everything is drawn.
    """
    soften(painter)
    for piece in pieces_of(brush, layout, stage, part, kept):
        piece.draw(painter)
