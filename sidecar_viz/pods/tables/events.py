"""Events as `kubectl describe pod` lists them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from sidecar_viz.pods.deciding.columns import ago
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.tables.aligned import aligned

HEAD = ("Type", "Reason", "Age", "From", "Message")
RULED = ("----", "------", "----", "----", "-------")
BETWEEN = 2
WARNINGS = {
    *("FailedMount", "Failed", "Unhealthy", "FailedPostStartHook"),
    *("FailedPreStopHook", "Evicted", "FailedCreatePodSandBox"),
}
RESTARTS = "Back-off restarting failed container"  # a pull's back-off is no warning


class EventLine(Struct, frozen=True):
    """One line: equal events are one, *first* and *last* seen, *count* times.

    *about* names the container that it is about, "" the pod.
    """

    type: Literal["Normal", "Warning"]
    reason: str
    age: str
    source: Literal["default-scheduler", "kubelet"]
    message: str
    first: float
    last: float
    count: int = 1
    about: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells under Type, Reason, Age, From and Message."""
        return (self.type, self.reason, self.age, self.source, self.message)


def event_lines(pod: Pod, trace: Trace, t: float) -> tuple[EventLine, ...]:
    """Return the events up to a second, the one that was seen last at the end.

    Events about the same container with the same reason and message are one line,
    which says how often: "5s (x3 over 25s)".
    """
    seen: dict[tuple[str, str, str], list[float]] = {}
    for (at, reason, message), who in zip(
        trace.kube_events, trace.kube_about, strict=True
    ):
        if at <= t and (not who or who in pod.by_name):
            times = seen.setdefault((who, reason, message), [])
            times.append(at)
    lines = [_line(key, times, t) for key, times in seen.items()]
    return tuple(sorted(lines, key=lambda line: line.last))


def copied(lines: Iterable[EventLine]) -> str:
    """Return the events as `kubectl describe` prints them."""
    rows = [line.cells for line in lines]
    if not rows:
        return "Events:  <none>\n"
    table = aligned(HEAD, [RULED, *rows], BETWEEN)
    return "Events:\n" + "".join(f"  {line}\n" for line in table.splitlines())


def _line(key: tuple[str, str, str], times: list[float], t: float) -> EventLine:
    who, reason, message = key
    first, last = times[0], times[-1]
    age = ago(t - last)
    if len(times) > 1:
        age = f"{age} (x{len(times)} over {ago(t - first)})"
    warns = reason in WARNINGS or (reason == "BackOff" and message.startswith(RESTARTS))
    return EventLine(
        "Warning" if warns else "Normal",
        reason,
        age,
        "default-scheduler" if reason == "Scheduled" else "kubelet",
        message,
        first,
        last,
        len(times),
        who,
    )
