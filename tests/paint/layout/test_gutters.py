"""Links between neighbours stay seen on small stages, and so does what travels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.stage import Stage
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.draw.travelling import sheet_size, sheets
from sidecar_viz.paint.layout.layout import READABLE, laid_out
from sidecar_viz.paint.sizes.rows_and_columns import spread
from sidecar_viz.paint.ways.sides import EAST, SOUTH, WEST, side_of

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson
    from sidecar_viz.paint.sizes.places import Layout

# Stages in windows of 1024x600 and 1280x720.
SMALL = [(485.0, 418.0), (485.0, 537.0), (538.0, 537.0)]
LESSONS = {found.name: load_lesson(found.path) for found in bundled_lessons()}
each_lesson = pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS)
each_size = pytest.mark.parametrize("size", SMALL)


def sides(layout: Layout, link: str) -> tuple[int, int]:
    """The sides of its two shapes at which a link ends."""
    way = layout.ways[link]
    points = way.curve.points
    one, other = way.link.source, way.link.target
    return (
        side_of(layout.places[one].body, points[0]),
        side_of(layout.places[other].body, points[-1]),
    )


@each_size
@each_lesson
def test_every_link_is_seen(lesson: Lesson, size: tuple[float, float]) -> None:
    """No link is only a stub, and words stay readable."""
    layout = laid_out(lesson, size)

    assert min(way.curve.length / layout.em for way in layout.ways.values()) >= 1.79
    assert layout.em >= READABLE


@each_size
def test_both_heads_have_room(size: tuple[float, float]) -> None:
    """Two heads and a sheet between them do not run into each other."""
    layout = laid_out(LESSONS["ambassador"], size)

    assert layout.ways["local"].curve.length >= 3.9 * layout.em


@each_size
def test_the_words_beside_a_link_get_their_room(size: tuple[float, float]) -> None:
    """Two gaps with nobody between them share the room for the words."""
    layout = laid_out(LESSONS["native-sidecar"], size)

    assert all(way.label is not None for way in layout.ways.values())
    wide = {way.curve.length / layout.em for way in layout.ways.values()}
    assert max(wide) < 12.0


@each_size
def test_a_link_leaves_on_the_side_of_its_target(size: tuple[float, float]) -> None:
    """Services below the pod are reached from below the proxy, the app sideways."""
    layout = laid_out(LESSONS["ambassador"], size)

    assert sides(layout, "local") == (EAST, WEST)
    assert sides(layout, "to-first")[0] == SOUTH
    assert sides(layout, "to-second")[0] == SOUTH


@each_size
@each_lesson
def test_words_do_not_lie_on_their_link(
    lesson: Lesson, size: tuple[float, float]
) -> None:
    """Beside a slanted link they stand further away."""
    for way in laid_out(lesson, size).ways.values():
        if way.label is not None:
            assert not any(way.label.contains(*at) for at in way.curve.points)


@each_size
@pytest.mark.parametrize("part", [0.05, 0.2, 0.5, 0.8, 0.95])
def test_what_travels_on_a_short_link_is_in_full_sight(
    size: tuple[float, float], part: float
) -> None:
    """It comes and goes between the cards, and is faint only then."""
    lesson = LESSONS["job"]
    layout = laid_out(lesson, size)
    moves = Timeline(lesson).course.outcomes[2].flights
    chip = replace(moves[0].chip, along=part)

    (sheet,) = sheets(Stage((), (), (), (chip,)), layout)

    half = sheet_size(chip)[0] * layout.em / 2
    worker, logger = (layout.places[f"plain-{i}"].body for i in ("worker", "logger"))
    assert worker.right <= sheet.x - half
    assert sheet.x + half <= logger.x
    faint = part / 0.15 if part < 0.15 else min(1.0, (1.0 - part) / 0.15)
    assert sheet.strength == pytest.approx(faint)


def test_a_gap_comes_to_what_it_needs() -> None:
    """Spare room makes all gaps wider; only a gap that needs more gets more."""
    plain = spread(0.0, 40.0, [10.0, 10.0, 10.0], [2.0, 2.0], 2.0)
    one = spread(0.0, 40.0, [10.0, 10.0, 10.0], [6.0, 2.0], 2.0)

    assert plain[1][0] - plain[0][1] == pytest.approx(plain[2][0] - plain[1][1])
    assert one[1][0] - one[0][1] == pytest.approx(6.0)
    assert one[2][0] - one[1][1] >= 2.0
    assert plain[2][1] == pytest.approx(one[2][1]) == pytest.approx(40.0)
