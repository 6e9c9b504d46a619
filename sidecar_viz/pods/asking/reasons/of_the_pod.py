"""What happens to the whole pod at this very second: done to it, or its end."""

from __future__ import annotations

from sidecar_viz.pods.asking.reasons.effects import effect_of
from sidecar_viz.pods.asking.reasons.said import (
    GRACE,
    POLICY,
    Field,
    RuleName,
    Why,
    listed,
)
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.deciding.status import ENDS
from sidecar_viz.pods.telling.changes import done_words

DELETION = "From now on nothing is started; hooks come first, then SIGTERM."
FORCE = "Grace 0: no hooks and no turns, SIGTERM to all, SIGKILL 2 s later."
DONE: dict[str, tuple[str, RuleName, tuple[str, ...]]] = {
    "set-image": (
        "A new image restarts its own container and no other.",
        "image change",
        ("R22",),
    ),
    "sandbox-lost": (
        "A new sandbox begins the list from its first entry, init containers too.",
        "node",
        ("R12",),
    ),
    "kubelet-restart": (
        "Containers run on without the kubelet; it asks them all anew.",
        "node",
        ("R12",),
    ),
    "volume-unavailable": (
        "It matters only before the first container: then volumes are mounted.",
        "volumes first",
        ("R2", "R4"),
    ),
    "volume-available": (
        "Volumes come first, then the sandbox, then containers.",
        "volumes first",
        ("R2",),
    ),
    "evict": (
        "It gets one second of grace, whatever its own is, and ends Failed.",
        "the end",
        ("R44", "R48"),
    ),
    "hang": (
        "A process that hangs runs on; only a probe can find out.",
        "probes",
        ("R21", "R23"),
    ),
    "slow-start": (
        "It counts from its next start on.",
        "what gates a start",
        ("R8",),
    ),
    "set-hook": (
        "It counts from the hook's next run on.",
        "hooks",
        ("R9", "R40"),
    ),
    "set-condition": (
        "A pod is Ready when its containers are, and all its readiness gates.",
        "readiness gates",
        ("R35",),
    ),
}
"""Why what was done has the effect that it has; other verbs speak for themselves."""
CHANGES = "It changes nothing by itself."


def end_just_now(scene: Scene) -> Why | None:
    """Say why the pod's phase is an end from this second on (R24 to R30)."""
    if not scene.over or scene.old_phase in (*ENDS, None):
        return None
    phase, reason = scene.status.phase, scene.status.reason
    if reason == "DeadlineExceeded":
        field: Field = ("", ("activeDeadlineSeconds",))
        deadline = scene.pod.deadline
        said = f"The pod is Failed, because its deadline of {deadline} s is over."
        more = "It counts from the pod's start; exit codes do not matter then."
        return Why(said, more, "deadline", ("R54",), (), (field,))
    if reason:
        said = f"The pod is {phase}, because it was evicted."
        return Why(said, "Exit codes do not matter then.", "the end", ("R44",))
    sidecars = [c.name for c in scene.pod.inits if c.kind == "sidecar"]
    more = (
        f"What {listed(sidecars)} ended with does not count."
        if sidecars
        else "Exit codes of all regular containers make the phase."
    )
    if phase == "Succeeded":
        said = "The pod is Succeeded, because every regular container has ended with 0."
        return Why(said, more, "completion", ("R27", "R28", "R29"), (), (POLICY,))
    return _failed(scene, more)


def _failed(scene: Scene, more: str) -> Why:
    seen = scene.status.containers
    for kind, rules in (("init", ("R16", "R24")), ("regular", ("R27",))):
        for container in scene.pod.containers:
            ended = seen[container.name].ended
            if container.kind == kind and ended is not None and ended.exit_code:
                who, code = container.name, ended.exit_code
                said = f"The pod is Failed, because {who} has ended with {code}."
                if ended.reason == "ContainerStatusUnknown":
                    said = f"The pod is Failed, because {who} never ran."
                if kind == "init":
                    more = "It is not started again, and what follows it never starts."
                return Why(said, more, "restart policy", rules, (who,), (POLICY,))
    said = "The pod is Failed, because it ended before its regular containers ran."
    return Why(said, "Who never ran stays Waiting.", "deletion", ("R30",))


def done_just_now(scene: Scene) -> Why | None:
    """Say what was done to the pod at this second, and what follows."""
    done = [action for t, action in scene.trace.actions if t == scene.t]
    for action in done:
        verb = str(action["do"])
        if verb == "delete":
            return _deleted(scene)
        if verb in DONE:
            return _done(scene, action, *DONE[verb])
        if verb in ("checkpoint", "set-probe"):
            continue
        if not scene.just:
            said = f"This was done, with no effect here: {done_words(action)}."
            return Why(said, CHANGES, "the end", ())
    return None


def _deleted(scene: Scene) -> Why:
    effect = effect_of(scene, None)
    names = effect.who if effect else ()
    grace = scene.deleted[1] if scene.deleted else scene.pod.grace
    said = f"The pod is deleted, so {effect.said}." if effect else "The pod is deleted."
    more = DELETION if grace else FORCE
    if scene.over and not scene.just:
        said, more = "The pod was over already, so its object goes at once.", ""
    rules = ("R38", "R40", "R43") if grace else ("R48",)
    return Why(said, more, "deletion", rules, names, (GRACE,))


def _done(
    scene: Scene,
    action: dict[str, object],
    more: str,
    rule: RuleName,
    rules: tuple[str, ...],
) -> Why | None:
    if action["do"] == "volume-unavailable" and scene.failing_volume():
        return None  # what it holds back is said
    effect = effect_of(scene, None)
    names = effect.who if effect else ()
    words = _words(action)
    said = f"{words}, so {effect.said}." if effect else ""
    if not said:
        later = action["do"] in ("hang", "slow-start", "set-hook")
        said = f"{words}." if later else f"{words}, with no effect here."
    who = str(action.get("container", ""))
    about = tuple(dict.fromkeys((*((who,) if who else ()), *names)))
    return Why(said, more, rule, rules, about, (), None, who)


def _words(action: dict[str, object]) -> str:
    """Say what was done, as the beginning of a sentence."""
    said = WORDS.get(str(action["do"]), "")
    if not said:
        return f"Done to the pod: {done_words(dict(action))}"
    return said.format(**{"image": "another image", "status": "True", **action})


WORDS = {
    "evict": "The node is short of memory and evicts the pod",
    "hang": "{container} hangs: it answers no question any more",
    "slow-start": "{container} will start more slowly",
    "set-hook": "The hook of {container} will run otherwise",
    "set-image": "{container} gets the image {image}",
    "sandbox-lost": "The node reboots, and the sandbox is lost",
    "kubelet-restart": "The kubelet restarts",
    "volume-unavailable": "The volume {volume} cannot be mounted any more",
    "volume-available": "The volume {volume} can be mounted",
    "set-condition": "{type} is set to {status}",
}
