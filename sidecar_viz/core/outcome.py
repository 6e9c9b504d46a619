"""The state of everything after a step, and the moves that led there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from sidecar_viz.core.lesson import Send, Step
from sidecar_viz.core.stage import ActorState, FlowState, LinkState, Packet

Where = Literal["needs", "actors", "links", "sends"]


class Move(Struct, frozen=True, gc=False):
    """A part of a step (*start* to *end*, 0..1) in which an actor becomes *state*."""

    start: float
    end: float
    state: ActorState


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


class PacketMove(Struct, frozen=True, gc=False):
    """Something that travels once between *start* and *end* (0..1) of a step."""

    start: float
    end: float
    packet: Packet


class Unmet(Struct, frozen=True, gc=False):
    """A change that does not happen: its place in the step, and why."""

    where: Where
    index: int
    why: str


class Outcome(Struct, frozen=True):
    """The state of everything after a step, and how it came about.

    *sends* holds what travels in this step, with the loops that go on; *changed* the
    ids of the actors and links that the step made different, without those that only
    count on; *unmet* the changes of the step that do not happen.
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
    packet_moves: tuple[PacketMove, ...] = ()
