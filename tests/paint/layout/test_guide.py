"""The lesson that the guide for authors builds up, as the main window shows it."""

from __future__ import annotations

from pathlib import Path

from write_pictures import lesson_in

from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.layout.layout import laid_out

ROOT = Path(__file__).parents[3]


def test_the_lesson_of_the_guide_stands_from_left_to_right() -> None:
    """As its words say, in the main window, whatever bar comes or goes over it."""
    page = (ROOT / "docs" / "writing-lessons.md").read_text("utf-8")
    lesson = read_lesson(lesson_in(page).encode(), "cafe.yaml")
    for high in range(500, 960, 20):
        layout = laid_out(lesson, (936.0, float(high)))
        across, down = zip(
            *(layout.places[actor.id].box.centre for actor in lesson.actors),
            strict=True,
        )
        assert across == tuple(sorted(across)), high
        assert max(down) - min(down) < layout.em, high
