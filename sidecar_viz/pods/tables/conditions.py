"""The conditions of a pod at a second, and since when they are so."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.tables.aligned import aligned
from sidecar_viz.pods.telling.as_text import seconds

HEAD = ("TYPE", "STATUS", "SINCE", "REASON", "MESSAGE")


class ConditionLine(Struct, frozen=True):
    """A condition; *since* is the second at which its status last changed."""

    type: str
    status: str
    reason: str
    message: str
    since: float


def condition_lines(trace: Trace, t: float) -> tuple[ConditionLine, ...]:
    """Return the conditions that the API shows at a second (R32 to R35)."""
    since: dict[str, tuple[str, float]] = {}
    for snapshot in trace.snapshots:
        if snapshot.t > t:
            break
        for kind, (status, _, _) in snapshot.status.conditions.items():
            if since.get(kind, ("", 0.0))[0] != status:
                since[kind] = (status, snapshot.t)
    return tuple(
        ConditionLine(kind, status, reason, message, since[kind][1])
        for kind, (status, reason, message) in trace.status_at(t).conditions.items()
    )


def copied(lines: Iterable[ConditionLine]) -> str:
    """Return the conditions as a table of text."""
    return aligned(
        HEAD,
        (
            (one.type, one.status, seconds(one.since), one.reason, one.message)
            for one in lines
        ),
    )
