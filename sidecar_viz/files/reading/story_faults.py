"""Checks that a lesson's opening and ending stand where they can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.lesson import ActorChange, Lesson
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.ledger_faults import NEWER
from sidecar_viz.files.reading.problems import shown
from sidecar_viz.files.reading.references import Fault


def story_faults(lesson: Lesson) -> list[Fault]:
    """Find what needs a newer format (opening, ending, crash), numbers of nothing."""
    if lesson.format < NEWER:
        return list(_too_new(lesson))
    return [*_seconds(lesson), *_holder(lesson), *_figures(lesson)]


def _too_new(lesson: Lesson) -> Iterator[Fault]:
    if lesson.opening is not None:
        yield Fault(("opening",), "format", "an opening needs format: 2")
    if lesson.ending is not None:
        yield Fault(("ending",), "format", "an ending needs format: 2")
    for route, change in _changes(lesson):
        if change.crash:
            yield Fault((*route, "crash"), "format", "crash needs format: 2")


def _changes(lesson: Lesson) -> Iterator[tuple[Route, ActorChange]]:
    for number, step in enumerate(lesson.steps):
        for index, change in enumerate(step.actors):
            yield ("steps", number, "actors", index), change
    for number, what_if in enumerate(lesson.what_ifs):
        for place, part in enumerate(what_if.steps):
            for index, change in enumerate(part.actors):
                route = ("what-ifs", number, "steps", place, "actors", index)
                yield route, change


def _seconds(lesson: Lesson) -> Iterator[Fault]:
    """Find seconds in a lesson that is not made of a simulation."""
    for number, step in enumerate(lesson.steps):
        if step.at is not None and lesson.simulate is None:
            message = "a second is for a lesson with simulate; this one has none"
            yield Fault(("steps", number, "at"), "simulate", message)


def _holder(lesson: Lesson) -> Iterator[Fault]:
    holder = lesson.ending.holder if lesson.ending else None
    known = {actor.id: actor.content for actor in lesson.actors}
    if holder in known and known[holder] is None:
        message = f"{shown(holder)} holds nothing: it is no column of the ledger"
        yield Fault(("ending", "holder"), "ledger", message)


def _figures(lesson: Lesson) -> Iterator[Fault]:
    if lesson.ending is None:
        return
    sides = (("without", lesson.ending.without), ("with", lesson.ending.gained))
    for name, side in sides:
        for number, figure in enumerate(side.numbers if side else ()):
            if figure.actor is None and not figure.text:
                at: Route = ("ending", name, "numbers", number)
                yield Fault(at, "unclear", "name an actor, or write the number as text")
