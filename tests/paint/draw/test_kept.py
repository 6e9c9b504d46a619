"""What is kept of a stage from frame to frame shows what it shows painted anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from write_pictures import Recipe, recipes

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Stage
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.brush.brush import Brush, qrect, soften
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.columns.contents import held_by
from sidecar_viz.paint.columns.docks import Docks
from sidecar_viz.paint.draw.enclosure import draw_frame, hidden_by
from sidecar_viz.paint.draw.painter import paint_part
from sidecar_viz.paint.draw.pieces import Kept, Part
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.kinds.looks import blended
from sidecar_viz.paint.layout.layout import laid_out

COOKBOOK = Path(__file__).parents[3] / "docs" / "cookbook.md"
LESSONS = Path(__file__).parents[3] / "lessons"
LESSON_NAMES = sorted(path.parent.name for path in LESSONS.glob("*/lesson.yaml"))
SIZE = (900, 520)
SMOOTHLY = (
    Qt.AspectRatioMode.IgnoreAspectRatio,
    Qt.TransformationMode.SmoothTransformation,
)


@pytest.mark.parametrize(
    "recipe", recipes(COOKBOOK.read_text("utf-8")), ids=lambda recipe: recipe.name
)
def test_what_is_kept_of_a_recipe_is_what_is_painted_anew(
    qapp: QApplication, recipe: Recipe
) -> None:
    """Forwards and backwards, in between and at rest."""
    del qapp
    compare(read_lesson(recipe.lesson.encode(), recipe.name))


def test_what_is_kept_of_mounts_is_what_is_painted_anew(
    qapp: QApplication, sidecar_lesson: Lesson
) -> None:
    """Each has its own picture, with its words, and none while it opens."""
    del qapp
    compare(sidecar_lesson)


@pytest.mark.parametrize(
    "name", sorted(p.name for p in LESSONS.iterdir() if p.is_dir())
)
def test_what_rests_lies_as_deep_as_if_it_moved(qapp: QApplication, name: str) -> None:
    """A link that changes does not come in front of a shape that rests."""
    del qapp
    path = LESSONS / name / "lesson.yaml"
    lesson = read_lesson(path.read_bytes(), name)
    timeline = Timeline(lesson)
    actors = frozenset(actor.id for actor in lesson.actors)
    every = actors | {link.id for link in lesson.links}
    layout = laid_out(lesson, (float(SIZE[0]), float(SIZE[1])))
    painter = StagePainter(layout, LIGHT, 1.0)
    for number in range(8 * timeline.end):
        stage = timeline.stage_at((number + 0.3) / 8)
        moved = replace(stage, moving=every)
        assert differing(painted(painter, stage), painted(painter, moved)) == 0, number


def test_what_goes_on_in_the_background_goes_with_its_flow(
    qapp: QApplication,
) -> None:
    """Its picture is kept with all that rests, but no longer than it goes on."""
    del qapp
    path = LESSONS / "adapter" / "lesson.yaml"
    lesson = read_lesson(path.read_bytes(), "adapter")
    layout = laid_out(lesson, (float(SIZE[0]), float(SIZE[1])))
    kept = StagePainter(layout, LIGHT, 1.0)
    stage = Timeline(lesson).stage_at(3.65)
    other = replace(stage, flows=())
    for shown in (stage, stage, other, stage):
        anew = StagePainter(layout, LIGHT, 1.0)
        assert differing(painted(kept, shown), painted(anew, shown), most=9) == 0
    assert differing(painted(kept, stage), painted(kept, other)) > 0


def test_a_count_that_jumps_leaves_what_is_held_as_it_is(
    qapp: QApplication, sidecar_lesson: Lesson
) -> None:
    """Its picture is not made again for each frame of the jump."""
    del qapp
    layout = laid_out(sidecar_lesson, (1200.0, 700.0))
    stage = Timeline(sidecar_lesson).rest(4)
    bumped = tuple(replace(state, bump=0.4) for state in stage.actors)
    (before,) = held_by(stage, layout, ("logs",))
    (after,) = held_by(replace(stage, actors=bumped), layout, ("logs",))

    assert (before.counting, after.counting) == (False, True)
    assert before.at_rest(1.0, 1.0).key == after.at_rest(1.0, 1.0).key


def test_a_count_that_jumps_is_drawn_over_what_is_kept(
    qapp: QApplication, sidecar_lesson: Lesson
) -> None:
    """Larger than it is at rest, as if all were drawn anew."""
    del qapp
    layout = laid_out(sidecar_lesson, (1200.0, 700.0))
    rest = Timeline(sidecar_lesson).rest(4)
    jumps = tuple(replace(state, bump=0.8) for state in rest.actors)
    brush, part = Brush(LIGHT, layout.em, Effects()), Part(frozenset({"logs"}))
    sheet = layout.places["logs"].sheet
    assert sheet is not None
    below = QRect(
        *(round(sheet.box.x), round(sheet.box.bottom) + 3),
        *(round(sheet.box.width), round(3.0 * layout.em)),
    )
    pictures = []
    for stage, caches in (
        (replace(rest, actors=jumps), Kept(brush, layout)),
        (replace(rest, actors=jumps), None),
        (rest, None),
    ):
        image = QImage(1200, 700, QImage.Format.Format_RGB32)
        image.fill(LIGHT.inside)
        with QPainter(image) as painter:
            paint_part(painter, brush, layout, stage, part, caches)
        pictures.append(image.copy(below).scaled(60, 20, *SMOOTHLY))
    assert differing(pictures[0], pictures[1], most=12) == 0
    assert differing(pictures[1], pictures[2], most=12) > 0


def compare(lesson: Lesson) -> None:
    """Paint all of it with one painter, and each stage with another one."""
    timeline = Timeline(lesson)
    layout = laid_out(lesson, (float(SIZE[0]), float(SIZE[1])))
    kept = StagePainter(layout, LIGHT, 1.0)
    places = [number / 4 for number in range(4 * timeline.end + 1)]
    for place in (*places, *reversed(places)):
        stage = timeline.stage_at(place)
        anew = StagePainter(layout, LIGHT, 1.0)
        assert differing(painted(kept, stage), painted(anew, stage)) == 0, place


def painted(painter: StagePainter, stage: Stage) -> QImage:
    """Paint a stage."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as inside:
        painter.paint(inside, stage)
    return image


