"""The links: mounts, gates at the start and at the end, and ways of signals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sidecar_viz.core.lesson import Link, LinkWords
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.lesson.actors import KUBELET, POD, SERVICE, USER
from sidecar_viz.pods.story.causes import gate_of

MOST_GATES, MOST_WAITING = 8, 3
SENT = 4  # as many signals travel one by one in a step; more go to the pod as one
ALL = ""
ASKS, REQUESTS = "asks", "requests"
GATE = LinkWords(off="Free", on="Waits")
Ids = dict[str, str]


def link_id(kind: str, *ends: str) -> str:
    """Return the id of a link between two actors."""
    return "-".join((kind, *ends))[:60].rstrip("-")


def addressed(names: Sequence[str]) -> Sequence[str]:
    """Return to whom signals travel: each container, or ALL of them at once."""
    return names if len(names) <= SENT else (ALL,)


def service_link() -> Link:
    """Return the way of the requests; it is open while the pod is ready."""
    words = LinkWords(off="No endpoint", on="Endpoint")
    return Link(id=REQUESTS, source=SERVICE, target=POD, label="requests", words=words)


def asking() -> Link:
    """Return the way from kubectl to the pod."""
    return Link(id=ASKS, source=USER, target=POD, kind="message", present=False)


def order(target: str) -> Link:
    """Return the way of the kubelet's signals to a container."""
    key = link_id("order", target)
    return Link(id=key, source=KUBELET, target=target, kind="message", present=False)


def mount(container: str, volume: str) -> Link:
    """Return the mount of a volume in a container."""
    return Link(
        id=link_id("mount", container, volume),
        source=container,
        target=volume,
        kind="mount",
        words=LinkWords(off="Not mounted", on="Mounted"),
    )


def gate(container: str, other: str) -> Link:
    """Return the gate before a container that waits for another one to start."""
    key = link_id("gate", container)
    return Link(
        id=key, source=container, target=other, kind="waits for", state="on", words=GATE
    )


def turn(container: str, other: str) -> Link:
    """Return the gate before a container that is stopped after another one."""
    return Link(
        id=link_id("turn", container, other),
        source=container,
        target=other,
        kind="waits for",
        present=False,
        state="on",
        words=GATE,
    )


def gates_of(pod: Pod) -> Iterator[tuple[str, str]]:
    """Yield who waits at first, and for whom (R6 to R10); not too many."""
    regular = [c.name for c in pod.regular]
    for container in pod.containers[: MOST_GATES + 1]:
        other = gate_of(pod, container.name)
        few = len(regular) <= MOST_WAITING or container.name not in regular[1:]
        if other and few:
            yield container.name, other


def turns_of(pod: Pod) -> dict[str, tuple[str, ...]]:
    """Return whom each sidecar waits for before it is stopped (R42); not too many."""
    chain = [c.name for c in pod.inits if c.kind == "sidecar"]
    found: dict[str, tuple[str, ...]] = {
        name: (later,) for name, later in pairwise(chain)
    }
    if chain:
        found[chain[-1]] = tuple(c.name for c in pod.regular)[:MOST_WAITING]
    return found if len(found) <= MOST_GATES else {}
