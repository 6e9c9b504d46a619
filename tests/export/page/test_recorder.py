"""What a painter draws comes out as plain values, in order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from sidecar_viz.core.geometry import Rect
from sidecar_viz.export.page.engine import NotRecordedError
from sidecar_viz.export.page.ops import Gradient, Inks, Op
from sidecar_viz.export.page.recorder import Recorder
from sidecar_viz.paint.brush.effects import SoftEdge
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.brush.text import write
from tests.export.page.conftest import FONTS

RED, LINE = "#ff0000", (40, "round", "round")


@pytest.fixture
def recorder(qapp: QGuiApplication) -> Recorder:
    """Make something to paint on."""
    del qapp
    load_fonts(FONTS)
    return Recorder((200, 100))


def red_pen() -> QPen:
    """Make a pen two pixels wide, with round ends."""
    cap, joint = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(RED), 2.0, Qt.PenStyle.SolidLine, cap, joint)


def test_shapes_are_paths_from_their_own_first_point(recorder: Recorder) -> None:
    """A line, a rectangle and a polygon: what is equal elsewhere is the same shape."""
    with QPainter(recorder) as painter:
        painter.setPen(red_pen())
        painter.drawLines([QLineF(1, 2, 11, 2), QLineF(5, 6, 15, 6)])
        painter.drawPolyline([QPointF(0, 0), QPointF(1, 1), QPointF(2, 0)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(RED))
        painter.drawRect(QRectF(3, 4, 5, 6))
    first, second, corners, rect = recorder.taken()

    assert first == Op("path", ("M0 0L200 0",), 20, 40, LINE, (), Inks(None, RED))
    assert second == first._replace(x=100, y=120)
    assert corners.shape == ("M0 0L20 20L40 0",)
    assert rect.shape == ("M0 0L100 0L100 120L0 120L0 0Z",)
    assert (rect.x, rect.y, rect.form) == (60, 80, ())
    assert rect.inks == Inks(RED)


def test_ellipses_and_points_are_round(recorder: Recorder) -> None:
    """A point is a spot as wide as its pen."""
    with QPainter(recorder) as painter:
        painter.setPen(red_pen())
        painter.drawPoint(QPointF(10, 10))
        painter.drawEllipse(QRectF(0, 0, 20, 20))
    spot, ellipse = recorder.taken()

    assert spot.inks == Inks(RED)
    assert (spot.x, spot.y) == (11 * 20, 10 * 20)
    assert str(spot.shape[0]).count("C") == 4
    assert ellipse.inks == Inks(None, RED)


def test_many_points_are_one_grid(recorder: Recorder) -> None:
    """The ground's dots: the first one, the steps, the radius, columns and rows."""
    spots = [QPointF(5 + 10 * x, 6 + 20 * y) for x in range(10) for y in range(8)]
    with QPainter(recorder) as painter:
        painter.setPen(red_pen())
        painter.drawPoints(spots)
    (grid,) = recorder.taken()

    shape = (200, 400, 20, 10, 8)
    assert grid == Op("dots", shape, 100, 120, inks=Inks(RED))


def test_transforms_and_opacity_are_worked_in(recorder: Recorder) -> None:
    """What is moved and scaled is where it is seen; lines are as wide as seen."""
    with QPainter(recorder) as painter:
        painter.translate(10, 20)
        painter.scale(2, 2)
        painter.setOpacity(0.5)
        painter.setPen(red_pen())
        painter.drawLine(QPointF(1, 1), QPointF(2, 1))
    (line,) = recorder.taken()

    assert (line.x, line.y) == (12 * 20, 22 * 20)
    assert line.shape == ("M0 0L40 0",)
    assert line.form[0] == 80
    assert line.inks == Inks(None, f"{RED}80")


