"""What is around the containers at a second: phase, address, volumes, service."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.pods.deciding.conditions import READY
from sidecar_viz.pods.deciding.status import ENDS, Status
from sidecar_viz.pods.showing.run import Run


class Service(Struct, frozen=True):
    """A service that asks the pod: since when its tap is as it is, and why."""

    since: float
    short: str
    said: str
    flows: bool = False


class Around(Struct, frozen=True):
    """The pod's phase in words, its address ("" without one), volumes, service."""

    phase: str
    address: str
    mounted: bool
    failing: str
    service: Service


def around_at(run: Run, t: float) -> Around:
    """Return what is around the containers at a second."""
    status = run.trace.status_at(t)
    gone = run.trace.deleted_at is not None and t >= run.trace.deleted_at
    phase: str = status.phase
    if gone:
        phase = f"{status.phase}, gone"
    elif status.deleting and status.phase not in ENDS:
        phase = f"{status.phase}, deleting"
    volumes = [(name, state) for s, name, state in run.trace.volumes if s <= t]
    sandbox = [state for s, _, state in run.trace.sandbox if s <= t]
    up = bool(sandbox) and sandbox[-1] == "ready"
    own = "node's address" if run.pod.host_network else "one address for all"
    return Around(
        phase,
        own if up else "",
        bool(volumes) and volumes[-1][1] == "mounted",
        volumes[-1][0] if volumes and volumes[-1][1] == "failing" else "",
        service_at(run, t),
    )


def service_at(run: Run, t: float) -> Service:
    """Return how a service sees the pod: open while Ready, not deleted (R35, R38)."""
    status = run.trace.status_at(t)
    lane = next(lane for lane in run.pod_lanes if lane.name == "Endpoint")
    stretch = lane.at(t)
    if stretch is not None and stretch.mood == "strong":
        said = "Requests come in: the pod is an endpoint."
        return Service(stretch.begin, "pod is Ready", said, flows=True)
    ends = [s.end for s in lane.stretches if s.mood == "strong" and s.end <= t]
    if ends:
        since, short = ends[-1], _closed_for(run, run.trace.status_at(ends[-1]))
    else:
        over = status.deleting or status.phase in ENDS
        since, short = 0.0, "never Ready" if over else _closed_for(run, status)
    if status.phase in ENDS:
        return Service(since, short, "Nobody is there to ask.")
    if status.deleting:
        said = (
            "No new requests: the endpoint goes when the pod is deleted, while its "
            "containers still run."
        )
        return Service(since, short, said)
    return Service(since, short, "Dashed is what waits. Gates show for what.")


def _closed_for(run: Run, status: Status) -> str:
    """Say for which reason a tap is closed at a status."""
    if status.deleting:
        return "pod is deleted"
    if status.phase in ENDS:
        return "pod is over"
    unready = [
        name
        for name, one in status.containers.items()
        if run.pod.by_name[name].counts and not one.ready
    ]
    if status.conditions[READY][0] != "True" and len(unready) > 1:
        return f"{len(unready)} not ready"
    return f"{unready[0]} not ready" if unready else "gate not ready"
