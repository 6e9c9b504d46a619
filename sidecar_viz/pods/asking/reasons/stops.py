"""Why a container is told to stop, and why its process has ended (R38 to R50)."""

from __future__ import annotations

from msgspec import structs

from sidecar_viz.pods.asking.reasons.answers import probe_of
from sidecar_viz.pods.asking.reasons.cause import Cause
from sidecar_viz.pods.asking.reasons.said import GRACE, POLICY, Field, listed
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.deciding.stopping import LEAST_GRACE
from sidecar_viz.pods.running.recorder import Doing
from sidecar_viz.pods.telling.as_text import seconds

ORDER = "Sidecars stop one by one in reverse list order, after the last regular one."
ASSUMED = "A manifest does not say this: it is assumed."
LOST = "A reboot takes all processes; the list then starts from its first entry."
BY_HAND = "The kubelet had no part in it; it sees only that the process ends."
PARALLEL = "Regular containers have no order of stopping: each is told at once."


def cause_of_stop(scene: Scene, doing: Doing) -> Cause:
    """Say why a container is to stop: alone, or with its pod."""
    who = doing.who
    for probe in ("liveness", "startup"):
        found = probe_of(scene.pod.by_name[who], probe)
        if found is not None and f"failed {probe} probe" in doing.about:
            times = found[1].failures
            said = f"{who} is stopped, because its {probe}Probe failed {times} times"
            more = "It alone is stopped; then its restart policy decides."
            field: Field = (who, (f"{probe}Probe", "failureThreshold"))
            return Cause(said, more, "probes", ("R21",), (field,), (who,))
    if "definition changed" in doing.about:
        said = f"{who} is stopped, because its image is another now"
        more = "A new image restarts its own container and no other."
        image: Field = (who, ("image",))
        return Cause(said, more, "image change", ("R22",), (image,), (who,))
    if "PostStartHook" in doing.about:
        said = f"{who} is stopped, because its postStart hook failed"
        more = "A failed postStart hook kills its container; then its policy decides."
        hook: Field = (who, ("lifecycle", "postStart"))
        return Cause(said, more, "hooks", ("R9",), (hook,), (who,))
    return _with_the_pod(scene, who)


def _with_the_pod(scene: Scene, who: str) -> Cause:
    if scene.deleted is not None:
        said = f"{who} is stopped, because the pod is deleted"
        return Cause(said, ORDER, "deletion", ("R38", "R40"), (GRACE,), (who,))
    if scene.evicted is not None:
        said = f"{who} is stopped, because the pod is evicted"
        more = "The kubelet gives one second of grace, whatever the pod's own is."
        return Cause(said, more, "grace period", ("R44",), (), (who,))
    deadline = scene.pod.deadline
    if deadline is not None and scene.t >= deadline:
        said = f"{who} is stopped, because the deadline of {deadline} s is over"
        more = "It counts from the pod's start, init containers included."
        field: Field = ("", ("activeDeadlineSeconds",))
        return Cause(said, more, "deadline", ("R54",), (field,), (who,))
    if scene.completing:
        said = f"{who} is stopped, because every regular container is done"
        more = "When none will be started again, the kubelet stops the sidecars."
        return Cause(said, more, "completion", ("R50",), (), (who,))
    said = f"{who} is stopped with its pod"
    more = "An init container has failed for good, or the pod is made anew."
    return Cause(said, more, "restart policy", ("R16", "R18"), (), (who,))


def cause_of_signal(scene: Scene, doing: Doing) -> Cause:
    """Say why SIGTERM or SIGKILL is sent now (R40 to R48)."""
    who, was = doing.who, scene.before(doing)
    if scene.by_hand(who, "signal", doing.t):
        said = f"{who} gets {doing.about} by hand"
        return Cause(said, BY_HAND, "restart policy", ("R15",), (), (who,))
    if doing.about == "SIGKILL":
        given = doing.t - (was.signalled if was.signalled is not None else doing.t)
        said = f"{who} gets SIGKILL, {seconds(given)} after its SIGTERM"
        more = f"The grace is over; it is never less than {LEAST_GRACE} s."
        rules = ("R44", "R46")
        return Cause(said, more, "grace period", rules, (GRACE,), (who,))
    return _first_signal(scene, doing)


