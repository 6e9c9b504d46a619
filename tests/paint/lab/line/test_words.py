"""Words of a time line stand where they fit, and cover no other ones."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.container_lane_paint import paint_lane
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.playhead_paint import ahead_of
from sidecar_viz.paint.lab.line.pod_lane_paint import paint_pod_lane
from sidecar_viz.paint.lab.line.rows import rows_of
from sidecar_viz.paint.lab.strokes.looks import HUES, filled
from sidecar_viz.paint.lab.strokes.names import cut_image, fitting
from sidecar_viz.pods.showing.folds import Fold, Folded
from tests.pods.showing.runs import orders, shop

EM = 16.0


def test_a_stretch_has_a_piece_at_either_side_of_a_fold() -> None:
    """What is torn away is no place for words."""
    axis = Axis(Folded(100, (Fold(20, 80),)), 0, 440 + 2.6 * EM, EM)
    torn = 2.6 * EM
    assert axis.pieces(10, 90) == [(110, 220), (220 + torn, 330 + torn)]
    assert axis.pieces(30, 70) == []
    assert axis.pieces(0, 10) == [(0, 110)]


def test_words_take_the_first_piece_with_room() -> None:
    """The long form goes before the short one, wherever it fits."""
    forms = ("in the Service", "in")
    assert fitting(forms, [(0, 20), (50, 300)], 10, 1) == (forms[0], (50, 300))
    assert fitting(forms, [(0, 25), (50, 60)], 10, 1) == ("in", (0, 25))
    assert fitting(forms, [(0, 4), (50, 60)], 10, 1) == ("", (50, 60))
    assert fitting(forms, [], 10, 1)[0] == ""


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (60, "example.com:5000/team/hello:1.28@sha256:01234567"),
        (20, "hello:1.28@sha256:01234567"),
        (8, "hello:1.28"),
        (5.5, "he…o:1.28"),
    ],
)
def test_an_image_keeps_name_and_tag(room: float, said: str) -> None:
    """Registry and path go first, then the digest; never the tag before the name."""
    digest = "sha256:" + "0123456789abcdef" * 4
    assert cut_image(f"example.com:5000/team/hello:1.28@{digest}", room) == said


def test_an_image_without_a_tag_keeps_its_digest() -> None:
    """There is nothing else that tells it."""
    digest = "sha256:" + "0123456789abcdef" * 4
    assert cut_image(f"team/hello@{digest}", 14) == "hello@sha256:01234567"


def test_numbers_leave_room_for_the_lengths_of_folds() -> None:
    """Nor do they leave the picture at its right."""
    run = orders()
    for wide in range(700, 2000, 50):
        rows = rows_of(run, (float(wide), 320.0), EM)
        axis = Axis(run.way.folded, rows.left, rows.right, EM)
        boxes = [n.box for n in TimeLine(run, axis, rows).numbers]
        middles = [sum(axis.torn(fold)) / 2 for fold in axis.folded.folds]
        assert boxes[-1].right() <= wide
        for one, other in pairwise(boxes):
            assert one.right() + 0.5 * EM < other.left()
        for box in boxes:
            assert all(abs(box.center().x() - x) > EM for x in middles)


@pytest.mark.parametrize(
    ("name", "ground"),
    [
        ("Phase", LIGHT.accent_soft),
        ("logger", filled(LIGHT, LIGHT.hue(HUES["sidecar"]))),
    ],
)
def test_no_word_stands_where_a_deeds_line_goes_through(name: str, ground: str) -> None:
    """It goes to the other side of the line, or is not said."""
    run = shop()
    (deed,) = run.deeds
    pod_lane = next((lane for lane in run.pod_lanes if lane.name == name), None)
    for wide in range(460, 1500, 20):
        rows = rows_of(run, (float(wide), 320.0), EM)
        line = TimeLine(run, Axis(run.way.folded, rows.left, rows.right, EM), rows)
        image = QImage(wide, 320, QImage.Format.Format_RGB32)
        image.fill(LIGHT.surface)
        with QPainter(image) as painter:
            brush = Brush(LIGHT, EM, Effects(vectors=True))
            if pod_lane is not None:
                paint_pod_lane(painter, brush, line, pod_lane)
            for lane in run.lanes:
                if lane.name == name:
                    paint_lane(painter, brush, line, lane)
        row = rows.pod[pod_lane.name] if pod_lane is not None else rows.lanes[name]
        x = int(line.axis.x(deed.t))
        high = range(int(row.middle - 0.4 * EM), int(row.middle + 0.4 * EM))
        seen = {image.pixelColor(x + n, y).name() for n in (-1, 0, 1) for y in high}
        assert seen == {QColor(ground).name()}


def test_what_is_ahead_begins_no_earlier_than_the_lanes() -> None:
    """Nor are the names under its veil where the playhead is left of the picture."""
    run = orders()
    rows = rows_of(run, (1400.0, 320.0), EM)
    zoomed = Axis(run.way.folded, rows.left, rows.right, EM, zoom=4.0, begin=1.5)
    ahead = ahead_of(TimeLine(run, zoomed, rows), 0)
    assert zoomed.x(0) < rows.left == ahead.left()
    assert ahead.right() >= rows.right
