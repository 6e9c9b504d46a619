"""What is drawn in a store and written on it, where no ledger is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sidecar_viz.core.geometry import Rect
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.draw.round_forms import strokes
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.sizes.measure import count_text, rows_of

LESSONS = Path(__file__).parents[3] / "lessons"
BRUSH = Brush(LIGHT, 10.0, Effects())


def counted(high: float, capacity: int) -> list[int]:
    """How many strokes a store shows with 0, 1, 2, … things in it, up to all."""
    body = Rect(0.0, 0.0, 100.0, high)
    many = range(capacity + 1)
    return [len(list(strokes(BRUSH, body, capacity, count))) for count in many]


@pytest.mark.parametrize("high", [36.0, 76.0, 120.0])
@pytest.mark.parametrize("capacity", [1, 3, 5, 7, 16])
def test_a_stroke_is_one_thing_or_there_is_none(high: float, capacity: int) -> None:
    """Whoever counts the strokes gets the count, at every size of the store."""
    assert counted(high, capacity) in ([0] * (capacity + 1), [*range(capacity + 1)])


def test_a_store_for_few_things_shows_each() -> None:
    """Three strokes for three files."""
    assert counted(120.0, 3) == [0, 1, 2, 3]


@pytest.mark.parametrize("unit", ["log lines", "lines of the shop's log"])
@pytest.mark.parametrize("size", [(1250.0, 480.0), (600.0, 340.0), (480.0, 700.0)])
def test_a_store_says_what_it_counts(size: tuple[float, float], unit: str) -> None:
    """Its count has room with its unit, also at 200 % text: 12 log lines."""
    lesson = load_lesson(LESSONS / "sidecar" / "lesson.yaml")
    actors = [replace(a, unit=unit) if a.id == "logs" else a for a in lesson.actors]
    layout = laid_out(replace(lesson, actors=tuple(actors)), size, 2.0)
    volume = layout.places["logs"]
    text = count_text(volume.figure.actor, 12)

    assert layout.ledger is None
    assert width(text, MEDIUM) * layout.em <= volume.body.width * 0.92


def test_at_large_text_a_receiver_still_counts() -> None:
    """What has arrived is what the lesson is about."""
    lesson = load_lesson(LESSONS / "sidecar" / "lesson.yaml")
    layout = laid_out(lesson, (1250.0, 480.0), 2.0)

    rows = rows_of(layout.places["receiver"].figure, layout.level)

    assert "count" in [part for part, _, _ in rows]
