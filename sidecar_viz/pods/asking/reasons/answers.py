"""What probes find, and what that makes of a container (R8, R21, R23)."""

from __future__ import annotations

from sidecar_viz.pods.asking.reasons.cause import Cause
from sidecar_viz.pods.asking.reasons.said import Field
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.given.pod import Container, Probe, ProbeName
from sidecar_viz.pods.running.recorder import Doing


def probe_of(container: Container, name: str) -> tuple[ProbeName, Probe] | None:
    """Return one of a container's probes, and its name; None if it has it not."""
    found: tuple[tuple[ProbeName, Probe | None], ...] = (
        ("startup", container.startup),
        ("liveness", container.liveness),
        ("readiness", container.readiness),
    )
    for known, probe in found:
        if known == name and probe is not None:
            return known, probe
    return None


def cause_of_started(_scene: Scene, doing: Doing) -> Cause:
    """Say why a container counts as started (R8)."""
    who = doing.who
    said = f"{who} is started, because its startupProbe has passed"
    more = "Liveness and readiness are asked only from now on."
    field: Field = (who, ("startupProbe",))
    return Cause(said, more, "what gates a start", ("R8", "R23"), (field,), (who,))


def cause_of_ready(_scene: Scene, doing: Doing) -> Cause:
    """Say why a container is ready (R23)."""
    who = doing.who
    said = f"{who} is ready, because its readinessProbe has passed"
    more = "A pod is Ready when all regular containers and all sidecars are."
    field: Field = (who, ("readinessProbe",))
    return Cause(said, more, "readiness", ("R23", "R34"), (field,), (who,))


def cause_of_unready(scene: Scene, doing: Doing) -> Cause:
    """Say why a container is not ready any more (R23)."""
    who = doing.who
    found = probe_of(scene.pod.by_name[who], "readiness")
    if found is None or not scene.stands[who].failed("readiness"):
        said = f"{who} is not ready, as the kubelet has begun anew"
        more = "It has forgotten what the probes found, and asks again."
        return Cause(said, more, "node", ("R23",), (), (who,))
    times = scene.stands[who].failed("readiness")
    said = f"{who} is not ready any more: its readinessProbe failed {_times(times)}"
    more = "It runs on: readiness only takes the pod out of its Services."
    field: Field = (who, ("readinessProbe", "failureThreshold"))
    return Cause(said, more, "readiness", ("R23", "R34"), (field,), (who,))


def cause_of_failure(scene: Scene, doing: Doing) -> Cause:
    """Say what one failed answer means, and what is still missing (R21, R23)."""
    who = doing.who
    found = probe_of(scene.pod.by_name[who], doing.about)
    threshold = found[1].failures if found else 1
    name: ProbeName = found[0] if found else "startup"
    count = scene.stands[who].failed(name)
    said = f"{who} does not pass its {doing.about}Probe: {count} of {threshold} failed"
    then = {
        "startup": "it is killed and started again",
        "liveness": "it is killed and started again",
        "readiness": "it counts as not ready",
    }[name]
    more = f"After {_times(threshold)} in a row {then}."
    field: Field = (who, (f"{doing.about}Probe", "failureThreshold"))
    return Cause(said, more, "probes", ("R21", "R23"), (field,), (who,))


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
