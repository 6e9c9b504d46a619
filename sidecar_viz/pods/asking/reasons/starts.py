"""Why a container is pulled, starts, waits for its next start, is started and ready."""

from __future__ import annotations

from sidecar_viz.pods.asking.reasons.cause import Cause
from sidecar_viz.pods.asking.reasons.said import POLICY, Field
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.asking.reasons.standing import Standing
from sidecar_viz.pods.deciding.restarting import LONGEST_WAIT, policy_of
from sidecar_viz.pods.given.pod import Container
from sidecar_viz.pods.running.recorder import Doing
from sidecar_viz.pods.telling.as_text import seconds

ROW = (0, 10, 20, 40, 80, 160, 300)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
PULL_AT_TURN = "An image is pulled at its container's turn, not before."


def gate_said(scene: Scene, container: Container) -> tuple[str, tuple[str, ...]]:
    """Say what had to be so before it might start, and whom that names (R6 to R10)."""
    gate = scene.gate(container)
    if gate is None:
        return "it is the first of its list", ()
    if gate.kind == "init":
        return f"{gate.name} has ended with 0", (gate.name,)
    if gate.kind == "sidecar":
        return f"{gate.name} is started", (gate.name,)
    return f"{gate.name}, before it in the list, has been begun", (gate.name,)


def policy_fields(container: Container) -> tuple[Field, ...]:
    """Return the lines that say whether it is started again: its own, or the pod's."""
    if container.kind == "sidecar" or container.policy is not None:
        return ((container.name, ("restartPolicy",)),)
    return ((container.name, ()), POLICY)


def row_position(wait: float, *, pulls: bool = False) -> str:
    """Say where in the row of back-offs a wait stands (R19, R20)."""
    steps = ROW[1:] if pulls else ROW
    row = ", ".join(str(step) if step else "at once" for step in steps) + " s"
    if wait >= LONGEST_WAIT:
        return f"It is the longest of the row {row}; it stays at 300 s"
    place = max(n for n, step in enumerate(steps) if step <= wait or not n)
    return f"It is the {ORDINALS[place]} of the row {row}"


def whole_wait(one: Standing) -> float:
    """Return how long a back-off is, from the end of the last process on."""
    until = one.until if one.until is not None else one.since
    return round(until - (one.since if one.ended is None else one.ended.at), 6)


def cause_of_pull(scene: Scene, doing: Doing) -> Cause:
    """Say why an image is pulled now (R5, R20, R22)."""
    who = doing.who
    container, was = scene.pod.by_name[who], scene.before(doing)
    image: Field = (who, ("image",))
    if was.about == "ImagePullBackOff" and was.place == "waits":
        more = "Pulls that fail wait by the same row as restarts: 10 s up to 300 s."
        said = f"The image of {who} is pulled again: its wait is over"
        return Cause(said, more, "image pull", ("R20",), (image,), (who,))
    if was.starts:
        said = f"Another image of {who} is pulled"
        more = "A new image restarts its own container and no other."
        return Cause(said, more, "image change", ("R22",), (image,), (who,))
    gate, names = gate_said(scene, container)
    said = f"The image of {who} is pulled, because {gate}"
    return Cause(said, PULL_AT_TURN, "image pull", ("R5",), (image,), (who, *names))


