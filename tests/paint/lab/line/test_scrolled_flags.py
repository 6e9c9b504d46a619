"""Flags of signals are whole above the first lane that is seen, scrolled or not."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.rows import rows_of
from sidecar_viz.paint.lab.line.time_line import paint_time_line
from tests.pods.showing.runs import shop

WIDE, EM = 1400, 14.0
RAISED = 0.75  # ems above its lane: there a flag has its upper edge


@pytest.mark.parametrize("who", ["proxy", "logger", "web"])
def test_a_flag_of_the_first_lane_seen_is_whole(who: str) -> None:
    """Also where other lanes lie above; their arrows come from the edge."""
    run = shop()
    size = (float(WIDE), 190.0)
    still = rows_of(run, size, EM, ("Phase",), focused=who)
    away = still.lanes[who].top - still.top
    rows = rows_of(run, size, EM, ("Phase",), focused=who, scrolled=away)
    assert rows.lanes[who].top == pytest.approx(rows.top)
    assert rows.beyond[0] > 0
    axis = Axis(run.way.folded, rows.left, rows.right, EM)
    image = QImage(WIDE, 190, QImage.Format.Format_RGB32)
    image.fill(LIGHT.surface)
    with QPainter(image) as painter:
        paint_time_line(
            painter, Brush(LIGHT, EM, Effects()), TimeLine(run, axis, rows, who)
        )
    y = round(rows.top - RAISED * EM)
    for flag in run.lane[who].flags:
        x = round(axis.x(flag.t))
        near = range(x - round(4 * EM), x + round(4 * EM))
        dark = [x for x in near if image.pixelColor(x, y) == QColor(LIGHT.ink)]
        assert len(dark) > 2 * EM, flag
