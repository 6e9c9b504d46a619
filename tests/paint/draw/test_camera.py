"""The camera comes near, pixel for pixel, and what is not meant fades."""

from __future__ import annotations

import gc
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Stage
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.draw.camera import LARGE, Camera
from sidecar_viz.paint.draw.enclosure import tab_of
from sidecar_viz.paint.draw.layers import Layers
from sidecar_viz.paint.draw.pinned import draw_pinned_tabs, pinned_place
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.layout.shots import shot_view
from sidecar_viz.paint.layout.zoom import WHOLE, View, seen

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (920.0, 620.0)
SENDING = 4.5
"""Where the first lesson's sidecar sends, and main and the file have faded."""
MOST_DIFFERENT = 64
VISIBLE = 3


def camera_for(lesson: Lesson, size: tuple[float, float] = SIZE) -> Camera:
    """Prepare to paint a stage of this size."""
    return Camera(laid_out(lesson, size), LIGHT, 1.0)


def painted(painter: Camera | StagePainter, stage: Stage) -> QImage:
    """Paint all of a stage."""
    layout = painter.whole.layout if isinstance(painter, Camera) else painter.layout
    image = QImage(int(layout.size[0]), int(layout.size[1]), QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as brush:
        painter.paint(brush, stage)
    return image


def different(one: QImage, other: QImage) -> int:
    """Count the colour values in which two pictures differ visibly."""
    if one == other:
        return 0
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(here - there) > VISIBLE for here, there in pairs)


def test_at_rest_it_is_the_whole_stage(sidecar_lesson: Lesson) -> None:
    """Rest shows everything, as if there were no camera."""
    stage = Timeline(sidecar_lesson).rest(4)
    layout = laid_out(sidecar_lesson, SIZE)

    shown = painted(camera_for(sidecar_lesson), stage)

    assert shown == painted(StagePainter(layout, LIGHT, 1.0), stage)


def test_in_the_shot_all_is_as_sharp_as_on_a_stage_laid_out_so(
    sidecar_lesson: Lesson,
) -> None:
    """Letters are drawn larger, not their pictures."""
    stage = Timeline(sidecar_lesson).stage_at(SENDING)
    camera = camera_for(sidecar_lesson)
    assert stage.shot is not None
    view = shot_view(camera.whole.layout, stage.shot)
    ground = camera.painter(stage).empty()  # its dots come nearer, too
    near = StagePainter(seen(camera.whole.layout, view), LIGHT, 1.0, ground)
    below = QRect(0, 100, 920, 520)  # over it lies the pod's label, which is pinned

    shown = painted(camera, stage)

    assert view.factor > 1.1
    assert shown.copy(below) == painted(near, stage).copy(below)


def test_on_the_way_it_lies_between_both(sidecar_lesson: Lesson) -> None:
    """A pixel of the whole stage moves outward evenly; there is no jump at the ends."""
    timeline = Timeline(sidecar_lesson)
    stage = timeline.stage_at(SENDING)
    assert stage.shot is not None
    camera = camera_for(sidecar_lesson)
    ways = [
        painted(camera, replace(stage, shot=replace(stage.shot, near=near)))
        for near in (0.0, 0.02, 0.5, 0.98, 1.0)
    ]
    apart = [different(one, other) for one, other in pairwise(ways)]

    assert apart[0] < apart[1]
    assert apart[3] < apart[2]


@pytest.mark.storm
def test_painting_only_what_changed_gives_the_whole_picture(
    sidecar_lesson: Lesson,
) -> None:
    """Through two moves with the camera, there and back, no pixel is left behind."""
    timeline = Timeline(sidecar_lesson)
    quick, slow = camera_for(sidecar_lesson), camera_for(sidecar_lesson)
    before = timeline.stage_at(3.0)
    picture = painted(quick, before)
    forward = [3.0 + n / 24 for n in range(1, 49)]

    for position in (*forward, *reversed(forward)):
        stage = timeline.stage_at(position)
        with QPainter(picture) as brush:
            brush.setClipRegion(quick.changed(before, stage))
            quick.paint(brush, stage)
        before = stage
        assert different(picture, painted(slow, stage)) <= MOST_DIFFERENT, position


