"""The lines of `kubectl get pod -w`, and where they lag behind the node."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sidecar_viz.pods.deciding.columns import ago, columns_of
from sidecar_viz.pods.deciding.status import Status
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.tables.aligned import aligned
from sidecar_viz.pods.telling.as_text import seconds

HEAD = ("NAME", "READY", "STATUS", "RESTARTS", "AGE")
STOPPING = "while the kubelet stops the containers it reports none of their ends."
BUSY = "the kubelet's worker of this pod is busy, and reports nothing meanwhile."


class GetLine(Struct, frozen=True):
    """A line as kubectl prints it; *t* is the second at which it does."""

    t: float
    name: str
    ready: str
    status: str
    restarts: str
    age: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells under NAME, READY, STATUS, RESTARTS and AGE."""
        return (self.name, self.ready, self.status, self.restarts, self.age)


def kubectl_lines(pod: Pod, trace: Trace, until: float) -> tuple[GetLine, ...]:
    """Return what `kubectl get pod NAME -w` has printed up to a second (R37).

    The API tells a watcher of each change of a status, also of one that these columns
    do not show: then a line comes again with another age. In one second equal lines
    are printed once.
    """
    found: list[GetLine] = []
    for snapshot in trace.snapshots:
        if snapshot.t > until:
            break
        line = _line(pod, snapshot.status, snapshot.t)
        if not found or found[-1] != line:
            found.append(line)
    return tuple(found)


def line_now(pod: Pod, trace: Trace, t: float) -> GetLine:
    """Return what kubectl would print if it were asked at a second."""
    return _line(pod, trace.status_at(t), t)


def told_apart(pod: Pod, trace: Trace, t: float) -> str:
    """Say why the API lags behind the node at a second; "" if it does not (R29).

    It does when the API shows a process that has ended, or does not show one that runs.
    """
    status = trace.status_at(t)
    alive = _alive(trace, t)
    if not any(
        (seen.state == "running") != (name in alive)
        for name, seen in status.containers.items()
    ):
        return ""
    why = STOPPING if _stopping(trace, t) else BUSY
    said = f"No line since: {why}"
    now = line_now(pod, trace, t)
    for line in kubectl_lines(pod, trace, trace.last):
        if line.t > t and (line.ready, line.status) != (now.ready, now.status):
            return f"{said} Next, at {seconds(line.t)}: {line.ready} {line.status}."
    return said


def copied(lines: Iterable[GetLine]) -> str:
    """Return the lines as text, with their heading, as a terminal shows them."""
    return aligned(HEAD, (line.cells for line in lines))


def _line(pod: Pod, status: Status, t: float) -> GetLine:
    columns = columns_of(pod, status)
    return GetLine(
        t, pod.name, columns.ready, columns.status, columns.restarts_at(t), ago(t)
    )


def _alive(trace: Trace, t: float) -> set[str]:
    """Return whose process runs on the node."""
    found: set[str] = set()
    for second, name, how in trace.course:
        if second > t:
            break
        if how == "start":
            found.add(name)
        else:
            found.discard(name)
    return found


def _stopping(trace: Trace, t: float) -> bool:
    """Return whether the whole pod is being stopped."""
    return any(d.what == "stopping" and not d.about for d in trace.doings if d.t <= t)
