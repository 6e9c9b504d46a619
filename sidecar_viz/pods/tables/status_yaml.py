"""The status of a pod as `kubectl get pod -o yaml` writes it, and what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sidecar_viz.pods.deciding.conditions import SANDBOX
from sidecar_viz.pods.deciding.status import Ended, Seen, Status
from sidecar_viz.pods.given.pod import Container, Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.tables.conditions import condition_lines
from sidecar_viz.pods.telling.as_text import seconds

POD_IP, HOST_IP = "10.244.1.17", "192.168.49.2"  # examples: a cluster gives them
Path = tuple[str, ...]
Row = tuple[Path, str]


class StatusLine(Struct, frozen=True):
    """A line; *fresh*: it is another since the last change of the status."""

    text: str
    fresh: bool = False


def status_lines(pod: Pod, trace: Trace, t: float) -> tuple[StatusLine, ...]:
    """Return the status at a second as lines of YAML; times are seconds of the run."""
    now = list(_status(pod, trace, t))
    before = _before(trace, t)
    old = None if before is None else dict(_status(pod, trace, before))
    return tuple(
        StatusLine(text, old is not None and old.get(path) != text)
        for path, text in now
    )


def copied(lines: Iterable[StatusLine]) -> str:
    """Return the lines as text."""
    return "".join(f"{line.text}\n" for line in lines)


def _before(trace: Trace, t: float) -> float | None:
    """Return a second before the last change; None if there was no change yet."""
    times = sorted({snapshot.t for snapshot in trace.snapshots if snapshot.t <= t})
    return times[-2] if len(times) > 1 else None


def _status(pod: Pod, trace: Trace, t: float) -> Iterator[Row]:
    status = trace.status_at(t)
    yield ("status",), "status:"
    yield from _conditions(trace, t)
    yield from _containers("containerStatuses", pod.regular, status, trace)
    yield from _containers("ephemeralContainerStatuses", pod.ephemeral, status, trace)
    yield ("hostIP",), f"  hostIP: {HOST_IP}"
    yield from _containers("initContainerStatuses", pod.inits, status, trace)
    yield ("phase",), f"  phase: {status.phase}"
    if status.conditions[SANDBOX][0] == "True":
        address = HOST_IP if pod.host_network else POD_IP
        yield ("podIP",), f"  podIP: {address}"
        yield ("podIPs",), "  podIPs:"
        yield ("podIPs", "0"), f"  - ip: {address}"
    if status.reason:
        yield ("reason",), f"  reason: {status.reason}"
    yield ("startTime",), f"  startTime: {seconds(0)}"


def _conditions(trace: Trace, t: float) -> Iterator[Row]:
    yield ("conditions",), "  conditions:"
    for one in condition_lines(trace, t):
        fields = [
            ("lastTransitionTime", seconds(one.since)),
            ("message", one.message),
            ("reason", one.reason),
            ("status", f'"{one.status}"'),
            ("type", one.type),
        ]
        yield from _item(("conditions", one.type), "  ", fields)


def _item(path: Path, indent: str, fields: list[tuple[str, str]]) -> Iterator[Row]:
    """Yield the fields of one item of a list; empty ones are left out."""
    mark = "- "
    for name, value in fields:
        if value:
            yield (*path, name), f"{indent}{mark}{name}: {_quoted(name, value)}"
            mark = "  "


def _quoted(name: str, value: str) -> str:
    plain = name != "message" or not set(value) & set("[]{}:#\"'")
    return value if plain else "'" + value.replace("'", "''") + "'"


def _containers(
    field: str, listed: tuple[Container, ...], status: Status, trace: Trace
) -> Iterator[Row]:
    if listed:
        yield (field,), f"  {field}:"
    for container in listed:
        one = status.containers.get(container.name, Seen())
        path: Path = (field, container.name)
        yield (*path, "image"), f"  - image: {container.image}"
        yield from _state((*path, "lastState"), _ended(one.last, container, trace))
        yield (*path, "name"), f"    name: {container.name}"
        yield (*path, "ready"), f"    ready: {_word(one.ready)}"
        yield (*path, "restartCount"), f"    restartCount: {one.restart_count}"
        yield (*path, "started"), f"    started: {_word(one.started)}"
        yield from _state((*path, "state"), _now(one, container, trace))


def _word(is_so: bool) -> str:  # noqa: FBT001 - a value to be written, no switch
    return "true" if is_so else "false"


State = tuple[str, list[tuple[str, str]]] | None


def _state(path: Path, state: State) -> Iterator[Row]:
    field = path[-1]
    if state is None:
        yield path, f"    {field}: {{}}"
        return
    name, fields = state
    yield path, f"    {field}:"
    yield (*path, name), f"      {name}:"
    for key, value in fields:
        yield (*path, name, key), f"        {key}: {value}"


def _now(one: Seen, container: Container, trace: Trace) -> State:
    if one.state == "running":
        began = _began(container.name, one.restart_count, trace)
        told = [] if began is None else [("startedAt", seconds(began))]
        return ("running", told)
    if one.state == "terminated":
        return _ended(one.ended, container, trace)
    return ("waiting", [("reason", one.waiting_reason)])


def _ended(ended: Ended | None, container: Container, trace: Trace) -> State:
    if ended is None:
        return None
    fields = [("exitCode", str(ended.exit_code)), ("finishedAt", seconds(ended.at))]
    fields.append(("reason", ended.reason))
    starts = _starts(container.name, trace)
    began = [t for t in starts if t <= ended.at]
    if began:
        fields.append(("startedAt", seconds(began[-1])))
    return ("terminated", fields)


def _began(name: str, restarts: int, trace: Trace) -> float | None:
    starts = _starts(name, trace)
    return starts[restarts] if restarts < len(starts) else None


def _starts(name: str, trace: Trace) -> list[float]:
    return [t for t, who, how in trace.course if (who, how) == (name, "start")]
