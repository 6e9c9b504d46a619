"""The glow of whom a step is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.layout import laid_out

LESSONS = Path(__file__).parents[3] / "lessons"
SIZE = 1380, 830


@pytest.mark.parametrize(
    ("lesson", "actor", "step", "colour"),
    [
        ("job", "plain-job", 1, LIGHT.accent),
        ("adapter", "others", 6, LIGHT.accent),
        ("sidecar", "sidecar", 4, LIGHT.hue("amber").line),
    ],
)
def test_a_glow_is_no_shadow(lesson: str, actor: str, step: int, colour: str) -> None:
    """Who is grey glows in the interface's colour, everybody else in their own."""
    shown = load_lesson(LESSONS / lesson / "lesson.yaml")
    layout = laid_out(shown, (float(SIZE[0]), float(SIZE[1])))
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        stage = Timeline(shown).rest(step)
        paint_stage(painter, stage, layout, LIGHT, effects=Effects())
    box = layout.places[actor].box
    beside = image.pixelColor(round(box.x - 5), round(box.centre[1]))

    assert abs(beside.hsvHue() - QColor(colour).hsvHue()) < 20
