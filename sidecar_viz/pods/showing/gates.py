"""The gates between containers: what opens each one, and since when it is open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from sidecar_viz.pods.given.pod import Container, Pod
from sidecar_viz.pods.showing.lanes import ContainerLane
from sidecar_viz.pods.showing.run import Run

Opener = Literal["exit 0", "started", "postStart done"]


class Gate(Struct, frozen=True):
    """A gate from one container to the next one, or to all regular ones at once.

    *since* is the second at which it opened; None: it is shut.
    """

    cause: str
    effect: str
    opener: Opener
    since: float | None

    @property
    def lets_in(self) -> bool:
        """Return whether the next one may begin."""
        return self.since is not None


def gates_at(run: Run, t: float) -> tuple[Gate, ...]:
    """Return all gates at a second, in the order of starting (R6 to R10)."""
    return tuple(
        Gate(cause.name, effect.name, opener_of(cause), _since(run.lane[cause.name], t))
        if opener_of(cause) != "exit 0"
        else Gate(
            cause.name, effect.name, "exit 0", _succeeded(run.lane[cause.name], t)
        )
        for cause, effect in steps_of(run.pod)
    )


def steps_of(pod: Pod) -> Iterator[tuple[Container, Container]]:
    """Yield who opens a gate, and the first of those behind it."""
    inits = pod.inits
    yield from pairwise(inits)
    if inits and pod.regular:
        yield inits[-1], pod.regular[0]


def opener_of(container: Container) -> Opener:
    """Return what opens the gate behind a container (R7, R8, R9)."""
    if container.kind == "init":
        return "exit 0"
    return "postStart done" if container.post_start else "started"


def _succeeded(lane: ContainerLane, t: float) -> float | None:
    """Return since when an init container has succeeded."""
    begun = max((s for s in lane.starts if s <= t), default=t)
    return next((e.t for e in lane.exits if e.code == 0 and begun <= e.t <= t), None)


def _since(lane: ContainerLane, t: float) -> float | None:
    """Return since when a sidecar is started, and its hook done; a new one shuts it."""
    begun = max((s for s in lane.starts if s <= t), default=t)
    fills = ("unready", "runs", "stopping")
    lit = [b.begin for b in lane.bars if b.fill in fills and begun <= b.begin <= t]
    hooks = [h for h in lane.hooks if h.name == "postStart" and h.begin >= begun]
    if not lit or any(h.cut or h.end > t for h in hooks):
        return None
    return max(lit[0], *(h.end for h in hooks)) if hooks else lit[0]
