"""What stands on each slide of a lesson: plain values, before any file is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from sidecar_viz.core.lesson import KeyMoment
from sidecar_viz.core.markup import plain
from sidecar_viz.export.contents.contents import (
    Asked,
    Choice,
    Contents,
    Remains,
    StepTold,
)
from sidecar_viz.export.pictures.extra import Extra

Kind = Literal["title", "picture", "words"]
Weight = Literal["plain", "strong", "faint"]
ENDING, EXTRA = -1, -2
"""Stand for two more pictures: the ending's, and one that comes with the lesson."""


class Line(Struct, frozen=True):
    """A paragraph with light markup."""

    text: str
    weight: Weight = "plain"


class Page(Struct, frozen=True):
    """A slide: its title, its words, its picture and what is said to it.

    *picture* is the number of a step, or ENDING, or EXTRA; *describe* is what it shows
    in words. *notes* are for the speaker.
    """

    kind: Kind
    title: str
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
    picture: int | None = None
    describe: str = ""


def pages(found: Contents, extra: Extra | None = None) -> tuple[Page, ...]:
    """Lay a lesson out as slides, from its title to what remains."""
    beside = () if extra is None else (_extra(extra),)
    return (
        _first(found),
        *(_step(step) for step in found.steps),
        *beside,
        *_quiz(found),
        *_moments(found.headings.key_moments, found.key_moments),
        *_last(found),
    )


def _first(found: Contents) -> Page:
    about = [Line(found.about, "faint")] if found.about else []
    summary = [Line(found.summary)] if found.summary else []
    by = (found.by,) if found.by else ()
    return Page("title", plain(found.title), (*about, *summary), by)


def _step(step: StepTold) -> Page:
    title = f"{step.number}. {step.title}" if step.number else step.title
    why = [Line(step.why, "strong")] if step.why else []
    caption = [Line(step.caption)] if step.caption else []
    return Page(
        "picture",
        title,
        (*why, *caption),
        _spoken(step),
        step.number,
        step.describe,
    )


def _extra(extra: Extra) -> Page:
    return Page("picture", extra.title, picture=EXTRA, describe=extra.describe)


def _spoken(step: StepTold) -> tuple[str, ...]:
    """Return what is said to a step; the teacher's notes where they are wanted."""
    reality = f"In reality: {plain(step.in_reality)}" if step.in_reality else ""
    notes = f"For the teacher: {plain(step.notes)}" if step.notes else ""
    return tuple(text for text in (step.say, reality, notes) if text)


def _quiz(found: Contents) -> Iterator[Page]:
    """A question, and on the next slide the same with its answer."""
    for asked in found.quiz:
        title = f"{found.headings.quiz}, question {asked.number}"
        question = Line(asked.question, "strong")
        how = [Line(asked.how)] if asked.how else []
        options = (Line(_option(choice)) for choice in asked.choices)
        hint = (f"Hint: {plain(asked.hint)}",) if asked.hint else ()
        yield Page("words", title, (question, *how, *options), hint)
        answer = f"{found.headings.quiz}, answer {asked.number}"
        yield Page("words", answer, (question, *_answers(asked)), _others(asked))


def _option(choice: Choice) -> str:
    return f"{choice.letter}   {choice.text}"


def _answers(asked: Asked) -> Iterator[Line]:
    for choice in asked.rights:
        place = f"{choice.order}.  " if choice.order else "✓  "
        yield Line(f"{place}{choice.letter}   {choice.text}", "strong")
        if choice.why:
            yield Line(choice.why)


def _others(asked: Asked) -> tuple[str, ...]:
    """Say to the speaker why the other options are wrong."""
    return tuple(
        f"{choice.letter}: {plain(choice.why)}"
        for choice in asked.choices
        if not choice.right and choice.why
    )


def _moments(heading: str, moments: tuple[KeyMoment, ...]) -> Iterator[Page]:
    for moment in moments:
        question = Line(moment.question, "strong")
        yield Page("words", heading, (question, Line(moment.answer)))


def _last(found: Contents) -> Iterator[Page]:
    """What remains: the ending, or else the points to take home."""
    if found.snapshot:
        points = tuple(Line(f"•  {point}") for point in found.snapshot)
        yield Page("words", found.headings.snapshot, points)
    if found.remains is not None:
        yield _ending(found.remains)


def _ending(remains: Remains) -> Page:
    note = (Line(remains.note),) if remains.note else ()
    return Page(
        "picture",
        plain(remains.remember),
        note,
        (remains.say,) if remains.say else (),
        ENDING,
        remains.describe,
    )
