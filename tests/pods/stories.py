"""Pods and scripts that the tests of the simulator play."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sidecar_viz.pods.deciding.columns import columns_of
from sidecar_viz.pods.deciding.status import Verdict
from sidecar_viz.pods.given.pod import Container, Hook, Kind, Pod, Probe
from sidecar_viz.pods.given.script import (
    Action,
    HookRun,
    Image,
    Life,
    OnSigterm,
    ProbeRun,
    ProbeRuns,
    Script,
    When,
)
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import simulate

HOOK = Hook()
OVER = Life(run=1)  # runs 1 s and ends well
FAILS = Life(run=1, exit_code=1)
CRASHES = Life(run=0, exit_code=1)
DEAF = Life(on_sigterm="ignore")
DELETE = Action(do="delete")


def box(name: str, kind: Kind = "regular", **more: object) -> Container:
    """Make a container with an image of its name."""
    return Container(name, kind, f"{name}:1", **more)  # type: ignore[arg-type]


def pod(*containers: Container, **more: object) -> Pod:
    """Make a pod, called p unless told."""
    return Pod(**{"name": "p", "containers": containers, **more})  # type: ignore[arg-type]


def delete_at(seconds: float, grace: int | None = None) -> Action:
    """Delete the pod at a second."""
    when = When(seconds=seconds)
    return Action(do="delete", when=when, grace_period_seconds=grace)


def play(
    played: Pod,
    *actions: Action,
    until: When | None = None,
    lives: Mapping[str, Life] = MappingProxyType({}),
    **more: Life,
) -> Trace:
    """Play a pod; *lives* has each container's, as more words after it may, too."""
    script = Script(
        containers={**lives, **more},
        actions=actions,
        until=until,
    )
    return simulate(played, script)


def times(trace: Trace, actor: str, event: str) -> list[float]:
    """Return the seconds at which an actor's event happened."""
    return [t for t, who, what in trace.events if (who, what) == (actor, event)]


def lines(played: Pod, trace: Trace) -> list[tuple[float, str, str]]:
    """Return READY and STATUS with the second, whenever they change."""
    found: list[tuple[float, str, str]] = []
    for one in trace.snapshots:
        columns = columns_of(played, one.status)
        line = (one.t, columns.ready, columns.status)
        if not found or found[-1][1:] != line[1:]:
            found.append(line)
    return found


def phases(trace: Trace) -> list[tuple[float, str]]:
    """Return each phase with the second at which it was shown first."""
    found: list[tuple[float, str]] = []
    for one in trace.snapshots:
        if not found or found[-1][1] != one.status.phase:
            found.append((one.t, one.status.phase))
    return found


def condition(trace: Trace, kind: str, at: float = 1e9) -> Verdict:
    """Return a condition at a second, or at the end."""
    return trace.status_at(at).conditions[kind]


def turned(trace: Trace, kind: str) -> list[tuple[float, str]]:
    """Return a condition's status with the seconds at which it changed."""
    found: list[tuple[float, str]] = []
    for one in trace.snapshots:
        status = one.status.conditions[kind][0]
        if not found or found[-1][1] != status:
            found.append((one.t, status))
    return found


SHOP = pod(
    box("migrate", "init"),
    box("proxy", "sidecar", startup=Probe(period=2), pre_stop=HOOK),
    box("logger", "sidecar"),
    box("web", readiness=Probe(period=5), pre_stop=Hook(sleep=5)),
    name="shop",
)
SHOP_LIVES = {
    "migrate": Life(run=4, image=Image(pull_seconds=3)),
    "proxy": Life(
        start_delay=3.5,
        image=Image(pull_seconds=2),
        probes=ProbeRuns(startup=ProbeRun(result="success-when-started")),
        pre_stop=HookRun(sleep=2, log="proxy-stop"),
        on_sigterm=OnSigterm(after=2),
    ),
    "logger": Life(image=Image(pull_seconds=1), on_sigterm=OnSigterm(after=4)),
    "web": Life(
        start_delay=4,
        image=Image(pull_seconds=4),
        probes=ProbeRuns(readiness=ProbeRun(result="success-when-started")),
        on_sigterm=OnSigterm(after=6),
    ),
}
ORDERS = pod(box("proxy", "sidecar"), box("api"), name="orders")
ORDERS_LIVES = {
    "proxy": Life(image=Image(pull_seconds=2)),
    "api": Life(image=Image(pull_seconds=3), run=2, exit_code=1),
}
