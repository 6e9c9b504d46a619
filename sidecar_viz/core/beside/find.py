"""Searches the texts of a course, and knows where each of them leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from sidecar_viz.core.beside.belonging import steps_of_box
from sidecar_viz.core.beside.tables import table_rows
from sidecar_viz.core.beside.told import (
    Cannot,
    cannot_happen,
    happening,
    told,
    transcript,
)
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Lesson

Where = Literal[
    "step",
    "reality",
    "row",
    "actor",
    "moment",
    "snapshot",
    "transcript",
    "sample",
    "flow",
]
AROUND = 48  # letters kept before and after what was found
_MARKS = re.compile(r"\*\*|`")


class Passage(Struct, frozen=True):
    """A text, the part of the lesson that it is in, and the step that it leads to.

    Without a step it leads to its panel.
    """

    where: Where
    text: str
    step: int | None = None


def passages(course: Course, cannot: Cannot = cannot_happen) -> tuple[Passage, ...]:
    """List all texts in reading order, except for those of the quiz.

    A question's answer must not be found before it has been thought about.
    """
    return tuple(
        Passage(each.where, " ".join(_MARKS.sub("", each.text).split()), each.step)
        for each in _every(course, cannot)
        if each.text.strip()
    )


def matching(every: Sequence[Passage], typed: str) -> list[Passage]:
    """Return the passages that contain all the words that were typed."""
    words = typed.casefold().split()
    if not words:
        return []
    return [p for p in every if all(word in p.text.casefold() for word in words)]


def snippet(text: str, typed: str) -> str:
    """Cut out the part of the *text* around the first word that was typed."""
    words = typed.casefold().split()
    found = min((text.casefold().find(word) for word in words), default=0)
    first, last = max(0, found - AROUND), found + AROUND
    if first:
        first = text.find(" ", first) + 1
    if last < len(text):
        last = text.rfind(" ", 0, last)
    before, after = "… " * (first > 0), " …" * (last < len(text))
    return before + text[first : max(last, first + 1)] + after


def _every(course: Course, cannot: Cannot) -> Iterator[Passage]:
    for number in range(course.end + 1):
        words = told(course, number, cannot)
        yield Passage("step", f"{words.title}: {happening(words, cannot)}", number)
        yield Passage("reality", words.in_reality, number)
    ending = course.lesson.ending if course.what_if is None else None
    if ending is not None:
        yield Passage("step", f"{ending.remember} {ending.note}".rstrip(), course.end)
    for row in table_rows(course):
        if row.step is not None:
            texts = [cell.text for cell in row.cells[1:]]
            yield Passage("row", " · ".join(texts), row.step)
    yield from _others(course, cannot)


def _others(course: Course, cannot: Cannot) -> Iterator[Passage]:
    lesson = course.lesson
    numbers = {step.id: number for number, step in enumerate(lesson.steps, start=1)}
    for node in lesson.flow.nodes:
        lit = (n for n in steps_of_box(course, node.id) if n)
        yield Passage("flow", node.label, next(lit, None))
    for actor in lesson.actors:
        yield Passage("actor", f"{actor.name}: {actor.about}", _first(lesson, actor.id))
    for moment in lesson.key_moments:
        steps = (numbers[key] for key in moment.refers.steps if key in numbers)
        text = f"{moment.question} {moment.answer}"
        yield Passage("moment", text, next(steps, None))
    for point in lesson.snapshot:
        yield Passage("snapshot", point)
    for part in transcript(course, cannot):
        yield Passage("transcript", part)
    for sample in lesson.samples:
        for line in sample.text.splitlines():
            yield Passage("sample", line)


def _first(lesson: Lesson, actor: str) -> int:
    """Return the first step that does something to an actor; 0 if none does."""
    for number, step in enumerate(lesson.steps, start=1):
        if actor in step.focus or any(change.id == actor for change in step.actors):
            return number
    return 0
