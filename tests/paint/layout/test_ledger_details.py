"""How much of a ledger is drawn where there is little room."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.core.markup import plain
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.layout.layout import READABLE, laid_out
from sidecar_viz.paint.sizes.columns import AFTER_BADGE, BADGE, ROW_PAD, TICK

LESSONS = Path(__file__).parents[3] / "lessons"
CLASS = (1920.0, 892.0), 0.0212 * 1080 / READABLE
WINDOW = (1262.0, 575.0), 1.0


@pytest.mark.parametrize(("size", "text"), [CLASS, WINDOW])
@pytest.mark.parametrize(
    "name", ["sidecar", "native-sidecar", "init-containers", "adapter", "job"]
)
def test_no_line_of_a_lesson_is_cut(
    name: str, size: tuple[float, float], text: float
) -> None:
    """Neither for the class nor in a small window: a cut line may lack its number."""
    lesson = load_lesson(LESSONS / name / "lesson.yaml")
    layout = laid_out(lesson, size, text)
    assert lesson.ledger is not None

    for place in layout.places.values():
        content, sheet = place.figure.actor.content, place.sheet
        if content is None or sheet is None:
            continue
        room = sheet.box.width / layout.em - 2 * ROW_PAD - BADGE - AFTER_BADGE - TICK
        for line in content.texts(lesson.ledger.items):
            assert width(plain(line), MEDIUM, mono=True) <= room + 0.01, line


def test_fewer_rows_leave_room_for_the_rest() -> None:
    """Where rows are left out for text's size, names stand beside their states."""
    lesson = load_lesson(LESSONS / "adapter" / "lesson.yaml")
    layout = laid_out(lesson, *CLASS)
    sheets = [place.sheet for place in layout.places.values() if place.sheet]

    assert {sheet.rows for sheet in sheets} == {8}
    assert not any(sheet.stacked for sheet in sheets)