def differing(one: QImage, other: QImage, *, most: int = 40) -> int:
    """Count the pixels that are another shade, and not just another rounding."""
    apart = QImage(one)
    with QPainter(apart) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, other)
    grey = apart.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(shade > most for shade in bytes(grey.constBits()))


@pytest.mark.parametrize("openness", [0.0, 0.4, 0.999, 1.0])
def test_the_picture_of_a_mount_holds_all_of_it(
    qapp: QApplication, sidecar_lesson: Lesson, openness: float
) -> None:
    """Collars, words and sign, in both directions and however often it is painted."""
    del qapp
    layout = laid_out(sidecar_lesson, (float(SIZE[0]), float(SIZE[1])))
    ways = [way for way in layout.ways.values() if way.dock is not None]
    pictures = Docks(Brush(LIGHT, layout.em, Effects()), layout)
    vectors = Docks(Brush(LIGHT, layout.em, Effects(vectors=True)), layout)
    assert len(ways) == 2
    for way in (*ways, *reversed(ways)):
        shown = [blank(), blank()]
        for image, docks in zip(shown, (pictures, vectors), strict=True):
            with QPainter(image) as painter:
                soften(painter)
                assert way.dock is not None
                docks.paint(painter, way, way.dock, "green", openness)
        assert differing(shown[0], shown[1]) == 0


