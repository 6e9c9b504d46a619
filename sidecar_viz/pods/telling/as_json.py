"""The trace as plain values, in the public form that programs read."""

from __future__ import annotations

from typing import Any

from sidecar_viz.pods.deciding.status import Ended, Seen
from sidecar_viz.pods.running.recorder import Snapshot, Trace

FORMAT = 1


def plain_trace(trace: Trace) -> dict[str, Any]:
    """Return a trace as dictionaries, lists, texts and numbers; times in seconds."""
    return {
        "simulation": FORMAT,
        "events": [list(event) for event in trace.events],
        "snapshots": [_snapshot(one) for one in trace.snapshots],
        "actions": [{"t": t, **done} for t, done in trace.actions],
        "kube_events": [list(event) for event in trace.kube_events],
        "exit_times": trace.exit_times,
        "volumes": [_state(*event) for event in trace.volumes],
        "sandbox": [_state(*event) for event in trace.sandbox],
        "deleted_at": trace.deleted_at,
        "end": trace.end,
    }


def _state(t: float, name: str, state: str) -> dict[str, Any]:
    return {"t": t, "name": name, "state": state}


def _snapshot(one: Snapshot) -> dict[str, Any]:
    status = one.status
    plain: dict[str, Any] = {
        "t": one.t,
        "phase": status.phase,
        "deleting": status.deleting,
        "conditions": {kind: list(said) for kind, said in status.conditions.items()},
        "containers": {name: _seen(seen) for name, seen in status.containers.items()},
    }
    if status.reason:
        plain["reason"] = status.reason
    if one.marks:
        plain["mark"] = one.marks[-1]
    return plain


def _seen(one: Seen) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "state": one.state,
        "exit_code": one.ended.exit_code if one.ended else None,
        "reason": one.ended.reason if one.ended else "",
        "waiting_reason": one.waiting_reason if one.state == "waiting" else "",
        "restart_count": one.restart_count,
        "ready": one.ready,
        "started": one.started,
        "last_terminated": _ended(one.last),
    }
    if one.waiting_message:
        plain["waiting_message"] = one.waiting_message
    return plain


def _ended(one: Ended | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"exit_code": one.exit_code, "reason": one.reason, "t": one.at}
