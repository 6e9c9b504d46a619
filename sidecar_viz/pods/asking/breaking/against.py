"""Why a break would have no effect here; each reason is one small function."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sidecar_viz.pods.asking.breaking.words import BreakId
from sidecar_viz.pods.asking.reasons.scene import Scene

Reason = Callable[[Scene, str], str]


def reason_against(scene: Scene, chosen: BreakId, who: str | None) -> str:
    """Return why a break has no effect at the scene's second; "" if it may have one."""
    if scene.gone:
        return "The pod is gone."
    if who is None:
        return OF_PODS[chosen](scene, "") if chosen in OF_PODS else _over(scene, "")
    over = _over(scene, who)
    return over or OF_CONTAINERS[chosen](scene, who)


def runs_again_at(scene: Scene, who: str) -> float | None:
    """Return when a process of it begins next; None if none does."""
    found, one = scene.later(who, "begins"), scene.stands[who]
    if found is None and one.place == "waits" and one.about == "CrashLoopBackOff":
        return one.until  # later than the run was played
    return found.t if found else None


def _over(scene: Scene, _: str) -> str:
    return f"The pod is {scene.status.phase}, and that is an end." if scene.over else ""


def _no_process(scene: Scene, who: str) -> str:
    if scene.stands[who].runs or runs_again_at(scene, who) is not None:
        return ""
    return f"{who} does not run any more."


def _no_probe(scene: Scene, who: str) -> str:
    container = scene.pod.by_name[who]
    if _no_process(scene, who):
        return _no_process(scene, who)
    probes = (container.startup, container.liveness, container.readiness)
    if not any(probes) and scene.later(who, "ends") is None:
        return f"{who} has no probe, so nobody sees it."
    return ""


def _no_readiness(scene: Scene, who: str) -> str:
    if scene.pod.by_name[who].readiness is None:
        return f"{who} has no readinessProbe, so nobody asks."
    return _no_process(scene, who)


def _ready_already(scene: Scene, who: str) -> str:
    failing = [
        done.get("result", "fail")
        for t, done in scene.trace.actions
        if t <= scene.t
        and done["do"] == "set-probe"
        and (done.get("container"), done.get("probe")) == (who, "readiness")
    ]
    if not failing or failing[-1] != "fail":
        return f"{who} was not made unready."
    return _no_process(scene, who)


def _no_new_start(scene: Scene, who: str) -> str:
    if runs_again_at(scene, who) is None:
        return f"{who} does not start again; it counts from its next start on."
    return ""


def _no_new_image(scene: Scene, who: str) -> str:
    container, one = scene.pod.by_name[who], scene.stands[who]
    if scene.stopping:
        return "The pod is being stopped, so nothing is started."
    if container.kind == "ephemeral":
        return "Ephemeral containers are never started twice."
    if container.kind == "init" and (one.runs or scene.done(container)):
        return f"{who} is an init container: it is not run again."
    return ""


def _image_is_good(scene: Scene, who: str) -> str:
    one = scene.stands[who]
    if one.place == "waits" and "Image" in one.about:
        return ""
    return f"Nothing is wrong with the image of {who}."


def _no_pre_stop(scene: Scene, who: str) -> str:
    if scene.pod.by_name[who].pre_stop is None:
        return f"{who} has no preStop hook."
    return _no_process(scene, who)


def _no_hook(scene: Scene, who: str) -> str:
    container = scene.pod.by_name[who]
    if container.pre_stop is None and container.post_start is None:
        return f"{who} has no hook."
    return _no_process(scene, who)


def _deleted_already(scene: Scene, _: str) -> str:
    """Only a shorter grace counts; whether it is shorter is found by trying."""
    if scene.deleted is not None and scene.deleted[1] == 0:
        return "The pod is deleted already, with grace 0."
    return ""


def _no_object(scene: Scene, _: str) -> str:
    if not scene.pod.objects:
        return "The manifest names no ConfigMap and no Secret."
    return _over(scene, "")


def missing_objects(scene: Scene) -> frozenset[str]:
    """Return the ConfigMaps and Secrets that are missing at the scene's second."""
    gone = set(scene.script.missing)
    for t, done in scene.trace.actions:
        if t <= scene.t and done["do"] == "object-missing":
            gone.add(str(done["object"]))
        elif t <= scene.t and done["do"] == "object-available":
            gone.discard(str(done["object"]))
    return frozenset(gone)


def _stopped_already(scene: Scene, _: str) -> str:
    if scene.stopping:
        return "The pod is being stopped already."
    return _over(scene, "")


OF_CONTAINERS: Mapping[BreakId, Reason] = {
    "exit": _no_process,
    "kill": _no_process,
    "oom": _no_process,
    "hang": _no_probe,
    "not-ready": _no_readiness,
    "ready-again": _ready_already,
    "slow-start": _no_new_start,
    "bad-image": _no_new_image,
    "mend-image": _image_is_good,
    "new-image": _no_new_image,
    "slow-hook": _no_pre_stop,
    "failing-hook": _no_hook,
}
OF_PODS: Mapping[BreakId, Reason] = {
    "delete": _deleted_already,
    "delete-now": _deleted_already,
    "missing-object": _no_object,
    "object-again": _no_object,
    "evict": _stopped_already,
}
