"""The table beside two runs: how each stands at a second."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sidecar_viz.pods.asking.twins.facts import (
    OF_JOBS,
    end_of,
    first_starts,
    last_ends,
    told_at_end,
)
from sidecar_viz.pods.deciding.columns import columns_of
from sidecar_viz.pods.given.pod import Kind, Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.telling.as_text import seconds

NOT_YET = "not yet"
EXIT_CODES: dict[Kind, str] = {
    "sidecar": "never counts",
    "regular": "counts: not 0 is Failed",
    "init": "counts: not 0 holds back all",
    "ephemeral": "never counts",
}


class OutcomeRow(Struct, frozen=True):
    """A row: its word, and what is so in each of the two; *both* if it is of both."""

    word: str
    one: str
    other: str
    both: str = ""


def outcome_rows(
    pod_a: Pod, trace_a: Trace, pod_b: Pod, trace_b: Trace, t: float
) -> tuple[OutcomeRow, ...]:
    """Return how two runs stand at a second; what is still to come is not told."""
    runs = ((pod_a, trace_a), (pod_b, trace_b))
    rows: list[OutcomeRow] = []
    if pod_a.origin in OF_JOBS:
        rows.append(OutcomeRow("Job", *(_job(trace, t) for _, trace in runs)))
    rows.append(
        OutcomeRow("kubectl get pod", *(_get(pod, trace, t) for pod, trace in runs))
    )
    rows += _of_containers(runs, t)
    rows += _exit_codes(pod_a, pod_b)
    rows += _price(runs, t)
    return tuple(rows)


Runs = tuple[tuple[Pod, Trace], tuple[Pod, Trace]]


def _job(trace: Trace, t: float) -> str:
    end = end_of(trace)
    if end is None or end[0] > t:
        return "Running, 0/1"
    return "Complete, 1/1" if end[1] == "Succeeded" else "pod Failed, 0/1"


def _get(pod: Pod, trace: Trace, t: float) -> str:
    columns = columns_of(pod, trace.status_at(t))
    return f"{columns.ready} {columns.status}"


def _of_containers(runs: Runs, t: float) -> Iterator[OutcomeRow]:
    """Yield starts and ends of who is a regular container in both."""
    regular = [
        c.name
        for c in runs[0][0].regular
        if c.name in {other.name for other in runs[1][0].regular}
    ]
    for who in regular:
        starts = [_start(pod, trace, who, t) for pod, trace in runs]
        yield OutcomeRow(f"{who} starts", *starts)
        ends = [_end(trace, who, t) for _, trace in runs]
        if any(end != NOT_YET for end in ends):
            yield OutcomeRow(f"{who} ends", *ends)


def _start(pod: Pod, trace: Trace, who: str, t: float) -> str:
    starts = first_starts(trace)
    at = starts.get(who)
    if at is None or at > t:
        return NOT_YET
    counted = [c.name for c in pod.containers if c.counts and c.name != who]
    up = [name for name in counted if starts.get(name, at) < at]
    if up:
        return f"{seconds(at)}, {up[-1]} is up"
    later = [starts[name] for name in counted if starts.get(name, at) > at]
    if not later:
        return seconds(at)
    return f"{seconds(at)}, alone for {seconds(round(min(later) - at, 6))}"


def _end(trace: Trace, who: str, t: float) -> str:
    found = last_ends(trace).get(who)
    if found is None or found[0] > t:
        return NOT_YET
    return f"{seconds(found[0])}, {told_at_end(trace, who, found[0])}"


def _exit_codes(one: Pod, other: Pod) -> Iterator[OutcomeRow]:
    for container in one.containers:
        twin = other.by_name.get(container.name)
        if twin is not None and twin.kind != container.kind:
            yield OutcomeRow(
                f"{container.name}'s exit code",
                EXIT_CODES[container.kind],
                EXIT_CODES[twin.kind],
            )


def _price(runs: Runs, t: float) -> Iterator[OutcomeRow]:
    """Yield what a native sidecar costs: others wait for it."""
    (one, trace), (other, other_trace) = runs
    for container in one.containers:
        twin = other.by_name.get(container.name)
        if twin is None or {container.kind, twin.kind} != {"sidecar", "regular"}:
            continue
        native, classic = first_starts(trace), first_starts(other_trace)
        if container.kind == "regular":
            native, classic = classic, native
        for main in one.regular:
            who = main.name
            if who == container.name or who not in native or who not in classic:
                continue
            later = round(native[who] - classic[who], 6)
            if later > 0 and native[who] <= t:
                said = f"{who} starts {seconds(later)} later: it waits for "
                yield OutcomeRow("price of native", "", "", said + container.name)
