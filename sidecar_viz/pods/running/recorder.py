"""Writes down what happens, as it happens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sized
from typing import Any, Literal

from msgspec import Struct

from sidecar_viz.pods.deciding.status import Ended, Status
from sidecar_viz.pods.running.queue import Queue

Event = tuple[float, str, str]
# fmt: off
Deed = Literal[
    "pulling", "pulled", "pull-failed", "waits", "begins", "ends",
    "started", "ready", "unready", "passed", "failed",
    "stopping", "turn", "signal", "hook", "hook-over", "hook-cut",
]
# fmt: on


class Doing(Struct, frozen=True):
    """What a node does with one container at second *t*.

    *about* is the probe, hook, signal, reason or whom it waits for; *until* the second
    at which a wait is over.
    """

    t: float
    who: str
    what: Deed
    about: str = ""
    until: float | None = None


class Snapshot(Struct, frozen=True):
    """The status from second *t* on; *marks* are the checkpoints at it."""

    t: float
    status: Status
    marks: tuple[str, ...] = ()


class Trace(Struct):
    """All that happened in a simulation, in order of time.

    *course* has every start and end of a process, in order, *exits* how each ended,
    *doings* what the node does with each container, and *order* names what was written
    down, list and place, one after another. *kube_about* names the container that each
    of *kube_events* is about, "" for the pod. *end* is the
    second at which it had come to its end, None if it never did; *stopped* says why
    nothing comes after it, *last* is the second of that.
    """

    events: list[Event]
    snapshots: list[Snapshot]
    actions: list[tuple[float, dict[str, Any]]]
    kube_events: list[Event]
    exit_times: dict[str, list[float]]
    volumes: list[Event]
    sandbox: list[Event]
    course: list[Event]
    exits: list[tuple[float, str, Ended]]
    order: list[tuple[str, int]]
    doings: list[Doing]
    deleted_at: float | None = None
    end: float | None = None
    stopped: str = ""
    last: float = 0.0
    kube_about: list[str] = []

    def status_at(self, second: float) -> Status:
        """Return the status that the API shows at a second, after all that is in it."""
        after = bisect_right(self.snapshots, second, key=lambda one: one.t)
        return self.snapshots[max(0, after - 1)].status


class Recorder:
    """Adds to a trace at the queue's second."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue
        self.trace = Trace([], [], [], [], {}, [], [], [], [], [], [])

    def event(self, actor: str, event: str) -> None:
        """Write down what a process, hook or probe does."""
        self.trace.events.append((self._queue.now, actor, event))
        self._in_order("events", self.trace.events)

    def doing(
        self, who: str, what: Deed, about: str = "", until: float | None = None
    ) -> None:
        """Write down what the node does with a container."""
        self.trace.doings.append(Doing(self._queue.now, who, what, about, until))
        self._in_order("doings", self.trace.doings)

    def began(self, name: str) -> None:
        """Write down that a container's process has begun."""
        self.doing(name, "begins")
        self.trace.course.append((self._queue.now, name, "start"))

    def ended(self, name: str, how: Ended) -> None:
        """Write down that a container's process has ended, however it did."""
        self.trace.course.append((self._queue.now, name, "end"))
        self.trace.exit_times.setdefault(name, []).append(self._queue.now)
        self.trace.exits.append((self._queue.now, name, how))
        self.doing(name, "ends", how.reason)
        self._in_order("exits", self.trace.exits)

    def _in_order(self, name: str, kept: Sized) -> None:
        self.trace.order.append((name, len(kept) - 1))

    def kube(self, reason: str, message: str, who: str = "") -> None:
        """Write down an event as `kubectl describe` lists it, about a container."""
        self.trace.kube_events.append((self._queue.now, reason, message))
        self.trace.kube_about.append(who)
        self._in_order("kube_events", self.trace.kube_events)

    def volume(self, name: str, state: str) -> None:
        """Write down that a volume is mounted on the node, or no more."""
        self.trace.volumes.append((self._queue.now, name, state))
        self._in_order("volumes", self.trace.volumes)

    def sandbox(self, state: str) -> None:
        """Write down that there is a network, or no more."""
        self.trace.sandbox.append((self._queue.now, "sandbox", state))
        self._in_order("sandbox", self.trace.sandbox)

    def action(self, done: dict[str, Any]) -> None:
        """Write down what was done to the pod."""
        self.trace.actions.append((self._queue.now, done))
        self._in_order("actions", self.trace.actions)

    def status(self, status: Status) -> None:
        """Write down the status if it is another one."""
        last = self.trace.snapshots[-1] if self.trace.snapshots else None
        if last is None or last.status != status:
            self.trace.snapshots.append(Snapshot(self._queue.now, status))
            self._in_order("snapshots", self.trace.snapshots)

    def mark(self, name: str) -> None:
        """Put a checkpoint's name at the status of this second."""
        last = self.trace.snapshots[-1]
        new = Snapshot(self._queue.now, last.status, (*last.marks, name))
        if last.t == self._queue.now:
            self.trace.snapshots[-1] = new
        else:
            self.trace.snapshots.append(Snapshot(self._queue.now, last.status, (name,)))
