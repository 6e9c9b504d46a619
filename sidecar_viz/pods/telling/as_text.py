"""A simulation as text for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from sidecar_viz.pods.deciding.columns import columns_of
from sidecar_viz.pods.deciding.status import Seen
from sidecar_viz.pods.given.leaving_out import ALWAYS, in_lines
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.telling.changes import changes_of
from sidecar_viz.pods.telling.hints import hints_of

WIDE = 80
WORDS = 41  # columns for what happened
LINE = f"{{0:>8}}  {{1:<{WORDS}}} {{2:<9}}  {{3:<5}}  {{4:>8}}"
INDENT = 10
CONDITION = 36  # columns before a condition's reason
GET = "{0:<24}  {1:<5}  {2:<26}  {3}"
CONTAINER = "{0:<24}  {1:<9}  {2:<26}  {3:<5}  {4:<8}"


def text_of_trace(
    pod: Pod, trace: Trace, version: str, at: float | None = None
) -> Iterator[str]:
    """Yield the lines: what happened, then how the containers stand.

    *at*: the second that it is told up to; else all.
    """
    yield f"{pod.origin} {pod.name}, as Kubernetes {version} would play it"
    yield ""
    yield LINE.format("TIME", "WHAT HAPPENED", "PHASE", "READY", "RESTARTS")
    until = trace.last if at is None else at
    for second, words in changes_of(pod, trace).items():
        if second <= until:
            yield from _moment(pod, trace, second, words)
    yield ""
    yield from _get_pod(pod, trace, until)
    yield ""
    yield from _containers(pod, trace, until)
    if at is not None:
        yield from _conditions(trace, at)
    yield ""
    yield f"{seconds(trace.last)}: {trace.stopped}." if at is None else _seen_at(at)
    if at is None:
        for hint in hints_of(pod, trace):
            yield from wrap(hint, WIDE, break_on_hyphens=False)
    yield from _left_out(pod)


def seconds(value: float) -> str:
    """Write a second, such as "13 s" or "0.25 s"."""
    return f"{value:.6f}".rstrip("0").rstrip(".") + " s"


def _seen_at(at: float) -> str:
    return f"Seen at {seconds(at)}."


def _moment(pod: Pod, trace: Trace, second: float, words: list[str]) -> Iterator[str]:
    status = trace.status_at(second)
    columns = columns_of(pod, status)
    first, *more = wrap(", ".join(words), WORDS, break_long_words=False)
    yield LINE.format(
        seconds(second), first, status.phase, columns.ready, columns.restarts
    )
    for rest in more:
        yield " " * INDENT + rest


def _get_pod(pod: Pod, trace: Trace, second: float) -> Iterator[str]:
    """Yield the line of `kubectl get pod`, with its heading."""
    columns = columns_of(pod, trace.status_at(second))
    yield GET.format("NAME", "READY", "STATUS", "RESTARTS")
    restarts = columns.restarts_at(second)
    yield GET.format(_cut(pod.name), columns.ready, columns.status, restarts)


def _containers(pod: Pod, trace: Trace, second: float) -> Iterator[str]:
    yield CONTAINER.format("CONTAINER", "KIND", "STATE", "READY", "RESTARTS").rstrip()
    status = trace.status_at(second)
    for container in pod.containers:
        one = status.containers[container.name]
        ready = "yes" if one.ready else "no"
        yield CONTAINER.format(
            _cut(container.name), container.kind, _state(one), ready, one.restart_count
        ).rstrip()


def _cut(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:12]}…{name[-11:]}"


def _state(one: Seen) -> str:
    if one.ended is not None:
        return f"{one.ended.reason}, exit {one.ended.exit_code}"
    return one.waiting_reason or one.state


def _conditions(trace: Trace, second: float) -> Iterator[str]:
    yield ""
    yield "CONDITION"
    for kind, (status, reason, message) in trace.status_at(second).conditions.items():
        said = ": ".join(part for part in (reason, message) if part)
        line = f"{kind:<26}  {status:<7} {said}".rstrip()
        yield from wrap(line, WIDE, subsequent_indent=" " * CONDITION)


def _left_out(pod: Pod) -> Iterator[str]:
    yield ""
    yield "Not played:"
    for one in (*in_lines(pod.left_out), *ALWAYS):
        yield from wrap(one, WIDE, initial_indent="- ", subsequent_indent="  ")
