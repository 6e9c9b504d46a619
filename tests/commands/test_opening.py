"""What was asked for is found, or it is said what there is instead."""

from __future__ import annotations

import pytest

from sidecar_viz.commands.failure import UsageError
from sidecar_viz.commands.opening import step_in, what_if_of
from sidecar_viz.core.lesson import Lesson


def test_a_lesson_has_its_steps_and_no_more(lesson: Lesson) -> None:
    """The last one is there; beyond it is a mistake that names the last."""
    assert [step_in(lesson, step) for step in (None, 0, 1.5, 2)] == [None, 0, 1.5, 2]

    with pytest.raises(UsageError, match=r"no step 2\.5; the lesson has steps 0 to 2"):
        step_in(lesson, 2.5)


def test_a_what_if_is_found_by_its_id(sidecar_lesson: Lesson, lesson: Lesson) -> None:
    """Nothing asked for is nothing; a slip is pointed out."""
    first = sidecar_lesson.what_ifs[0]
    assert what_if_of(sidecar_lesson, first.id) is first
    assert what_if_of(sidecar_lesson, None) is None

    with pytest.raises(UsageError, match=f"did you mean {first.id}"):
        what_if_of(sidecar_lesson, f"{first.id}s")
    with pytest.raises(UsageError, match="the lesson has: none"):
        what_if_of(lesson, "any")
