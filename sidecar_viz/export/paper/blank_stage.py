"""The stage before anything has happened, with no word of how anything stands."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.actor_state import ActorState, CellsState
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.stage import LinkState, Stage


def blank_stage(timeline: Timeline) -> Stage:
    """Return the stage of the start without states, counts, values and items.

    Who is not there at the start is not on it: nothing of any step is.
    """
    stage = timeline.rest(0)
    return Stage(
        tuple(_blank(state) for state in stage.actors),
        tuple(_off(link) for link in stage.links),
    )


def blank_lesson(lesson: Lesson) -> Lesson:
    """Return the lesson as it is laid out for that stage: without steps or counts."""
    actors = tuple(
        replace(actor, count=None, unit="", unit_one="", counts=None)
        for actor in lesson.actors
    )
    return replace(lesson, actors=actors, steps=(), what_ifs=())


def _blank(state: ActorState) -> ActorState:
    cells = None if state.cells is None else CellsState(("",) * len(state.cells.texts))
    return replace(
        ActorState(state.id, "", "idle", presence=state.presence, life=0.0),
        home=state.home,
        values=tuple((name, "") for name, _ in state.values),
        cells=cells,
    )


def _off(link: LinkState) -> LinkState:
    return LinkState(link.id, "off", presence=link.presence, target=link.target)
