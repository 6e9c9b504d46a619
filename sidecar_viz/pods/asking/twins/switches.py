"""What of a pod can be switched, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

from msgspec import Struct, structs

from sidecar_viz.pods.given.pod import Container, Hook, Pod, Policy, Probe, ProbeName
from sidecar_viz.pods.given.script import Life, ProbeRun, Script

SwitchKind = Literal["sidecar", "restartPolicy", "grace", "probe", "preStop", "order"]
LONG, SHORT = 30, 5  # seconds of grace
PUT_IN = Probe(period=1, failures=30)  # a probe that leaves time to start
HOOK_SLEEPS = 5  # seconds of a preStop hook that is put in
POLICIES: tuple[Policy, ...] = ("Always", "OnFailure", "Never")
OF_JOBS = ("Job", "CronJob")
KEPT_RUNNING = (
    "Deployment",
    "ReplicaSet",
    "ReplicationController",
    "StatefulSet",
    "DaemonSet",
)
PROBES: tuple[ProbeName, ...] = ("startup", "liveness", "readiness")


class Switch(Struct, frozen=True):
    """One thing that can be otherwise.

    *now* is the word for how it is, *then* for how it would be. *who* names the
    container, or the two whose order changes; *probe* the probe.
    """

    kind: SwitchKind
    word: str
    now: str
    then: str
    who: tuple[str, ...] = ()
    probe: ProbeName | None = None


def switches_of(pod: Pod) -> tuple[Switch, ...]:
    """Return all switches of a pod, those about sidecars first."""
    return (
        *_sidecars(pod),
        *_policies(pod),
        *_grace(pod),
        *_probes(pod),
        *_hooks(pod),
        *_orders(pod),
    )


def pod_with(pod: Pod, switch: Switch) -> Pod:
    """Return the pod with one thing switched; all else is the same."""
    return SWITCHED[switch.kind](pod, switch)


def script_with(script: Script, switch: Switch) -> Script:
    """Return the script for a switched pod.

    A probe that is put in passes once the process has started; else nothing changes.
    """
    if switch.kind != "probe" or switch.then != "there" or switch.probe is None:
        return script
    who = switch.who[0]
    life: Life = script.life(who)
    run = ProbeRun(result="success-when-started")
    probes = structs.replace(life.probes, **{switch.probe: run})
    return structs.replace(
        script,
        containers={**script.containers, who: structs.replace(life, probes=probes)},
    )


def _sidecars(pod: Pod) -> Iterator[Switch]:
    for container in pod.containers:
        if container.kind == "sidecar":
            yield Switch("sidecar", "sidecar", "native", "classic", (container.name,))
    if len(pod.regular) > 1:
        for container in pod.regular[::-1]:
            yield Switch("sidecar", "sidecar", "classic", "native", (container.name,))


def _policies(pod: Pod) -> Iterator[Switch]:
    for policy in POLICIES:
        if policy != pod.policy and policy in _allowed(pod.origin):
            yield Switch("restartPolicy", "restartPolicy", pod.policy, policy)


def _allowed(origin: str) -> tuple[Policy, ...]:
    """Return the policies that the API server takes in a pod of such an owner."""
    if origin in OF_JOBS:
        return ("OnFailure", "Never")
    return ("Always",) if origin in KEPT_RUNNING else POLICIES


def _grace(pod: Pod) -> Iterator[Switch]:
    other = SHORT if pod.grace != SHORT else LONG
    yield Switch("grace", "grace", f"{pod.grace} s", f"{other} s")


def _probes(pod: Pod) -> Iterator[Switch]:
    for container in pod.containers:
        for name in PROBES:
            word, who = f"{name}Probe", (container.name,)
            if probe_of(container, name) is not None:
                yield Switch("probe", word, "there", "not", who, name)
            elif container.kind == "sidecar" and name == "startup":
                yield Switch("probe", word, "not", "there", who, name)


def _hooks(pod: Pod) -> Iterator[Switch]:
    for container in pod.containers:
        if container.counts:
            now, then = ("not", "there")
            if container.pre_stop is not None:
                now, then = then, now
            yield Switch("preStop", "preStop", now, then, (container.name,))


def _orders(pod: Pod) -> Iterator[Switch]:
    for entries in (pod.inits, pod.regular):
        for number, (one, other) in enumerate(pairwise(entries)):
            now = f"{number + 1}, {number + 2}"
            then = f"{number + 2}, {number + 1}"
            names = (one.name, other.name)
            yield Switch("order", "list order", now, then, names)


def probe_of(container: Container, name: ProbeName) -> Probe | None:
    """Return one of a container's probes; None if it has not that one."""
    found: dict[ProbeName, Probe | None] = {
        "startup": container.startup,
        "liveness": container.liveness,
        "readiness": container.readiness,
    }
    return found[name]


def _with_sidecar(pod: Pod, switch: Switch) -> Pod:
    """Move an entry to the end of the other list, which changes its kind."""
    container = pod.by_name[switch.who[0]]
    others = [c for c in pod.containers if c is not container]
    if switch.then == "classic":
        moved = structs.replace(container, kind="regular", policy=None)
        place = len([c for c in others if c.kind != "ephemeral"])
    else:
        moved = structs.replace(container, kind="sidecar", policy=None, rules=())
        place = len([c for c in others if c.kind in ("init", "sidecar")])
    others.insert(place, moved)
    return structs.replace(pod, containers=tuple(others))


def _with_policy(pod: Pod, switch: Switch) -> Pod:
    policy = next(one for one in POLICIES if one == switch.then)
    return structs.replace(pod, policy=policy)


def _with_grace(pod: Pod, switch: Switch) -> Pod:
    return structs.replace(pod, grace=int(switch.then.split()[0]))


def _changed(pod: Pod, name: str, **more: Probe | Hook | None) -> Pod:
    return structs.replace(
        pod,
        containers=tuple(
            structs.replace(c, **more) if c.name == name else c for c in pod.containers
        ),
    )


def _with_probe(pod: Pod, switch: Switch) -> Pod:
    probe = PUT_IN if switch.then == "there" else None
    return _changed(pod, switch.who[0], **{switch.probe or "startup": probe})


def _with_hook(pod: Pod, switch: Switch) -> Pod:
    hook = Hook(sleep=HOOK_SLEEPS) if switch.then == "there" else None
    return _changed(pod, switch.who[0], pre_stop=hook)


def _with_order(pod: Pod, switch: Switch) -> Pod:
    one, other = (pod.by_name[name] for name in switch.who)
    swapped = {one.name: other, other.name: one}
    return structs.replace(
        pod, containers=tuple(swapped.get(c.name, c) for c in pod.containers)
    )


SWITCHED: Mapping[SwitchKind, Callable[[Pod, Switch], Pod]] = {
    "sidecar": _with_sidecar,
    "restartPolicy": _with_policy,
    "grace": _with_grace,
    "probe": _with_probe,
    "preStop": _with_hook,
    "order": _with_order,
}
