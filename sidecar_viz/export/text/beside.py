"""Makes a lesson's Markdown and the pictures beside it, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.export.contents.contents import Contents, contents
from sidecar_viz.export.pictures.vectors import Vectors
from sidecar_viz.export.text.markdown import (
    ENDING,
    markdown,
    picture_of,
    picture_of_what_if,
)
from sidecar_viz.paint.brush.theme import Theme

SIZE = (1120, 630)
"""Of the pictures' coordinates: a page of text is about so wide."""


class File(NamedTuple):
    """A file's bytes, and its name in the folder of pictures; "" is the text itself."""

    data: bytes
    name: str


def text_and_pictures(
    lesson: Lesson, what_if: WhatIf | None, theme: Theme, *, notes: bool, folder: str
) -> Iterator[tuple[File, float]]:
    """Make each picture and then the text, with how much is done then (0 to 1).

    Args:
        notes: with the teacher's.
        folder: the name of the folder of pictures, beside the text.
    """
    timeline = Timeline(lesson, what_if)
    found = contents(timeline.course, notes=notes)
    count = _pictures_in(found) + 1
    for number, file in enumerate(_pictures(timeline, found, theme), start=1):
        yield file, number / count
    yield File(markdown(found, folder).encode(), ""), 1.0


def _pictures_in(found: Contents) -> int:
    others = sum(what_if.shown is not None for what_if in found.what_ifs)
    return len(found.steps) + (found.remains is not None) + others


def _pictures(timeline: Timeline, found: Contents, theme: Theme) -> Iterator[File]:
    drawn = Vectors(timeline, SIZE, theme)
    for step in found.steps:
        yield File(drawn.at(step.number), picture_of(step.number))
    if found.remains is not None:
        yield File(drawn.ending(), ENDING)
    known = {what_if.id: what_if for what_if in timeline.lesson.what_ifs}
    for other in found.what_ifs:
        if other.shown is not None:
            course = Timeline(timeline.lesson, known[other.id])
            picture = Vectors(course, SIZE, theme).at(other.shown)
            yield File(picture, picture_of_what_if(other.id))