def cause_of_start(scene: Scene, doing: Doing) -> Cause:
    """Say why a process begins now (R7 to R10, R15 to R19)."""
    who = doing.who
    container, was = scene.pod.by_name[who], scene.before(doing)
    fields = policy_fields(container)
    if was.about == "CrashLoopBackOff" and was.place == "waits":
        wait = whole_wait(was)
        said = f"{who} starts again, because its wait of {seconds(wait)} is over"
        if doing.t != was.until:
            said = f"{who} starts again, and does not wait any longer"
        more = f"{row_position(wait)}."
        return Cause(said, more, "back-off", ("R19",), fields, (who,))
    ended = was.ended if was.place == "ended" else None
    if ended is not None and ended.reason == "Unknown":
        said = f"{who} starts in a new sandbox"
        more = "After the node's reboot the list is gone through from its first entry."
        return Cause(said, more, "node", ("R12",), (), (who,))
    if was.place == "pulling" and was.since < doing.t:
        said, more = f"{who} runs now that its image is there", PULL_AT_TURN
        return Cause(said, more, "image pull", ("R5",), ((who, ("image",)),), (who,))
    if ended is not None or was.starts:
        return _again(scene, doing, fields)
    gate, names = gate_said(scene, container)
    more = "The init list goes one by one, then regular containers in list order."
    said = f"{who} starts, because {gate}"
    rules = ("R6", "R10")
    return Cause(said, more, "what gates a start", rules, (), (who, *names))


def _again(scene: Scene, doing: Doing, fields: tuple[Field, ...]) -> Cause:
    container = scene.pod.by_name[doing.who]
    policy = policy_of(container, scene.pod)
    said = f"{doing.who} is started again at once"
    rules = ("R17", "R19") if container.kind == "sidecar" else ("R15", "R19")
    more = f"Its restartPolicy is {policy}; the first restart waits for nothing."
    return Cause(said, more, "restart policy", rules, fields, (doing.who,))


def cause_of_wait(scene: Scene, doing: Doing) -> Cause:
    """Say why a start has to wait (R19, R20)."""
    who, wait = doing.who, round((doing.until or doing.t) - doing.t, 6)
    if doing.about == "CrashLoopBackOff":
        was = scene.before(doing)
        ended = was.ended.at if was.ended is not None else doing.t
        row = row_position((doing.until or doing.t) - ended)
        more = f"{row}, counted from its end."
        said = f"{who} waits {seconds(wait)} before it is started again"
        fields = policy_fields(scene.pod.by_name[who])
        return Cause(said, more, "back-off", ("R19",), fields, (who,))
    if doing.about == "ErrImageNeverPull":
        said = f"{who} cannot run: its image is not on the node"
        more = "imagePullPolicy is Never, so nobody fetches it."
        pull: Field = (who, ("imagePullPolicy",))
        return Cause(said, more, "image pull", ("R20",), (pull,), (who,))
    if doing.until is None:
        said = f"{who} cannot be made: {doing.about}"
        more = "The kubelet tries again until what is missing is there."
        return Cause(said, more, "volumes first", ("R2",), (), (who,))
    row = row_position(wait, pulls=True)
    more = f"{row}; the pod stays Pending and never fails by this."
    said = f"The pull for {who} waits {seconds(wait)} before it is tried again"
    image: Field = (who, ("image",))
    return Cause(said, more, "image pull", ("R20",), (image,), (who,))


def cause_of_failed_pull(scene: Scene, doing: Doing) -> Cause:
    """Say that an image cannot be pulled (R11, R20)."""
    who = doing.who
    held = scene.pod.by_name[who].kind in ("init", "sidecar")
    more = (
        "What stands after it in the list waits, and the pod stays Pending."
        if held
        else "The other regular containers are started all the same."
    )
    said = f'{who} cannot run: its image "{doing.about}" cannot be pulled'
    rules = ("R11", "R20") if held else ("R10", "R20")
    return Cause(said, more, "image pull", rules, ((who, ("image",)),), (who,))


def cause_of_next(scene: Scene, doing: Doing) -> Cause:
    """Say why the end of one container lets another one come (R7, R50)."""
    container = scene.pod.by_name[doing.who]
    if doing.what == "stopping":
        more = "When no regular container will be started again, sidecars are stopped."
        return Cause("", more, "completion", ("R50",), (POLICY,), (doing.who,))
    gate = scene.gate(container)
    more = "After an init container the next one starts when it has ended with 0."
    if gate is None or gate.kind != "init":
        more = "The kubelet has come to it now."
    return Cause("", more, "init containers", ("R7",), (), (doing.who,))
