"""READY, STATUS and RESTARTS, as `kubectl get pod` computes them from a status."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.pods.deciding.conditions import INITIALIZED, READY
from sidecar_viz.pods.deciding.status import ENDS, INITIALIZING, Seen, Status
from sidecar_viz.pods.given.pod import Pod


class Columns(Struct, frozen=True):
    """The columns of one line; *restarted* is the second of the last end before one."""

    ready: str
    status: str
    restarts: int
    restarted: float | None

    def restarts_at(self, now: float) -> str:
        """Return RESTARTS as it reads at a second, such as "3 (20s ago)"."""
        if not self.restarts or self.restarted is None:
            return str(self.restarts)
        return f"{self.restarts} ({ago(now - self.restarted)} ago)"


def ago(seconds: float) -> str:
    """Write a length of time as kubectl does: 20s, 3m20s, 15m, 3h5m."""
    whole = int(seconds)
    if whole < 120:
        return f"{whole}s"
    minutes, rest = divmod(whole, 60)
    if minutes < 10:
        return f"{minutes}m{rest}s" if rest else f"{minutes}m"
    if minutes < 180:
        return f"{minutes}m"
    hours, minutes = divmod(minutes, 60)
    if hours < 8:
        return f"{hours}h{minutes}m" if minutes else f"{hours}h"
    if hours < 48:
        return f"{hours}h"
    return f"{hours // 24}d{hours % 24}h" if hours % 24 else f"{hours // 24}d"


def columns_of(pod: Pod, status: Status) -> Columns:
    """Return what the line says (R37); sidecars count in both numbers of READY."""
    total = sum(c.counts for c in pod.containers)
    word, ready, begun = _initializing(pod, status)
    counted = list(pod.inits)
    if not begun or status.conditions[INITIALIZED][0] == "True":
        counted = [c for c in pod.inits if c.kind == "sidecar"]
        counted += pod.regular
        word, more = _running(pod, status, word)
        ready += more
    if status.deleting and status.phase not in ENDS:
        word = "Terminating"
    seen = [status.containers[c.name] for c in counted if c.name in status.containers]
    ends = [one.last.at for one in seen if one.last is not None]
    restarts = sum(one.restart_count for one in seen)
    return Columns(f"{ready}/{total}", word, restarts, max(ends, default=None))


def _initializing(pod: Pod, status: Status) -> tuple[str, int, bool]:
    """Return the word so far, how many sidecars are ready, and whether it is init."""
    word, ready = status.reason or status.phase, 0
    for number, container in enumerate(pod.inits):
        one = status.containers.get(container.name, Seen())
        if one.ended is not None and one.ended.exit_code == 0:
            continue
        if container.kind == "sidecar" and one.started:
            ready += one.ready
            continue
        if one.ended is not None:
            return f"Init:{one.ended.reason}", ready, True
        if one.state == "waiting" and one.waiting_reason not in ("", INITIALIZING):
            return f"Init:{one.waiting_reason}", ready, True
        return f"Init:{number}/{len(pod.inits)}", ready, True
    return word, ready, False


def _running(pod: Pod, status: Status, word: str) -> tuple[str, int]:
    """Return the word that regular containers make of it, and how many are ready."""
    ready = 0
    for container in reversed(pod.regular):
        one = status.containers.get(container.name, Seen())
        if one.state == "waiting" and one.waiting_reason:
            word = one.waiting_reason
        elif one.ended is not None:
            word = one.ended.reason
        elif one.state == "running" and one.ready:
            ready += 1
    if word == "Completed" and ready:
        word = "Running" if status.conditions[READY][0] == "True" else "NotReady"
    return word, ready
