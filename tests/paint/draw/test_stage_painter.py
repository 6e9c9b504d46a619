"""Fast frames are the same pictures as whole ones."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, cast

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson, read_lesson
from sidecar_viz.paint.brush.theme import DARK, LIGHT
from sidecar_viz.paint.draw.marked import Marked
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.layout.layout import laid_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect

    from sidecar_viz.core.lesson import Lesson
    from sidecar_viz.core.stage import Stage

SIZE, COLUMNS = (468, 406), (800, 500)
"""A stage too small for the columns of a ledger, and one with room for them."""
MOST_DIFFERENT = 64
"""Values: where a live tube meets the border of a kept card, rounding differs."""
VISIBLE = 3


def painter_for(lesson: Lesson, size: tuple[int, int] = SIZE) -> StagePainter:
    """Prepare to paint a small stage."""
    return StagePainter(laid_out(lesson, (float(size[0]), float(size[1]))), LIGHT, 1.0)


def whole(painter: StagePainter, stage: Stage) -> QImage:
    """Paint all of a stage."""
    wide, high = painter.layout.size
    image = QImage(int(wide), int(high), QImage.Format.Format_RGB32)
    image.fill(0)
    brush = QPainter(image)
    painter.paint(brush, stage)
    brush.end()
    return image


def different(one: QImage, other: QImage) -> int:
    """Count the colour values in which two pictures differ visibly."""
    if one == other:
        return 0
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(here - there) > VISIBLE for here, there in pairs)


@pytest.mark.storm
@pytest.mark.parametrize("size", [SIZE, COLUMNS])
def test_painting_only_what_changed_gives_the_whole_picture(
    sidecar_lesson: Lesson, size: tuple[int, int]
) -> None:
    """Through the whole lesson, forward and back, no pixel is left behind."""
    timeline = Timeline(sidecar_lesson)
    quick, slow = (painter_for(sidecar_lesson, size) for _ in range(2))
    assert (quick.layout.ledger is not None) == (size == COLUMNS)
    before = timeline.stage_at(0.0)
    picture = whole(quick, before)
    walk = [n / 12 for n in range(1, 73)] + [6 - n / 9 for n in range(1, 55)]

    for position in walk:
        stage = timeline.stage_at(position)
        brush = QPainter(picture)
        brush.setClipRegion(quick.changed(before, stage))
        quick.paint(brush, stage)
        brush.end()
        before = stage
        assert different(picture, whole(slow, stage)) <= MOST_DIFFERENT, position


@pytest.mark.parametrize("size", [SIZE, COLUMNS])
def test_what_was_painted_before_leaves_no_trace(
    sidecar_lesson: Lesson, size: tuple[int, int]
) -> None:
    """Who has stopped is grey also where it was seen in its colour before."""
    timeline = Timeline(sidecar_lesson)
    used = painter_for(sidecar_lesson, size)
    for position in (5.0, 5.0, 5.2, 5.5, 5.9):
        whole(used, timeline.stage_at(position))
    fresh = painter_for(sidecar_lesson, size)
    whole(fresh, timeline.rest(6))

    used_picture = whole(used, timeline.rest(6))

    assert different(used_picture, whole(fresh, timeline.rest(6))) <= MOST_DIFFERENT


def test_a_crash_is_painted_where_it_is_seen() -> None:
    """Halves that lean and fall, and the band that ends: no pixel is left behind."""
    (found,) = (one for one in bundled_lessons() if one.name == "init-containers")
    lesson = load_lesson(found.path)
    timeline = Timeline(lesson)
    quick, slow = (painter_for(lesson, COLUMNS) for _ in range(2))
    before = timeline.stage_at(8.0)
    picture = whole(quick, before)

    for part in range(1, 13):
        stage = timeline.stage_at(8.0 + part / 12)
        with QPainter(picture) as brush:
            brush.setClipRegion(quick.changed(before, stage))
            quick.paint(brush, stage)
        before = stage
        assert different(picture, whole(slow, stage)) <= MOST_DIFFERENT, part


def test_painting_twice_gives_the_same_picture(sidecar_lesson: Lesson) -> None:
    """A picture depends on nothing but what is asked for."""
    stage = Timeline(sidecar_lesson).stage_at(4.3)

    assert whole(painter_for(sidecar_lesson), stage) == whole(
        painter_for(sidecar_lesson), stage
    )


def test_an_equal_stage_needs_no_painting(sidecar_lesson: Lesson) -> None:
    """Nothing has changed, so nothing is painted."""
    timeline = Timeline(sidecar_lesson)
    painter = painter_for(sidecar_lesson)

    region = painter.changed(timeline.stage_at(4.0), timeline.stage_at(4.0))

    assert region.isEmpty()


def test_what_travels_touches_little() -> None:
    """The region is a fraction of the stage: the chip, before and after."""
    (found,) = (one for one in bundled_lessons() if one.name == "ambassador")
    lesson = load_lesson(found.path)
    timeline = Timeline(lesson)
    painter = painter_for(lesson)
    late = timeline.stage_at(1.80)
    (chip,) = late.chips
    before, after = (
        replace(late, chips=(replace(chip, along=along),)) for along in (0.5, 0.55)
    )

    region = painter.changed(before, after)

    rects = cast("Iterable[QRect]", region)
    area = sum(rect.width() * rect.height() for rect in rects)
    assert 0 < area < 0.12 * SIZE[0] * SIZE[1]


@pytest.mark.parametrize("mark", ["main", "logs", "network", "pod"])
def test_a_mark_is_seen_and_leaves_no_trace(sidecar_lesson: Lesson, mark: str) -> None:
    """Pointing at an actor rings it; pointing elsewhere takes the ring away."""
    timeline = Timeline(sidecar_lesson)
    painter = painter_for(sidecar_lesson)
    stage = timeline.stage_at(4.0)
    plain = whole(painter, stage)
    picture = plain.copy()

    for marks in (frozenset({mark}), frozenset[str]()):
        brush = QPainter(picture)
        brush.setClipRegion(painter.changed(stage, stage, [mark]))
        painter.paint(brush, stage, Marked(marks))
        brush.end()
        if marks:
            assert different(picture, plain) > 50

    assert picture == plain


@pytest.mark.storm
def test_two_thousand_frames_leak_nothing(sidecar_lesson: Lesson) -> None:
    """No references to None are lost (PySide 6.12 on Python 3.11), no objects kept."""
    timeline = Timeline(sidecar_lesson)
    painter = StagePainter(laid_out(sidecar_lesson, (300.0, 260.0)), DARK, 1.0)
    image = QImage(300, 260, QImage.Format.Format_RGB32)

    def walk(frames: int) -> None:
        for number in range(frames):
            brush = QPainter(image)
            painter.paint(brush, timeline.stage_at(number % 600 / 100))
            brush.end()

    walk(700)
    gc.collect()
    before, objects = sys.getrefcount(None), len(gc.get_objects())
    walk(2000)
    gc.collect()

    assert before - sys.getrefcount(None) < 50
    assert len(gc.get_objects()) - objects < 200


COMING = """
format: 1
id: coming
title: Who comes and goes
actors:
  - { id: pod, name: Pod, kind: pod, state: Running }
  - { id: app, name: App, kind: container, parent: pod, state: Running }
  - { id: user, name: User, kind: client, present: false }
  - { id: pile, name: Pile, kind: queue, count: 0, capacity: 5 }