def test_dashes_are_in_pixels(recorder: Recorder) -> None:
    """Not in widths of the pen, as Qt counts them."""
    pen = red_pen()
    pen.setDashPattern([5.0, 4.0])
    with QPainter(recorder) as painter:
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 0), QPointF(9, 0))
    (line,) = recorder.taken()

    assert line.form == (*LINE, 0, 200.0, 160.0)


def test_gradients_are_counted_from_the_shape(recorder: Recorder) -> None:
    """So that a shape that travels has the same ink all the way."""
    fall = QLinearGradient(QPointF(10, 10), QPointF(10, 30))
    fall.setColorAt(0.0, QColor(RED))
    fall.setColorAt(1.0, QColor(0, 0, 255, 0))
    with QPainter(recorder) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fall)
        painter.drawRect(QRectF(10, 10, 20, 20))
    (rect,) = recorder.taken()

    stops = ((0.0, RED), (1.0, "#0000ff00"))
    assert rect.inks == Inks(Gradient((0, 0), (0, 400), stops))


def test_clips_are_joined_and_given_up(recorder: Recorder) -> None:
    """Each is kept as a path; after restoring, what was before counts again."""
    circle = QPainterPath()
    circle.addEllipse(QRectF(0, 0, 50, 50))
    with QPainter(recorder) as painter:
        painter.setPen(red_pen())
        painter.save()
        painter.setClipRect(QRectF(0, 0, 40, 40))
        painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
        painter.drawLine(QPointF(0, 0), QPointF(9, 0))
        painter.restore()
        painter.drawLine(QPointF(0, 0), QPointF(9, 0))
    clipped, free = recorder.taken()

    assert clipped.clip[0] == "M0 0L800 0L800 800L0 800L0 0Z"
    assert len(clipped.clip) == 2
    assert free.clip == ()


def test_text_is_text(recorder: Recorder) -> None:
    """With its font, its size in whole pixels as Qt draws it, and its turn."""
    with QPainter(recorder) as painter:
        write(painter, 10.0, 20.0, "GET /cart", 12.9, RED, weight=500, mono=True)
        painter.rotate(90)
        write(painter, 10.0, 20.0, "Main", 16.0, RED, weight=600)
    log, name = recorder.taken()

    assert log.shape == ("GET /cart",)
    assert log.form == ("Sidecar Mono", 500, 13.0, 0.0, False)
    assert (log.x, log.inks) == (200, Inks(RED))
    assert name.form == ("Sidecar Sans", 600, 16.0, 1.5708, False)


def test_groups_and_soft_edges_are_one_operation_each(recorder: Recorder) -> None:
    """The page draws them by itself."""
    with QPainter(recorder) as painter:
        recorder.begin(painter)
        edge = SoftEdge(4.0, 10.0, RED, 0.5, 2.0)
        recorder.soft_edges(painter, Rect(1, 2, 30, 40), (edge,), 0.75)
        recorder.end(painter, 0.35, [Rect(5, 5, 5, 5), Rect(1, 1, 1, 1)], 0.4)
    begin, soft, end = recorder.taken()

    assert begin == Op("begin", ())
    assert soft.shape == (30, 40, 0.75)
    assert (soft.form, soft.inks.edges) == (((80, 200, 40),), (f"{RED}80",))
    assert end.shape == ((20, 20, 20, 20), (100, 100, 100, 100))
    assert end.form == (0.35, 0.4)


def test_what_a_page_cannot_draw_is_refused(recorder: Recorder) -> None:
    """Rather than left out: the picture would be another one."""
    picture = QPixmap(4, 4)
    picture.fill(QColor(RED))
    engine = recorder.paintEngine()
    with pytest.raises(NotRecordedError):
        engine.drawPixmap(QRectF(0, 0, 4, 4), picture, QRectF(0, 0, 4, 4))
    with pytest.raises(NotRecordedError):
        engine.drawImage(QRectF(0, 0, 4, 4), picture.toImage(), QRectF(0, 0, 4, 4))
    with pytest.raises(NotRecordedError):
        engine.drawPoints([QPointF(x, x * x) for x in range(80)])
