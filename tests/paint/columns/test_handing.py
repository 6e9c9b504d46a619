"""What is handed from column to column, over the columns."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Stage
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.layout import laid_out

SIZE = 1280.0, 720.0
BOTH_DOWN = 2
"""The step with which two lines have found no reader."""


@pytest.fixture(scope="module")
def lossy() -> Lesson:
    """Read the lesson in which two lines are lost in one step."""
    (found,) = (one for one in bundled_lessons() if one.name == "native-sidecar")
    return load_lesson(found.path)


def painted(lesson: Lesson, stage: Stage) -> QImage:
    """Paint all of a stage."""
    layout = laid_out(lesson, SIZE)
    assert layout.ledger is not None
    image = QImage(int(SIZE[0]), int(SIZE[1]), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_stage(painter, stage, layout, LIGHT)
    return image


def changed_boxes(one: QImage, other: QImage) -> tuple[int, int]:
    """Return the width and height (pixels) of all in which two pictures differ."""
    differing = [
        (x, y)
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    ]
    if not differing:
        return 0, 0
    columns, rows = zip(*differing, strict=True)
    return max(columns) - min(columns) + 1, max(rows) - min(rows) + 1


def test_two_that_fall_at_once_come_to_lie_side_by_side(lossy: Lesson) -> None:
    """Each can be counted from the moment on in which it lies."""
    timeline = Timeline(lossy)
    places = (BOTH_DOWN - 1 + n / 100 for n in range(100))
    stages = (timeline.stage_at(position) for position in places)
    falling = {
        chip.item: replace(chip, along=1.0)
        for stage in stages
        for chip in stage.chips
        if chip.verb == "lose"
    }
    first, second = falling.values()
    stage = replace(timeline.rest(BOTH_DOWN - 1), chips=())
    bare = painted(lossy, stage)

    one = changed_boxes(bare, painted(lossy, replace(stage, chips=(first,))))
    both = changed_boxes(bare, painted(lossy, replace(stage, chips=(first, second))))

    assert one[0] > 0
    assert both[0] > 1.5 * one[0]
    assert both[1] <= one[1] + 1
