"""What belongs together, as values."""

from __future__ import annotations

import pytest

from sidecar_viz.core.beside.belonging import (
    Marks,
    actors_of_box,
    actors_of_cell,
    actors_of_tracker_row,
    lit_boxes,
    marks_of,
    step_lines,
    steps_of_box,
)
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.lesson import Lesson


@pytest.fixture
def course(sidecar_lesson: Lesson) -> Course:
    """Play the sidecar lesson through."""
    return course_of(sidecar_lesson)


def test_nobody_marks_nothing(course: Course) -> None:
    """Without an actor there is nothing to light."""
    assert marks_of(course, "") == Marks()


def test_an_actor_lights_its_cells_its_row_and_its_lines(course: Course) -> None:
    """The sidecar: Container State where it changes, its row, its block."""
    marks = marks_of(course, "sidecar")

    assert ("row-3", "container-state") in marks.cells
    assert ("row-1", "container-state") not in marks.cells
    assert all(column == "container-state" for _, column in marks.cells)
    assert len(marks.tracker) == 1
    assert ("manifest", 12) in marks.lines
    assert ("manifest", 11) not in marks.lines


def test_who_is_said_to_stay_as_it_is_is_spoken_of(course: Course) -> None:
    """Row 3 says of the volume what row 2 says: both belong to it."""
    lit = {row for row, _ in marks_of(course, "logs").cells}

    assert lit == {"row-2", "row-3", "row-4", "row-6"}


def test_who_carries_a_link_lights_its_row(course: Course) -> None:
    """The tracker's row of the connection belongs to the network."""
    lit = marks_of(course, "network").tracker
    tracker = course.lesson.tracker

    assert tracker is not None
    assert [row.label for row in tracker.rows if row.id in lit] == [
        "Network Connection"
    ]


def test_a_cell_speaks_of_its_columns_actors(course: Course) -> None:
    """Of those the step is about, only who the column is about."""
    found = actors_of_cell(course, 3, "container-state")

    assert "sidecar" in found
    assert found <= {"main", "sidecar"}


def test_the_boxes_of_each_step(course: Course) -> None:
    """Boxes lit at each step, as the lesson says."""
    nodes = [node.id for node in course.lesson.flow.nodes]
    lit = [
        [nodes.index(box) + 1 for box in nodes if box in lit_boxes(course, step)[0]]
        for step in range(7)
    ]

    assert lit == [[], [1], [2], [3], [4, 5], [5, 6], [7]]


def test_the_boxes_that_were_lit_before(course: Course) -> None:
    """Those of every earlier step, the last one's too, but none that is lit now."""
    nodes = [node.id for node in course.lesson.flow.nodes]
    before = [
        [nodes.index(box) + 1 for box in nodes if box in lit_boxes(course, step)[1]]
        for step in range(7)
    ]

    assert before == [
        [],
        [],
        [1],
        [1, 2],
        [1, 2, 3],
        [1, 2, 3, 4],
        [1, 2, 3, 4, 5, 6],
    ]


def test_a_box_leads_to_the_first_step_that_lights_it(course: Course) -> None:
    """Box five is lit at steps four and five."""
    box = course.lesson.flow.nodes[4].id

    assert steps_of_box(course, box) == (4, 5)
    assert "logs" in actors_of_box(course, box)


def test_every_tracker_row_speaks_of_somebody(course: Course) -> None:
    """No row lights nothing."""
    tracker = course.lesson.tracker

    assert tracker is not None
    assert all(actors_of_tracker_row(course, row.id) for row in tracker.rows)


def test_a_step_lights_lines(course: Course) -> None:
    """The third step is about the sidecar's block."""
    assert ("manifest", 12) in step_lines(course, 3)
