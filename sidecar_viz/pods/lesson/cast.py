"""Who is on the stage, and what connects them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sidecar_viz.core.lesson import Actor, Link
from sidecar_viz.files.making.pod_words import free_id
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.lesson.actors import (
    KUBELET,
    POD,
    SERVICE,
    USER,
    container_actors,
    outside,
    pod_actor,
)
from sidecar_viz.pods.lesson.volumes import bundles_of, mounts_of, volume_actors
from sidecar_viz.pods.lesson.ways import (
    ALL,
    addressed,
    asking,
    gate,
    gates_of,
    mount,
    order,
    service_link,
    turn,
    turns_of,
)
from sidecar_viz.pods.story.beat import Beat
from sidecar_viz.pods.story.listing import Listing
from sidecar_viz.pods.story.standing import Standings

OF_JOBS = ("Job", "CronJob")


class Cast(Struct, frozen=True):
    """Actors and links, and what they are called by container or volume.

    *gates*: what a container waits for before it starts; *turns*: before it is stopped;
    *orders*: the way of its signals; *served*: there is a Service.
    """

    actors: tuple[Actor, ...]
    links: tuple[Link, ...]
    ids: dict[str, str]
    volumes: dict[str, str]
    mounts: dict[str, tuple[str, ...]]
    gates: dict[str, str]
    turns: dict[str, tuple[str, ...]]
    orders: dict[str, str]
    served: bool


Runs = Sequence[Sequence[Beat]]


def cast_of(pod: Pod, runs: Runs, listing: Listing) -> Cast:
    """Return who is needed to show these runs of a pod."""
    beats = [beat for run in runs for beat in run]
    final = _final(pod, runs)
    taken = {POD, KUBELET, USER, SERVICE, "start", "stage"}
    ids = {c.name: free_id(c.name, taken) for c in pod.containers}
    bundles = bundles_of(pod, taken)
    volumes = {v.name: bundle.id for bundle in bundles for v in bundle.volumes}
    asked, signalled = _is_asked(beats), _signalled(beats)
    served = pod.origin not in OF_JOBS and any(_serves(beat) for beat in beats)
    gates = {name: gate(ids[name], ids[other]) for name, other in gates_of(pod)}
    ends = turns_of(pod) if any(run[-1].ending for run in runs if run) else {}
    turns = {n: [turn(ids[n], ids[o]) for o in others] for n, others in ends.items()}
    orders = {n: order(POD if n == ALL else ids[n]) for n in signalled}
    mounts = {
        name: [mount(ids[name], key) for key in keys]
        for name, keys in mounts_of(pod, volumes).items()
        if final[name].starts
    }
    return Cast(
        (
            *outside(asked=asked, ordered=bool(orders), served=served),
            pod_actor(pod, alone=not (asked or orders or served)),
            *container_actors(pod, ids, final, listing),
            *volume_actors(pod, bundles, listing),
        ),
        (
            *gates.values(),
            *(link for links in (*mounts.values(), *turns.values()) for link in links),
            *orders.values(),
            *([asking()] if asked else ()),
            *([service_link()] if served else ()),
        ),
        ids,
        volumes,
        {name: tuple(link.id for link in links) for name, links in mounts.items()},
        {name: link.id for name, link in gates.items()},
        {name: tuple(link.id for link in links) for name, links in turns.items()},
        {name: link.id for name, link in orders.items()},
        served,
    )


def _final(pod: Pod, runs: Runs) -> Standings:
    """Return how the containers stand at last, after the run with the most starts."""
    last = [run[-1].after for run in runs if run]
    return {
        name: max((one[name] for one in last), key=lambda s: (s.starts, s.failed_pulls))
        for name in pod.by_name
    }


def _is_asked(beats: Sequence[Beat]) -> bool:
    changes = (change for beat in beats for change in beat.moment.changes)
    return any(c.kind == "did" and c.done["do"] == "delete" for c in changes)


def _signalled(beats: Sequence[Beat]) -> list[str]:
    """List the containers to which a signal is shown to travel."""
    return list(
        dict.fromkeys(
            name
            for beat in beats
            if not beat.moment.again
            for group in beat.seen
            if group.kind in ("sigterm", "sigkill")
            for name in addressed(group.names)
        )
    )


def _serves(beat: Beat) -> bool:
    status = beat.moment.status
    return status.conditions["Ready"][0] == "True" and not status.deleting
