"""What happened at each second, in a few words each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sidecar_viz.pods.deciding.status import Ended, Seen, Status
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace

SAID = {
    "Starting": "{0} runs",
    "SIGTERM": "{1} to {0}",
    "SIGKILL": "SIGKILL to {0}",
}
KUBE = {
    "Pulling": "",
    "FailedMount": "",
    "FailedPostStartHook": "a postStart hook failed",
    "FailedPreStopHook": "a preStop hook failed",
    "DeadlineExceeded": "the deadline is over",
}
LOST = "ContainerStatusUnknown"


def changes_of(pod: Pod, trace: Trace) -> dict[float, list[str]]:
    """Return what happened, by the second; in each, causes stand before effects."""
    found: dict[float, list[str]] = {0.0: ["bound to its node"]}
    for t, said in _all(pod, trace):
        words = found.setdefault(t, [])
        if said not in words:
            words.append(said)
    if trace.deleted_at is not None:
        found.setdefault(trace.deleted_at, []).append("the pod is gone")
    return found


def _all(pod: Pod, trace: Trace) -> Iterator[tuple[float, str]]:
    failed = ""  # what is tried again and again is told once
    for kind, place in trace.order:
        match kind:
            case "actions":
                t, done = trace.actions[place]
                yield t, done_words(done)
            case "kube_events":
                t, reason, message = trace.kube_events[place]
                if reason in KUBE and message != failed:
                    yield t, KUBE[reason] or message.replace("Pulling", "pulling")
                failed = message if reason == "FailedMount" else failed
            case "events":
                t, actor, event = trace.events[place]
                if actor in pod.by_name and event in SAID:
                    yield t, SAID[event].format(actor, pod.by_name[actor].stop_signal)
            case "exits":
                t, name, how = trace.exits[place]
                yield t, _end_words(name, how)
            case "snapshots" if place:
                before, after = trace.snapshots[place - 1 : place + 1]
                for said in _differences(before.status, after.status):
                    yield after.t, said


def _end_words(name: str, how: Ended) -> str:
    odd = "" if how.reason in ("Completed", "Error") else f", {how.reason}"
    return f"{name} ends with {how.exit_code}{odd}"


def done_words(done: dict[str, Any]) -> str:
    """Say what was done to the pod."""
    what = str(done["do"])
    if what == "delete":
        grace = done.get("grace-period-seconds")
        return "deleted" if grace is None else f"deleted, grace {grace} s"
    more = [str(value) for key, value in done.items() if key != "do"]
    return " ".join([what.replace("-", " "), *more])


def _differences(before: Status, after: Status) -> Iterator[str]:
    for name, new in after.containers.items():
        yield from _of_one(name, before.containers.get(name, Seen()), new)
    if before.phase != after.phase:
        yield f"phase {after.phase}"


def _of_one(name: str, old: Seen, new: Seen) -> Iterator[str]:
    if new.ended is not None and new.ended.reason == LOST and new != old:
        yield f"{name} never ran"
    if new.state == "waiting" and new.waiting_reason != old.waiting_reason:
        more = f", {new.waiting_message}" if new.waiting_message else ""
        yield f"{name} waits: {new.waiting_reason}{more}"
    if new.state == "running" and new.ready != old.ready:
        yield f"{name} is ready" if new.ready else f"{name} is not ready"
