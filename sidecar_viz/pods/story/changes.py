"""What changed in a simulation, one thing after another, as typed values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct

from sidecar_viz.pods.deciding.status import ENDS, Seen, Status
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.running.killing import hook_run
from sidecar_viz.pods.running.recorder import Event, Trace

ChangeKind = Literal[
    "bound",
    "mounted",
    "mount-fails",
    "network",
    "pulling",
    "starts",
    "started",
    "ready",
    "unready",
    "ends",
    "waits",
    "told-to-stop",
    "hook",
    "hook-over",
    "hook-fails",
    "sigterm",
    "sigkill",
    "did",
    "deadline",
    "phase",
    "pod-ready",
    "pod-unready",
    "never-ran",
    "lost",
    "cleared",
    "gone",
    "shown",
]
LOST = "ContainerStatusUnknown"
IMAGE = 'Pulling image "'
STOPPING = "Stopping container "
CHANGED = "has another image"
WHY = {
    "failed liveness probe": "fails its liveness probe",
    "failed startup probe": "fails its startup probe",
    "definition changed": CHANGED,
}
"""Why a container is stopped, in the kubelet's words and in ours."""


class Change(Struct, frozen=True):
    """One change at second *t*: of container or volume *name*, or of the pod.

    *text* is what belongs to it: a reason, a phase, an image. *status* is what the API
    shows by then, *done* the action that it is. Of the kind "shown" nothing is but a
    new status.
    """

    kind: ChangeKind
    t: float
    status: Status
    name: str = ""
    code: int = 0
    text: str = ""
    done: dict[str, Any] = {}


def changes_of_trace(pod: Pod, script: Script, trace: Trace) -> tuple[Change, ...]:
    """Return all changes that a person should notice; causes stand before effects."""
    changes = [Change("bound", 0.0, trace.snapshots[0].status)]
    changes += _ordered(pod, trace)
    changes += list(_hooks_over(pod, script, trace, changes))
    last = trace.snapshots[-1].status
    if last.phase in ENDS and trace.sandbox and trace.sandbox[-1][2] == "stopped":
        changes.append(Change("cleared", trace.sandbox[-1][0], last))
    if trace.deleted_at is not None:
        changes.append(Change("gone", trace.deleted_at, last))
    return tuple(sorted(changes, key=lambda change: change.t))


def _hooks_over(
    pod: Pod, script: Script, trace: Trace, changes: list[Change]
) -> Iterator[Change]:
    """Yield the ends of preStop hooks after which a container still waits (R43)."""
    for number, change in enumerate(changes):
        hook = pod.by_name[change.name].pre_stop if change.kind == "hook" else None
        if hook is None:
            continue
        run = hook_run(hook, script.life(change.name).pre_stop)
        length = run.run if run.sleep is None else run.sleep
        if length is None or run.completes:
            continue
        over = round(change.t + run.start_delay + length, 6)
        next_one = next(
            (c.t for c in changes[number + 1 :] if c.name == change.name), over
        )
        if over < next_one:
            yield Change("hook-over", over, trace.status_at(over), change.name)


def _ordered(pod: Pod, trace: Trace) -> Iterator[Change]:
    """Yield what the trace wrote down one after another."""
    status = trace.snapshots[0].status
    quick = _quick_pulls(trace)
    for kind, place in trace.order:
        if kind == "snapshots":
            new = trace.snapshots[place]
            yield from _differences(pod, status, new.status, new.t)
            status = new.status
            yield Change("shown", new.t, status)
        elif kind != "kube_events" or place not in quick:
            yield from _written(pod, trace, kind, place, status)


def _written(
    pod: Pod, trace: Trace, kind: str, place: int, status: Status
) -> Iterator[Change]:
    """Yield what was written down in one list of the trace, at a place."""
    match kind:
        case "actions":
            t, done = trace.actions[place]
            if done["do"] != "checkpoint":
                yield Change("did", t, status, done=done)
        case "kube_events":
            t, reason, message = trace.kube_events[place]
            yield from _event(pod, Change("bound", t, status), reason, message)
        case "events":
            t, actor, event = trace.events[place]
            if actor in pod.by_name:
                yield from _process(Change("starts", t, status, actor), event)
        case "exits":
            t, name, how = trace.exits[place]
            lost: ChangeKind = "lost" if how.reason == "Unknown" else "ends"
            yield Change(lost, t, status, name, how.exit_code, how.reason)
        case "volumes":
            yield from _volume(pod, trace.volumes[place], status)
        case "sandbox" if trace.sandbox[place][2] == "ready":
            yield Change("network", trace.sandbox[place][0], status)
        case _:
            pass


