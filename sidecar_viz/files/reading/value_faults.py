"""Checks that every named value that a lesson speaks of is one of its actor's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sidecar_viz.core.lesson import (
    CELLS,
    Effect,
    Following,
    Lesson,
    Need,
    Step,
    WhatIfStep,
)
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.problems import Meant, shown
from sidecar_viz.files.reading.references import Fault

Speaks = tuple[Route, str | None, Iterable[str]]
"""Where values are named, whose they should be, and their names."""


def value_faults(lesson: Lesson) -> list[Fault]:
    """Find values that their actor does not have, and values of columns."""
    known = {actor.id: actor.values for actor in lesson.actors}
    return [*_unknown(lesson, known), *_of_columns(lesson), *_without_cells(lesson)]


def _unknown(lesson: Lesson, known: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    hints = Meant()
    celled = {(actor.id, CELLS) for actor in lesson.actors if actor.cells is not None}
    for route, actor, names in _spoken_of(lesson):
        if actor is None or actor not in known:
            continue
        for name in names:
            if name not in known[actor] and (actor, name) not in celled:
                has = ", ".join(known[actor]) or "none"
                hint = hints.near(name, list(known[actor])) or f" (it has: {has})"
                message = f"{actor} has no value {shown(name)}{hint}"
                yield Fault(route, "unknown-id", message)


def _of_columns(lesson: Lesson) -> Iterator[Fault]:
    for number, actor in enumerate(lesson.actors):
        if actor.values and actor.content is not None:
            message = f"{shown(actor.id)} is a column of the ledger; it shows no values"
            yield Fault(("actors", number, "values"), "ledger", message)


def _without_cells(lesson: Lesson) -> Iterator[Fault]:
    """Find cells on frames, and changes of cells that an actor does not have."""
    frames = {actor.parent for actor in lesson.actors}
    celled = set()
    for number, actor in enumerate(lesson.actors):
        if actor.cells is not None:
            celled.add(actor.id)
            route: Route = ("actors", number, "cells")
            if actor.id in frames:
                message = f"others stand in {shown(actor.id)}; cells stand on a card"
                yield Fault(route, "unclear", message)
            elif actor.content is not None:
                message = f"{shown(actor.id)} is a column of the ledger, without cells"
                yield Fault(route, "ledger", message)
    for route, key, effect in _effects(lesson):
        changes = (effect.cells, effect.push, effect.pop, effect.shift, effect.marks)
        if key not in celled and any(changes):
            message = f"{key} has no cells; give it some with cells: {{ items: [] }}"
            yield Fault(route, "unknown-id", message)


def _effects(lesson: Lesson) -> Iterator[tuple[Route, str, Effect]]:
    """Yield every change of an actor: its route, whose it is, and the change."""
    parts: list[tuple[Route, Step | WhatIfStep]] = [
        (("steps", n), step) for n, step in enumerate(lesson.steps)
    ]
    for n, what_if in enumerate(lesson.what_ifs):
        parts += [(("what-ifs", n, "steps", k), p) for k, p in enumerate(what_if.steps)]
    for route, part in parts:
        for index, change in enumerate(part.actors):
            yield (*route, "actors", index), change.id, change
        for index, send in enumerate(part.sends):
            at = (*route, "sends", index)
            if send.sender is not None:
                yield (*at, "sender"), send.source, send.sender
            if send.receiver is not None:
                yield (*at, "receiver"), send.target, send.receiver


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
