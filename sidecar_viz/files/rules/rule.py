"""What a rule is given to judge, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sidecar_viz.core.course import Course, course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.document import Route


class Remark(NamedTuple):
    """What a rule has to say about the part of a lesson at *route*."""

    route: Route
    text: str


class Checked(NamedTuple):
    """A lesson with its course, and the courses of its what-ifs in their order."""

    lesson: Lesson
    course: Course
    what_ifs: tuple[Course, ...]


class Rule(NamedTuple):
    """A stable code, what the rule asks for, and the function that looks for it."""

    code: str
    asks: str
    remarks: Callable[[Checked], Iterator[Remark]]


def checked(lesson: Lesson) -> Checked:
    """The lesson, folded once for all rules."""
    courses = tuple(course_of(lesson, what_if) for what_if in lesson.what_ifs)
    return Checked(lesson, course_of(lesson), courses)
