"""A rule, what it judges, and what it remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.lesson import Lesson, Step, WhatIfStep
from sidecar_viz.files.reading.document import Route


class Remark(NamedTuple):
    """A rule's message about the part of a lesson at *route*."""

    route: Route
    text: str


class Checked(NamedTuple):
    """A lesson with its course, and with its what-ifs' courses in their order."""

    lesson: Lesson
    course: Course
    what_ifs: tuple[Course, ...]


class Rule(NamedTuple):
    """A stable code, what the rule asks for, and the function that checks it."""

    code: str
    asks: str
    remarks: Callable[[Checked], Iterator[Remark]]


def checked(lesson: Lesson) -> Checked:
    """Fold the lesson once for all rules."""
    usual = course_of(lesson)
    courses = tuple(course_of(lesson, what_if, usual) for what_if in lesson.what_ifs)
    return Checked(lesson, usual, courses)


def every_part(lesson: Lesson) -> list[Step | WhatIfStep]:
    """List the steps, and what the what-ifs make of them."""
    parts: list[Step | WhatIfStep] = [*lesson.steps]
    parts += [part for what_if in lesson.what_ifs for part in what_if.steps]
    return parts