def test_while_it_stands_near_only_what_moves_is_painted() -> None:
    """A picture that stands still costs no more than before."""
    (job,) = (found.path for found in bundled_lessons() if found.name == "job")
    lesson = load_lesson(job)
    timeline, camera = Timeline(lesson), camera_for(lesson)
    everything = QRect(0, 0, int(SIZE[0]), int(SIZE[1]))

    there = camera.changed(timeline.stage_at(6.5), timeline.stage_at(6.6))
    coming = camera.changed(timeline.stage_at(6.15), timeline.stage_at(6.16))

    assert not there.isEmpty()
    assert there.boundingRect().width() < SIZE[0] / 2
    assert coming.boundingRect().contains(everything)


def test_held_it_shows_the_whole_stage_and_still_fades(sidecar_lesson: Lesson) -> None:
    """Who holds the camera still wants no motion; what is meant stays plain to see."""
    stage = Timeline(sidecar_lesson).stage_at(SENDING)
    camera = camera_for(sidecar_lesson)
    camera.held = True
    layout = laid_out(sidecar_lesson, SIZE)

    shown = painted(camera, stage)

    assert shown == painted(StagePainter(layout, LIGHT, 1.0), stage)
    assert shown != painted(camera, replace(stage, shot=None))


def test_on_a_large_stage_it_cuts(sidecar_lesson: Lesson) -> None:
    """To move so many pixels would stutter: it is whole, or near."""
    camera = camera_for(sidecar_lesson, (LARGE, 1700.0))
    stage = Timeline(sidecar_lesson).stage_at(SENDING)
    assert stage.shot is not None
    parts = [replace(stage.shot, near=near) for near in (0.2, 0.4, 0.6, 1.0)]
    stages = [replace(stage, shot=part) for part in parts]

    layouts = [camera.painter(one).layout for one in stages]

    assert layouts[0] is layouts[1] is camera.whole.layout
    way = replace(stage, shot=replace(stage.shot, near=0.4))
    from_afar = replace(stage, shot=replace(stage.shot, near=0.0))
    shown = different(painted(camera, way), painted(camera, from_afar))
    assert shown <= MOST_DIFFERENT
    assert layouts[2] is layouts[3]
    assert layouts[3].em > layouts[0].em


def test_what_is_not_meant_has_a_third_of_its_strength(sidecar_lesson: Lesson) -> None:
    """35 % of the card, 60 % of its name; a receiver stands on plain ground."""
    stage = Timeline(sidecar_lesson).stage_at(1.5)
    assert stage.shot is not None
    assert "receiver" not in stage.shot.meant
    painter = StagePainter(laid_out(sidecar_lesson, SIZE), LIGHT, 1.0)
    clear = painted(painter, replace(stage, shot=None))
    nothing = replace(stage.actor("receiver"), presence=0.0)
    ground = painted(painter, _with(replace(stage, shot=None), nothing))
    faded = painted(painter, stage)
    place = painter.layout.places["receiver"]
    assert place.sheet is not None
    box = place.box
    names = (int(box.y) + 4, int(place.sheet.box.y) - 3)
    rest = (int(place.sheet.box.y) + 3, int(box.bottom) - 4)

    for (top, bottom), strength in ((names, 0.6), (rest, 0.35)):
        seen_here = 0
        for y in range(top, bottom):
            for x in range(int(box.x) + 4, int(box.right) - 4):
                one = _lightness(clear, x, y)
                under = _lightness(ground, x, y)
                if abs(one - under) < 60:
                    continue
                seen_here += 1
                wanted = under + strength * (one - under)
                assert abs(_lightness(faded, x, y) - wanted) <= 3, (x, y)
        assert seen_here > 20


