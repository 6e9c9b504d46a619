"""Columns that follow something are computed, and rows may be about several steps."""

from __future__ import annotations

from sidecar_viz.core.beside.belonging import actors_of_cell, marks_of
from sidecar_viz.core.beside.tables import table_rows, tracker_lines
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.files.reading.lesson_file import read_lesson

TEXT = """
format: 2
id: made
title: Made
actors:
  - {id: a, name: A, state: Idle, count: 1, values: {size: 1}}
  - {id: b, name: B, state: Up, present: false}
links: [{id: ab, from: a, to: b, words: {on: Open, off: Shut}}]
table:
  absent: Not there
  plain: [No change]
  columns:
    - {id: step, label: Step}
    - {id: a, label: A, actor: a}
    - {id: size, label: Size, value: a.size}
    - {id: many, label: Many, counts: a}
    - {id: way, label: Way, link: ab}
    - {id: b, label: B, actor: b}
  rows:
    - {id: r0, step: start, cells: ["0"]}
    - {id: r1, step: one, to: two, cells: [1 and 2]}
    - {id: r3, step: three, cells: ["3", No change, "", "", ""]}
    - {id: else, kind: case, cells: [Else]}
steps:
  - {id: one, title: One, actors: [{id: a, state: Active, count: +1}]}
  - {id: two, title: Two, actors: [{id: a, values: {size: +1}}]}
  - id: three
    title: Three
    actors: [{id: b, present: true}]
    links: [{id: ab, state: "on"}]
tracker:
  absent: "-"
  columns: [{id: s, label: S}, {id: t, label: T, after: three}]
  rows: [{id: b, label: B, actor: b}]
what-ifs:
  - id: held
    title: Held
    holds: [{actor: a, state: Stuck, tone: warning}]
    steps: [{step: two, cells: [{column: many, text: Still 1}]}]
"""


def played(what_if: int | None = None) -> Course:
    """Play the lesson, if wanted with its what-if."""
    lesson = read_lesson(TEXT.encode(), "made.yaml")
    return course_of(lesson, None if what_if is None else lesson.what_ifs[what_if])


def texts(course: Course) -> list[list[str]]:
    """The texts of all cells, row by row."""
    return [[cell.text for cell in row.cells] for row in table_rows(course)]


def test_blank_cells_say_how_things_stand_after_their_step() -> None:
    """Of several steps after the last; a row of none repeats what is above."""
    assert texts(played()) == [
        ["0", "Idle", "1", "1", "Shut", "Not there"],
        ["1 and 2", "Active", "2", "2", "Shut", "Not there"],
        ["3", "No change", "2", "2", "Open", "Up"],
        ["Else", "No change", "2", "2", "Open", "Up"],
    ]


def test_in_a_what_if_they_say_how_it_comes_out() -> None:
    """What is otherwise is a fault; the what-if's own words come first."""
    rows = table_rows(played(0))

    assert [cell.text for cell in rows[1].cells] == [
        "1 and 2",
        "Stuck",
        "1",
        "Still 1",
        "Shut",
        "Not there",
    ]
    assert [cell.fault for cell in rows[1].cells] == [0, 1, 1, 1, 0, 0]
    assert [cell.fault for cell in rows[2].cells] == [0, 1, 1, 1, 0, 0]


def test_a_row_knows_all_its_steps() -> None:
    """None for a case, the start for the first."""
    assert [list(row.steps) for row in table_rows(played())] == [[0], [1, 2], [3], []]


def test_a_followed_column_is_about_what_it_follows() -> None:
    """Its cells light up with the actor, in every row about a step that changes it."""
    course = played()

    assert actors_of_cell(course, 1, "size") == {"a"}
    marked = marks_of(course, "a").cells
    assert {("r1", "a"), ("r1", "size"), ("r1", "many")} == marked


def test_the_tracker_says_who_is_not_there() -> None:
    """With the word for it, until it comes."""
    (line,) = tracker_lines(played())

    assert [cell.text for cell in line.cells] == ["-", "Up"]
