"""What a change makes of an actor, and what of a step is another than before."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from sidecar_viz.core.actor_state import (
    ActorState,
    CellsState,
    Home,
    Values,
    actor_state,
)
from sidecar_viz.core.course.laws import Laws
from sidecar_viz.core.lesson import STAGE, ActorChange, Effect, ValueText
from sidecar_viz.core.stage import LinkState

AMOUNT = re.compile(r"^[+-][0-9]{1,6}$")
WHOLE = re.compile(r"^-?[0-9]{1,12}$")
AS_IT_IS = "="
"""What stands before a number with a sign that is no amount: =-5."""


def changed(laws: Laws, state: ActorState, change: Effect) -> ActorState:
    """Return the *state* after a change of its word, tone, values and presence.

    Its count is booked where things change hands. Who is held only comes and goes.
    """
    present = change.present if isinstance(change, ActorChange) else None
    if state.held:
        return state if present is None else replace(state, presence=float(present))
    word = state.word if change.state is None else change.state
    tone = state.tone
    if change.state is not None or change.tone is not None:
        tone = laws.tone(word, change.tone)
    there = state.presence > 0 if present is None else present
    after = actor_state(state.id, word, tone, present=there)
    after = replace(
        state,
        word=word,
        tone=tone,
        presence=after.presence,
        solidity=after.solidity,
        life=after.life,
        values=valued(state.values, change.values),
        cells=_celled(state.cells, change),
    )
    if isinstance(change, ActorChange):
        if change.translated is not None:
            after = replace(after, translated=float(change.translated))
        after = replace(after, home=_moved(laws.home(state), change, laws))
    return state if after == state else after


def _celled(before: CellsState | None, change: Effect) -> CellsState | None:
    """Return the cells after some were taken away and others added, or all anew."""
    if before is None:
        return None
    texts = before.texts if change.cells is None else tuple(map(str, change.cells))
    texts = texts[change.shift or 0 :]
    texts = texts[: len(texts) - (change.pop or 0)] if change.pop else texts
    texts = (*texts, *map(str, change.push))
    marks = before.marks if change.marks is None else change.marks
    return CellsState(texts, marks)


def _moved(now: Home, change: ActorChange, laws: Laws) -> Home | None:
    """Return where an actor stands after a change; None where it is as written.

    In another frame it takes any cell, unless one is given.
    """
    parent, spot = now.parent, now.spot
    if change.parent is not None:
        parent = None if change.parent == STAGE else change.parent
        spot = None if parent != now.parent else spot
    home = Home(parent, change.spot or spot)
    return None if home == laws.written_home(change.id) else home


def counted(before: float | None, wanted: int | str) -> int:
    """Return the count that is *wanted*: as written, or so many more or less.

    It is never below 0.
    """
    if isinstance(wanted, int):
        return wanted
    return max(0, round(before or 0) + int(wanted))


def valued(before: Values, wanted: Mapping[str, ValueText]) -> Values:
    """Return the values after those *wanted* were set, or so much was added to them."""
    if not wanted:
        return before
    return tuple((name, _value(text, wanted.get(name))) for name, text in before)


def _value(before: str, wanted: ValueText | None) -> str:
    if wanted is None:
        return before
    text = str(wanted)
    if AMOUNT.match(text) and WHOLE.match(before):
        return str(int(before) + int(text))
    return text.removeprefix(AS_IT_IS)


def differs(before: ActorState, after: ActorState, *, count: bool) -> bool:
    """Return whether an actor has changed; its *count* may be left out."""
    return (
        before.word != after.word
        or before.tone != after.tone
        or before.presence != after.presence
        or before.values != after.values
        or _cells_differ(before.cells, after.cells)
        or before.home != after.home
        or (count and before.count != after.count)
    )


def _cells_differ(before: CellsState | None, after: CellsState | None) -> bool:
    if before is None or after is None:
        return before is not after
    return (before.texts, before.marks) != (after.texts, after.marks)


def new_cells(before: ActorState, after: ActorState) -> tuple[int, ...]:
    """Number the cells (from 1) that are new: those between what has stayed.

    What stands as before at the front and at the end has stayed, if need be further on.
    """
    if before.cells is None or after.cells is None:
        return ()
    old, new = before.cells.texts, after.cells.texts
    front = 0
    while front < min(len(old), len(new)) and old[front] == new[front]:
        front += 1
    end, most = 0, min(len(old), len(new)) - front
    while end < most and old[-1 - end] == new[-1 - end]:
        end += 1
    return tuple(range(front + 1, len(new) - end + 1))


def linked_otherwise(before: LinkState, after: LinkState) -> bool:
    """Return whether a link has changed."""
    return (before.word, before.target, before.presence) != (
        after.word,
        after.target,
        after.presence,
    )


def new_values(before: ActorState, after: ActorState) -> tuple[str, ...]:
    """Name the values that are others than before."""
    pairs = zip(before.values, after.values, strict=True)
    return tuple(name for (_, old), (name, new) in pairs if old != new)
