"""What the kubelet does next with a pod that is to run: whom to start and to kill."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from sidecar_viz.pods.deciding.restarting import (
    policy_of,
    restarts_after_kill,
    will_restart,
)
from sidecar_viz.pods.given.pod import Container, Pod

Finding = Literal["unknown", "success", "failure"]


class Held(Struct, frozen=True):
    """What the node holds of a container: its newest process, and what probes found.

    *changed*: its image in the manifest is another by now.
    """

    state: Literal["created", "running", "exited", "unknown"]
    exit_code: int = 0
    startup: Finding = "unknown"
    liveness: Finding = "unknown"
    changed: bool = False

    @property
    def why_killed(self) -> str:
        """Why a running container has to go; "" if it may stay."""
        if self.changed:
            return "definition changed"
        if self.liveness == "failure":
            return "failed liveness probe"
        return "failed startup probe" if self.startup == "failure" else ""


class Plan(Struct, frozen=True):
    """What one pass of the pod's worker does, in this order."""

    kill_pod: bool = False
    create_sandbox: bool = False
    kill: tuple[str, ...] = ()
    start_ephemeral: tuple[str, ...] = ()
    start_init: tuple[str, ...] = ()
    start: tuple[str, ...] = ()


def plan_of(
    pod: Pod, held: Mapping[str, Held], *, sandbox: bool, attempt: int = 0
) -> Plan:
    """Return what to do now (R6 to R12, R15 to R18, R21, R22, R50).

    *held* has no entry for what the node does not hold. *sandbox*: a ready one is
    there; *attempt*: how many there have been. Follows computePodActions.
    """
    if not sandbox:
        return _with_new_sandbox(pod, held, attempt)
    ephemeral = tuple(c.name for c in pod.ephemeral if c.name not in held)
    chain = init_plan(pod, held)
    if chain.failed or not chain.initialized:
        return Plan(
            kill_pod=chain.failed,
            kill=chain.kill,
            start_ephemeral=ephemeral,
            start_init=chain.start,
        )
    kept = False
    kill, start = list(chain.kill), list[str]()
    for container in pod.regular:
        one = held.get(container.name)
        if one is None or one.state != "running":
            if one is None or _again(container, pod, one):
                start.append(container.name)
            continue
        if not one.why_killed:
            kept = True
            continue
        kill.append(container.name)
        if one.changed or restarts_after_kill(container, pod):
            start.append(container.name)
    if not kept and not start:
        return Plan(kill_pod=True, kill=tuple(kill), start_ephemeral=ephemeral)
    return Plan(
        kill=tuple(kill),
        start_ephemeral=ephemeral,
        start_init=chain.start,
        start=tuple(start),
    )


def _again(container: Container, pod: Pod, one: Held) -> bool:
    return one.state != "exited" or will_restart(container, pod, one.exit_code)


def _with_new_sandbox(pod: Pod, held: Mapping[str, Held], attempt: int) -> Plan:
    """Return the plan without a sandbox: from the first entry (R12)."""
    policies = {policy_of(c, pod) for c in pod.regular}
    if policies == {"Never"} and pod.policy == "Never" and attempt and held:
        return Plan(kill_pod=True)
    start = tuple(
        c.name
        for c in pod.regular
        if not (
            policy_of(c, pod) != "Always"
            and c.name in held
            and not _again(c, pod, held[c.name])
        )
    )
    created = any(c.name in held for c in pod.regular)
    if not start and created:
        return Plan(kill_pod=True)
    if pod.inits:
        return Plan(kill_pod=True, create_sandbox=True, start_init=(pod.inits[0].name,))
    return Plan(kill_pod=True, create_sandbox=True, start=start)


class InitPlan(Struct):
    """What the init list needs; *failed*: an entry failed for good."""

    initialized: bool = False
    failed: bool = False
    start: tuple[str, ...] = ()
    kill: tuple[str, ...] = ()


def init_plan(pod: Pod, held: Mapping[str, Held]) -> InitPlan:
    """Return what of the init list is started or killed now (R6 to R8, R12, R16, R17).

    It goes from the last entry to the first: what has run shows that all before it are
    done, even if the node has forgotten them. Follows computeInitContainerActions.
    """
    if not pod.inits:
        return InitPlan(initialized=True)
    done = any(
        c.name in held and held[c.name].state in ("created", "running")
        for c in pod.regular
    )
    plan = InitPlan(initialized=done)
    past = done
    start, kill = list[str](), list[str]()
    for number in range(len(pod.inits) - 1, -1, -1):
        container = pod.inits[number]
        one = held.get(container.name)
        if past and container.kind == "init":
            continue
        if one is None:
            start += [container.name] * past
            continue
        step = _sidecar_step(one) if container.kind == "sidecar" else _init_step(one)
        if step == AGAIN and not _may_run_again(container, pod, one):
            return InitPlan(failed=True)
        through = step in (THROUGH, THROUGH_AGAIN)
        if through and number == len(pod.inits) - 1:
            plan.initialized = True
        elif through and not past:
            start.append(pod.inits[number + 1].name)
        if step in (AGAIN, THROUGH_AGAIN):
            start.append(container.name)
            kill += [container.name] * (one.state in ("running", "unknown"))
        past = True
    if not past:
        start.append(pod.inits[0].name)
    plan.start, plan.kill = tuple(reversed(start)), tuple(kill)
    return plan


Step = Literal["wait", "through", "again", "through-again"]
WAIT: Step = "wait"  # it is under way
THROUGH: Step = "through"  # the next entry may start
AGAIN: Step = "again"  # it has to be started anew
THROUGH_AGAIN: Step = "through-again"


def _may_run_again(container: Container, pod: Pod, one: Held) -> bool:
    if one.state == "created":
        return True
    return will_restart(container, pod, one.exit_code or 1)


def _init_step(one: Held) -> Step:
    """Return what an init container asks for: it must have exited with 0 (R7)."""
    if one.state == "running":
        return WAIT
    return THROUGH if one.state == "exited" and not one.exit_code else AGAIN


def _sidecar_step(one: Held) -> Step:
    """Return what a sidecar asks for: it must be started, no more (R8).

    *startup* is "success" where there is no startup probe. Liveness does not hold back
    the next entry.
    """
    if one.state != "running":
        return AGAIN
    if one.startup != "success":
        return AGAIN if one.why_killed else WAIT
    return THROUGH_AGAIN if one.why_killed else THROUGH
