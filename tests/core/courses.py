"""Small lessons, folded: what the tests of courses begin with."""

from __future__ import annotations

from textwrap import dedent

from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import read_lesson

HEAD = """
format: 2
id: made
title: Made for a test
actors:
  - {id: a, name: A, state: Idle, count: 0}
  - {id: b, name: B, state: Idle, count: 0}
  - {id: c, name: C, present: false}
links:
  - {id: ab, from: a, to: b}
  - {id: bc, from: b, to: c, state: "on"}
"""


def made(rest: str) -> Lesson:
    """Read a lesson of three actors and two links with the given steps."""
    return read_lesson((HEAD + dedent(rest)).encode(), "made.yaml")


def played(rest: str, what_if: int | None = None) -> Course:
    """Fold such a lesson, if wanted with one of its what-ifs."""
    lesson = made(rest)
    return course_of(lesson, None if what_if is None else lesson.what_ifs[what_if])


def words(course: Course, step: int) -> dict[str, str]:
    """Each actor's word after a step."""
    return {key: state.word for key, state in course.outcomes[step].actors.items()}
