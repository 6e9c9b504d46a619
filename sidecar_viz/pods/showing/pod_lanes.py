"""The pod's own lanes: what the API shows of it, and what the node has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import structs

from sidecar_viz.pods.deciding.conditions import READY
from sidecar_viz.pods.deciding.status import ENDS, Status
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.showing.lanes import Mood, PodLane, Stretch

Look = Callable[[Status], tuple[str, Mood] | None]


def pod_lanes(pod: Pod, trace: Trace, end: float) -> tuple[PodLane, ...]:
    """Return the four lanes, up to the second *end*."""
    return (
        PodLane("Phase", _of_status(trace, end, _phase), end),
        PodLane("Ready", _of_status(trace, end, _ready), end),
        PodLane("Endpoint", _of_status(trace, end, _endpoint), end),
        PodLane("Volumes, network", tuple(_node(pod, trace, end)), end),
    )


def _of_status(trace: Trace, end: float, look: Look) -> tuple[Stretch, ...]:
    """Return what a look at each status makes, with equal neighbours joined."""
    found: list[Stretch] = []
    last = end if trace.deleted_at is None else min(end, trace.deleted_at)
    times = [one.t for one in trace.snapshots[1:]]
    for one, until in zip(trace.snapshots, [*times, last], strict=True):
        seen = look(one.status)
        if seen is None or until <= one.t:
            continue
        word, mood = seen
        before = found[-1] if found else None
        if before is not None and (before.end, before.word) == (one.t, word):
            found[-1] = structs.replace(before, end=until)
        else:
            found.append(Stretch(one.t, until, word, mood))
    if trace.deleted_at is not None and trace.deleted_at < end:
        found += _after(trace, look, end)
    return tuple(found)


def _after(trace: Trace, look: Look, end: float) -> Iterator[Stretch]:
    """Yield what is left when the object is gone: the last phase, and nothing else."""
    seen = look(trace.snapshots[-1].status)
    if look is _phase and seen is not None and trace.deleted_at is not None:
        yield Stretch(trace.deleted_at, end, f"{seen[0]}, gone", "gone")


def _phase(status: Status) -> tuple[str, Mood]:
    moods: dict[str, Mood] = {
        "Pending": "quiet",
        "Running": "strong",
        "Succeeded": "good",
        "Failed": "bad",
    }
    return status.phase, moods[status.phase]


def _ready(status: Status) -> tuple[str, Mood]:
    ready = status.conditions[READY][0]
    return ready, "strong" if ready == "True" else "quiet"


def _endpoint(status: Status) -> tuple[str, Mood] | None:
    """Return whether requests come in: while Ready, until it is deleted (R38)."""
    if status.phase in ENDS:
        return None
    if status.deleting:
        return "terminating: no new requests", "quiet"
    ready = status.conditions[READY][0] == "True"
    return ("in the Service", "strong") if ready else None


def _node(pod: Pod, trace: Trace, end: float) -> Iterator[Stretch]:
    """Yield since when volumes are mounted and the pod has its address (R3, R47)."""
    states = sorted(
        [(t, "volume", state) for t, _, state in trace.volumes]
        + [(t, "sandbox", state) for t, _, state in trace.sandbox],
        key=lambda one: one[0],
    )
    begun: tuple[float, str, Mood] = (0.0, "", "gone")
    mounted = up = failing = False
    for t, what, state in states:
        if what == "volume":
            mounted, failing = state == "mounted", state == "failing"
        else:
            up = state == "ready"
        now = _node_words(pod, mounted=mounted, up=up, failing=failing)
        if now[0] != begun[1]:
            if begun[1] and t > begun[0]:
                yield Stretch(begun[0], t, begun[1], begun[2])
            begun = (t, *now)
    if begun[1] and end > begun[0]:
        yield Stretch(begun[0], end, begun[1], begun[2])


def _node_words(
    pod: Pod, *, mounted: bool, up: bool, failing: bool
) -> tuple[str, Mood]:
    if failing:
        return "FailedMount: nothing starts before all volumes are there", "bad"
    address = "node's address" if pod.host_network else "pod IP up"
    parts = ["mounted"] * (mounted and bool(pod.volumes)) + [address] * up
    return ", ".join(parts), "good"
