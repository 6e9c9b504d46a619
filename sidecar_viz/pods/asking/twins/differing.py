"""Finds what is otherwise in the lives of two pods, and says it for both."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from sidecar_viz.pods.asking.breaking.happenings import (
    Pair,
    What,
    different,
    happenings,
)
from sidecar_viz.pods.asking.twins.facts import (
    end_of,
    end_said,
    first_starts,
    last_ends,
    told_at_end,
)
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.telling.as_text import seconds

MOST = 6
ENOUGH = 3  # of the telling ones, so that plain ones are not needed
PLAIN: tuple[What, ...] = (
    *("starts", "SIGKILL", "ends", "started", "not ready", "ready", "pull fails"),
    *("SIGTERM", "phase", "Ready", "not Ready", "gone"),
)
"""What is told in its own words if there is little else, in this order."""


class Difference(Struct, frozen=True):
    """Something that is otherwise in two runs.

    *t* is the second at which it begins to be, *at_a* and *at_b* where it is in each
    run, None if it does not happen there; *who* is the container, "" for the pod.
    """

    t: float
    said_a: str
    said_b: str
    who: str
    at_a: float | None
    at_b: float | None


def differences(
    pod_a: Pod, trace_a: Trace, pod_b: Pod, trace_b: Trace
) -> tuple[Difference, ...]:
    """Return what is otherwise in two runs, at most six, in order of time.

    Who starts before whom, who is told of an end, exit codes and the end of the pod
    come first; what is only at another second fills up.
    """
    telling = [
        *_orders(pod_a, trace_a, trace_b),
        *_ends(pod_a, trace_a, trace_b),
        *_overs(pod_a, trace_a, pod_b, trace_b),
    ]
    if len(telling) < ENOUGH:
        taken = {(one.who, one.at_a, one.at_b) for one in telling}
        plain = _plain(pod_a, trace_a, pod_b, trace_b)
        telling += [p for p in plain if (p.who, p.at_a, p.at_b) not in taken]
    kept = telling[:MOST]
    return tuple(sorted(kept, key=lambda one: one.t))


def _orders(pod: Pod, one: Trace, other: Trace) -> Iterator[Difference]:
    """Yield pairs of containers that start the other way round."""
    left, right = first_starts(one), first_starts(other)
    for first, second in combinations(left, 2):
        if first not in right or second not in right:
            continue
        if left[first] < left[second] and right[second] < right[first]:
            gap = seconds(round(right[first] - right[second], 6))
            through = "ends" if pod.by_name[first].kind == "init" else "is up"
            said = f"{first} {through}, then {second} starts"
            swapped = f"{second} works {gap} before {first}"
            at, there = left[second], right[second]
            yield Difference(min(at, there), said, swapped, second, at, there)


def _ends(pod: Pod, one: Trace, other: Trace) -> Iterator[Difference]:
    """Yield containers that end otherwise: another is told of it, or another code."""
    left, right = last_ends(one), last_ends(other)
    for container in pod.containers:
        who = container.name
        if who not in left or who not in right:
            continue
        (at, code), (there, other_code) = left[who], right[who]
        told, not_told = told_at_end(one, who, at), told_at_end(other, who, there)
        if code != other_code:
            said = (f"{who} ends with {code}", f"{who} ends with {other_code}")
        elif told != not_told:
            said = (f"{who} ends, {told}", f"{who} ends, {not_told}")
        else:
            continue
        yield Difference(min(at, there), *said, who, at, there)


def _overs(pod_a: Pod, one: Trace, pod_b: Pod, other: Trace) -> Iterator[Difference]:
    end, other_end = end_of(one), end_of(other)
    if end == other_end:
        return
    times = [found[0] for found in (end, other_end) if found is not None]
    yield Difference(
        min(times),
        end_said(pod_a, one),
        end_said(pod_b, other),
        "",
        end[0] if end else None,
        other_end[0] if other_end else None,
    )


def _plain(pod_a: Pod, one: Trace, pod_b: Pod, other: Trace) -> list[Difference]:
    pairs = different(
        happenings(pod_a, one, unasked=True), happenings(pod_b, other, unasked=True)
    )
    found = [
        Difference(
            pair.t,
            _said(pair, first=True),
            _said(pair, first=False),
            pair.some.who,
            pair.one.t if pair.one else None,
            pair.other.t if pair.other else None,
        )
        for pair in sorted(pairs, key=_weight)
        if pair.some.what in PLAIN
    ]
    first: dict[tuple[str, float | None, float | None], Difference] = {}
    for one_found in found:
        first.setdefault((one_found.who, one_found.at_a, one_found.at_b), one_found)
    return list(first.values())


def _weight(pair: Pair) -> tuple[bool, int, float]:
    """Return how early it is told: what is missing in one run comes first."""
    shifted = pair.one is not None and pair.other is not None
    what = pair.some.what
    return (shifted, PLAIN.index(what) if what in PLAIN else len(PLAIN), pair.t)


def _said(pair: Pair, *, first: bool) -> str:
    own = pair.one if first else pair.other
    return pair.some.denied if own is None else own.timed
