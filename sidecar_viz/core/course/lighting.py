"""Turns the focus of a step's moments on and off, as moves of who is meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.course.changing import new_cells, new_values
from sidecar_viz.core.course.laws import lit, lit_link
from sidecar_viz.core.course.outcome import LinkMove, Move
from sidecar_viz.core.lesson import Step
from sidecar_viz.core.stage import LinkState

M = TypeVar("M", Move, LinkMove)
Focus = frozenset[str]
Fresh = tuple[tuple[str, ...], tuple[int, ...]]
LOOKING = 0.25
"""The share of a step in which it is shown what the step is about."""


def focus_of(step: Step, changed: Focus, moments: int) -> tuple[Focus, ...]:
    """Return whom each of the *moments* is about: as written, else who is *changed*."""
    now, found = frozenset(step.focus) or changed, []
    for moment in range(1, moments + 1):
        for light in step.moments:
            if light.moment == moment and light.focus is not None:
                now = frozenset(light.focus)
        found.append(now)
    return tuple(found)


def light_actors(
    focuses: tuple[Focus, ...],
    before: Mapping[str, ActorState],
    actors: dict[str, ActorState],
    moves: dict[str, list[Move]],
    base: Mapping[str, ActorState],
) -> None:
    """Write into the *actors* and their *moves* whom each moment is about.

    Values and cells that are others than in *base* are new.
    """
    for key, state in actors.items():
        fresh = new_values(base[key], state), new_cells(base[key], state)

        def shown(one: Any, focus: Focus, fresh: Fresh = fresh) -> ActorState:
            return lit(one, focus, *fresh)

        actors[key] = after = shown(state, focuses[-1])
        found = _relit(key, state is not after, before[key], focuses, moves, shown)
        if found:
            found[-1] = replace(found[-1], state=after)
            moves[key] = found


def light_links(
    focuses: tuple[Focus, ...],
    before: Mapping[str, LinkState],
    links: dict[str, LinkState],
    moves: dict[str, list[LinkMove]],
) -> None:
    """Write into the *links* and their *moves* which each moment is about."""
    for key, state in links.items():
        links[key] = after = lit_link(state, focuses[-1])
        found = _relit(key, state is not after, before[key], focuses, moves, lit_link)
        if found:
            found[-1] = replace(found[-1], state=after)
            moves[key] = found


def _relit(
    key: str,
    changes: bool,  # noqa: FBT001 - what was found out, handed on
    before: Any,
    focuses: tuple[Focus, ...],
    moves: Mapping[str, list[M]],
    shown: Callable[[Any, Focus], Any],
) -> list[Any]:
    """Return the moves with the focus in them, and further ones where it changes."""
    known: list[Any] = moves.get(key, [])
    if len({key in focus for focus in focuses}) == 1:
        found: list[Any] = [
            replace(one, state=shown(one.state, focuses[0])) for one in known
        ]
        if not known:
            return [_looking(0.0, 1.0, before)] if changes else []
        if known[0].start > 0.0 and before.focus > 0.0 and key not in focuses[0]:
            dark = replace(before, focus=0.0)  # it is meant no longer, before it moves
            found.insert(0, _looking(0.0, known[0].start, dark))
        return found
    found = []
    state, many = before, len(focuses)
    for number, focus in enumerate(focuses):
        start, end = number / many, (number + 1) / many
        inside: list[Any] = [move for move in known if start <= move.start < end]
        first = inside[0].start if inside else end
        if (key in focus) != (state.focus > 0.0) and first > start:
            inside = [_looking(start, first, state), *inside]
        for move in inside:
            state = shown(move.state, focus)
            found.append(replace(move, state=state))
    return found


def _looking(
    start: float, end: float, state: ActorState | LinkState
) -> Move | LinkMove:
    """Return a move in which nothing but the focus changes."""
    soon = start + LOOKING * (end - start)
    if isinstance(state, ActorState):
        return Move(start, soon, state)
    return LinkMove(start, soon, state)
