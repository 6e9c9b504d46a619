"""What a lesson says, gathered for all that write it down."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain
from sidecar_viz.export.contents.contents import Contents, contents


def gathered(lesson: Lesson, *, notes: bool = False) -> Contents:
    """Gather what a lesson says."""
    return contents(course_of(lesson), notes=notes)


def test_what_is_said_is_the_lessons(sidecar_lesson: Lesson) -> None:
    """With its light markup; what is read aloud or describes a picture has none."""
    lesson = sidecar_lesson
    found = gathered(lesson)

    assert found.title == lesson.title
    assert found.about == "Kubernetes · devops · 10 min"
    assert found.summary == lesson.flow.caption
    assert [step.caption for step in found.steps[1:]] == [
        step.caption for step in lesson.steps
    ]
    assert [step.describe for step in found.steps[1:]] == [
        plain(step.describe) for step in lesson.steps
    ]
    assert found.by == "the sidecar_viz authors · MIT"


@pytest.mark.parametrize("notes", [False, True])
def test_notes_are_nowhere_unless_they_are_asked_for(
    sidecar_lesson: Lesson,
    notes: bool,
) -> None:
    """Neither in steps nor in what-ifs: whoever writes cannot forget to leave them."""
    found = gathered(sidecar_lesson, notes=notes)
    steps = [*found.steps, *(step for other in found.what_ifs for step in other.steps)]

    assert any(step.notes for step in steps) == notes
    assert (sidecar_lesson.steps[0].notes in repr(found)) == notes


def test_a_what_if_has_the_steps_that_come_out_otherwise(
    sidecar_lesson: Lesson,
) -> None:
    """The first of them is the one to show."""
    found = {one.id: one for one in gathered(sidecar_lesson).what_ifs}

    assert [step.number for step in found["network-down"].steps] == [5, 6]
    assert found["network-down"].shown == 5
    assert found["network-down"].steps[0].struck
    assert found["volume-not-mounted"].shown == 2


def test_a_what_if_alone_asks_nothing(sidecar_lesson: Lesson) -> None:
    """Questions are about the lesson's own course."""
    what_if = sidecar_lesson.what_ifs[0]
    found = contents(course_of(sidecar_lesson, what_if), notes=False)

    assert found.title == f"{sidecar_lesson.title}: {what_if.title}"
    assert found.summary == what_if.summary
    assert (found.quiz, found.key_moments, found.what_ifs) == ((), (), ())
    assert (found.remains, found.snapshot) == (None, ())
    assert found.table is not None
    assert found.table.rows[1][3] == "No shared volume"


def test_right_options_come_in_their_order(sidecar_lesson: Lesson) -> None:
    """Without one, as they stand."""
    asked = sidecar_lesson.quiz[0]
    options = tuple(
        replace(option, right=False, order=order)
        for option, order in zip(asked.options, (2, 1, None, 3), strict=True)
    )
    lesson = replace(sidecar_lesson, quiz=(asked, replace(asked, options=options)))

    plain_one, ordered = gathered(lesson).quiz
    assert [one.letter for one in plain_one.rights] == ["A"]
    assert [one.letter for one in ordered.rights] == ["B", "A", "D"]


def test_a_small_lesson_has_what_it_has(lesson: Lesson) -> None:
    """What is not in the lesson is None, or nothing."""
    bare = replace(lesson, table=None, tracker=None)
    found = gathered(bare)

    assert (found.table, found.tracker, found.remains) == (None, None, None)
    assert (found.about, found.by, found.exit_note) == ("", "", "")
    assert (found.key_moments, found.quiz, found.what_ifs) == ((), (), ())


def test_the_ending_has_its_numbers(sidecar_lesson: Lesson) -> None:
    """As they come out, under the name of their side."""
    remains = gathered(sidecar_lesson).remains

    assert remains is not None
    assert remains.numbers == (
        ("Without a sidecar", ("12 written", "0 left")),
        ("With a sidecar", ("12 written", "9 read", "6 safe at the receiver")),
    )
