"""When cells fill: not before what they say has come true on the stage."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.core.beside.filling import FLIES, LAST, Fillings
from sidecar_viz.core.beside.tables import table_rows
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.places import Found, bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson

BUNDLED = bundled_lessons()


@pytest.fixture
def fillings(sidecar_lesson: Lesson) -> Fillings:
    """Know it for the first lesson."""
    return Fillings(course_of(sidecar_lesson))


def test_a_cell_fills_when_those_it_is_about_have_changed(fillings: Fillings) -> None:
    """The network is active when its link is open, and then a first line arrives."""
    found = {fill.key: (round(fill.at, 2), fill.actor) for fill in fillings.cells(5)}

    assert found["step"] == found["action"] == (0.0, "")
    assert found["container-state"] == (0.0, "")  # it says the same as before
    assert found["shared-resource"] == (0.5, "network")
    assert found["result"] == (0.64, "receiver")


def test_what_comes_of_a_step_fills_last(fillings: Fillings) -> None:
    """The app is ready to serve when main runs, and the volume is mounted."""
    cells = fillings.cells(2)

    assert cells[-1].key == "result"
    assert cells[-1].at == max(fill.at for fill in cells)
    assert {fill.key: fill.at for fill in fillings.cells(4)}["result"] == LAST


def test_at_rest_and_on_the_way_back_all_has_filled(fillings: Fillings) -> None:
    """Only a step that is being shown has something to come."""
    assert fillings.at(5.0, 5) is None
    assert fillings.at(4.5, 4) is None
    assert fillings.at(0.0, 0) is None
    assert fillings.cells(0) == fillings.cells(99) == ()


def test_while_a_step_is_shown_its_cells_fill_one_after_the_other(
    fillings: Fillings,
) -> None:
    """Table and tracker alike; what has filled stays."""
    ways = [fillings.at(4.0 + part, 5) for part in (0.0, 0.49, 0.55, 0.7)]
    cells = [sorted(way.cells) for way in ways if way is not None]
    rows = [len(way.rows) for way in ways if way is not None]
    start = ["action", "container-state", "step"]

    assert cells[0] == cells[1] == start
    assert cells[2] == sorted([*start, "shared-resource"])
    assert cells[3] == sorted([*start, "shared-resource", "result"])
    assert rows[0] == rows[1] < rows[2] <= rows[3]


def test_it_flies_to_the_cell_and_arrives_as_that_fills(fillings: Fillings) -> None:
    """0.35 seconds from the actor; with nobody to come from, nothing flies."""
    lasts = FLIES / fillings.course.lesson.steps[4].seconds
    (begins,) = fillings.under_way(4.5 - lasts * 0.99, 5)
    (ends,) = fillings.under_way(4.5 - lasts * 0.01, 5)

    assert (begins.column, begins.actor) == ("shared-resource", "network")
    assert begins.along < 0.01
    assert ends.along > 0.99
    assert fillings.under_way(4.51, 5) == ()
    assert fillings.under_way(4.5, 4) == fillings.under_way(5.0, 5) == ()


@pytest.mark.parametrize("found", BUNDLED, ids=[found.name for found in BUNDLED])
def test_no_cell_fills_before_its_actor_has_changed(found: Found) -> None:
    """In every lesson, at every step: what a cell says is seen on the stage."""
    lesson = load_lesson(found.path)
    course, timeline = course_of(lesson), Timeline(lesson)
    fillings = Fillings(course)
    known = {row.step for row in table_rows(course) if row.step}
    for step in known:
        for fill in fillings.cells(step):
            assert 0.0 <= fill.at <= 1.0
            actors = {actor.id for actor in lesson.actors}
            if not fill.at or fill.actor not in actors:
                continue
            before = timeline.rest(step - 1).actor(fill.actor)
            now = timeline.stage_at(min(step, step - 1 + fill.at + 0.001)).actor(
                fill.actor
            )
            assert replace(before, focus=now.focus) != now, (step, fill)


def test_a_cell_waits_for_the_last_of_several_changes() -> None:
    """check-db starts, is refused and ends: its cell says how it ends."""
    (found,) = (found for found in BUNDLED if found.name == "init-containers")
    course = course_of(load_lesson(found.path))
    (check,) = (f for f in Fillings(course).cells(2) if f.key == "check")
    moves = course.outcomes[2].actor_moves["check"]

    assert len(moves) > 1
    assert check.at == max(move.end for move in moves) > moves[0].end