def _first_signal(scene: Scene, doing: Doing) -> Cause:
    """Say why SIGTERM comes now: turn, hook, grace, or at once (R40 to R44)."""
    who, was = doing.who, scene.before(doing)
    ended = [d.who for d in scene.just if d.what == "ends" and d.who in was.turn]
    if ended and not any(scene.before(doing, name).runs for name in was.turn):
        has = "has" if len(ended) == 1 else "have"
        said = f"{who} gets SIGTERM, because {listed(ended)} {has} ended"
        own: tuple[Field, ...] = ((who, ("restartPolicy",)),)
        return Cause(said, ORDER, "stop order", ("R42",), own, (who, *ended))
    if was.turn:
        said = f"{who} gets SIGTERM, because the grace period is over"
        more = f"It has not come to its turn; SIGKILL follows in {LEAST_GRACE} s."
        return Cause(said, more, "grace period", ("R44",), (GRACE,), (who,))
    hook: Field = (who, ("lifecycle", "preStop"))
    if was.hook == "preStop":
        said = f"{who} gets SIGTERM, because the grace is over before its preStop hook"
        more = f"The hook had the whole grace; SIGKILL follows in {LEAST_GRACE} s."
        fields = (hook, GRACE)
        return Cause(said, more, "grace period", ("R40", "R44"), fields, (who,))
    over = ("hook-over", "preStop")
    if any(d.who == who and (d.what, d.about) == over for d in scene.just):
        said = f"{who} gets SIGTERM, because its preStop hook is over"
        more = "The hook comes before SIGTERM and uses up the same grace."
        return Cause(said, more, "hooks", ("R40", "R44"), (hook,), (who,))
    return cause_of_stop(scene, Doing(doing.t, who, "stopping", was.why_stopped))


def cause_of_end(scene: Scene, doing: Doing) -> Cause:
    """Say why a process has ended: by itself, told to, killed, or lost."""
    who, was = doing.who, scene.before(doing)
    code = scene.end_at(doing).exit_code
    if doing.about == "OOMKilled":
        return _out_of_memory(scene, who)
    if doing.about == "Unknown":
        said = f"{who} is gone with its sandbox"
        return Cause(said, LOST, "node", ("R12",), (), (who,))
    if was.killed:
        kill = next(d for d in scene.just if (d.who, d.about) == (who, "SIGKILL"))
        said = f"{who} has ended with {code} by SIGKILL"
        return structs.replace(cause_of_signal(scene, kill), said=said)
    if was.signalled is not None:
        after = seconds(round(doing.t - was.signalled, 6))
        said = f"{who} has ended with {code}, {after} after its SIGTERM"
        if doing.t == was.signalled:
            said = f"{who} has ended with {code} at its SIGTERM"
        return Cause(said, _order(scene), "stop order", ("R40",), (), (who,))
    lived = seconds(round(doing.t - (was.began or 0.0), 6))
    return _by_itself(scene, doing, code, lived)


def _out_of_memory(scene: Scene, who: str) -> Cause:
    limit = scene.pod.by_name[who].memory
    said = f"{who} is killed: it needs more than its memory limit"
    more = "The exit code is 137, and the reason OOMKilled tells it apart."
    if limit is not None:
        more = f"The limit is {limit:g} MiB. {more}"
    field: Field = (who, ("resources", "limits", "memory"))
    return Cause(said, more, "memory", ("R31",), (field,), (who,))


def _by_itself(scene: Scene, doing: Doing, code: int, lived: str) -> Cause:
    who = doing.who
    if scene.by_hand(who, "exit", doing.t):
        said = f"{who} is made to end with {code}"
        return Cause(said, BY_HAND, "restart policy", ("R15",), (), (who,))
    said = f"{who} has ended with {code} after {lived}"
    others = [c.name for c in scene.pod.regular if scene.stands[c.name].runs]
    if scene.done(scene.pod.by_name[who]) and others:
        more = f"{listed(others)} {'is' if len(others) == 1 else 'are'} not told of it."
        fields = (POLICY,)
        return Cause(said, more, "completion", ("R15", "R52"), fields, (who, *others))
    return Cause(said, ASSUMED, "restart policy", ("R15",), (), (who,))


def _order(scene: Scene) -> str:
    many = any(c.kind == "sidecar" for c in scene.pod.inits)
    return ORDER if many else PARALLEL