def _volume(pod: Pod, event: Event, status: Status) -> Iterator[Change]:
    """Yield that a volume fails, or, for the first of them, that all are mounted."""
    t, name, state = event
    if state == "failing":
        yield Change("mount-fails", t, status, name)
    elif state == "mounted" and name == pod.volumes[0].name:
        yield Change("mounted", t, status)


def _quick_pulls(trace: Trace) -> set[int]:
    """Return the places of pulls that took no time: nobody would notice them."""
    found: set[int] = set()
    for place, (t, reason, message) in enumerate(trace.kube_events):
        image = message.partition(IMAGE)[2]
        if reason != "Pulling" or not image:
            continue
        for later, why, said in trace.kube_events[place + 1 :]:
            if image in said and why != "Pulling":
                if later == t:
                    found.add(place)
                break
    return found


def _event(pod: Pod, here: Change, reason: str, message: str) -> Iterator[Change]:
    t, status = here.t, here.status
    if reason == "Pulling":
        image = message.partition(IMAGE)[2].rstrip('"')
        yield Change("pulling", t, status, _who_pulls(pod, status, image), text=image)
    elif reason == "Killing":
        name = message.removeprefix(STOPPING).removeprefix("Container ").split(" ")[0]
        if name in pod.by_name:
            why = message.partition(f"{name} ")[2].partition(",")[0]
            yield Change("told-to-stop", t, status, name, text=WHY.get(why, why))
            if pod.by_name[name].pre_stop is not None:
                yield Change("hook", t, status, name)
    elif reason in ("FailedPostStartHook", "FailedPreStopHook"):
        hook = "postStart" if "PostStart" in reason else "preStop"
        yield Change("hook-fails", t, status, text=hook)
    elif reason == "DeadlineExceeded":
        yield Change("deadline", t, status)


def _who_pulls(pod: Pod, status: Status, image: str) -> str:
    """Return who waits for an image: the first of those that want it and do not run."""
    wants = [c.name for c in pod.containers if c.image == image]
    waits = [
        name for name in wants if status.containers.get(name, Seen()).state == "waiting"
    ]
    return next(iter((*waits, *wants)), "")


def _process(here: Change, event: str) -> Iterator[Change]:
    if event == "Starting":
        yield here
    elif event == "SIGTERM":
        yield Change("sigterm", here.t, here.status, here.name)
    elif event == "SIGKILL":
        yield Change("sigkill", here.t, here.status, here.name)


def _differences(pod: Pod, old: Status, new: Status, t: float) -> Iterator[Change]:
    for name, after in new.containers.items():
        before = old.containers.get(name, Seen())
        yield from _of_one(pod, before, Change("starts", t, new, name), after)
    ready = [status.conditions["Ready"][0] == "True" for status in (old, new)]
    if pod.gates and ready[0] != ready[1]:
        yield Change("pod-ready" if ready[1] else "pod-unready", t, new)
    if old.phase != new.phase:
        yield Change("phase", t, new, text=new.phase)


def _of_one(pod: Pod, old: Seen, here: Change, new: Seen) -> Iterator[Change]:
    t, status, name = here.t, here.status, here.name
    container = pod.by_name[name]
    if new.ended is not None and new.ended.reason == LOST and new != old:
        yield Change("never-ran", t, status, name)
    if new.state == "waiting" and new.waiting_reason != old.waiting_reason:
        yield Change("waits", t, status, name, text=new.waiting_reason)
    if new.state != "running" or container.kind == "init":
        return
    if container.startup is not None and new.started and not old.started:
        yield Change("started", t, status, name)
    ready_before = old.ready and old.state == "running"
    if new.ready and not ready_before and container.readiness is not None:
        yield Change("ready", t, status, name)
    if ready_before and not new.ready:
        yield Change("unready", t, status, name)
