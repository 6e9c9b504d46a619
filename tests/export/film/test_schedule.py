"""A film shows each step as autoplay does: entered, then at rest to be read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sidecar_viz.core.beside.dwelling import DWELL, reading_time
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.film.schedule import LEAD, Schedule, scheduled
from sidecar_viz.export.film.words import dwell_of, words_of


def of(lesson: Lesson, rate: int = 60, only: int | None = None) -> Schedule:
    """Lay a lesson's film out."""
    timeline = Timeline(lesson)
    return scheduled(timeline, rate, lambda number: dwell_of(timeline, number), only)


@pytest.mark.parametrize("rate", [1, 10, 30, 60])
def test_chapters_follow_each_other(sidecar_lesson: Lesson, rate: int) -> None:
    """Opening, every step and the ending: no frame is left out or in two of them."""
    schedule = of(sidecar_lesson, rate)
    chapters = schedule.chapters

    assert [chapter.number for chapter in chapters] == [*range(8)]
    assert [chapter.first for chapter in chapters] == [
        0,
        *(chapter.end for chapter in chapters[:-1]),
    ]
    assert schedule.frames == chapters[-1].end == round(schedule.seconds * rate)


def test_every_step_has_the_time_to_be_read(sidecar_lesson: Lesson) -> None:
    """At least as long as autoplay rests there, to the frame, and no second longer."""
    timeline = Timeline(sidecar_lesson)
    for chapter in of(sidecar_lesson).chapters[1:-1]:
        wanted = max(DWELL, reading_time(words_of(timeline, chapter.number).text))

        assert wanted <= chapter.resting / 60 < wanted + 1 / 60 + 1e-9
        assert chapter.moving == round(60 * timeline.seconds(chapter.number))


def test_the_ending_is_read_with_its_title(sidecar_lesson: Lesson) -> None:
    """It is a sentence, too."""
    last = of(sidecar_lesson).chapters[-1]
    words = words_of(Timeline(sidecar_lesson), last.number)

    assert last.moving == 0
    assert last.resting >= 60 * reading_time(f"{words.title} {words.text}")


def test_the_playhead_moves_evenly_and_arrives(sidecar_lesson: Lesson) -> None:
    """A step's first frame is on the way, and all after its move are at rest."""
    chapter = of(sidecar_lesson).chapters[4]
    positions = [chapter.position_at(n) for n in range(chapter.first, chapter.end)]
    moving = chapter.moving

    assert positions[0] == pytest.approx(3 + 1 / moving)
    assert positions[moving - 2] < 4.0
    assert set(positions[moving - 1 :]) == {4.0}
    steps = [b - a for a, b in pairwise(positions[:moving])]
    assert steps == pytest.approx([1 / moving] * (moving - 1))


def test_one_step_begins_with_what_was_before(sidecar_lesson: Lesson) -> None:
    """Otherwise nobody saw what it changes."""
    schedule = of(sidecar_lesson, 60, only=4)
    (chapter,) = schedule.chapters
    before = round(LEAD * 60)

    assert (chapter.first, chapter.before) == (0, before)
    assert {chapter.position_at(n) for n in range(before)} == {3.0}
    assert chapter.position_at(before) > 3.0
    assert chapter.position_at(schedule.frames - 1) == 4.0


def test_the_start_alone_is_a_picture(sidecar_lesson: Lesson) -> None:
    """There is nothing before it, and nothing moves."""
    (chapter,) = of(sidecar_lesson, 60, only=0).chapters

    assert (chapter.before, chapter.moving) == (0, 0)
    assert {chapter.position_at(n) for n in range(chapter.end)} == {0.0}


def test_all_that_moves_is_encoded_and_little_of_a_rest(lesson: Lesson) -> None:
    """At rest there is a frame each beat; the film ends with one."""
    schedule = of(lesson)
    moments = list(schedule.moments(30))
    frames = [moment.frame for moment in moments]
    fresh = [moment.frame for moment in moments if moment.fresh]

    assert frames == sorted(set(frames))
    assert frames[0] == 0
    assert frames[-1] == schedule.frames - 1
    assert max(b - a for a, b in pairwise(frames)) == 30
    assert fresh == [
        frame
        for chapter in schedule.chapters
        for frame in range(chapter.first, chapter.first + max(1, chapter.moving))
    ]
    still = [moment.frame for moment in schedule.moments(None) if not moment.fresh]
    assert still == [schedule.frames - 1]
