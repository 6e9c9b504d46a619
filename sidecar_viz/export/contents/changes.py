"""What a step changes: of each actor and link how it stood, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.beside.tables import NOTHING
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Actor, Link
from sidecar_viz.core.stage import LinkState

ARROWS = {"forward": "→", "both": "↔", "none": "–"}


class Change(Struct, frozen=True):
    """What is changed, and what is said of it before and after."""

    name: str
    before: str
    after: str


def changes(course: Course, number: int) -> tuple[Change, ...]:
    """List what step *number* changes, in the lesson's order; nothing at the start.

    A step that begins anew is compared with the step from which it begins.
    """
    if number == 0:
        return ()
    step = course.lesson.steps[number - 1]
    since = number - 1 if step.since is None else course.index_of(step.since)
    before, after = course.outcomes[since], course.outcomes[number]
    names = {actor.id: actor.name for actor in course.lesson.actors}
    every = (
        *(
            Change(
                actor.name,
                _actor_said(actor, before.actors[actor.id], names),
                _actor_said(actor, after.actors[actor.id], names),
            )
            for actor in course.lesson.actors
        ),
        *(
            Change(
                f"{names[link.source]} {ARROWS[link.direction]} {names[link.target]}",
                _link_said(link, before.links[link.id], names),
                _link_said(link, after.links[link.id], names),
            )
            for link in course.lesson.links
        ),
    )
    return tuple(change for change in every if change.before != change.after)


def _actor_said(actor: Actor, state: ActorState, names: dict[str, str]) -> str:
    if state.presence <= 0.0:
        return NOTHING
    return ", ".join(_parts(actor, state, names)) or NOTHING


def _parts(actor: Actor, state: ActorState, names: dict[str, str]) -> Iterator[str]:
    if state.word:
        yield state.word
    if state.count is not None:
        count = round(state.count)
        unit = actor.unit_one if count == 1 and actor.unit_one else actor.unit
        yield f"{count} {unit}".strip()
    yield from (f"{name} {text}" for name, text in state.values if text)
    if state.cells is not None and state.cells.texts:
        yield f"[{', '.join(state.cells.texts)}]"
    if state.home is not None and state.home.parent is not None:
        yield f"in {names[state.home.parent]}"


def _link_said(link: Link, state: LinkState, names: dict[str, str]) -> str:
    if state.presence <= 0.0:
        return NOTHING
    word: str = getattr(link.words, state.word)
    elsewhere = state.target and state.target != link.target
    return f"{word}, to {names[state.target]}" if elsewhere else word
