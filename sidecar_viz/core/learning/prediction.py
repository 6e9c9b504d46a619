"""Predict first: what can be predicted, and how good a prediction was."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Link


class Verdict(Struct, frozen=True):
    """How right a guess was: names of what was guessed, and of what changes.

    *actor* is the id of the actor that was guessed, "" for none.
    """

    right: bool
    guess: str
    others: tuple[str, ...]
    blocked: str | None = None
    actor: str = ""


def choices(course: Course, step: int) -> tuple[tuple[str, str], ...]:
    """List id and name of all that can be guessed, in the order of the keys 1 to 9.

    What is neither present at *step* nor appears in the next one is left out.
    """
    near = course.outcomes[step : step + 2]
    return tuple(
        (actor.id, actor.name)
        for actor in course.lesson.actors
        if any(outcome.actors[actor.id].presence > 0 for outcome in near)
    )


def verdict(course: Course, number: int, guess: frozenset[str]) -> Verdict:
    """Compare a *guess* (ids that mean one thing) with what step *number* changes.

    What the step is about also counts as right: a volume that is read from does not
    change, but it is where to look.
    """
    outcome = course.outcomes[number]
    changed = {_standing_for(course, key) for key in outcome.changed}
    guessed = {_standing_for(course, key) for key in guess}
    names = {actor.id: actor.name for actor in course.lesson.actors}
    about = set(outcome.step.focus) if outcome.step else set[str]()
    hit = bool((changed | about) & guessed)
    others = tuple(name for key, name in names.items() if key in changed - guessed)
    actor = next((key for key in guessed if key in names), "")
    return Verdict(hit, names.get(actor, ""), others, outcome.blocked, actor)


def _standing_for(course: Course, thing_id: str) -> str:
    """Return the actor that a link is seen as: who carries it, or where it leads."""
    link: Link | None = next((k for k in course.lesson.links if k.id == thing_id), None)
    return (link.through or link.target) if link else thing_id
