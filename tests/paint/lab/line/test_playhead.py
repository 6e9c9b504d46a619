"""Only what the playhead touches is painted again while it moves."""

from __future__ import annotations

from functools import cache
from math import floor

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import THEMES
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.playhead_paint import _plate, paint_playhead, touched
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


def test_in_a_fold_no_end_of_its_length_is_left_beside_the_second() -> None:
    """The length is under the playhead's own words, and gone as a whole."""
    line = laid_out("shop", 1.0)
    fold = line.axis.folded.folds[0]
    t = floor(fold.begin) + 1.0
    bottom, x = line.rows.head.bottom(), line.axis.x(t)
    (left, right), *_ = line.lengths
    assert left < x < right

    image = still("shop", 1.0).copy()
    with QPainter(image) as painter:
        paint_playhead(painter, Brush(LIGHT, EM, Effects(vectors=True)), line, t)

    plate = 1.8 * EM  # half of it, with room
    beside = range(round(x + plate), round(right) + 1)
    written = range(round(bottom - 1.5 * EM), round(bottom - 0.4 * EM))
    ground = QColor(LIGHT.surface)
    assert len(beside) > 2
    assert all(image.pixelColor(i, y) == ground for i in beside for y in written)


@pytest.mark.parametrize("zoom", [1.0, 4.0])
@pytest.mark.parametrize("name", RUNS)
def test_nothing_of_a_number_is_left_beside_the_second(name: str, zoom: float) -> None:
    """Not even the rim of its first letter."""
    line, ground = laid_out(name, zoom), QColor(LIGHT.surface)
    for number in line.numbers:
        t = line.axis.second(number.box.right() + 1.5 * EM)
        plate = _plate(line, t)
        if number.box not in plate.numbers or not plate.box.left() > number.box.left():
            continue
        image = still(name, zoom).copy()
        with QPainter(image) as painter:
            paint_playhead(painter, Brush(LIGHT, EM, Effects(vectors=True)), line, t)
        box = number.box.adjusted(-2, 0, 0, 0).toAlignedRect()
        beside = range(box.left(), min(box.right(), int(plate.box.left()) - 1))
        written = range(box.top(), box.bottom())
        seen = {image.pixelColor(x, y).name() for x in beside for y in written}
        assert seen <= {ground.name()}, number.word