def _with(stage: Stage, state: object) -> Stage:
    actors = tuple(
        state if one.id == state.id else one  # type: ignore[attr-defined]
        for one in stage.actors
    )
    return replace(stage, actors=actors)


def _lightness(image: QImage, x: int, y: int) -> int:
    return QColor(image.pixel(x, y)).green()


def test_the_label_of_the_frame_is_pinned_where_the_camera_looks(
    sidecar_lesson: Lesson,
) -> None:
    """Whose inside is seen stays said; a label in sight stays in its place."""
    stage = Timeline(sidecar_lesson).stage_at(SENDING)
    assert stage.shot is not None
    whole = laid_out(sidecar_lesson, SIZE)
    near = seen(whole, shot_view(whole, stage.shot))
    pod = stage.actor("pod")
    place = near.places["pod"]
    tab = tab_of(place, near.em, pod)
    assert tab.y < 0.0

    pinned = pinned_place(near, place, pod, WHOLE)

    assert pinned is not None
    there = tab_of(pinned, near.em, pod)
    assert there.x >= 0.0
    assert there.y >= 0.0
    assert there.y < near.em
    assert pinned_place(whole, whole.places["pod"], pod, WHOLE) is None


@pytest.mark.storm
def test_a_shot_that_is_over_is_free_at_once(sidecar_lesson: Lesson) -> None:
    """It holds pictures as large as the stage: nothing waits for Python to tidy up."""
    timeline, camera = Timeline(sidecar_lesson), camera_for(sidecar_lesson)

    def layers() -> int:
        return sum(isinstance(thing, Layers) for thing in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        painted(camera, timeline.rest(4))
        before = layers()
        painted(camera, timeline.stage_at(SENDING))
        near = layers()
        painted(camera, timeline.rest(5))
        after = layers()
    finally:
        gc.enable()

    assert (near - before, after - before) == (1, 0)


def test_a_label_is_not_pinned_over_what_is_meant(sidecar_lesson: Lesson) -> None:
    """Better no label than one that hides what the step is about."""
    stage = Timeline(sidecar_lesson).stage_at(SENDING)
    assert stage.shot is not None
    layout = laid_out(sidecar_lesson, SIZE)
    everybody = stage.shot.framed | {"main", "logs"}
    covered = replace(stage, shot=replace(stage.shot, framed=everybody))
    corner = View(1.3, 0.6, 0.6)
    pictures = []
    for shown in (stage, covered):
        image = QImage(int(SIZE[0]), int(SIZE[1]), QImage.Format.Format_RGB32)
        image.fill(0)
        with QPainter(image) as brush:
            used = StagePainter(layout, LIGHT, 1.0)
            draw_pinned_tabs(brush, used.brush, used.layout, shown, corner)
        pictures.append(image)
    empty = QImage(pictures[0].size(), pictures[0].format())
    empty.fill(0)

    assert pictures[0] != empty
    assert pictures[1] == empty


def test_a_faded_line_that_is_being_written_ends_at_its_caret(
    sidecar_lesson: Lesson,
) -> None:
    """Main has faded in step 3, and writes on: no ghost of the whole line is seen."""
    stage = Timeline(sidecar_lesson).stage_at(2.35)
    (chip,) = (chip for chip in stage.chips if chip.verb == "write")
    assert stage.shot is not None
    assert chip.source not in stage.shot.meant
    painter = StagePainter(laid_out(sidecar_lesson, SIZE), LIGHT, 1.0)
    place = painter.layout.places[chip.source]
    assert place.sheet is not None
    row = place.sheet.row(chip.item)
    x, y = int(row.x + row.width * 0.75), int(row.y)
    right = QRect(x, y + 4, 30, int(row.height) - 8)

    def darkest(shown: Stage) -> int:
        image = painted(painter, shown).copy(right)
        places = [(x, y) for x in range(right.width()) for y in range(right.height())]
        return min(_lightness(image, x, y) for x, y in places)

    assert abs(darkest(stage) - darkest(replace(stage, shot=None))) < 12
