"""What is told of each step of a course, as values that the player shows."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.beside.belonging import lit_boxes, step_lines
from sidecar_viz.core.beside.differing import failed_boxes, step_signs
from sidecar_viz.core.beside.told import told
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Ending
from sidecar_viz.core.markup import plain
from sidecar_viz.export.page.html import Inks, rich, text
from sidecar_viz.export.page.words import SAID

A_WORD, BREATH = 0.35, 1.0
"""Seconds of quiet reading: for each word; beside them."""


class Moment(Struct, frozen=True, rename="camel"):
    """What is told of a step, or of the ending.

    *number* is written before the title; None where there is none. *title*, *caption*
    and *reality* are HTML, *name*, *say* and *describe* plain. *seconds* is how long
    the way there takes, *read* how long it is read. *lit* and *past* are boxes of the
    flow, *lines* those of samples, *moments* the numbers of key moments. *sign* says
    what a what-if makes of it.
    """

    number: int | None
    name: str
    title: str
    caption: str
    reality: str
    say: str
    describe: str
    seconds: float
    read: float
    lit: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()
    moments: tuple[int, ...] = ()
    sign: str = ""


def moments_told(course: Course, inks: Inks) -> tuple[Moment, ...]:
    """Return what is told at each step, from the start to the last, then the ending."""
    every = [_moment(course, number, inks) for number in range(course.end + 1)]
    ending = course.lesson.ending
    if ending is not None and course.what_if is None:
        every.append(_ending(ending, every[-1], inks))
    return tuple(every)


def failing_boxes(course: Course) -> tuple[str, ...]:
    """Return the boxes of the flow that cannot happen in this course."""
    return tuple(sorted(failed_boxes(course)))


def _moment(course: Course, number: int, inks: Inks) -> Moment:
    words = told(course, number)
    lesson = course.lesson
    title, caption = text(words.title), rich(words.caption, inks)
    read = words.caption
    if words.blocked is not None:
        why = rich(words.blocked)
        if not words.retitled:
            title = f"<s>{title}</s>"
            why = f'<b class="bad">{SAID["cannot"]}</b> {why}'
        caption = f"{why} {rich(words.instead, inks)}".rstrip()
        read = f"{words.blocked} {words.instead}"
    reality = words.in_reality and f"<b>{SAID['reality']}</b> {rich(words.in_reality)}"
    lit, past = lit_boxes(course, number)
    step = course.outcomes[number].step
    signs = step_signs(course)
    return Moment(
        number if number and not words.story else None,
        plain(words.title),
        title,
        caption,
        reality,
        plain(words.say),
        plain(words.describe),
        lesson.steps[number - 1].seconds if number else 0.0,
        _reading(read),
        tuple(sorted(lit)),
        tuple(sorted(past)),
        tuple(sorted(step_lines(course, number))),
        tuple(
            at
            for at, moment in enumerate(lesson.key_moments)
            if step is not None and step.id in moment.refers.steps
        ),
        signs[number] if signs else "",
    )


def _ending(ending: Ending, last: Moment, inks: Inks) -> Moment:
    say = ending.say or f"{ending.remember} {ending.note}".rstrip()
    return Moment(
        None,
        plain(ending.remember),
        text(ending.remember),
        rich(ending.note, inks),
        "",
        plain(say),
        plain(ending.describe or say),
        0.0,
        _reading(ending.note),
        last.lit,
        last.past,
    )


def _reading(words: str) -> float:
    return round(BREATH + A_WORD * len(plain(words).split()), 2)
