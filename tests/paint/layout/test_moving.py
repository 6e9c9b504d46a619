"""Where actors stand that move: at each place, on the way, and those who stay."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Stage
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.draw.camera import Camera
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.layout.zoom import View, scaled, seen

SIZE = (900.0, 600.0)
TEXT = """
format: 2
id: made
title: Made
actors:
  - {id: queue, name: Queue, kind: namespace, spot: {row: 1, column: 1}}
  - {id: node, name: Node, kind: node, spot: {row: 1, column: 3}}
  - {id: pod, name: Pod, kind: pod, parent: queue, state: Pending}
  - {id: app, name: App, kind: container, parent: pod, state: Waiting}
  - {id: user, name: User, kind: client, spot: {row: 1, column: 2}}
links: [{id: way, from: user, to: app, state: "on"}]
steps:
  - {id: go, title: Go, actors: [{id: pod, parent: node, state: Running}]}
  - {id: wait, title: Wait, actors: [{id: app, state: Running}]}
  - {id: out, title: Out, actors: [{id: pod, parent: stage}]}
"""


def made() -> Lesson:
    """Read the lesson."""
    return read_lesson(TEXT.encode(), "made.yaml")


def test_it_stands_in_the_frame_that_it_has_moved_to() -> None:
    """With what stands in it; its link ends there."""
    lesson = made()
    timeline, layout = Timeline(lesson), laid_out(lesson, SIZE)

    at = [layout.at(timeline.rest(step)).places for step in range(4)]

    assert at[0]["queue"].body.holds(at[0]["pod"].box)
    for places in at[1:3]:
        assert places["node"].body.holds(places["pod"].box)
        assert places["pod"].body.holds(places["app"].box)
    assert not any(
        at[3][key].body.overlaps(at[3]["pod"].box) for key in ("node", "queue")
    )
    end = layout.at(timeline.rest(1)).ways["way"].curve.at(1.0)
    around = at[1]["app"].body.inset(-layout.em)
    assert around.contains(end[0], end[1])


def test_nobody_else_budges() -> None:
    """All places are kept free from the start."""
    lesson = made()
    timeline, layout = Timeline(lesson), laid_out(lesson, SIZE)

    for key in ("queue", "node", "user"):
        boxes = [layout.at(timeline.stage_at(n / 4)).places[key].box for n in range(13)]
        assert len(set(boxes)) == 1


def test_halfway_it_is_halfway() -> None:
    """Also who stands in it; all others are as they are at rest."""
    lesson = made()
    timeline, layout = Timeline(lesson), laid_out(lesson, SIZE)

    old, way, new = (layout.at(timeline.stage_at(at)) for at in (0.0, 0.5, 1.0))

    for key in ("pod", "app"):
        x = (old.places[key].box.x + new.places[key].box.x) / 2
        assert way.places[key].box.x == x
    assert way.travelling == {"pod", "app"}
    assert (old.travelling, new.travelling) == (frozenset(), frozenset())


def test_at_rest_the_same_layout_is_given_again() -> None:
    """What was painted of it is still right."""
    lesson = made()
    timeline, layout = Timeline(lesson), laid_out(lesson, SIZE)

    assert layout.at(timeline.rest(1)) is layout.at(timeline.rest(2))
    assert laid_out(replace(lesson, steps=lesson.steps[1:2]), SIZE).moves is None


def test_seen_from_near_and_in_another_size_it_moves_as_well() -> None:
    """Each place is where the view has it."""
    lesson = made()
    stage, layout = Timeline(lesson).rest(1), laid_out(lesson, SIZE)
    plain = layout.at(stage).places["pod"].box

    small = scaled(layout, (450.0, 300.0)).at(stage).places["pod"].box
    near = seen(layout, View(2.0, 0.5, 0.5)).at(stage).places["pod"].box

    assert (small.x, small.width) == (plain.x / 2, plain.width / 2)
    assert near.x == plain.x * 2 - SIZE[0] / 2


@pytest.mark.storm
def test_painting_what_changed_gives_the_whole_picture() -> None:
    """Through all moves, forward and back."""
    lesson = made()
    timeline = Timeline(lesson)
    quick = Camera(laid_out(lesson, SIZE), LIGHT, 1.0)
    before = timeline.stage_at(0.0)
    picture = painted(quick, before)
    ahead = [n / 8 for n in range(1, 25)]
    for position in (*ahead, *reversed(ahead)):
        stage = timeline.stage_at(position)
        with QPainter(picture) as brush:
            brush.setClipRegion(quick.changed(before, stage))
            quick.paint(brush, stage)
        before = stage
        fresh = painted(Camera(laid_out(lesson, SIZE), LIGHT, 1.0), stage)
        assert picture == fresh, position


def painted(camera: Camera, stage: Stage) -> QImage:
    """Paint all of a stage."""
    image = QImage(int(SIZE[0]), int(SIZE[1]), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        camera.paint(painter, stage)
    return image
