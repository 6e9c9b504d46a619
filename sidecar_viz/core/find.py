"""Searches the texts of a lesson, and knows where each of them leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from sidecar_viz.core.lesson import Lesson, Start, Step
from sidecar_viz.core.story import told_start

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


def passages(lesson: Lesson) -> tuple[Passage, ...]:
    """List all texts in reading order, except for those of the quiz.

    A question's answer must not be found before it has been thought about.
    """
    return tuple(
        Passage(each.where, " ".join(_MARKS.sub("", each.text).split()), each.step)
        for each in _every(lesson)
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


def _every(lesson: Lesson) -> Iterator[Passage]:
    parts: tuple[Start | Step, ...] = (told_start(lesson), *lesson.steps)
    for number, step in enumerate(parts):
        yield Passage("step", f"{step.title}: {step.caption}", number)
        yield Passage("reality", step.in_reality, number)
    if lesson.ending is not None:
        text = f"{lesson.ending.remember} {lesson.ending.note}".rstrip()
        yield Passage("step", text, len(lesson.steps))
    numbers = {step.id: number for number, step in enumerate(lesson.steps, start=1)}
    for row in lesson.table.rows if lesson.table else ():
        if row.step in numbers:
            yield Passage("row", " · ".join(row.cells[1:]), numbers[row.step])
    yield from _others(lesson, numbers)


def _others(lesson: Lesson, numbers: dict[str, int]) -> Iterator[Passage]:
    for node in lesson.flow.nodes:
        lit = (n for n, step in enumerate(lesson.steps, 1) if node.id in step.flow)
        yield Passage("flow", node.label, next(lit, None))
    for actor in lesson.actors:
        yield Passage("actor", f"{actor.name}: {actor.about}", _first(lesson, actor.id))
    for moment in lesson.key_moments:
        steps = (numbers[key] for key in moment.refers.steps if key in numbers)
        text = f"{moment.question} {moment.answer}"
        yield Passage("moment", text, next(steps, None))
    for point in lesson.snapshot:
        yield Passage("snapshot", point)
    for part in lesson.transcript:
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
