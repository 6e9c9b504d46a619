"""Where on the stage each what-if is begun by hand."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.lesson import Lesson, WhatIf


class Grip(Struct, frozen=True):
    """A what-if, and the id of the actor or link at which it is begun."""

    what_if: WhatIf
    at: str


def grips(lesson: Lesson) -> tuple[Grip, ...]:
    """List where each what-if of a lesson is begun, in the lesson's order.

    It is where the lesson says (*at*); else at what the what-if holds; else at what
    the first step is about that it lets fail or changes. A what-if about nothing on
    the stage has none.
    """
    found = ((what_if, _place(lesson, what_if)) for what_if in lesson.what_ifs)
    return tuple(Grip(what_if, at) for what_if, at in found if at)


def grips_near(lesson: Lesson, actor_id: str) -> tuple[Grip, ...]:
    """List the what-ifs that are begun at an actor, or at a link that it has."""
    near = {actor_id}
    for link in lesson.links:
        if actor_id in (link.source, link.target, link.through):
            near.add(link.id)
    return tuple(grip for grip in grips(lesson) if grip.at in near)


def _place(lesson: Lesson, what_if: WhatIf) -> str:
    if what_if.at is not None:
        return what_if.at
    for hold in what_if.holds:
        return hold.actor or hold.link or ""
    named = [part.step for part in what_if.fails]
    named += [part.step for part in what_if.steps]
    steps = {step.id: step for step in lesson.steps}
    about = [place for step_id in named for place in steps[step_id].focus]
    return about[0] if about else ""
