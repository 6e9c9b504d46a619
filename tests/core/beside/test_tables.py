"""What the cells of the tables say and how they are marked."""

from __future__ import annotations

import pytest

from sidecar_viz.core.beside.tables import (
    Cell,
    computed_cell,
    table_rows,
    tracker_lines,
)
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.lesson import Lesson, NewCell, WhatIf, WhatIfStep
from sidecar_viz.files.reading.lesson_file import read_lesson

TEXT = b"""
format: 1
id: made
title: Made
actors:
  - {id: a, name: A, state: Idle, count: 1}
  - {id: b, name: B}
links: [{id: ab, from: a, to: b, words: {on: Open, off: Shut}}]
table:
  columns: [{id: step, label: Step}, {id: doing, label: Doing}, {id: end, label: End}]
  rows:
    - {id: r1, step: one, cells: ["1", One, Begun]}
    - {id: r2, step: two, cells: ["2", "", "", Too many]}
    - {id: r3, kind: case, cells: [else]}
steps:
  - {id: one, title: One, actors: [{id: a, state: Active, count: 3}]}
  - {id: two, title: Two, links: [{id: ab, state: "on"}]}
tracker:
  columns:
    - {id: at, label: At}
    - {id: t1, label: One, after: one}
    - {id: t2, label: Two, after: two}
  rows:
    - {id: a, label: A, actor: a, cells: [Idle, Busy]}
    - {id: ab, label: AB, link: ab}
    - {id: n, label: N, counts: a}
    - {id: free, label: Free, cells: [x, "", z]}
what-ifs:
  - id: not
    title: Not
    fails: [{step: one, why: No.}]
    steps: [{step: one, cells: [{column: end, text: Nothing}]}]
"""


@pytest.fixture
def made() -> Lesson:
    """Read the lesson above."""
    return read_lesson(TEXT, "made.yaml")


@pytest.fixture
def course(made: Lesson) -> Course:
    """Fold it plainly."""
    return course_of(made)


@pytest.fixture
def other(made: Lesson) -> Course:
    """Fold it with its what-if."""
    return course_of(made, made.what_ifs[0])


def test_an_empty_cell_repeats_the_one_above(course: Course) -> None:
    """Blank means unchanged; a missing cell is blank; one too many is left out."""
    assert [[cell.text for cell in row.cells] for row in table_rows(course)] == [
        ["1", "One", "Begun"],
        ["2", "One", "Begun"],
        ["else", "One", "Begun"],
    ]


def test_rows_know_their_step_and_kind(course: Course) -> None:
    """A row of no step stands for a case."""
    assert [(row.id, row.step, row.kind) for row in table_rows(course)] == [
        ("r1", 1, "step"),
        ("r2", 2, "step"),
        ("r3", None, "case"),
    ]


def test_only_what_differs_from_above_is_changed(other: Course) -> None:
    """The first row and the first column are never marked as changed."""
    assert not any(cell.changed for row in table_rows(other) for cell in row.cells)


def test_a_what_if_strikes_and_replaces(other: Course) -> None:
    """What cannot happen is struck through; another text is a fault, and lasts."""
    first, second, _ = table_rows(other)

    assert first.cells == (
        Cell("1"),
        Cell("One", struck=True),
        Cell("Nothing", fault=True, old="Begun", cannot=True),
    )
    assert second.cells[2].text == "Nothing"


def test_a_new_text_stands_for_the_lessons_own(made: Lesson) -> None:
    """Where the lesson repeats a text, that is what is struck."""
    what_if = WhatIf(
        id="w",
        title="W",
        steps=(WhatIfStep(step="two", cells=(NewCell(column="end", text="Late"),)),),
    )

    cell = table_rows(course_of(made, what_if))[1].cells[2]

    assert (cell.text, cell.old, cell.cannot) == ("Late", "Begun", False)


def test_what_is_changed_and_what_cannot_happen_are_told_apart(
    sidecar_lesson: Lesson,
) -> None:
    """A column about what the what-if holds says the change; others what follows."""
    rows = table_rows(course_of(sidecar_lesson, sidecar_lesson.what_ifs[0]))

    assert [
        (row.step, cell.text, cell.old, cell.cannot)
        for row in rows[1:4]
        for cell in row.cells
        if cell.fault
    ] == [
        (2, "No shared volume", "Shared volume mounted", False),
        (3, "No shared volume", "Shared volume mounted", False),
        (3, "Sidecar cannot help main", "Sidecar ready to enhance main", True),
        (4, "No shared volume", "Shared volume used for logs", False),
        (4, "Nothing to read", "Logs collected by sidecar", True),
    ]


def test_the_tracker_shows_what_is_written(course: Course) -> None:
    """Written cells as written, the others computed, free text as it is."""
    assert [[cell.text for cell in line.cells] for line in tracker_lines(course)] == [
        ["Idle", "Busy", "Active"],
        ["Shut", "Shut", "Open"],
        ["1", "3", "3"],
        ["x", "", "z"],
    ]


def test_tracker_cells_know_their_tone_and_change(course: Course) -> None:
    """A cell is changed when it differs from the one before it in time."""
    idle, busy, active = tracker_lines(course)[0].cells
    link = tracker_lines(course)[1].cells

    assert [idle.changed, busy.changed, active.changed] == [False, True, True]
    assert [cell.tone for cell in link] == ["idle", "idle", "active"]
    assert not any(c.fault for line in tracker_lines(course) for c in line.cells)


def test_in_a_what_if_the_tracker_is_computed(other: Course) -> None:
    """A cell is a fault when it says something else than the lesson does."""
    a, ab, n, free = tracker_lines(other)

    assert [(c.text, c.fault) for c in a.cells] == [
        ("Idle", False),
        ("Idle", True),
        ("Idle", True),
    ]
    assert [c.fault for c in ab.cells] == [False, False, False]
    assert [(c.text, c.fault) for c in n.cells] == [
        ("1", False),
        ("1", True),
        ("1", True),
    ]
    assert [c.text for c in free.cells] == ["x", "", "z"]


def test_a_cell_can_be_computed_alone(made: Lesson, course: Course) -> None:
    """What the changes lead to, whatever is written; nothing for free text."""
    assert made.tracker is not None
    a, _, _, free = made.tracker.rows

    assert computed_cell(course, a, "one") == "Active"
    assert computed_cell(course, free, "one") is None
    with pytest.raises(KeyError):
        computed_cell(course, a, "three")


def test_a_lesson_without_tables_has_none(lesson: Lesson) -> None:
    """No rows and no lines, and no error."""
    assert table_rows(course_of(lesson)) == ()
    assert tracker_lines(course_of(lesson)) == ()
