"""What is on a worksheet, before it is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.paper.blank_stage import blank_lesson, blank_stage
from sidecar_viz.export.paper.worksheet import (
    LINES,
    Blanks,
    Frame,
    Part,
    Ticks,
    Words,
    first_predicted,
    worksheet,
)
from sidecar_viz.files.reading.lesson_file import load_lesson

ROOT = Path(__file__).parents[3]


def parts(lesson: Lesson, *, teacher: bool) -> list[Part]:
    """Lay out a worksheet."""
    return list(worksheet(course_of(lesson), teacher=teacher))


def test_cells_to_be_predicted_are_blank(sidecar_lesson: Lesson) -> None:
    """What speaks of somebody on the stage, and how all stand after the start."""
    table, tracker = (
        part
        for part in parts(sidecar_lesson, teacher=False)
        if isinstance(part, Blanks)
    )

    assert table.rows[3] == ("4", "Sidecar reads logs", None, None, None)
    assert tracker.rows[0][:2] == ("Main Container", "Stopped")
    assert {cell for row in tracker.rows for cell in row[2:]} == {None}


def test_the_teachers_sheet_is_the_same_with_answers(sidecar_lesson: Lesson) -> None:
    """Part by part, in the same order; nothing to write on, nothing blank."""
    pupils = [*parts(sidecar_lesson, teacher=False)]
    teacher = [*parts(sidecar_lesson, teacher=True)]
    named = Words("Name ______________________________     Date ________________")

    pupils.remove(named)
    assert [type(part) for part in teacher] == [type(part) for part in pupils]
    for part in teacher:
        assert getattr(part, "lines", 0) == 0
        if isinstance(part, Blanks):
            assert not [row for row in part.rows if None in row]


def test_frames_are_of_the_last_step_that_a_moment_names(
    sidecar_lesson: Lesson,
) -> None:
    """Pupils draw on an empty stage; who names no step gets lines alone."""
    pupils, teacher = (
        [p for p in parts(sidecar_lesson, teacher=who) if isinstance(p, Frame)]
        for who in (False, True)
    )

    assert [(p.step, p.label, p.lines) for p in pupils] == [
        (None, "After step 6", LINES),
        (None, "After step 4", LINES),
    ]
    assert [(p.step, p.label, p.lines) for p in teacher] == [
        (6, "After step 6", 0),
        (4, "After step 4", 0),
    ]


def test_boxes_are_ticked_for_the_teacher(sidecar_lesson: Lesson) -> None:
    """With the reasons; an order is told by numbers."""
    asked = sidecar_lesson.quiz[0]
    ordered = replace(
        asked,
        options=tuple(
            replace(option, right=False, order=order)
            for option, order in zip(asked.options, (2, 1, None, 3), strict=True)
        ),
    )
    lesson = replace(sidecar_lesson, quiz=(asked, ordered))
    pupils, teacher = (
        [p for p in parts(lesson, teacher=who) if isinstance(p, Ticks)]
        for who in (False, True)
    )

    assert [(p.ticked, p.whys) for p in pupils] == [(("",) * 4, ())] * 2
    assert [p.ticked for p in teacher] == [("✓", "", "", ""), ("2", "1", "", "3")]
    assert teacher[0].whys == tuple(option.why for option in asked.options)


def test_columns_before_those_about_somebody_are_given(
    sidecar_lesson: Lesson, lesson: Lesson
) -> None:
    """Where no column is about anybody, the first two name the step."""
    table = sidecar_lesson.table
    assert table is not None
    silent = replace(
        table, columns=tuple(replace(column, about=()) for column in table.columns)
    )

    assert first_predicted(sidecar_lesson) == 2
    assert first_predicted(replace(sidecar_lesson, table=silent)) == 2
    two = replace(silent, columns=silent.columns[:2])
    assert first_predicted(replace(sidecar_lesson, table=two)) == 1
    assert first_predicted(replace(lesson, table=None)) == 0


def test_a_small_lesson_has_a_small_sheet(lesson: Lesson) -> None:
    """Its title, the line for the name, and what to take home."""
    bare = replace(lesson, table=None)

    assert all(isinstance(part, Words) for part in parts(bare, teacher=False))
    assert len(parts(bare, teacher=False)) == 3
    assert len(parts(bare, teacher=True)) == 1


def test_nothing_of_any_step_is_on_the_blank_stage(sidecar_lesson: Lesson) -> None:
    """Neither states nor counts nor lines; the lesson is laid out without steps."""
    stage = blank_stage(Timeline(sidecar_lesson))

    assert {state.word for state in stage.actors} == {""}
    assert {state.count for state in stage.actors} == {None}
    assert {state.holds for state in stage.actors} == {()}
    assert {link.word for link in stage.links} == {"off"}
    assert stage.scene is None
    assert (stage.flows, stage.chips) == ((), ())
    first = replace(sidecar_lesson, steps=sidecar_lesson.steps[:1])
    assert blank_stage(Timeline(first)) == stage
    assert blank_lesson(sidecar_lesson).steps == ()


@pytest.mark.parametrize(
    ("name", "how", "ordered"),
    [
        ("init-containers", "Put 3 in their order.", True),
        ("job", "Choose all that are right.", False),
    ],
)
def test_a_question_says_how_it_is_answered(
    name: str, how: str, *, ordered: bool
) -> None:
    """Pupils have places for numbers where an order is asked for, else boxes."""
    lesson = load_lesson(ROOT / "lessons" / name / "lesson.yaml")
    sheet = parts(lesson, teacher=False)
    asked = [part for part in sheet if isinstance(part, Ticks) and part.how == how]

    assert [part.ordered for part in asked] == [ordered]
    assert set(asked[0].ticked) == {""}
