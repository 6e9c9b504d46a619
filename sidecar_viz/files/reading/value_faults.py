"""Checks that every named value that a lesson speaks of is one of its actor's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sidecar_viz.core.lesson import Effect, Following, Lesson, Need, Step, WhatIfStep
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.problems import meant, shown
from sidecar_viz.files.reading.references import Fault

Speaks = tuple[Route, str | None, Iterable[str]]
"""Where values are named, whose they should be, and their names."""


def value_faults(lesson: Lesson) -> list[Fault]:
    """Find values that their actor does not have, and values of columns."""
    known = {actor.id: actor.values for actor in lesson.actors}
    return [*_unknown(lesson, known), *_of_columns(lesson)]


def _unknown(lesson: Lesson, known: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    for route, actor, names in _spoken_of(lesson):
        if actor is None or actor not in known:
            continue
        for name in names:
            if name not in known[actor]:
                has = ", ".join(known[actor]) or "none"
                hint = meant(name, list(known[actor])) or f" (it has: {has})"
                message = f"{actor} has no value {shown(name)}{hint}"
                yield Fault(route, "unknown-id", message)


def _of_columns(lesson: Lesson) -> Iterator[Fault]:
    for number, actor in enumerate(lesson.actors):
        if actor.values and actor.content is not None:
            message = f"{shown(actor.id)} is a column of the ledger; it shows no values"
            yield Fault(("actors", number, "values"), "ledger", message)


def _spoken_of(lesson: Lesson) -> Iterator[Speaks]:
    for number, step in enumerate(lesson.steps):
        yield from _in_needs(("steps", number), step.needs)
        yield from _in_part(("steps", number), step)
    for number, what_if in enumerate(lesson.what_ifs):
        for place, part in enumerate(what_if.steps):
            yield from _in_part(("what-ifs", number, "steps", place), part)
    followed: list[tuple[Route, Following]] = []
    for number, column in enumerate(lesson.table.columns if lesson.table else ()):
        followed.append((("table", "columns", number, "value"), column))
    for number, row in enumerate(lesson.tracker.rows if lesson.tracker else ()):
        followed.append((("tracker", "rows", number, "value"), row))
    for at, followed_by in followed:
        if followed_by.value:
            owner, _, name = followed_by.value.partition(".")
            yield at, owner, [name]


def _in_part(route: Route, part: Step | WhatIfStep) -> Iterator[Speaks]:
    for index, change in enumerate(part.actors):
        at = (*route, "actors", index)
        yield (*at, "values"), change.id, change.values
        yield from _in_needs(at, change.needs)
    for index, link in enumerate(part.links):
        yield from _in_needs((*route, "links", index), link.needs)
    for index, send in enumerate(part.sends):
        at = (*route, "sends", index)
        yield from _in_needs(at, send.needs)
        yield (*at, "sender", "values"), send.source, _names(send.sender)
        yield (*at, "receiver", "values"), send.target, _names(send.receiver)


def _names(effect: Effect | None) -> Iterable[str]:
    return effect.values if effect else ()


def _in_needs(route: Route, needs: Iterable[Need]) -> Iterator[Speaks]:
    for number, need in enumerate(needs):
        yield (*route, "needs", number, "values"), need.actor, need.values
