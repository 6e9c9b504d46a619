"""The pod, its containers, and who acts on them from outside."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from sidecar_viz.core.lesson import Actor, Fact, Hue, Spot
from sidecar_viz.pods.given.pod import Container, Kind, Pod
from sidecar_viz.pods.story.listing import Listing
from sidecar_viz.pods.story.naming import image_words, shortened
from sidecar_viz.pods.story.standing import WAITING, Standings

POD, KUBELET, USER, SERVICE = "pod", "kubelet", "kubectl", "service"
NAME, SHORT, LABEL = 24, 12, 28
FAILED_PULLS = "failed pulls"
MOST_COLUMNS, MOST_ROWS = 3, 5
BANDS: tuple[Kind, ...] = ("init", "sidecar", "regular", "ephemeral")
HUES: dict[Kind, Hue] = {
    "init": "teal",
    "sidecar": "amber",
    "regular": "blue",
    "ephemeral": "rose",
}
ABOUT: dict[Kind, str] = {
    "init": "An init container: it must end with 0 before the next one starts.",
    "sidecar": "A sidecar: it starts before the regular ones and stops after them.",
    "regular": "A regular container of the pod.",
    "ephemeral": "An ephemeral container, to look around: it is never started again.",
}


def outside(*, asked: bool, ordered: bool, served: bool) -> Iterator[Actor]:
    """Yield who acts from outside the pod: kubectl, the kubelet, a Service."""
    if asked:
        yield Actor(
            id=USER,
            name="kubectl",
            kind="client",
            about="Somebody who tells Kubernetes what they want.",
            spot=Spot(row=1, column=1),
        )
    if ordered:
        yield Actor(
            id=KUBELET,
            name="kubelet",
            kind="process",
            hue="slate",
            about="The program on the node that starts and stops containers.",
            spot=Spot(row=2 if asked else 1, column=1, rows=1 if asked else 2),
        )
    if served:
        yield Actor(
            id=SERVICE,
            name="Service",
            kind="service",
            about="It sends requests to the pod while the pod is ready.",
            spot=Spot(row=1, column=3, rows=2),
        )


def pod_actor(pod: Pod, *, alone: bool) -> Actor:
    """Return the frame that all containers stand in."""
    return Actor(
        id=POD,
        name="Pod",
        kind="pod",
        label=shortened(pod.name, LABEL),
        hue="slate",
        state="Pending",
        tone="idle",
        about="Its state is what kubectl shows as STATUS.",
        spot=None if alone else Spot(row=1, column=2, rows=2),
    )


def grid_of(pod: Pod) -> dict[str, Spot]:
    """Return where each container stands: bands from left to right, as they start."""
    bands = [[c for c in pod.containers if c.kind == kind] for kind in BANDS]
    bands = [band for band in bands if band]
    for rows in range(1, MOST_ROWS + 1):
        if sum(ceil(len(band) / rows) for band in bands) <= MOST_COLUMNS:
            break
    found: dict[str, Spot] = {}
    column = 1
    for band in bands:
        for place, container in enumerate(band):
            across, down = divmod(place, rows)
            span = rows if len(band) == 1 else 1
            found[container.name] = Spot(
                row=down + 1, column=column + across, rows=span
            )
        column += ceil(len(band) / rows)
    return found


def container_actors(
    pod: Pod, ids: dict[str, str], final: Standings, listing: Listing
) -> Iterator[Actor]:
    """Yield the containers in their order; who is restarted in the end counts it."""
    grid = grid_of(pod)
    for container in pod.containers:
        name = container.name
        counts, pulls = final[name].restarts > 0, final[name].failed_pulls > 1
        yield Actor(
            id=ids[name],
            name=shortened(name, NAME),
            short=shortened(name, SHORT),
            kind="container",
            parent=POD,
            label=image_words(container.image, LABEL),
            hue=HUES[container.kind],
            state=WAITING,
            count=0 if counts else None,
            unit="restarts" if counts else "",
            unit_one="restart" if counts else "",
            facts=tuple(_facts(container)),
            values={FAILED_PULLS: "0"} if pulls else {},
            spot=grid[name],
            lines=listing.lines_of((name, "")),
            about=ABOUT[container.kind],
        )


def _facts(container: Container) -> Iterator[Fact]:
    for word, probe in (
        ("startup probe", container.startup),
        ("readiness probe", container.readiness),
        ("liveness probe", container.liveness),
    ):
        if probe is not None:
            yield Fact(label=word, text=f"every {probe.period} s")
    if container.pre_stop is not None:
        sleep = container.pre_stop.sleep
        yield Fact(label="preStop", text=f"{sleep:g} s" if sleep else "a hook")
