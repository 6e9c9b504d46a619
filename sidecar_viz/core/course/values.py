"""Every text that the named values of a lesson can have, in all its courses."""

from __future__ import annotations

from collections.abc import Mapping

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import ActorState

Texts = dict[str, set[str]]
"""The texts of each value, by its name."""


def value_texts(lesson: Lesson) -> Mapping[str, Texts]:
    """Return for each actor with values what each of them can be."""
    found: dict[str, Texts] = {
        actor.id: {name: set() for name in actor.values}
        for actor in lesson.actors
        if actor.values
    }
    if not found:
        return {}
    usual = course_of(lesson)
    courses = (usual, *(course_of(lesson, one, usual) for one in lesson.what_ifs))
    for course in courses:
        for outcome in course.outcomes:
            for actor, texts in found.items():
                _note(texts, outcome.actors[actor])
                for move in outcome.actor_moves.get(actor, ()):
                    _note(texts, move.state)
    return found


def _note(texts: Texts, state: ActorState) -> None:
    for name, text in state.values:
        texts[name].add(text)
