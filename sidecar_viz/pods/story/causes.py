"""Why a change came: its cause in the same moment, or its rule."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, structs

from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.story.beat import Beat, Group
from sidecar_viz.pods.story.changes import CHANGED, Change, ChangeKind

SIDECARS_STOP = "sidecars stop after the others, last first"


class Cause(Struct, frozen=True):
    """The container *of* whose change it follows, and *why* in words; both may be "".

    *rule*: the words are a rule, to be said also beside the change that it follows.
    """

    of: str = ""
    why: str = ""
    rule: bool = False


NONE = Cause()
GRACE_OVER = "the grace period is over"
EVERY_STARTED = "every regular container has been started"
NEW_SANDBOX = ("PodInitializing", "ContainerCreating")


def cause_of(beat: Beat, change: Change) -> Cause:
    """Return why a change came, as far as it can be said in few words."""
    find = CAUSES.get(change.kind)
    return find(beat, change) if find else NONE


def cause_of_all(beat: Beat, group: Group) -> Cause:
    """Return the cause that all changes of a group have; none if they differ."""
    found = {cause_of(beat, change) for change in group.changes}
    if len(found) > 1:
        return NONE
    (cause,) = found
    if len(group.names) > 1:
        why = cause.why.replace("its ", "their ")
        return structs.replace(cause, why=why)
    return cause


def gate_of(pod: Pod, name: str) -> str:
    """Return the entry that must be done before a container starts (R6 to R10)."""
    container = pod.by_name[name]
    if container.kind == "ephemeral":
        return ""
    chain = [c.name for c in pod.inits]
    if container.kind == "regular":
        return chain[-1] if chain else ""
    place = chain.index(name)
    return chain[place - 1] if place else ""


def _opened(beat: Beat, name: str) -> Cause:
    gate = gate_of(beat.pod, name)
    if not gate:
        return NONE
    if beat.container(gate).kind == "init":
        return Cause(gate, f"{gate} has ended with 0")
    return Cause(gate, f"{gate} is started")


def _pulling(beat: Beat, change: Change) -> Cause:
    if not change.name or beat.before[change.name].word != "Waiting":
        return Cause(change.name, "the wait is over") if change.name else NONE
    return _opened(beat, change.name)


def _starts(beat: Beat, change: Change) -> Cause:
    """Return why a container starts, or starts again (R12, R15 to R19, R22)."""
    name, before = change.name, beat.before[change.name]
    if before.word == "CrashLoopBackOff":
        return Cause("", "its wait is over")
    if before.word == "Pulling image":
        return Cause("", "its image is there")
    if not before.starts:
        return _opened(beat, name)
    history = [*reversed(beat.moment.changes), *beat.since_start(name)]
    own = [one for one in history if one.name == name]
    if any(one.kind == "lost" or one.text in NEW_SANDBOX for one in own):
        return _opened(beat, name)
    if any(one.text == CHANGED for one in own):
        return Cause(name, "it has another image now")
    return Cause(name, _policy(beat, name), rule=True)


def _policy(beat: Beat, name: str) -> str:
    container = beat.container(name)
    if container.kind == "sidecar":
        return "a sidecar is always started again"
    if container.kind == "init":
        return "an init container that fails is tried again"
    return f"its restartPolicy is {container.policy or beat.pod.policy}"


def _sigterm(beat: Beat, change: Change) -> Cause:
    """Return why SIGTERM is sent: a turn, a hook that is over, a probe (R40 to R44)."""
    name = change.name
    for one in (*reversed(beat.moment.changes), *beat.since_start(name)):
        if one.name == name and one.kind == "told-to-stop" and one.text:
            return Cause(name, f"it {one.text}")
    if not beat.ending:
        return NONE
    if change.t >= beat.grace_ends:
        return Cause("", GRACE_OVER)
    place = beat.moment.changes.index(change)
    gone = [c.name for c in beat.moment.changes[:place] if c.kind == "ends"]
    if gone and beat.container(name).kind == "sidecar":
        return Cause(gone[-1], SIDECARS_STOP, rule=True)
    hook = any(one.kind == "hook" for one in beat.since_start(name))
    return Cause("", "its hook is over") if hook else NONE


def _sigkill(beat: Beat, change: Change) -> Cause:
    """Return why a container is killed: by hand, or as its time is over (R44)."""
    done = [c.done for c in beat.moment.changes if c.kind == "did"]
    if any(action.get("container") == change.name for action in done):
        return NONE
    return Cause("", GRACE_OVER)


def _ends(_beat: Beat, change: Change) -> Cause:
    if change.text == "OOMKilled":
        return Cause("", "it needs more memory than its limit")
    return NONE


def _phase(beat: Beat, change: Change) -> Cause:
    """Return what makes a phase (R24, R26, R27, R30)."""
    if change.text == "Running":
        first = not any(c.text == "Running" for c in beat.earlier if c.kind == "phase")
        return Cause("", EVERY_STARTED) if first else NONE
    if change.text == "Pending":
        return NONE
    if change.status.reason:
        return Cause("", f"its reason is {change.status.reason}")
    if change.text == "Succeeded":
        return Cause("", "all regular containers ended with 0")
    seen = change.status.containers
    if any(seen[c.name].ended is None for c in beat.pod.regular):
        return Cause("", "its regular containers did not run")
    return Cause("", "not all regular containers ended with 0")


CAUSES: dict[ChangeKind, Callable[[Beat, Change], Cause]] = {
    "pulling": _pulling,
    "starts": _starts,
    "started": lambda _beat, _change: Cause("", "its startup probe succeeds"),
    "ready": lambda _beat, _change: Cause("", "its readiness probe succeeds"),
    "unready": lambda _beat, _change: Cause("", "its readiness probe fails"),
    "ends": _ends,
    "hook-over": lambda _beat, _change: Cause("", "now it waits for its turn"),
    "sigterm": _sigterm,
    "sigkill": _sigkill,
    "phase": _phase,
}
"""What finds the cause of each kind of change; a kind without one says none."""
