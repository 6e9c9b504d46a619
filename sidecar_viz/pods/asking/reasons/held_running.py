"""What is waited for once containers run: restarts, readiness, an end (R15 to R35)."""

from __future__ import annotations

from sidecar_viz.pods.asking.reasons.said import POLICY, Field, Why, listed
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.asking.reasons.starts import (
    policy_fields,
    row_position,
    whole_wait,
)
from sidecar_viz.pods.deciding.conditions import CONTAINERS, READY
from sidecar_viz.pods.running.simulate import LOOP
from sidecar_viz.pods.telling.as_text import seconds

JOBS = ("Job", "CronJob")


def held_by_a_back_off(scene: Scene) -> Why | None:
    """A container waits to be started again (R19, R26, R27)."""
    for container in scene.pod.containers:
        one = scene.stands[container.name]
        if one.place != "waits" or one.about != "CrashLoopBackOff":
            continue
        until = one.until if one.until is not None else scene.t
        fields = policy_fields(container)
        others = [c.name for c in scene.running() if c.counts]
        last = scene.trace.stopped == LOOP and scene.later(one.who, "begins") is None
        ever = " From here on it is the same round for ever." if last else ""
        if scene.status.phase == "Running":
            said = f"The phase stays Running, although {one.who} is down."
            so = f"and {listed(others)} {_verb(others)}" if others else "and will again"
            more = (
                "CrashLoopBackOff is a container's reason, no phase. "
                f"{one.who} has run before, {so}.{ever}"
            )
            return Why(
                said,
                more,
                "phase",
                ("R26",) if others else ("R27",),
                (one.who, *others),
                fields,
                until,
                one.who,
            )
        left = seconds(round(until - scene.t, 6))
        said = f"{one.who} waits {left} more before it is started again."
        more = f"{row_position(whole_wait(one))}.{ever}"
        return Why(said, more, "back-off", ("R19",), (one.who,), fields, until, one.who)
    return None


def _verb(names: list[str]) -> str:
    return "runs" if len(names) == 1 else "run"


def held_by_liveness(scene: Scene) -> Why | None:
    """Some answers of a livenessProbe were failures, not enough to kill (R21)."""
    for container in scene.running():
        one, probe = scene.stands[container.name], container.liveness
        count = one.failed("liveness")
        if not count or probe is None or one.stops:
            continue
        asked = scene.later(one.who, "passed", "failed", about="liveness")
        said = f"{one.who} still runs: its livenessProbe failed {count} of "
        said += f"{probe.failures} times."
        more = "Only so many failures in a row kill it."
        if asked is not None:
            more = f"It is asked again at {seconds(asked.t)}. {more}"
        field: Field = (one.who, ("livenessProbe", "failureThreshold"))
        return Why(
            said,
            more,
            "probes",
            ("R21", "R23"),
            (one.who,),
            (field,),
            asked.t if asked else None,
            one.who,
        )
    return None


def held_by_readiness(scene: Scene) -> Why | None:
    """The pod is not Ready, as a container has not passed its readinessProbe (R34)."""
    conditions = scene.status.conditions
    if conditions[CONTAINERS][0] == "True" or scene.over:
        return None
    for container in scene.running():
        one = scene.stands[container.name]
        probe = container.readiness
        if not container.counts or one.ready or not one.started or probe is None:
            continue
        asked = scene.later(one.who, "passed", "failed", about="readiness")
        ready = scene.later(one.who, "ready")
        said = f"The pod is not Ready: {one.who} has not passed its readinessProbe."
        more = "It runs all the same; only Services leave the pod out."
        if asked is not None:
            more = f"It is asked again at {seconds(asked.t)}. {more}"
        field: Field = (one.who, ("readinessProbe", "periodSeconds"))
        return Why(
            said,
            more,
            "readiness",
            ("R23", "R34"),
            (one.who,),
            (field,),
            ready.t if ready else None,
            one.who,
        )
    return None


def held_by_a_gate(scene: Scene) -> Why | None:
    """All containers are ready, a readiness gate is not (R35)."""
    conditions = scene.status.conditions
    if conditions[CONTAINERS][0] != "True" or conditions[READY][0] == "True":
        return None
    shut = [g for g in scene.pod.gates if conditions.get(g, ("",))[0] != "True"]
    said = "All containers are ready, but the pod is not, because of a readiness gate."
    more = f"Somebody outside has to set the condition {listed(shut)} to True."
    field: Field = ("", ("readinessGates",))
    return Why(said, more, "readiness gates", ("R35",), (), (field,))


def held_by_a_regular(scene: Scene) -> Why | None:
    """Some regular containers are done for good, and another runs on (R52)."""
    regular = scene.pod.regular
    done = [c.name for c in regular if scene.done(c)]
    on = [c.name for c in regular if scene.stands[c.name].runs]
    if not done or not on:
        return None
    verb = (
        "it is a regular container" if len(on) == 1 else "they are regular containers"
    )
    runs = "runs" if len(on) == 1 else "run"
    said = f"The pod is not over, because {listed(on)} still {runs}, and {verb}."
    more = (
        "A pod ends when its regular containers have ended. A native sidecar is not "
        "asked: when they are done, the kubelet stops it."
    )
    if scene.pod.origin in JOBS and scene.later(on[0], "ends") is None:
        more = f"The Job never completes. {more}"
    over = scene.later(on[0], "ends")
    fields: tuple[Field, ...] = (POLICY, *((n, ()) for n in on))
    return Why(
        said,
        more,
        "completion",
        ("R50", "R52"),
        (*on, *done),
        fields,
        over.t if over else None,
        on[0],
    )
