"""A cause between two lanes, painted as an arrow."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.lane_marks import paint_arrow
from sidecar_viz.pods.showing.lanes import Arrow


def paint_cause(
    painter: QPainter,
    brush: Brush,
    line: TimeLine,
    arrow: Arrow,
    *,
    strong: bool,
    ahead: bool,
) -> None:
    """Paint who let whom go on, from the one lane to the other."""
    lanes = line.rows.lanes
    x = line.axis.x(arrow.t)
    paint_arrow(
        painter,
        brush,
        x,
        lanes[arrow.cause],
        lanes[arrow.effect],
        strong=strong,
        ahead=ahead,
    )
