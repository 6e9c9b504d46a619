"""What a picture of a run says to those who do not see it."""

from __future__ import annotations

from math import inf

from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.bar_words import why_it_ended
from sidecar_viz.pods.showing.cards import Card
from sidecar_viz.pods.showing.gates import Gate
from sidecar_viz.pods.showing.lanes import Bar, ContainerLane, PodLane

KINDS = {
    "init": "init container",
    "sidecar": "sidecar",
    "regular": "container",
    "ephemeral": "ephemeral container",
}
ORDER = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def card_said(card: Card) -> str:
    """Say a card: name, kind, state, lamps, facts, and when it stops."""
    parts = [card.name, KINDS[card.kind], card.pill.lower()]
    if card.lamps is not None:
        parts.append("started" if card.lamps[0] else "not started")
        parts.append("ready" if card.lamps[1] else "not ready")
    parts += card.facts
    if card.turn is not None:
        parts.append(f"stops {ORDER.get(card.turn, f'as number {card.turn}')}")
    return ", ".join(parts)


def gate_said(gate: Gate) -> str:
    """Say a gate: whom it lets in, whether it is open, and what opens it."""
    if gate.since is not None:
        return f"gate to {gate.effect}, open since {seconds(gate.since)}"
    return f"gate to {gate.effect}, shut, waits for {gate.cause}: {gate.opener}"


def lane_said(lane: ContainerLane, t: float, known: float = inf) -> tuple[str, str]:
    """Say a container's lane: what it does at a second, and its life.

    What is after the second *known* is not told.
    """
    now = lane.bar_at(t)
    name = f"{lane.name}, {bar_said(lane, now, known)}"
    told = (bar for bar in lane.bars if bar.begin <= known)
    return name, "; ".join(bar_said(lane, bar, known) for bar in told)


def bar_said(lane: ContainerLane, bar: Bar, known: float = inf) -> str:
    """Say a bar, such as "SIGTERM, 61 to 65 s, exit 0"."""
    words = {"over": f"over: {bar.word}", "pull": "pulls its image"}
    said = words.get(bar.fill, bar.word)
    if bar.end > known:
        return f"{said}, since {seconds(bar.begin)}"
    ended = why_it_ended(lane, bar.end)
    span = f"{seconds(bar.begin)} to {seconds(bar.end)}"
    alive = bar.fill not in ("wait", "pull", "back-off", "over")
    return f"{said}, {span}" + (f", {ended}" if ended and alive else "")


def pod_lane_said(lane: PodLane, t: float, known: float = inf) -> tuple[str, str]:
    """Say a lane of the pod: what is so at a second, and all that is *known* then."""
    now = lane.at(t)
    name = f"{lane.name}: {now.word if now is not None else 'nothing'}"
    told = (s for s in lane.stretches if s.begin <= known)
    return name, "; ".join(
        f"{s.word}, since {seconds(s.begin)}"
        if s.end > known
        else f"{s.word}, {seconds(s.begin)} to {seconds(s.end)}"
        for s in told
    )
