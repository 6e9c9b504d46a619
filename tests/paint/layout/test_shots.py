"""Where the camera stands in a shot."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.stage import Shot
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.layout.shots import NEAREST, WORTH, framed_box, shot_view
from sidecar_viz.paint.layout.zoom import WHOLE, seen

pytestmark = pytest.mark.usefixtures("qapp")
SIZES = [(1380.0, 830.0), (1920.0, 1080.0), (800.0, 620.0)]
ROUNDING = 0.01
LESSONS = [found.path for found in bundled_lessons()]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_all_that_a_shot_frames_is_seen_in_it(
    path: Path, size: tuple[float, float]
) -> None:
    """With the counts, which stand inside; and never more than 1.15 times as large."""
    lesson = load_lesson(path)
    timeline, layout = Timeline(lesson), laid_out(lesson, size)
    for number in range(timeline.end):
        shot = timeline.stage_at(number + 0.5).shot
        if shot is None:
            continue
        view = shot_view(layout, shot)
        assert view == WHOLE or WORTH <= view.factor <= NEAREST
        near = seen(layout, view)
        for actor_id in shot.framed & set(layout.places):
            box = near.places[actor_id].box
            assert box.x >= -ROUNDING, (number, actor_id)
            assert box.y >= -ROUNDING, (number, actor_id)
            assert box.right <= size[0] + ROUNDING, (number, actor_id)
            assert box.bottom <= size[1] + ROUNDING, (number, actor_id)


def test_the_first_lesson_is_sent_from_as_near_as_may_be() -> None:
    """Sidecar, network and receiver fill two thirds of the stage."""
    path = next(path for path in LESSONS if path.parent.name == "sidecar")
    lesson = load_lesson(path)
    layout = laid_out(lesson, SIZES[0])
    shot = Timeline(lesson).stage_at(4.5).shot
    assert shot is not None

    view = shot_view(layout, shot)

    assert view.factor == pytest.approx(NEAREST)
    assert view.x > WHOLE.x


def test_nothing_framed_is_the_whole_stage() -> None:
    """A shot of what is not laid out shows everything."""
    path = next(path for path in LESSONS if path.parent.name == "sidecar")
    layout = laid_out(load_lesson(path), SIZES[0])
    nobody = Shot(frozenset({"nobody"}), frozenset({"nobody"}))

    assert framed_box(layout, nobody) is None
    assert shot_view(layout, nobody) == WHOLE
