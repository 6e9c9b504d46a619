"""Many pictures of a lesson are drawn with one layout."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.pictures.stills import Stills, still
from sidecar_viz.paint.brush.theme import DARK

SIZE = (640, 360)


@pytest.mark.usefixtures("qapp")
def test_each_is_the_picture_that_would_be_drawn_alone(sidecar_lesson: Lesson) -> None:
    """Whatever was drawn before it, forwards and back."""
    assert QGuiApplication.instance() is not None
    timeline, many = Timeline(sidecar_lesson), Stills(sidecar_lesson, SIZE, DARK)
    for step in (0, 4, 6, 1):
        stage = timeline.rest(step)
        assert many.draw(stage) == still(sidecar_lesson, stage, SIZE, DARK)
