"""A few facts of a run that two runs are compared by: starts, ends, who is told."""

from __future__ import annotations

from sidecar_viz.pods.asking.reasons.said import listed
from sidecar_viz.pods.deciding.status import ENDS, Phase
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.telling.as_text import seconds

OF_JOBS = ("Job", "CronJob")
NOBODY = "nobody is told"


def first_starts(trace: Trace) -> dict[str, float]:
    """Return when each container's first process began, in order of time."""
    found: dict[str, float] = {}
    for t, who, how in trace.course:
        if how == "start":
            found.setdefault(who, t)
    return found


def last_ends(trace: Trace) -> dict[str, tuple[float, int]]:
    """Return when each container's last process ended, and with what code."""
    last = {who: how for _, who, how in trace.course}
    return {
        who: (t, how.exit_code) for t, who, how in trace.exits if last[who] == "end"
    }


def told_at_end(trace: Trace, who: str, t: float) -> str:
    """Say whom the end of a container lets get SIGTERM in the same second."""
    told = [
        d.who
        for d in trace.doings
        if d.t == t and d.what == "signal" and d.about == "SIGTERM" and d.who != who
    ]
    names = list(dict.fromkeys(told))
    return f"{listed(names)} {_is(names)} told" if names else NOBODY


def _is(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


def end_of(trace: Trace) -> tuple[float, Phase] | None:
    """Return when the pod's phase became an end, and which; None if it never did."""
    for snapshot in trace.snapshots:
        if snapshot.status.phase in ENDS:
            return snapshot.t, snapshot.status.phase
    return None


def end_said(pod: Pod, trace: Trace) -> str:
    """Say when the pod is over, or its Job complete."""
    end = end_of(trace)
    if end is None:
        return "never"
    t, phase = end
    if pod.origin in OF_JOBS:
        word = "complete" if phase == "Succeeded" else "has a failed pod"
        return f"Job {word} at {seconds(t)}"
    return f"pod {phase} at {seconds(t)}"
