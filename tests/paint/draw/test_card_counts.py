"""Counts on cards can be told from what they lie on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.stills import still
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.theme import THEMES, contrast

SIZE = (1240, 1040)


def with_count(lesson: Lesson, theme: str, count: float) -> QImage:
    """Paint step 2 with a logger that has so many lines."""
    stage = Timeline(lesson).stage_at(2.0)
    actors = tuple(
        replace(actor, count=count) if actor.id == "plain-logger" else actor
        for actor in stage.actors
    )
    return still(lesson, replace(stage, actors=actors), SIZE, THEMES[theme])


@pytest.mark.parametrize("theme", THEMES)
def test_how_long_a_bar_would_be_is_seen(theme: str) -> None:
    """The outline of its empty part is 3:1 inside and outside (WCAG 1.4.11)."""
    (found,) = (one for one in bundled_lessons() if one.name == "job")
    lesson = load_lesson(found.path)
    capacity = next(a.capacity for a in lesson.actors if a.id == "plain-logger")
    assert capacity is not None
    empty = with_count(lesson, theme, capacity / 2)
    full = with_count(lesson, theme, capacity)
    low = max(
        (y, x)
        for y in range(SIZE[1])
        for x in range(SIZE[0])
        if empty.pixel(x, y) != full.pixel(x, y)
    )
    bottom, x = low[0], low[1] - 4
    column = [empty.pixelColor(x, y).name() for y in range(bottom - 24, bottom + 8)]
    inside, outside = column[22], column[-1]

    assert max(contrast(c, inside) for c in column[22:]) >= 3.0
    assert max(contrast(c, outside) for c in column[22:]) >= 3.0
