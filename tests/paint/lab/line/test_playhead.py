"""Only what the playhead touches is painted again while it moves."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import THEMES
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.playhead_paint import paint_playhead, touched
from sidecar_viz.paint.lab.line.rows import rows_of
from sidecar_viz.paint.lab.line.time_line import paint_time_line
from tests.pods.showing.runs import orders, shop

WIDE, HIGH, EM = 1400, 320, 14.0
RUNS = {"shop": shop, "orders": orders}
LIGHT = THEMES["light"]


@cache
def laid_out(name: str, zoom: float) -> TimeLine:
    """Lay a run out; zoomed in, its middle is seen."""
    run = RUNS[name]()
    rows = rows_of(run, (float(WIDE), float(HIGH)), EM)
    begin = 0.5 - 0.5 / zoom
    return TimeLine(
        run, Axis(run.way.folded, rows.left, rows.right, EM, zoom, begin), rows
    )


@cache
def still(name: str, zoom: float) -> QImage:
    """Paint what stands still of it."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(LIGHT.surface)
    with QPainter(image) as painter:
        brush = Brush(LIGHT, EM, Effects(vectors=True))
        paint_time_line(painter, brush, laid_out(name, zoom))
    return image


def without(line: TimeLine, picture: QImage, t: float, box: QRect) -> QImage:
    """Paint the playhead at a second, and a *box* of one colour over all."""
    image = picture.copy()
    with QPainter(image) as painter:
        brush = Brush(LIGHT, EM, Effects(vectors=True))
        paint_playhead(painter, brush, line, t)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(box, Qt.GlobalColor.black)
    return image


@pytest.mark.parametrize("zoom", [1.0, 4.0])
@pytest.mark.parametrize("name", RUNS)
@settings(max_examples=25, deadline=None)
@given(was=st.floats(0, 1), now=st.floats(0, 1))
@example(was=0.0, now=1.0)
@example(was=1.0, now=0.99)
@example(was=0.0, now=0.01)
def test_outside_of_what_is_touched_nothing_changes(
    name: str, zoom: float, was: float, now: float
) -> None:
    """Wherever the playhead goes; zoomed in also from where it is not seen."""
    line = laid_out(name, zoom)
    end = line.run.end
    box = touched(line, was * end, now * end).toAlignedRect()
    picture = still(name, zoom)
    assert without(line, picture, was * end, box) == without(
        line, picture, now * end, box
    )


def test_a_small_move_touches_a_small_part() -> None:
    """Less than a third of the picture, so that scrubbing costs little."""
    box = touched(laid_out("shop", 1.0), 30.0, 30.5)
    assert box.width() * box.height() < WIDE * HIGH / 3