links:
  - { id: asks, from: user, to: app, state: "on", label: HTTP }
  - { id: fills, from: app, to: pile, kind: message, label: one by one }
  - { id: not-so, from: user, to: pile, kind: points to, state: denied }
steps:
  - id: comes
    title: Comes
    actors: [{ id: user, present: true }, { id: pile, count: 3 }]
    links: [{ id: fills, state: "on" }]
  - id: goes
    title: Goes
    actors: [{ id: user, present: false }, { id: app, state: Stopped }]
    links: [{ id: fills, state: denied }]
"""


def coming() -> Lesson:
    """Read a lesson in which somebody appears and vanishes."""
    return read_lesson(COMING.encode(), "coming.yaml")


def test_links_come_and_go_with_those_they_join() -> None:
    """No link leads to somebody who is not there, and no words are left of it."""
    lesson = coming()
    timeline = Timeline(lesson)
    painter = painter_for(lesson)
    way = painter.layout.ways["asks"]
    x, y, _ = way.curve.at(0.5)
    empty, full = whole(painter, timeline.stage_at(0.0)), timeline.stage_at(1.0)

    assert empty.pixelColor(int(x), int(y)).lightness() > 225
    assert different(empty, whole(painter, full)) > 500


def test_what_comes_and_goes_leaves_nothing_behind() -> None:
    """Painting only what changed is the whole picture with links and words, too."""
    lesson = coming()
    timeline = Timeline(lesson)
    quick, slow = painter_for(lesson), painter_for(lesson)
    before = timeline.stage_at(0.0)
    picture = whole(quick, before)

    for number in (*range(1, 25), *range(23, -1, -1)):
        stage = timeline.stage_at(number / 12)
        brush = QPainter(picture)
        brush.setClipRegion(quick.changed(before, stage))
        quick.paint(brush, stage)
        brush.end()
        before = stage
        assert different(picture, whole(slow, stage)) <= MOST_DIFFERENT, number


def test_who_has_left_is_not_ringed(sidecar_lesson: Lesson) -> None:
    """A mark on an actor that is no more there is no empty box."""
    timeline = Timeline(sidecar_lesson)
    painter = painter_for(sidecar_lesson)
    stage = timeline.rest(3)
    there = next(state for state in stage.actors if state.id == "sidecar")
    gone = replace(
        stage,
        actors=tuple(
            replace(state, presence=0.0) if state is there else state
            for state in stage.actors
        ),
    )

    def picture(shown: Stage, *marked: str) -> QImage:
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        brush = QPainter(image)
        painter.paint(brush, shown, Marked(frozenset(marked)))
        brush.end()
        return image

    assert picture(stage, "sidecar") != picture(stage)
    assert picture(gone, "sidecar") == picture(gone)


@pytest.mark.parametrize("ready", [False, True])
def test_an_opening_looks_the_same_however_often_it_is_painted(*, ready: bool) -> None:
    """Painted first, kept later; also where its picture was made before."""
    timeline = Timeline(load_lesson(bundled_lessons()[0].path))
    painter = painter_for(timeline.lesson, COLUMNS)
    once = whole(painter, timeline.rest(0))
    if ready:
        painter.get_ready(timeline.rest(0))
    assert different(whole(painter, timeline.rest(0)), once) == 0
    whole(painter, timeline.stage_at(0.1))
    whole(painter, timeline.rest(1))
    assert different(whole(painter, timeline.rest(0)), once) == 0
