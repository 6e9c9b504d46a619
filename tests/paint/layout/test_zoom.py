"""A zoomed layout is another layout: everything larger, nothing else."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.layout.zoom import NEAREST, WHOLE, View, scaled, seen, view_of

SIZE = (1000.0, 800.0)
TWO_PODS = Path(__file__).parents[2] / "stages" / "two-pods.yaml"


def test_the_whole_view_is_the_very_layout(lesson: Lesson) -> None:
    """Nothing is computed where nothing is zoomed."""
    layout = laid_out(lesson, SIZE)

    assert seen(layout, WHOLE) is layout


def test_an_actor_zoomed_to_fills_the_view(lesson: Lesson) -> None:
    """It is inside the view, near its middle, and larger."""
    layout = laid_out(lesson, SIZE)
    view = view_of(layout, "app")
    near = seen(layout, view)
    box = near.places["app"].box

    assert view.factor > 1.0
    assert near.em == pytest.approx(layout.em * view.factor)
    assert box.x >= 0
    assert box.right <= SIZE[0]
    assert box.y >= 0
    assert box.bottom <= SIZE[1]


def test_a_view_never_leaves_the_stage() -> None:
    """At an edge it is moved, too near it is kept to the nearest."""
    assert View(2.0, 0.0, 1.0).clamped() == View(2.0, 0.25, 0.75)
    assert View(99.0, 0.5, 0.5).clamped().factor == NEAREST


def test_places_lead_there_and_back() -> None:
    """What is pointed at in the view is the same place on the stage."""
    view = View(2.0, 0.3, 0.6)

    assert view.to_view(*view.to_stage(0.2, 0.9)) == pytest.approx((0.2, 0.9))


def test_the_way_to_a_nearer_view_stays_inside_the_wider_one() -> None:
    """It begins and ends where it should, and comes nearer all the time."""
    near = View(4.0, 0.8, 0.2).clamped()
    way = [WHOLE.toward(near, part / 10) for part in range(11)]

    assert way[0] == WHOLE
    assert way[-1] == near
    assert [view.factor for view in way] == sorted({view.factor for view in way})
    for wider, view in pairwise(way):
        part = view.within(wider)
        assert part.x >= 0.0
        assert part.y >= -1e-9
        assert part.right <= 1.0 + 1e-9
        assert part.bottom <= 1.0


def test_where_a_view_lies_in_a_wider_one() -> None:
    """Twice as near, in the lower right corner: the last quarter of it."""
    part = View(4.0, 0.625, 0.625).within(View(2.0, 0.5, 0.5))

    assert (part.x, part.y, part.width, part.height) == (0.5, 0.5, 0.5, 0.5)


def test_a_smaller_copy_has_the_same_shape(lesson: Lesson) -> None:
    """What the teacher sees stands where the audience sees it, only smaller."""
    layout = laid_out(lesson, SIZE)
    small = scaled(layout, (500.0, 400.0))

    box, little = layout.places["disk"].box, small.places["disk"].box
    assert (little.x, little.width) == pytest.approx((box.x / 2, box.width / 2))
    assert small.level is layout.level
    assert small.ways["mount"].curve.length == pytest.approx(
        layout.ways["mount"].curve.length / 2
    )


def test_the_words_of_links_go_with_them() -> None:
    """In a copy of half the size they stand in the same places, half as large."""
    layout = laid_out(load_lesson(TWO_PODS), SIZE)
    small = scaled(layout, (500.0, 400.0))
    labels = {key: way.label for key, way in layout.ways.items() if way.label}

    assert labels
    for key, label in labels.items():
        little = small.ways[key].label
        assert little is not None
        half = (label.x / 2, label.y / 2, label.width / 2, label.height / 2)
        assert (little.x, little.y, little.width, little.height) == half
    assert [way.label is None for way in small.ways.values()] == [
        way.label is None for way in layout.ways.values()
    ]
