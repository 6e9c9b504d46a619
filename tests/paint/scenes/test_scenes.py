"""The pictures of opening and ending: at any size, whole, and on the way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.export.pictures.stills import still
from sidecar_viz.paint.brush.theme import LIGHT, THEMES
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.layout.layout import laid_out

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson
    from sidecar_viz.core.stage import Stage

SIZE = (640, 400)


def painter_for(lesson: Lesson) -> StagePainter:
    """Prepare to paint."""
    return StagePainter(laid_out(lesson, (float(SIZE[0]), float(SIZE[1]))), LIGHT, 1.0)


def painted(painter: StagePainter, stage: Stage) -> QImage:
    """Paint all of a stage as the window does."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as brush:
        painter.paint(brush, stage)
    return image


def colours(picture: QImage) -> set[int]:
    """List the colours in the picture, read in every third place."""
    wide, high = picture.width(), picture.height()
    places = ((x, y) for x in range(0, wide, 3) for y in range(0, high, 3))
    return {picture.pixel(x, y) for x, y in places}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(64, 64), (280, 220), (300, 900), (1600, 300)])
def test_they_are_drawn_at_any_size(
    sidecar_lesson: Lesson, theme: str, size: tuple[int, int]
) -> None:
    """Both are something other than the empty ground, in every theme."""
    timeline = Timeline(sidecar_lesson)
    for stage in (timeline.rest(0), timeline.rest(7)):
        picture = still(sidecar_lesson, stage, size, THEMES[theme])

        assert len(colours(picture)) > 8


@pytest.mark.parametrize("step", [0, 7])
def test_the_second_frame_is_the_first(sidecar_lesson: Lesson, step: int) -> None:
    """It is drawn at once, then kept."""
    painter, stage = painter_for(sidecar_lesson), Timeline(sidecar_lesson).rest(step)

    assert painted(painter, stage) == painted(painter, stage)


def test_on_the_way_both_pictures_are_seen(sidecar_lesson: Lesson) -> None:
    """A pixel of the head's outline fades from the one picture to the other."""
    timeline, painter = Timeline(sidecar_lesson), painter_for(sidecar_lesson)
    opening = painted(painter, timeline.stage_at(0.0))
    way = painted(painter, timeline.stage_at(0.16))
    plain = painted(painter, replace(timeline.stage_at(0.16), scene=None, shown=0.0))

    def reds(picture: QImage, x: int, y: int) -> int:
        return picture.pixelColor(x, y).red()

    apart = [
        (x, y)
        for x in range(0, SIZE[0], 2)
        for y in range(0, SIZE[1], 2)
        if abs(reds(opening, x, y) - reds(plain, x, y)) > 60
    ]
    assert len(apart) > 50
    for x, y in apart:
        ends = sorted((reds(opening, x, y), reds(plain, x, y)))
        assert ends[0] < reds(way, x, y) < ends[1]


def test_all_is_painted_anew_when_a_scene_comes_or_goes(
    sidecar_lesson: Lesson,
) -> None:
    """Also while it gives way, where hardly an actor changes."""
    timeline, painter = Timeline(sidecar_lesson), painter_for(sidecar_lesson)
    places = [0.0, 0.1, 0.2, 0.4]
    stages = [timeline.stage_at(place) for place in places]
    all_of_it = QRect(0, 0, *SIZE)

    for before, after in pairwise(stages):
        assert painter.changed(before, after).boundingRect() == all_of_it
    assert painter.changed(timeline.rest(6), timeline.rest(7)).contains(all_of_it)
