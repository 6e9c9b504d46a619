"""The containers of a pod at a second, a row each, as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sidecar_viz.pods.deciding.status import Ended, Seen
from sidecar_viz.pods.given.pod import Kind, Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.tables.aligned import aligned
from sidecar_viz.pods.telling.as_text import seconds

HEAD = (
    *("NAME", "KIND", "STATE", "REASON", "EXIT", "READY", "STARTED", "RESTARTS"),
    *("LAST STATE", "SINCE"),
)
WORDS = {"waiting": "Waiting", "running": "Running", "terminated": "Terminated"}


class ContainerLine(Struct, frozen=True):
    """A container's row; *since* is the second at which its state was shown first."""

    name: str
    kind: Kind
    state: str
    reason: str
    exit_code: int | None
    ready: bool
    started: bool
    restarts: int
    last_state: str
    since: float

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of the row."""
        return (
            self.name,
            self.kind,
            self.state,
            self.reason,
            "" if self.exit_code is None else str(self.exit_code),
            str(self.ready),
            str(self.started),
            str(self.restarts),
            self.last_state,
            seconds(self.since),
        )


def container_lines(pod: Pod, trace: Trace, t: float) -> tuple[ContainerLine, ...]:
    """Return the rows in list order: init list, regular, ephemeral."""
    status = trace.status_at(t)
    since = _since(trace, t)
    order = (*pod.inits, *pod.regular, *pod.ephemeral)
    return tuple(
        _line(c.name, c.kind, status.containers[c.name], since[c.name])
        for c in order
        if c.name in status.containers
    )


def copied(lines: Iterable[ContainerLine]) -> str:
    """Return the containers as a table of text."""
    return aligned(HEAD, (line.cells for line in lines))


def _line(name: str, kind: Kind, one: Seen, since: float) -> ContainerLine:
    return ContainerLine(
        name,
        kind,
        WORDS[one.state],
        one.ended.reason if one.ended is not None else one.waiting_reason,
        one.ended.exit_code if one.ended is not None else None,
        one.ready,
        one.started,
        one.restart_count,
        _last(one.last),
        since,
    )


def _last(ended: Ended | None) -> str:
    if ended is None:
        return ""
    return f"Terminated, {ended.reason}, exit {ended.exit_code} at {seconds(ended.at)}"


def _since(trace: Trace, t: float) -> dict[str, float]:
    """Return since when each container's state, with its reason, is shown."""
    found: dict[str, tuple[tuple[str, str, int, Ended | None], float]] = {}
    for snapshot in trace.snapshots:
        if snapshot.t > t:
            break
        for name, one in snapshot.status.containers.items():
            state = (one.state, one.waiting_reason, one.restart_count, one.ended)
            if name not in found or found[name][0] != state:
                found[name] = (state, snapshot.t)
    return {name: since for name, (_, since) in found.items()}
