"""The state of everything after a step, and the moves that led there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.lesson import Send, Step, WhatIfStep
from sidecar_viz.core.stage import Chip, FlowState, LinkState

Where = Literal["needs", "actors", "links", "sends"]


class Move(Struct, frozen=True, gc=False):
    """A part of a step (*start* to *end*, 0..1) in which an actor becomes *state*.

    With *crash* it breaks on the way.
    """

    start: float
    end: float
    state: ActorState
    crash: bool = False


class LinkMove(Struct, frozen=True, gc=False):
    """A part of a step (*start* to *end*, 0..1) in which a link becomes *state*."""

    start: float
    end: float
    state: LinkState


class FlowMove(Struct, frozen=True, gc=False):
    """A flow that begins or ends between *start* and *end* (0..1) of a step."""

    start: float
    end: float
    flow: FlowState
    begins: bool


class Flight(Struct, frozen=True, gc=False):
    """A chip that leaves at *start* and arrives at *end* (0..1 of a step)."""

    start: float
    end: float
    chip: Chip


class Tick(Struct, frozen=True, gc=False):
    """What changes for an actor *at* a place (0..1) of a step, all at once.

    It counts *adds* more (or less, never below 0), gains, loses or has sent the item
    with a number (0: none); or its count becomes *count*, and it loses all items but
    as many; or all of it becomes as in *anew*.
    """

    at: float
    adds: int = 0
    gains: int = 0
    loses: int = 0
    sends: int = 0
    count: int | None = None
    anew: ActorState | None = None

    def applied(self, state: ActorState) -> ActorState:
        """Return the *state* with this change."""
        if self.anew is not None:
            old = self.anew
            return replace(
                state, count=old.count, holds=old.holds, sent=old.sent, lost=old.lost
            )
        count: float | None = self.count
        holds, sent, lost = state.holds, state.sent, state.lost
        if count is None:
            more = max(0, (state.count or 0) + self.adds)
            count = more if self.adds else state.count
        else:
            holds, lost = holds[: self.count], holds[self.count :] or lost
        if self.gains and self.gains not in holds:
            holds = tuple(sorted((*holds, self.gains)))
        if self.loses:
            holds = tuple(number for number in holds if number != self.loses)
        if self.sends and self.sends not in sent:
            sent = (*sent, self.sends)
        return replace(state, count=count, holds=holds, sent=sent, lost=lost)


class Unmet(Struct, frozen=True, gc=False):
    """A change that does not happen: its place in the step, and why."""

    where: Where
    index: int
    why: str


class Outcome(Struct, frozen=True):
    """The state of everything after a step, and how it came about.

    *sends* holds what travels in this step, with the loops that go on; *changed* the
    ids of the actors and links that the step made different, without those that only
    count on; *unmet* the changes of the step that do not happen; *losses* when (0..1)
    what falls down beside each link; *ticks* what each actor counts in the course of
    the step, where something arrives or leaves; *own* what a what-if writes about the
    step. *step* is as it is in this course.
    """

    index: int
    step: Step | None
    actors: Mapping[str, ActorState]
    links: Mapping[str, LinkState]
    blocked: str | None = None
    flows: tuple[FlowState, ...] = ()
    sends: tuple[Send, ...] = ()
    changed: tuple[str, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    actor_moves: Mapping[str, tuple[Move, ...]] = {}
    link_moves: Mapping[str, tuple[LinkMove, ...]] = {}
    flow_moves: tuple[FlowMove, ...] = ()
    flights: tuple[Flight, ...] = ()
    losses: Mapping[str, tuple[tuple[float, int], ...]] = {}
    ticks: Mapping[str, tuple[Tick, ...]] = {}
    own: WhatIfStep | None = None
