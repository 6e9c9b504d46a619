"""Joins changes that belong together to moments: each becomes a step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct, structs

from sidecar_viz.pods.deciding.status import Status
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.story.changes import Change, ChangeKind

APART = 1.0  # seconds: what is farther apart is never one step
ROUNDS = 3  # the same moment is shown so often, then only said
MOST = 200  # moments of a lesson
BEGINS: tuple[ChangeKind, ...] = ("starts", "pulling", "did", "deadline", "mount-fails")
PREPARES: tuple[ChangeKind, ...] = (
    "bound",
    "mounted",
    "network",
    "shown",
    "mount-fails",
)
AT_ONCE: tuple[ChangeKind, ...] = ("told-to-stop", "hook", "sigterm", "ends")
Shape = tuple[tuple[str, str, int, str], ...]


class Moment(Struct, frozen=True):
    """What is told in one step: from second *first* to *last*.

    *status* is what the API shows after it. *again*: how many moments, all of which
    have been told before, are in it.
    """

    first: float
    last: float
    changes: tuple[Change, ...]
    status: Status
    again: int = 0


def moments_of(pod: Pod, changes: Iterable[Change]) -> tuple[Moment, ...]:
    """Return the moments in order of time; rounds of a loop are told a few times.

    What comes after MOST moments is the last one: nobody would look at so many.
    """
    groups: list[list[Change]] = []
    for change in changes:
        if groups and _belongs(pod, groups[-1], change):
            groups[-1].append(change)
        elif change.kind != "shown":
            groups.append([change])
    found = list(_folded([_moment(pod, group) for group in groups]))
    return (*found[:MOST], *_joined(found[MOST:]))


def stopped_at(
    pod: Pod, changes: Iterable[Change], stops: Sequence[float]
) -> tuple[Moment, ...]:
    """Return a moment for all that happens up to each of the seconds *stops*.

    Nothing is told of what comes after the last of them, nor of a stop up to which
    nothing has happened.
    """
    found: list[Moment] = []
    left = list(changes)
    for stop in sorted(set(stops)):
        group = [change for change in left if change.t <= stop]
        left = left[len(group) :]
        if any(change.kind != "shown" for change in group):
            found.append(structs.replace(_moment(pod, group), last=stop))
    return tuple(found)


def _together(pod: Pod, group: list[Change]) -> Iterator[Change]:
    """Yield the changes that are told; signals that go out at once before the ends."""

    def parallel(change: Change) -> bool:
        return change.kind in AT_ONCE and _is_regular(pod, change.name)

    told = [change for change in group if change.kind != "shown"]
    for at_once, run in groupby(told, key=parallel):
        alike = list(run)
        yield from sorted(alike, key=_turn) if at_once else alike


def _turn(change: Change) -> int:
    return AT_ONCE.index(change.kind)


def _moment(pod: Pod, group: list[Change]) -> Moment:
    told = tuple(_together(pod, group))
    return Moment(told[0].t, told[-1].t, told, group[-1].status)


def _belongs(pod: Pod, group: list[Change], change: Change) -> bool:
    """Return whether a change is part of the moment so far."""
    first = group[0].t
    if change.kind == "shown":
        return change.t == group[-1].t
    if all(one.kind in PREPARES for one in group):
        return change.t == first and change.kind in (*PREPARES, "pulling")
    if change.t == group[-1].t:
        return change.kind not in BEGINS or _joins(pod, group, change)
    same = {one.name for one in group} == {change.name}
    return same and change.kind not in BEGINS and change.t - first <= APART


def _joins(pod: Pod, group: list[Change], change: Change) -> bool:
    """Return whether what begins belongs to what was begun in the same second."""
    begun = {one.name for one in group if one.kind in ("starts", "did", "deadline")}
    if not begun or change.kind == "pulling":
        return change.kind not in ("did", "deadline")
    return change.name in begun or all(
        _is_regular(pod, name) for name in (*begun, change.name)
    )


def _is_regular(pod: Pod, name: str) -> bool:
    return name in pod.by_name and pod.by_name[name].kind == "regular"


def _folded(moments: list[Moment]) -> Iterator[Moment]:
    """Join the moments that have been told ROUNDS times, run by run."""
    told: Counter[Shape] = Counter()
    folded: list[Moment] = []
    for moment in moments:
        shape = _shape(moment)
        told[shape] += 1
        if told[shape] > ROUNDS or (folded and told[shape] == ROUNDS):
            folded.append(moment)
            continue
        yield from _joined(folded)
        folded = []
        yield moment
    yield from _joined(folded)


def _joined(folded: list[Moment]) -> Iterator[Moment]:
    if folded:
        yield structs.replace(
            folded[-1],
            first=folded[0].first,
            changes=tuple(change for moment in folded for change in moment.changes),
            again=len(folded),
        )


def _shape(moment: Moment) -> Shape:
    return tuple((c.kind, c.name, c.code, c.text) for c in moment.changes)
