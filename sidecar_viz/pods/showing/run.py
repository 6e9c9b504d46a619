"""A run: a pod played with a script, and all that a picture of it needs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from math import ceil

from msgspec import Struct, structs

from sidecar_viz.pods.checking.versions import NEWEST
from sidecar_viz.pods.deciding.words import as_of
from sidecar_viz.pods.given.pod import Kind, Pod
from sidecar_viz.pods.given.script import MOST_SECONDS, Script, When
from sidecar_viz.pods.running.recorder import Doing, Trace
from sidecar_viz.pods.running.simulate import NOTHING, TOO_LONG, simulate
from sidecar_viz.pods.showing.bars import container_lanes
from sidecar_viz.pods.showing.causes import arrows_of
from sidecar_viz.pods.showing.lanes import Arrow, ContainerLane, Deed, PodLane
from sidecar_viz.pods.showing.pod_lanes import pod_lanes
from sidecar_viz.pods.showing.way import Way
from sidecar_viz.pods.telling.changes import done_words

LONGER = 1200.0  # seconds that a loop is played for, to see that it is one
LEAST_SECONDS = 60.0  # that a pod which goes on is shown
ROOM = 1.3  # times what has happened, so that there is something ahead
TAIL = 0.06  # of all, after the end of a pod


class Run(Struct, frozen=True, dict=True):
    """What happened to a pod, up to the second *end*.

    *last* is the second of the last change, *stopped* says why nothing comes after it;
    *over*: no container runs at the end, and none will. *like* is the pod that it is
    compared with: a container keeps the colour that it has there.
    """

    pod: Pod
    script: Script
    version: str
    trace: Trace
    end: float
    last: float
    stopped: str
    over: bool
    like: Pod | None = None

    @cached_property
    def lanes(self) -> tuple[ContainerLane, ...]:
        """The lane of each container, in list order."""
        return container_lanes(self.pod, self.trace, self.end, self.looks)

    @cached_property
    def looks(self) -> dict[str, Kind]:
        """The kind whose colour each container has, by its name."""
        other = self.like.by_name if self.like is not None else {}
        return {c.name: other.get(c.name, c).kind for c in self.pod.containers}

    @cached_property
    def counts(self) -> bool:
        """Whether a clock counts at any second: grace, back-off, probe or deadline."""
        held = ("back-off", "starting", "unready")
        return (
            self.pod.deadline is not None
            or any(d.what == "stopping" and not d.about for d in self.trace.doings)
            or any(bar.fill in held for lane in self.lanes for bar in lane.bars)
        )

    @cached_property
    def lane(self) -> dict[str, ContainerLane]:
        """Each container's lane by its name."""
        return {lane.name: lane for lane in self.lanes}

    @cached_property
    def doings(self) -> dict[str, tuple[Doing, ...]]:
        """What the node did with each container."""
        found: dict[str, list[Doing]] = {c.name: [] for c in self.pod.containers}
        for doing in self.trace.doings:
            found[doing.who].append(doing)
        return {name: tuple(own) for name, own in found.items()}

    @cached_property
    def pod_lanes(self) -> tuple[PodLane, ...]:
        """The lanes of phase, Ready, endpoint, and of volumes and network."""
        return pod_lanes(self.pod, self.trace, self.end)

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """What led from one container to another."""
        return arrows_of(self.pod, self.trace)

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """What was done to the pod from outside."""
        return tuple(Deed(t, done_words(done)) for t, done in self.trace.actions)

    @cached_property
    def meetings(self) -> tuple[float, ...]:
        """The seconds in which more than one container changes: there rules meet."""
        who: dict[float, set[str]] = {}
        for doing in self.trace.doings:
            if doing.what not in ("passed", "failed") and doing.t <= self.end:
                who.setdefault(doing.t, set()).add(doing.who)
        return tuple(sorted(t for t, names in who.items() if len(names) > 1))

    @cached_property
    def way(self) -> Way:
        """The way of a playhead through it."""
        changes = {0.0, *(t for t in _changes(self.trace) if t <= self.end)}
        return Way(self.end, tuple(sorted(changes)))


def played(
    pod: Pod,
    script: Script | None = None,
    version: str = NEWEST,
    like: Pod | None = None,
) -> Run:
    """Play a pod; what goes on is played a while longer than anything happens.

    *like* is the pod that it will be compared with.
    """
    script = script or Script()
    trace = simulate(pod, script, version)
    if trace.stopped == TOO_LONG and script.max_seconds == MOST_SECONDS:
        script = structs.replace(script, max_seconds=LONGER)
        trace = simulate(pod, script, version)
    shown = as_of(pod, version)
    over = _is_over(trace)
    stopped, last = trace.stopped, trace.last
    end = last
    if over:
        end = last + max(3.0, last * TAIL)
    elif stopped == NOTHING:
        end = max(LEAST_SECONDS, ceil(last * ROOM / 10) * 10.0)
        longer = structs.replace(script, until=When(seconds=end), max_seconds=end)
        trace = simulate(pod, longer, version)
    return Run(shown, script, version, trace, end, last, stopped, over, like)


def _is_over(trace: Trace) -> bool:
    """Return whether the pod has come to its end."""
    last = trace.snapshots[-1].status
    return trace.deleted_at is not None or last.phase in ("Succeeded", "Failed")


def _changes(trace: Trace) -> Iterator[float]:
    yield from (one.t for one in trace.snapshots)
    yield from (doing.t for doing in trace.doings if doing.what != "passed")
    yield from (t for t, _ in trace.actions)
    yield from (t for t, _, _ in trace.volumes)
    yield from (t for t, _, _ in trace.sandbox)
    if trace.deleted_at is not None:
        yield trace.deleted_at
