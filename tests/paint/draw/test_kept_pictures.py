"""When pictures of a stage are made, and how long they are kept."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.draw import apart, layers
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.layout.layout import laid_out

WIDE, HIGH = 900, 560
NEAR = 4.5
"""The camera is near, and much has faded."""


class Made:
    """Counts the pictures that are made, each as large as the stage."""

    count = 0


@pytest.fixture
def made(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Count from now on."""
    del qapp
    counted = Made()

    class Counted(QPixmap):
        """A picture that is counted."""

        def __init__(self, *sizes: QPixmap | int) -> None:
            super().__init__(*sizes)
            counted.count += 1

    for module in (layers, apart):
        monkeypatch.setattr(module, "QPixmap", Counted)
    return counted


def paint(painter: StagePainter, stage: Stage) -> None:
    """Paint a frame."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    with QPainter(image) as onto:
        painter.paint(onto, stage)


def test_what_rests_has_a_picture_when_it_is_wanted_twice(
    made: Made, sidecar_lesson: Lesson
) -> None:
    """A first frame waits for none; nor does one that no other is like."""
    painter = StagePainter(laid_out(sidecar_lesson, (WIDE, HIGH)), LIGHT, 1.0)
    timeline = Timeline(sidecar_lesson)
    paint(painter, timeline.rest(2))
    painter.empty()
    before = made.count
    for step in (2, 3, 4):
        paint(painter, timeline.rest(step))
    assert made.count == before
    paint(painter, timeline.rest(4))
    assert made.count == before + 1


def test_pictures_of_what_has_faded_are_kept_while_nothing_fades(
    made: Made, sidecar_lesson: Lesson
) -> None:
    """The next time that something fades it needs no new memory."""
    painter = StagePainter(laid_out(sidecar_lesson, (WIDE, HIGH)), LIGHT, 1.0)
    timeline = Timeline(sidecar_lesson)
    near, far = timeline.stage_at(NEAR), timeline.rest(2)
    assert near.shot is not None
    assert near.shot.apart > 0.0
    for stage in (near, near, near, far, far):
        paint(painter, stage)
    before = made.count
    assert before > 0
    paint(painter, near)
    assert made.count == before
