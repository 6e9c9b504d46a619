"""The pod's conditions, each with its reason and message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sidecar_viz.pods.deciding.status import Phase, Seen, Verdict
from sidecar_viz.pods.given.pod import Pod

YES: Verdict = ("True", "", "")
SCHEDULED, SANDBOX = "PodScheduled", "PodReadyToStartContainers"
INITIALIZED, CONTAINERS, READY = "Initialized", "ContainersReady", "Ready"


def conditions_of(
    pod: Pod,
    seen: Mapping[str, Seen],
    phase: Phase,
    *,
    sandbox: bool,
    gates: Mapping[str, str],
) -> dict[str, Verdict]:
    """Return all conditions (R32 to R35).

    *sandbox*: one is ready and has an address. *gates*: the status of each condition
    that was set from outside.
    """
    containers = containers_ready(pod, seen, phase)
    return {
        SCHEDULED: YES,
        SANDBOX: YES if sandbox else ("False", "", ""),
        INITIALIZED: initialized(pod, seen, phase),
        CONTAINERS: containers,
        READY: ready(pod, containers, gates),
        **{gate: (gates[gate], "", "") for gate in gates},
    }


def initialized(pod: Pod, seen: Mapping[str, Seen], phase: Phase) -> Verdict:
    """Return whether the init list is done (R33)."""
    unknown = [c.name for c in pod.inits if c.name not in seen]
    if phase == "Succeeded" and not unknown:
        return ("True", "PodCompleted", "")
    if any(_has_run(seen.get(c.name)) for c in pod.regular):
        return YES
    incomplete = [
        c.name
        for c in pod.inits
        if c.name in seen and not _done(seen[c.name], sidecar=c.kind == "sidecar")
    ]
    message = _message(("unknown", unknown), ("incomplete", incomplete))
    return ("False", "ContainersNotInitialized", message) if message else YES


def _done(one: Seen, *, sidecar: bool) -> bool:
    return one.started if sidecar else one.ready


def _has_run(one: Seen | None) -> bool:
    return one is not None and (one.state != "waiting" or one.last is not None)


def containers_ready(pod: Pod, seen: Mapping[str, Seen], phase: Phase) -> Verdict:
    """Return whether every regular container and every sidecar is ready (R34)."""
    names = [c.name for c in (*pod.inits, *pod.regular) if c.counts]
    unknown = [name for name in names if name not in seen]
    if phase == "Succeeded" and not unknown:
        return ("False", "PodCompleted", "")
    if phase == "Failed":
        return ("False", "PodFailed", "")
    unready = [name for name in names if name in seen and not seen[name].ready]
    message = _message(("unknown", unknown), ("unready", unready))
    return ("False", "ContainersNotReady", message) if message else YES


def ready(pod: Pod, containers: Verdict, gates: Mapping[str, str]) -> Verdict:
    """Return whether the pod is ready: containers and all readiness gates (R35)."""
    if containers[0] != "True":
        return containers
    held = [said for said in map(_gate(gates), pod.gates) if said]
    return ("False", "ReadinessGatesNotReady", ", ".join(held)) if held else YES


def _gate(gates: Mapping[str, str]) -> Callable[[str], str]:
    def said(gate: str) -> str:
        status = gates.get(gate)
        if status is None:
            return (
                f'corresponding condition of pod readiness gate "{gate}" '
                "does not exist."
            )
        if status != "True":
            return (
                f'the status of pod readiness gate "{gate}" is not "True", but {status}'
            )
        return ""

    return said


def _message(*groups: tuple[str, Iterable[str]]) -> str:
    return ", ".join(
        f"containers with {what} status: [{' '.join(names)}]"
        for what, names in groups
        if names
    )
