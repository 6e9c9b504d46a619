"""Where a what-if differs from the lesson: at a moment, and step by step."""

from __future__ import annotations

from typing import Literal

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.beside.told import is_affected
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import boxes_of
from sidecar_viz.core.stage import LinkState, Stage

StepSign = Literal["", "fails", "differs"]
"""What a what-if makes of a step: nothing, it cannot happen, it ends otherwise."""


def step_signs(course: Course) -> tuple[StepSign, ...]:
    """Return what the what-if makes of each step, from the start on; () without one."""
    if course.what_if is None:
        return ()
    return tuple(_sign(course, number) for number in range(course.end + 1))


def failed_boxes(course: Course) -> frozenset[str]:
    """Return the boxes of the flow that the what-if's steps that happen never light.

    They are those that the lesson lights at steps that cannot happen.
    """
    signs = step_signs(course)
    lost: set[str] = set()
    lit: set[str] = set(course.lesson.start.flow)
    for number, sign in enumerate(signs):
        run = course.usual if sign == "fails" else course.outcomes
        step = run[number].step
        if step is not None:
            (lost if sign == "fails" else lit).update(boxes_of(step))
    return frozenset(lost - lit)


def differing(one: Stage, other: Stage) -> frozenset[str]:
    """Return the ids of the actors and links that differ between two runs.

    What somebody could name counts: who is there and where, each state, count, value
    and cell, which items are held, sent and lost, where links lead, and along which
    links a stream goes. How far a move has come does not, nor what is in focus.

    Args:
        one: a moment of a run.
        other: the same moment of another run of the same lesson.
    """
    actors = zip(one.actors, other.actors, strict=True)
    links = zip(one.links, other.links, strict=True)
    found = {now.id for now, usual in actors if _actor(now) != _actor(usual)}
    found |= {now.id for now, usual in links if _link(now) != _link(usual)}
    return frozenset(found | (_streaming(one) ^ _streaming(other)))


def _sign(course: Course, number: int) -> StepSign:
    outcome, usual = course.outcomes[number], course.usual[number]
    if outcome.blocked is not None and usual.blocked is None:
        return "fails"
    return "differs" if is_affected(course, number) else ""


def _actor(state: ActorState) -> tuple[object, ...]:
    if state.presence <= 0.0:
        return ()
    said = state.word, state.tone, state.count, state.values, state.broken
    cells = (state.cells.texts, state.cells.marks) if state.cells else ()
    return *said, cells, state.home, state.holds, state.sent, state.lost


def _link(state: LinkState) -> tuple[object, ...]:
    if state.presence <= 0.0:
        return ()
    return state.word, state.target, state.lost


def _streaming(stage: Stage) -> set[str]:
    """Return the links along which a stream goes."""
    return {hop.link for flow in stage.flows for hop in flow.route}
