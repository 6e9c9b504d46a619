"""What each move is about: what the camera comes near to, and what fades."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.easing import smooth, windowed
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import Shot

COMING = 0.5
"""Seconds in which the camera comes near, and in which it goes back."""
LONGEST = 0.25
"""The largest part (0..1) of a move in which the camera may be coming near."""
FADES, NEARS = (0.04, 0.35), (0.3, 1.0)
"""When (0..1 of that) the rest fades, and when the camera moves: first the eye is
led, then it is taken along. The first frame is just the stage: it comes at once."""


def shot_of(lesson: Lesson, before: Outcome, after: Outcome) -> Shot | None:
    """Find what the move between two outcomes is about; None for the whole stage.

    That is what the step's *shot* names. Where it names nothing, it is what the step
    is about or changes, with the ends of what begins to travel in it. A link comes
    with its ends, a frame with all that stands in it; a frame around something meant
    does not fade, either.
    """
    step = after.step
    if step is None or step.shot == () or _moves(before, after):
        return None
    if step.shot is None:
        named = frozenset(step.focus or after.changed) | _begun(before, after)
    else:
        named = frozenset(step.shot)
    framed = _with_children(lesson, _with_ends(lesson, after, named))
    meant = framed | _around(lesson, framed) | _links_among(lesson, after, framed)
    present = {
        actor.id
        for actor in lesson.actors
        if before.actors[actor.id].presence or after.actors[actor.id].presence
    }
    return Shot(meant, framed) if framed and present - meant else None


def shot_at(shot: Shot, amount: float, seconds: float) -> Shot:
    """Return the shot *amount* (0..1) of the way through a move.

    Args:
        seconds: how long the move takes; the camera needs 0.5 s each way, or a
            quarter of a shorter move.
    """
    coming = min(LONGEST, COMING / seconds)
    come = min(1.0, min(amount, 1.0 - amount) / coming)
    near, apart = (smooth(windowed(come, *part)) for part in (NEARS, FADES))
    return replace(shot, near=near, apart=apart)


def _begun(before: Outcome, after: Outcome) -> frozenset[str]:
    """Find the ends and the ways of what travels and did not travel before."""
    going = {(flow.source, flow.target) for flow in before.flows}
    found: set[str] = set()
    for flight in after.flights:
        chip = flight.chip
        if (chip.source, chip.target) not in going:
            found |= {chip.source, chip.target, *(hop.link for hop in chip.route)}
    return frozenset(found)


def _with_ends(lesson: Lesson, after: Outcome, named: frozenset[str]) -> frozenset[str]:
    """Return all that is *named*, with what its links join and run through."""
    found = set(named)
    for link in lesson.links:
        state = after.links[link.id]
        if link.id in named and state.presence > 0.0:
            found |= {link.source, state.target, *filter(None, (link.through,))}
    return frozenset(found)


def _with_children(lesson: Lesson, meant: Iterable[str]) -> frozenset[str]:
    """Return all that is meant, with the actors inside, however deep."""
    found = set(meant)
    parents = {actor.id: actor.parent for actor in lesson.actors}
    for actor_id, parent in parents.items():
        up = parent
        while up is not None and up not in found:
            up = parents[up]
        if up is not None:
            found.add(actor_id)
    return frozenset(found)


def _links_among(
    lesson: Lesson, after: Outcome, framed: frozenset[str]
) -> frozenset[str]:
    """Find the links between two actors that are framed."""
    return frozenset(
        link.id
        for link in lesson.links
        if {link.source, after.links[link.id].target} <= framed
    )


def _around(lesson: Lesson, framed: frozenset[str]) -> frozenset[str]:
    """Find the actors that something framed stands in."""
    parents = {actor.id: actor.parent for actor in lesson.actors}
    found: set[str] = set()
    for actor_id in framed:
        up = parents.get(actor_id)
        while up is not None:
            found.add(up)
            up = parents[up]
    return frozenset(found)


def _moves(before: Outcome, after: Outcome) -> bool:
    """Return whether somebody moves to another place: that is seen from afar."""
    return any(
        state.home != before.actors[key].home for key, state in after.actors.items()
    )
