"""What can become of a lesson in any of its courses: texts of values, places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sidecar_viz.core.actor_state import ActorState, Home
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import ActorChange, Lesson

Texts = dict[str, set[str]]
"""The texts of each value, by its name."""
Homes = tuple[tuple[str, Home], ...]
"""Who stands elsewhere than at the start, and where, in the lesson's order."""


def value_texts(lesson: Lesson) -> Mapping[str, Texts]:
    """Return for each actor with values what each of them can be."""
    found: dict[str, Texts] = {
        actor.id: {name: set() for name in actor.values}
        for actor in lesson.actors
        if actor.values
    }
    for state in _states(lesson) if found else ():
        for name, text in state.values:
            found[state.id][name].add(text)
    return found


def cell_texts(lesson: Lesson) -> Mapping[str, list[tuple[str, ...]]]:
    """Return for each actor with cells what all of them can be at one time."""
    found: dict[str, list[tuple[str, ...]]] = {
        actor.id: [] for actor in lesson.actors if actor.cells is not None
    }
    for state in _states(lesson) if found else ():
        if state.cells is not None and state.cells.texts not in found[state.id]:
            found[state.id].append(state.cells.texts)
    return found


def homes_of(states: Mapping[str, ActorState]) -> Homes:
    """Return who of some actors has moved, and where to."""
    return tuple((key, s.home) for key, s in states.items() if s.home is not None)


def has_moves(lesson: Lesson) -> bool:
    """Return whether anybody moves in a lesson or in one of its what-ifs."""
    changes: list[ActorChange] = [c for step in lesson.steps for c in step.actors]
    for what_if in lesson.what_ifs:
        changes += [change for part in what_if.steps for change in part.actors]
    return any(c.parent is not None or c.spot is not None for c in changes)


def every_home(lesson: Lesson) -> dict[str, list[Home]]:
    """Return for each actor where it stands at the start, and all that it moves to."""
    found = {a.id: [Home(a.parent, a.spot)] for a in lesson.actors}
    for state in _states(lesson):
        if state.home is not None and state.home not in found[state.id]:
            found[state.id].append(state.home)
    return found


def _states(lesson: Lesson) -> Iterator[ActorState]:
    """Yield every state that an actor has, at rest or after a moment."""
    usual = course_of(lesson)
    courses = (usual, *(course_of(lesson, one, usual) for one in lesson.what_ifs))
    for course in courses:
        for outcome in course.outcomes:
            yield from outcome.actors.values()
            for moves in outcome.actor_moves.values():
                yield from (move.state for move in moves)
