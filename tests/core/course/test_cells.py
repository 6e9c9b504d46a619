"""Cells on a card: set anew, added, taken from both ends, marked."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.core.actor_state import CellsState, actor_state
from sidecar_viz.core.beside.tables import tracker_lines
from sidecar_viz.core.beside.told import standing
from sidecar_viz.core.course.changing import new_cells
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.course.reachable import cell_texts
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

TEXT = """
format: 2
id: made
title: Made
actors:
  - {id: a, name: A, cells: {items: [5, 3, 8]}}
  - {id: b, name: B, cells: {form: stack, slots: 4}}
links: [{id: ab, from: a, to: b, state: "on"}]
steps:
  - {id: look, title: Look, actors: [{id: a, marks: [1, 2]}]}
  - {id: swap, title: Swap, actors: [{id: a, cells: [3, 5, 8]}]}
  - id: move
    title: Move
    actors: [{id: a, marks: []}]
    sends: [{from: a, to: b, sender: {shift: 1}, receiver: {push: [3]}}]
  - {id: more, title: More, actors: [{id: b, push: [x, y]}, {id: a, pop: 1, push: [9]}]}
  - {id: less, title: Less, actors: [{id: b, pop: 2}, {id: a, pop: 9}]}
tracker:
  columns: [{id: s, label: S}, {id: e, label: E, after: more}]
  rows: [{id: r, label: A, value: a.cells}]
what-ifs:
  - {id: shut, title: Shut, holds: [{link: ab, state: "off"}]}
"""


def played(what_if: int | None = None) -> Course:
    """Play the lesson, if wanted with its what-if."""
    lesson = read_lesson(TEXT.encode(), "made.yaml")
    return course_of(lesson, None if what_if is None else lesson.what_ifs[what_if])


def cells(course: Course, actor: str) -> list[CellsState]:
    """The cells of an actor at the start and after each step."""
    states = [outcome.actors[actor].cells for outcome in course.outcomes]
    assert None not in states
    return [state for state in states if state is not None]


def test_cells_are_set_added_and_taken_from_both_ends() -> None:
    """More than there are cannot be taken."""
    assert [state.texts for state in cells(played(), "a")] == [
        ("5", "3", "8"),
        ("5", "3", "8"),
        ("3", "5", "8"),
        ("5", "8"),
        ("5", "9"),
        (),
    ]
    assert [state.texts for state in cells(played(), "b")][3:] == [
        ("3",),
        ("3", "x", "y"),
        ("3",),
    ]


def test_marks_stay_until_others_are_set() -> None:
    """And what is new is known; who only comes nearer to the front has stayed."""
    found = cells(played(), "a")

    assert [state.marks for state in found] == [(), (1, 2), (1, 2), (), (), ()]
    assert [state.fresh for state in found] == [(), (), (1, 2), (), (2,), ()]
    assert [outcome.changed for outcome in played().outcomes[1:4]] == [
        ("a",),
        ("a",),
        ("a", "b"),
    ]


def test_what_is_sent_arrives_before_it_is_in_its_cell() -> None:
    """On the way the sender has it no more, and the receiver not yet."""
    timeline = Timeline(played().lesson)
    (flight,) = timeline.course.outcomes[3].flights

    stage = timeline.stage_at(2.0 + (flight.start + flight.end) / 2)

    assert [state.cells.texts for state in stage.actors if state.cells] == [
        ("5", "8"),
        (),
    ]


def test_what_cannot_travel_stays_in_its_cell() -> None:
    """Its way is shut in the what-if."""
    course = played(0)

    assert cells(course, "a")[3].texts == ("3", "5", "8")
    assert cells(course, "b")[3].texts == ()


def test_on_the_way_the_former_texts_are_known() -> None:
    """At rest there is just what stands there now."""
    timeline = Timeline(played().lesson)

    half, rest = (timeline.stage_at(at).actor("a") for at in (1.5, 2.0))

    assert half.cells is not None
    assert rest.cells is not None
    assert (half.cells.were, half.turned) == (("5", "3", "8"), 0.5)
    assert (rest.cells.were, rest.turned) == (None, 1.0)


def test_they_are_told_and_followed() -> None:
    """All of them, in their order."""
    course = played()
    (line,) = tracker_lines(course)

    assert standing(course, course.outcomes[4]) == "A: 5, 9. B: 3, x, y."
    assert [cell.text for cell in line.cells] == ["5, 3, 8", "5, 9"]
    every = [(), ("3",), ("3", "x", "y"), ("x", "y")]
    assert cell_texts(course.lesson)["b"] == every


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("name: B, cells: {form: stack, slots: 4}", "name: B", "unknown-id: b has no"),
        ("name: B,", "name: B, parent: a,", "unclear: others stand in 'a'"),
        ("a.cells", "a.cell", "unknown-id: a has no value 'cell'"),
    ],
)
def test_mistakes_with_cells_are_told(was: str, now: str, said: str) -> None:
    """Changes of cells that are not there, cells on frames, unknown values."""
    with pytest.raises(LessonError) as refused:
        read_lesson(TEXT.replace(was, now).encode(), "made.yaml")

    assert any(said in str(problem) for problem in refused.value.problems)


@pytest.mark.parametrize(
    ("before", "after", "fresh"),
    [
        ("ba", "dba", (1,)),
        ("5381", "3581", (1, 2)),
        ("ab", "abc", (3,)),
        ("abc", "axc", (2,)),
        ("aa", "aaa", (3,)),
        ("abc", "bc", ()),
        ("", "ab", (1, 2)),
        ("ab", "ab", ()),
        ("ab", "ba", (1, 2)),
    ],
)
def test_what_stays_at_both_ends_is_not_new(
    before: str, after: str, fresh: tuple[int, ...]
) -> None:
    """Each letter is a cell."""
    old, new = (
        replace(actor_state("a", "", "active"), cells=CellsState(tuple(texts)))
        for texts in (before, after)
    )

    assert new_cells(old, new) == fresh
