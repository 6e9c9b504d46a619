"""What may become of an actor, and what does."""

from __future__ import annotations

import pytest

from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.learning.effects import MOST, Effect, effects
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.places import Found, bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson

BUNDLED = bundled_lessons()


@pytest.fixture
def course(sidecar_lesson: Lesson) -> Course:
    """Play the first lesson through."""
    return course_of(sidecar_lesson)


def test_a_state_that_changes_is_right(course: Course) -> None:
    """The others are states that it has elsewhere, in the order of the lesson."""
    found = effects(course, 1, "pod")

    assert found.choices == (
        Effect("state", "Initializing"),
        Effect("state", "Running"),
        Effect("state", "Stopped"),
        Effect("same"),
    )
    assert found.right == 0


def test_a_count_that_goes_up_is_right(course: Course) -> None:
    """Where the state stays, the count says what becomes of it."""
    found = effects(course, 4, "sidecar")

    assert found.choices[found.right] == Effect("more", "log lines read")
    assert Effect("fewer", "log lines read") not in found.choices


def test_who_is_not_touched_stays_as_it_is(course: Course) -> None:
    """That is always among the choices, and always the last one."""
    found = effects(course, 4, "receiver")

    assert found.choices[-1] == Effect("same")
    assert found.right == len(found.choices) - 1


def test_what_happens_besides_is_no_wrong_answer(course: Course) -> None:
    """The receiver's state and its count change: only one of both can be chosen."""
    found = effects(course, 5, "receiver")

    assert found.choices[found.right] == Effect("state", "Receiving")
    assert Effect("more", "log lines received") not in found.choices


def test_of_nobody_there_is_nothing_to_say(course: Course) -> None:
    """An unknown actor is a mistake of the caller."""
    with pytest.raises(KeyError):
        effects(course, 1, "nobody")


@pytest.mark.parametrize("lesson", BUNDLED, ids=[found.name for found in BUNDLED])
def test_of_every_actor_at_every_step_something_can_be_asked(lesson: Found) -> None:
    """Four choices at most, each only once, and the right one among them."""
    course = course_of(load_lesson(lesson.path))
    for number in range(1, course.end + 1):
        for actor in course.lesson.actors:
            found = effects(course, number, actor.id)
            assert len(set(found.choices)) == len(found.choices) <= MOST
            assert 0 <= found.right < len(found.choices)
            assert found.choices[-1] == Effect("same")
