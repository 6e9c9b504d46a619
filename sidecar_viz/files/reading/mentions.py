"""Lists every id that a lesson defines and every place that mentions one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sidecar_viz.core.lesson import (
    Following,
    Lesson,
    References,
    Step,
    WhatIfStep,
)
from sidecar_viz.files.reading.document import Route


class Named(NamedTuple):
    """A reference: the text *word* at *route* must be the id of a *kind*."""

    route: Route
    kind: str
    word: str | None


def lists_with_ids(lesson: Lesson) -> Iterator[tuple[str, Route, tuple[Any, ...]]]:
    """Yield each list whose items have ids: their kind, the route, the items."""
    yield "actor", ("actors",), lesson.actors
    yield "link", ("links",), lesson.links
    yield "flow node", ("flow", "nodes"), lesson.flow.nodes
    yield "sample", ("samples",), lesson.samples
    yield "step", ("steps",), lesson.steps
    yield "key moment", ("key-moments",), lesson.key_moments
    yield "question", ("quiz",), lesson.quiz
    yield "what-if", ("what-ifs",), lesson.what_ifs
    if lesson.table:
        yield "column", ("table", "columns"), lesson.table.columns
        yield "row", ("table", "rows"), lesson.table.rows
    if lesson.tracker:
        yield "tracker column", ("tracker", "columns"), lesson.tracker.columns
        yield "tracker row", ("tracker", "rows"), lesson.tracker.rows


def mentions(lesson: Lesson) -> Iterator[Named]:
    """Yield every reference in a lesson, wherever it is written."""
    yield from _of_things(lesson)
    yield from _of_story(lesson)
    yield from _of_steps(lesson)
    yield from _of_tables(lesson)
    yield from _of_questions(lesson)
    yield from _of_what_ifs(lesson)


def _each(route: Route, kind: str, words: Iterable[str]) -> Iterator[Named]:
    for number, word in enumerate(words):
        yield Named((*route, number), kind, word)


def _of_things(lesson: Lesson) -> Iterator[Named]:
    for number, actor in enumerate(lesson.actors):
        yield Named(("actors", number, "parent"), "actor", actor.parent)
        yield from _of_lines(("actors", number), actor)
        if actor.content is not None:
            at = ("actors", number, "content", "of")
            yield Named(at, "actor", actor.content.file)
    for number, lane in enumerate(lesson.ledger.lanes if lesson.ledger else ()):
        yield from _each(("ledger", "lanes", number), "actor", lane)
    for number, link in enumerate(lesson.links):
        yield Named(("links", number, "from"), "actor", link.source)
        yield Named(("links", number, "to"), "actor", link.target)
        yield Named(("links", number, "through"), "actor", link.through)
    for number, edge in enumerate(lesson.flow.edges):
        yield Named(("flow", "edges", number, "from"), "flow node", edge.source)
        yield Named(("flow", "edges", number, "to"), "flow node", edge.target)


def _of_story(lesson: Lesson) -> Iterator[Named]:
    if lesson.opening is not None:
        yield Named(("opening", "crash"), "actor", lesson.opening.crash)
    if lesson.ending is None:
        return
    ending = lesson.ending
    yield Named(("ending", "holder"), "actor", ending.holder)
    for name, side in (("without", ending.without), ("with", ending.gained)):
        if side is not None:
            yield Named(("ending", name, "crash"), "actor", side.crash)
            for number, figure in enumerate(side.numbers):
                at = ("ending", name, "numbers", number, "actor")
                yield Named(at, "actor", figure.actor)


def _of_lines(route: Route, part: Any) -> Iterator[Named]:
    for number, lines in enumerate(part.lines or ()):
        yield Named((*route, "lines", number, "sample"), "sample", lines.sample)


def _of_steps(lesson: Lesson) -> Iterator[Named]:
    parts: list[tuple[Route, Any]] = [(("start",), lesson.start)]
    parts += [(("steps", n), step) for n, step in enumerate(lesson.steps)]
    for route, part in parts:
        yield from _each((*route, "flow"), "flow node", part.flow)
        yield from _each((*route, "focus"), "actor or link", part.focus)
        yield from _of_lines(route, part)
    for number, step in enumerate(lesson.steps):
        for at, light in enumerate(step.moments):
            lit = ("steps", number, "moments", at)
            yield from _each((*lit, "flow"), "flow node", light.flow or ())
            yield from _each((*lit, "focus"), "actor or link", light.focus or ())
            yield from _of_lines(lit, light)
        shot = step.shot or ()
        yield Named(("steps", number, "from"), "moment", step.since)
        yield from _each(("steps", number, "shot"), "actor or link", shot)
        yield from _of_needs(("steps", number), step)
        yield from _of_parts(("steps", number), step)


def _of_parts(route: Route, step: Step | WhatIfStep) -> Iterator[Named]:
    for index, change in enumerate(step.actors):
        yield Named((*route, "actors", index, "id"), "actor", change.id)
        yield Named(
            (*route, "actors", index, "parent"), "actor or stage", change.parent
        )
        yield from _of_needs((*route, "actors", index), change)
    for index, link in enumerate(step.links):
        yield Named((*route, "links", index, "id"), "link", link.id)
        yield Named((*route, "links", index, "to"), "actor", link.target)
        yield from _of_needs((*route, "links", index), link)
    for index, send in enumerate(step.sends):
        yield Named((*route, "sends", index, "from"), "actor", send.source)
        yield Named((*route, "sends", index, "to"), "actor", send.target)
        yield Named((*route, "sends", index, "along"), "link", send.along)
        yield from _of_needs((*route, "sends", index), send)


def _of_needs(route: Route, part: Any) -> Iterator[Named]:
    for number, need in enumerate(part.needs):
        at = (*route, "needs", number)
        yield Named((*at, "actor"), "actor", need.actor)
        yield Named((*at, "link"), "link", need.link)
        yield Named((*at, "step"), "moment", need.step)


def _of_tables(lesson: Lesson) -> Iterator[Named]:
    if lesson.table:
        for number, column in enumerate(lesson.table.columns):
            route = ("table", "columns", number, "about")
            yield from _each(route, "actor or link", column.about)
            yield from _followed(("table", "columns", number), column)
        for number, row in enumerate(lesson.table.rows):
            yield Named(("table", "rows", number, "step"), "moment", row.step)
            yield Named(("table", "rows", number, "to"), "step", row.to)
    if lesson.tracker:
        for number, moment in enumerate(lesson.tracker.columns):
            at = ("tracker", "columns", number, "after")
            yield Named(at, "moment", moment.after)
        for number, line in enumerate(lesson.tracker.rows):
            yield from _followed(("tracker", "rows", number), line)


def _followed(route: Route, part: Following) -> Iterator[Named]:
    owner = part.value.partition(".")[0] if part.value else None
    yield Named((*route, "actor"), "actor", part.actor)
    yield Named((*route, "link"), "link", part.link)
    yield Named((*route, "counts"), "actor", part.counts)
    yield Named((*route, "value"), "actor", owner)


def _of_questions(lesson: Lesson) -> Iterator[Named]:
    for number, moment in enumerate(lesson.key_moments):
        yield from _of_refers(("key-moments", number, "refers"), moment.refers)
    for number, question in enumerate(lesson.quiz):
        route = ("quiz", number)
        yield from _of_refers((*route, "refers"), question.refers)
        for index, option in enumerate(question.options):
            yield Named((*route, "options", index, "step"), "moment", option.step)
            yield Named((*route, "options", index, "at"), "actor or link", option.at)
        if question.asks:
            yield Named((*route, "asks", "actor"), "actor", question.asks.actor)
            yield Named((*route, "asks", "what-if"), "what-if", question.asks.what_if)
        if question.shows:
            yield Named((*route, "shows", "step"), "moment", question.shows.step)
            yield Named((*route, "shows", "what-if"), "what-if", question.shows.what_if)


def _of_refers(route: Route, refers: References) -> Iterator[Named]:
    yield from _each((*route, "steps"), "moment", refers.steps)
    yield from _each((*route, "columns"), "column", refers.columns)
    yield from _each((*route, "flow"), "flow node", refers.flow)
    yield from _each((*route, "actors"), "actor or link", refers.actors)
    for number, cell in enumerate(refers.cells):
        yield Named((*route, "cells", number, "row"), "tracker row", cell.row)
        yield Named((*route, "cells", number, "column"), "tracker column", cell.column)


def _of_what_ifs(lesson: Lesson) -> Iterator[Named]:
    for number, what_if in enumerate(lesson.what_ifs):
        route = ("what-ifs", number)
        yield Named((*route, "at"), "actor or link", what_if.at)
        for index, hold in enumerate(what_if.holds):
            yield Named((*route, "holds", index, "actor"), "actor", hold.actor)
            yield Named((*route, "holds", index, "link"), "link", hold.link)
            yield Named((*route, "holds", index, "from"), "moment", hold.since)
        for index, fail in enumerate(what_if.fails):
            yield Named((*route, "fails", index, "step"), "step", fail.step)
        for index, step in enumerate(what_if.steps):
            at = (*route, "steps", index)
            yield Named((*at, "step"), "step", step.step)
            yield Named((*at, "to"), "step", step.to)
            yield from _each((*at, "flow"), "flow node", step.flow or ())
            yield from _each((*at, "focus"), "actor or link", step.focus or ())
            yield from _of_lines(at, step)
            yield from _of_parts(at, step)
            for place, cell in enumerate(step.cells):
                yield Named((*at, "cells", place, "column"), "column", cell.column)
