"""A moment of a lesson becomes a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.pictures.stills import still, still_png
from sidecar_viz.paint.brush.theme import DARK, LIGHT

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
SIZE = (320, 200)


def drawn(lesson: Lesson, position: float, theme: str) -> QImage:
    """Make a picture, and read it again."""
    png = still_png(
        lesson,
        position=position,
        size=SIZE,
        theme=theme,
        what_if=None,
        fonts=FONTS,
    )
    return QImage.fromData(png).convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("position", [0.0, 1.5, 2.0])
def test_the_picture_is_of_the_moment(
    qapp: QGuiApplication, lesson: Lesson, position: float
) -> None:
    """Also between two steps, in the theme and the size that were asked for."""
    del qapp
    stage = Timeline(lesson).stage_at(position)

    found = drawn(lesson, position, "dark")

    assert found.size().toTuple() == SIZE
    assert found == still(lesson, stage, SIZE, DARK)
    assert found != still(lesson, stage, SIZE, LIGHT)
    other = Timeline(lesson).stage_at(position + 0.5 if position < 2 else 0.0)
    assert found != still(lesson, other, SIZE, DARK)
