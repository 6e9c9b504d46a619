"""Why a change came: its cause in the same moment, or its rule."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.story.beat import Beat
from sidecar_viz.pods.story.changes import Change, ChangeKind

SIDECARS_STOP = "sidecars stop after the others, last first"


class Cause(Struct, frozen=True):
    """The container *of* whose change it follows, and *why* in words; both may be "".

    *rule*: the words are a rule, to be said also beside the change that it follows.
    """

    of: str = ""
    why: str = ""
    rule: bool = False


NONE = Cause()


def cause_of(beat: Beat, change: Change) -> Cause:
    """Return why a change came, as far as it can be said in few words."""
    find = CAUSES.get(change.kind)
    return find(beat, change) if find else NONE


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
    """Return why a container starts, or starts again (R15 to R19)."""
    name, before = change.name, beat.before[change.name]
    if before.word == "CrashLoopBackOff":
        return Cause("", "its wait is over")
    if before.starts and before.word != "Gone":
        return Cause(name, _policy(beat, name), rule=True)
    if before.word == "Pulling image":
        return Cause("", "its image is there")
    return _opened(beat, name)


def _policy(beat: Beat, name: str) -> str:
    container = beat.container(name)
    if container.kind == "sidecar":
        return "a sidecar is always started again"
    if container.kind == "init":
        return "an init container that fails is tried again"
    return f"its restartPolicy is {container.policy or beat.pod.policy}"


def _sigterm(beat: Beat, change: Change) -> Cause:
    """Return why SIGTERM is sent: a turn, a hook that is over, a probe (R40 to R43)."""
    name = change.name
    for one in (*reversed(beat.moment.changes), *beat.since_start(name)):
        if one.name == name and one.kind == "told-to-stop" and one.text:
            return Cause(name, f"it {one.text}")
    if beat.ending and beat.container(name).kind == "sidecar":
        gone = [c.name for c in beat.moment.changes if c.kind == "ends"]
        if gone and gone[-1] != name:
            return Cause(gone[-1], SIDECARS_STOP, rule=True)
    if any(one.kind == "hook" for one in beat.since_start(name)):
        return Cause("", "its hook is over")
    return NONE


def _sigkill(beat: Beat, change: Change) -> Cause:
    done = [c.done for c in beat.moment.changes if c.kind == "did"]
    if any(action.get("container") == change.name for action in done):
        return NONE
    return Cause("", "the grace period is over")


def _ends(_beat: Beat, change: Change) -> Cause:
    if change.text == "OOMKilled":
        return Cause("", "it needs more memory than its limit")
    return NONE


def _phase(beat: Beat, change: Change) -> Cause:
    """Return what makes a phase (R26, R27)."""
    if change.text == "Running":
        return Cause("", "every regular container has been started")
    if change.status.reason:
        return Cause("", f"of {change.status.reason}")
    if change.text == "Succeeded":
        return Cause("", "all regular containers ended with 0")
    ended = [change.status.containers[c.name].ended for c in beat.pod.regular]
    if not all(ended):
        return Cause("", "not all containers could run")
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
