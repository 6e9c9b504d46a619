"""Rings round what differs between two runs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter, QRegion

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.draw.marked import Marked
from sidecar_viz.paint.draw.stage_painter import StagePainter
from sidecar_viz.paint.layout.layout import laid_out

pytestmark = pytest.mark.usefixtures("qapp")
SIZES = [(468, 406), (1000, 560)]
"""A stage of cards, and one of columns."""
Spots = set[tuple[int, int]]


def painter_for(lesson: Lesson, size: tuple[int, int]) -> StagePainter:
    """Prepare to paint a stage."""
    return StagePainter(laid_out(lesson, (float(size[0]), float(size[1]))), LIGHT, 1.0)


def picture(painter: StagePainter, stage: Stage, *ids: str) -> QImage:
    """Paint all of a stage on which these actors and links differ."""
    wide, high = painter.layout.size
    image = QImage(int(wide), int(high), QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as brush:
        painter.paint(brush, stage, Marked(differing=frozenset(ids)))
    return image


def ringed(painter: StagePainter, stage: Stage, *ids: str) -> Spots:
    """Return the pixels that are others because these differ."""
    plain, marked = picture(painter, stage), picture(painter, stage, *ids)
    return {
        (x, y)
        for x in range(plain.width())
        for y in range(plain.height())
        if plain.pixel(x, y) != marked.pixel(x, y)
    }


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["pod", "main", "logs", "network", "connection"])
def test_a_ring_is_where_it_will_be_painted_again(
    sidecar_lesson: Lesson, size: tuple[int, int], key: str
) -> None:
    """Actors and links alike: no dash is left behind when the difference is gone."""
    painter = painter_for(sidecar_lesson, size)
    stage = Timeline(sidecar_lesson).rest(4)

    found = ringed(painter, stage, key)

    region = painter.changed(stage, stage, [key])
    assert found
    assert region != QRegion()
    assert {at for at in found if not region.contains(QPoint(*at))} == set()


def test_the_ring_is_round_the_words_as_well(sidecar_lesson: Lesson) -> None:
    """It crosses no name that stands beside the shape."""
    painter = painter_for(sidecar_lesson, SIZES[0])
    found = ringed(painter, Timeline(sidecar_lesson).rest(4), "logs")
    place = painter.layout.places["logs"]
    words = place.box.inset(0.3 * painter.layout.em)  # its corners are rounded

    assert words.height > place.body.height
    assert found
    assert not [at for at in found if words.contains(*at)]


def test_a_link_between_ringed_actors_has_no_ring_of_its_own(
    sidecar_lesson: Lesson,
) -> None:
    """Where all differs, the rings would cross each other."""
    painter = painter_for(sidecar_lesson, SIZES[0])
    stage = Timeline(sidecar_lesson).rest(4)

    alone = ringed(painter, stage, "main-mount")
    together = ringed(painter, stage, "main-mount", "logs")

    assert alone
    assert together == ringed(painter, stage, "logs")


def test_the_ring_of_a_frame_at_the_edge_is_whole(sidecar_lesson: Lesson) -> None:
    """It is seen on all sides, however near to the edge the frame stands."""
    layout = laid_out(sidecar_lesson, (468.0, 406.0))
    pod = layout.places["pod"]
    at_edge = replace(pod, body=Rect(0.0, 0.0, 468.0, 406.0))
    places = {**layout.places, "pod": at_edge}
    painter = StagePainter(replace(layout, places=places), LIGHT, 1.0)

    found = ringed(painter, Timeline(sidecar_lesson).rest(4), "pod")

    for x, y in ((1, None), (466, None), (None, 1), (None, 404)):
        assert len([at for at in found if at[0] == x or at[1] == y]) > 100


def test_who_is_only_in_the_other_run_is_ringed_too(lesson: Lesson) -> None:
    """Here somebody is missing."""
    painter = painter_for(lesson, SIZES[0])
    stage = Timeline(lesson).rest(0)
    gone = tuple(replace(state, presence=0.0) for state in stage.actors)

    assert ringed(painter, replace(stage, actors=gone), "app")
    assert ringed(painter, replace(stage, actors=gone), "pod")


def test_ids_of_another_lesson_ring_nothing(lesson: Lesson) -> None:
    """A stage may show another lesson just now."""
    painter = painter_for(lesson, SIZES[0])

    assert ringed(painter, Timeline(lesson).rest(0), "sidecar") == set()
