"""Predict first: what may become of an actor in a step, and what does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.course.course import Course

MOST = 4

Kind = Literal["state", "more", "fewer", "appears", "vanishes", "same"]


class Effect(Struct, frozen=True):
    """What may become of an actor; *word* is a state's, else the unit of its count."""

    kind: Kind
    word: str = ""


class Effects(Struct, frozen=True):
    """What may become of an actor, in the order of the keys, and what does.

    *right* is the place of the right one.
    """

    choices: tuple[Effect, ...]
    right: int


def effects(course: Course, number: int, actor_id: str) -> Effects:
    """List what may become of an actor in step *number*: four at most.

    Among them is what does, and that it stays as it is; the others are states that it
    has elsewhere in the course, and that its count goes up or down. Where more than
    one thing becomes of it, the one that says most is right, and the others are left
    out.

    Raises:
        KeyError: there is no such actor.
    """
    before = course.outcomes[number - 1].actors[actor_id]
    after = course.outcomes[number].actors[actor_id]
    units = {actor.id: actor.unit for actor in course.lesson.actors}
    found = tuple(_happening(before, after, units[actor_id]))
    same = Effect("same")
    right = found[0] if found else same
    wrong = [
        effect
        for effect in _possible(course, before, after, units[actor_id])
        if effect not in found
    ]
    room = MOST - 1 - (right != same)
    choices = [right, *wrong[:room]] if right != same else wrong[:room]
    ordered = sorted(choices, key=_order(course, actor_id, units[actor_id]).index)
    return Effects((*ordered, same), [*ordered, same].index(right))


def _happening(before: ActorState, after: ActorState, unit: str) -> Iterator[Effect]:
    """Yield what becomes of it, what says most first."""
    if (before.presence > 0) != (after.presence > 0):
        yield Effect("appears" if after.presence > 0 else "vanishes")
    if before.word != after.word and after.word:
        yield Effect("state", after.word)
    more = (after.count or 0) - (before.count or 0)
    if more:
        yield Effect("more" if more > 0 else "fewer", unit)


def _possible(
    course: Course, before: ActorState, after: ActorState, unit: str
) -> Iterator[Effect]:
    """Yield what else could be thought of it, the likeliest first."""
    words = dict.fromkeys(outcome.actors[before.id].word for outcome in course.outcomes)
    for word in words:
        if word and word not in (before.word, after.word):
            yield Effect("state", word)
    if before.count is not None or after.count is not None:
        yield Effect("more", unit)
        if before.count:
            yield Effect("fewer", unit)
    if before.presence > 0:
        yield Effect("vanishes")


def _order(course: Course, actor_id: str, unit: str) -> list[Effect]:
    """List all effects in an order that says nothing about which one is right."""
    words = dict.fromkeys(outcome.actors[actor_id].word for outcome in course.outcomes)
    states = [Effect("state", word) for word in words]
    counts = [Effect("more", unit), Effect("fewer", unit)]
    return [Effect("appears"), *states, *counts, Effect("vanishes")]
