"""Checks that a lesson's ledger and what speaks of it fit together."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.course.reachable import has_moves
from sidecar_viz.core.lesson import ItemNumber, Ledger, Lesson
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.problems import counted, shown
from sidecar_viz.files.reading.references import Fault

NEWER = 2


def ledger_faults(lesson: Lesson) -> list[Fault]:
    """Find columns without a sheet, sheets without a ledger, and unknown items."""
    ledger = lesson.ledger
    if ledger is None:
        return list(_without(lesson))
    if lesson.format < NEWER:
        return [Fault(("ledger",), "format", "a ledger needs format: 2")]
    if has_moves(lesson):
        message = "nobody can move to another place: the lesson is laid out in columns"
        return [Fault(("ledger",), "ledger", message)]
    most = len(ledger.items)
    return [*_columns(lesson, ledger), *_numbers(lesson, most), *_words(lesson, most)]


def _without(lesson: Lesson) -> Iterator[Fault]:
    for number, actor in enumerate(lesson.actors):
        if actor.content is not None:
            message = "nothing can be held here: the lesson has no ledger"
            yield Fault(("actors", number, "content"), "ledger", message)
    for route, numbers in _every(lesson):
        if numbers:
            yield Fault(route, "ledger", "the lesson has no ledger with items")


def _columns(lesson: Lesson, ledger: Ledger) -> Iterator[Fault]:
    frames = {actor.parent for actor in lesson.actors}
    seen: set[str] = set()
    for number, lane in enumerate(ledger.lanes):
        for place, actor in enumerate(lane):
            at = ("ledger", "lanes", number, place)
            if actor in seen:
                yield Fault(at, "ledger", f"{shown(actor)} is a column already")
            elif actor in frames:
                message = f"others stand in {shown(actor)}; it cannot be a column"
                yield Fault(at, "ledger", message)
            seen.add(actor)
    for number, one in enumerate(lesson.actors):
        if one.content is not None and one.id not in seen:
            message = f"{shown(one.id)} stands in no lane of the ledger"
            yield Fault(("actors", number, "content"), "ledger", message)


def _numbers(lesson: Lesson, most: int) -> Iterator[Fault]:
    for route, numbers in _every(lesson):
        for place, number in enumerate(numbers):
            if number > most:
                message = f"there is no item {number}: the ledger has"
                text = f"{message} {counted(most, 'item')}"
                yield Fault((*route, place), "ledger", text)


def _words(lesson: Lesson, most: int) -> Iterator[Fault]:
    for number, actor in enumerate(lesson.actors):
        if actor.content is not None and len(actor.content.words) > most:
            many = counted(len(actor.content.words), "word")
            message = f"{many} for {counted(most, 'item')} of the ledger"
            yield Fault(("actors", number, "content", "words"), "ledger", message)


def _every(lesson: Lesson) -> Iterator[tuple[Route, tuple[ItemNumber, ...]]]:
    """Yield the numbers of items wherever they are written."""
    yield from _mentioned(lesson)
    if lesson.opening is not None:
        yield ("opening", "falls"), lesson.opening.falls


def _mentioned(lesson: Lesson) -> Iterator[tuple[Route, tuple[ItemNumber, ...]]]:
    for number, actor in enumerate(lesson.actors):
        yield ("actors", number, "holds"), actor.holds
    for number, step in enumerate(lesson.steps):
        for index, send in enumerate(step.sends):
            yield ("steps", number, "sends", index, "items"), send.items
    for number, what_if in enumerate(lesson.what_ifs):
        for place, part in enumerate(what_if.steps):
            for index, send in enumerate(part.sends):
                at = ("what-ifs", number, "steps", place, "sends", index, "items")
                yield at, send.items
