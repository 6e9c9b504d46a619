"""The lanes of a time line, as values: a lane for each container, and the pod's own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from sidecar_viz.pods.given.pod import Kind, ProbeName
from sidecar_viz.pods.running.processes import HookName

Fill = Literal[
    "wait", "pull", "starting", "unready", "runs", "back-off", "stopping", "over"
]
"""How a stretch of a container's life looks."""
ALIVE: tuple[Fill, ...] = ("starting", "unready", "runs", "stopping")
Mood = Literal["quiet", "strong", "good", "bad", "gone"]
"""How a stretch of a lane of the pod looks."""
LaneName = Literal["Phase", "Ready", "Endpoint", "Volumes, network"]


class Bar(Struct, frozen=True):
    """A stretch of a container's life, from *begin* to *end* in seconds.

    *word* is its reason or what it does; *whole* is how long a back-off takes.
    """

    begin: float
    end: float
    fill: Fill
    word: str = ""
    whole: float = 0.0


class Tick(Struct, frozen=True):
    """An answer to a probe's question."""

    t: float
    probe: ProbeName
    passed: bool


class HookBar(Struct, frozen=True):
    """A hook under way; *cut* if it did not come to its own end."""

    begin: float
    end: float
    name: HookName
    cut: bool = False


class Flag(Struct, frozen=True):
    """A signal to a process."""

    t: float
    word: str


class Exit(Struct, frozen=True):
    """The end of a process; *ran* is how long it ran, in seconds."""

    t: float
    code: int
    reason: str
    ran: float


class ContainerLane(Struct, frozen=True):
    """One container's life; *look* is the kind whose colour it has."""

    name: str
    kind: Kind
    look: Kind
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...] = ()
    hooks: tuple[HookBar, ...] = ()
    flags: tuple[Flag, ...] = ()
    exits: tuple[Exit, ...] = ()
    starts: tuple[float, ...] = ()

    def bar_at(self, t: float) -> Bar:
        """Return the stretch that a second is in."""
        return at_second(self.bars, t)

    def exit_at(self, t: float) -> Exit | None:
        """Return the newest end at a second; None if it has not ended yet."""
        return next((e for e in reversed(self.exits) if e.t <= t), None)


class Stretch(Struct, frozen=True):
    """A stretch of a lane of the pod."""

    begin: float
    end: float
    word: str
    mood: Mood


class PodLane(Struct, frozen=True):
    """A lane of the pod, up to *end*: what the API shows, or what the node has."""

    name: LaneName
    stretches: tuple[Stretch, ...]
    end: float

    def at(self, t: float) -> Stretch | None:
        """Return the stretch that a second is in; None between two of them."""
        if not self.stretches or t < self.stretches[0].begin:
            return None
        found = at_second(self.stretches, t)
        return found if t < found.end or found.end >= self.end else None


Span = TypeVar("Span", Bar, Stretch)


class Arrow(Struct, frozen=True):
    """A cause: what one container did let another one do something at a second."""

    t: float
    cause: str
    effect: str


class Deed(Struct, frozen=True):
    """Something that was done to the pod from outside, in a few words."""

    t: float
    word: str


def at_second(items: Sequence[Span], t: float) -> Span:
    """Return the item that a second is in: the last one that has begun."""
    found = bisect_right(items, t, key=lambda item: item.begin) - 1
    return items[max(0, found)]