def blank() -> QImage:
    """Make an empty picture."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(LIGHT.stage)
    return image


def test_the_room_of_what_travels_leaves_bodies_out(
    qapp: QApplication, sidecar_lesson: Lesson
) -> None:
    """Of all who are no frame; beside them there is room."""
    del qapp
    layout = laid_out(sidecar_lesson, (float(SIZE[0]), float(SIZE[1])))
    room = Kept(Brush(LIGHT, layout.em, Effects()), layout).room
    bodies = [p.body for p in layout.places.values() if p.figure.form != "frame"]
    middles = [QPoint(round(body.centre[0]), round(body.centre[1])) for body in bodies]

    assert [middle for middle in middles if room.contains(middle)] == []
    assert room.contains(QPoint(1, 1))


@pytest.mark.parametrize("solidity", [0.0, 0.3, 0.8, 1.0])
def test_what_a_frame_hides_of_the_ground_is_full(
    qapp: QApplication, sidecar_lesson: Lesson, solidity: float
) -> None:
    """Nothing is seen through it, so the ground is not painted there."""
    del qapp
    layout = laid_out(sidecar_lesson, (float(SIZE[0]), float(SIZE[1])))
    state = replace(Timeline(sidecar_lesson).rest(4).actor("pod"), solidity=solidity)
    place, brush = layout.places["pod"], Brush(LIGHT, layout.em, Effects())
    image = QImage(*SIZE, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        soften(painter)
        draw_frame(painter, brush, place, state, layout.level)

    hidden = qrect(hidden_by(place, layout.em)).toAlignedRect()

    assert hidden.width() > 0.9 * place.body.width
    for x in range(hidden.left(), hidden.right() + 1):
        for y in (hidden.top(), hidden.center().y(), hidden.bottom()):
            assert image.pixelColor(x, y).alpha() == 255
    for y in range(hidden.top(), hidden.bottom() + 1):
        for x in (hidden.left(), hidden.right()):
            assert image.pixelColor(x, y).alpha() == 255


@pytest.mark.parametrize(
    ("solidity", "life", "looks"),
    [
        (1.0, 1.0, [(1.0, 1.0, 1.0)]),
        (0.0, 1.0, [(0.0, 1.0, 1.0)]),
        (0.25, 1.0, [(0.0, 1.0, 1.0), (0.5, 1.0, 0.5)]),
        (0.5, 1.0, [(0.5, 1.0, 1.0)]),
        (0.75, 0.3, [(0.5, 0.3, 1.0), (1.0, 0.3, 0.5)]),
        (1.0, 0.65, [(1.0, 0.3, 1.0), (1.0, 1.0, 0.5)]),
        (0.3, 0.6, [(0.3125, 0.625, 1.0)]),
        (0.003, 1.0, [(0.0, 1.0, 1.0)]),
        (1.0, 0.998, [(1.0, 1.0, 1.0)]),
        (0.01, 1.0, [(0.0, 1.0, 1.0), (0.5, 1.0, 0.02)]),
    ],
)
def test_a_body_on_its_way_is_two_looks(
    sidecar_lesson: Lesson,
    solidity: float,
    life: float,
    looks: list[tuple[float, float, float]],
) -> None:
    """The one behind is whole, the one before it as far there as the body is."""
    state = Timeline(sidecar_lesson).rest(4).actor("main")

    found = blended(replace(state, solidity=solidity, life=life))

    got = [(look.solidity, look.life, opacity) for look, opacity in found]
    assert got == [pytest.approx(look) for look in looks]


@pytest.mark.parametrize("position", [5.6, 5.7, 5.8, 5.9])
def test_columns_that_stop_look_as_if_they_were_drawn(
    qapp: QApplication, sidecar_lesson: Lesson, position: float
) -> None:
    """Between two kept looks, colours are as if the column were drawn anew."""
    del qapp
    layout = laid_out(sidecar_lesson, (1200.0, 700.0))
    stage = Timeline(sidecar_lesson).stage_at(position)
    brush = Brush(LIGHT, layout.em, Effects())
    kept = Kept(brush, layout)
    for key in ("main", "sidecar", "logs"):
        part = Part(frozenset({key}))
        pictures = []
        for caches in (kept, None):
            image = QImage(1200, 700, QImage.Format.Format_RGB32)
            image.fill(LIGHT.inside)
            with QPainter(image) as painter:
                paint_part(painter, brush, layout, stage, part, caches)
            box = qrect(layout.places[key].body).toAlignedRect()
            pictures.append(image.copy(box).scaled(24, 24, *SMOOTHLY))
        assert differing(pictures[0], pictures[1], most=10) == 0
