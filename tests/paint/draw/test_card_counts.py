"""Counts on cards can be told from what they lie on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.pictures.stills import still
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.brush.theme import THEMES, contrast

SIZE = (1240, 1040)
COUNTING = b"""
format: 1
id: counting
title: Counting
actors:
  - {id: logger, name: Logger, kind: container, state: Running, count: 0, unit: lines,
     capacity: 10}
steps: [{id: s, title: S, actors: [{id: logger, state: Stopped}]}]
"""


def with_count(lesson: Lesson, theme: str, count: float) -> QImage:
    """Paint the start with a logger that has so many lines."""
    stage = Timeline(lesson).stage_at(0.0)
    actors = tuple(
        replace(actor, count=count) if actor.id == "logger" else actor
        for actor in stage.actors
    )
    return still(lesson, replace(stage, actors=actors), SIZE, THEMES[theme])


@pytest.mark.parametrize("theme", THEMES)
def test_how_long_a_bar_would_be_is_seen(theme: str) -> None:
    """The outline of its empty part is 3:1 inside and outside (WCAG 1.4.11)."""
    lesson = read_lesson(COUNTING, "counting.yaml")
    empty, full = (with_count(lesson, theme, count) for count in (5, 10))
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
