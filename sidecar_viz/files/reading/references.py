"""Checks that every id of a lesson is unique and every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sidecar_viz.core.lesson import STAGE, Lesson, Step, WhatIf, WhatIfStep
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.mentions import lists_with_ids, mentions
from sidecar_viz.files.reading.problems import Meant, shown

OUTSIDE = "start"
NOUNS = {"moment": "step", "actor or stage": "actor"}
_Choice = tuple[Route, tuple[str | None, ...], str]
"""The route to a choice, the values given for it, and the names to choose from."""


class Fault(NamedTuple):
    """Something wrong at *route* of a lesson."""

    route: Route
    code: str
    text: str


def reference_faults(lesson: Lesson) -> list[Fault]:
    """Find all duplicate ids, references to nothing, circles and unclear choices."""
    return [
        *_duplicates(lesson),
        *_unknown(lesson),
        *_circles(lesson),
        *_unclear(lesson),
        *_idle_links(lesson),
        *_outside_samples(lesson),
    ]


def _duplicates(lesson: Lesson) -> Iterator[Fault]:
    for kind, route, items in lists_with_ids(lesson):
        seen = {OUTSIDE} if kind == "step" else set()
        for number, item in enumerate(items):
            if item.id in seen:
                message = f"another {kind} has the id {shown(item.id)}"
                if item.id == OUTSIDE and kind == "step":
                    message = "the id start means the time before the first step"
                yield Fault((*route, number, "id"), "duplicate-id", message)
            if item.id:
                seen.add(item.id)
    links = {link.id for link in lesson.links}
    for number, actor in enumerate(lesson.actors):
        if actor.id in links and actor.id:
            message = f"a link has the id {shown(actor.id)} as well"
            yield Fault(("actors", number, "id"), "duplicate-id", message)


def _unknown(lesson: Lesson) -> Iterator[Fault]:
    known = {kind: [i.id for i in items] for kind, _, items in lists_with_ids(lesson)}
    known["moment"] = [OUTSIDE, *known["step"]]
    known["actor or stage"] = [STAGE, *known["actor"]]
    known["actor or link"] = [*known["actor"], *known["link"]]
    sets = {kind: frozenset(ids) for kind, ids in known.items()}
    unread, hints = _unread(lesson), Meant()
    for route, kind, word in mentions(lesson):
        if word and kind not in unread and word not in sets.get(kind, ()):
            noun = NOUNS.get(kind, kind)
            message = f"there is no {noun} {shown(word)}"
            hint = hints.near(word, known.get(kind, []))
            yield Fault(route, "unknown-id", message + hint)


def _unread(lesson: Lesson) -> frozenset[str]:
    """Return kinds whose list is missing; that is reported once, not each time."""
    kinds = ("actor", "actor or link", "actor or stage")
    actors = () if lesson.actors else kinds
    return frozenset((*actors, *(() if lesson.steps else ("step", "moment"))))


def _circles(lesson: Lesson) -> Iterator[Fault]:
    """Find actors that stand in themselves, through however many others."""
    parents = {actor.id: actor.parent for actor in lesson.actors}
    for number, actor in enumerate(lesson.actors):
        above, seen = actor.parent, set[str]()
        while above and above != actor.id and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above and above == actor.id:
            message = f"{shown(actor.id)} would stand in itself"
            yield Fault(("actors", number, "parent"), "circle", message)
    yield from _moved_into_themselves(lesson, parents)


def _moved_into_themselves(
    lesson: Lesson, parents: dict[str, str | None]
) -> Iterator[Fault]:
    """Find moves into what stands in the actor that moves, as the lesson is written."""
    parts: list[tuple[Route, Step | WhatIfStep]] = [
        (("steps", n), step) for n, step in enumerate(lesson.steps)
    ]
    for n, what_if in enumerate(lesson.what_ifs):
        parts += [(("what-ifs", n, "steps", k), p) for k, p in enumerate(what_if.steps)]
    for route, part in parts:
        for index, change in enumerate(part.actors):
            above, seen = change.parent, set[str]()
            while above and above != change.id and above not in seen:
                seen.add(above)
                above = parents.get(above)
            if above and above == change.id:
                message = f"{shown(change.id)} would stand in itself"
                yield Fault((*route, "actors", index, "parent"), "circle", message)


def _unclear(lesson: Lesson) -> Iterator[Fault]:
    """Find parts that must name exactly one of several things and do not."""
    for route, named, names in _choices(lesson):
        if sum(word is not None for word in named) != 1:
            yield Fault(route, "unclear", f"name exactly one of {names}")


def _idle_links(lesson: Lesson) -> Iterator[Fault]:
    """Find changes of links that change nothing."""
    for number, step in enumerate(lesson.steps):
        for index, change in enumerate(step.links):
            if (change.state, change.target, change.present) == (None, None, None):
                at = ("steps", number, "links", index)
                yield Fault(at, "missing", "give it a state, to or present")


def _choices(lesson: Lesson) -> Iterator[_Choice]:
    for number, step in enumerate(lesson.steps):
        parts: list[tuple[Route, Any]] = [((), step)]
        for name in ("actors", "links", "sends"):
            parts += [((name, n), p) for n, p in enumerate(getattr(step, name))]
        for route, part in parts:
            yield from _needs_of(("steps", number, *route), part)
    for number, what_if in enumerate(lesson.what_ifs):
        yield from _choices_of(("what-ifs", number), what_if)
    for number, question in enumerate(lesson.quiz):
        if question.asks:
            named = (question.asks.actor, question.asks.what_if)
            yield ("quiz", number, "asks"), named, "actor and what-if"


def _choices_of(route: Route, what_if: WhatIf) -> Iterator[_Choice]:
    for index, hold in enumerate(what_if.holds):
        at = (*route, "holds", index)
        yield at, (hold.actor, hold.link), "actor and link"
    for place, step in enumerate(what_if.steps):
        for name in ("actors", "links", "sends"):
            for index, change in enumerate(getattr(step, name)):
                yield from _needs_of((*route, "steps", place, name, index), change)


def _needs_of(route: Route, part: Any) -> Iterator[_Choice]:
    for index, need in enumerate(part.needs):
        at = (*route, "needs", index)
        yield at, (need.actor, need.link, need.step), "actor, link and step"


def _outside_samples(lesson: Lesson) -> Iterator[Fault]:
    lengths = {s.id: len(s.text.splitlines()) for s in lesson.samples}
    parts: list[tuple[Route, Any]] = [(("start",), lesson.start)]
    parts += [(("steps", n), step) for n, step in enumerate(lesson.steps)]
    parts += [(("actors", n), actor) for n, actor in enumerate(lesson.actors)]
    for n, step in enumerate(lesson.steps):
        parts += [(("steps", n, "moments", k), p) for k, p in enumerate(step.moments)]
    for n, what_if in enumerate(lesson.what_ifs):
        parts += [(("what-ifs", n, "steps", k), p) for k, p in enumerate(what_if.steps)]
    for route, part in parts:
        for number, lines in enumerate(part.lines or ()):
            at = (*route, "lines", number)
            length = lengths.get(lines.sample, lines.last)
            if lines.first > lines.last:
                message = (
                    f"the first line, {lines.first}, is after the last, {lines.last}"
                )
                yield Fault(at, "lines", message)
            elif lines.last > length:
                message = f"sample {lines.sample} has {length} lines, not {lines.last}"
                yield Fault((*at, "last"), "lines", message)
