"""Plays a simulation once more for each of its actions, without that action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from sidecar_viz.pods.given.script import Action
from sidecar_viz.pods.lesson.told import Told, moments_to_tell
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.story.beat import Beat, beats_of
from sidecar_viz.pods.story.moments import Moment

MOST = 4  # what-ifs of a lesson
NO_ACTION = ("checkpoint",)


class OtherRun(Struct, frozen=True):
    """A run without an *action*, by its *number*; for *begins* steps all is as usual.

    Without an action it is the run with all sidecars as plain containers.

    *beats* are as many as the lesson has steps, or fewer.
    """

    number: int
    action: Action | None
    beats: tuple[Beat, ...]
    begins: int


def other_runs(
    told: Told, stops: Sequence[float], usual: Sequence[Beat]
) -> tuple[OtherRun, ...]:
    """Return the run without each of the script's actions, those that differ."""
    runs = tuple(_other_runs(told, stops, usual))[:MOST]
    return (*runs, *_plain(told, stops, usual))


def _other_runs(
    told: Told, stops: Sequence[float], usual: Sequence[Beat]
) -> Iterator[OtherRun]:
    for number, action in enumerate(told.script.actions):
        if action.do in NO_ACTION:
            continue
        left = told.script.actions[:number] + told.script.actions[number + 1 :]
        script = structs.replace(told.script, actions=left)
        trace = simulate(told.pod, script, told.version)
        other = structs.replace(told, script=script, trace=trace)
        moments = moments_to_tell(other, stops)
        begins = _same(moments, [beat.moment for beat in usual])
        if begins == len(usual) or not moments:
            continue
        joined = _as_many(moments, len(usual))
        yield OtherRun(number + 1, action, beats_of(told.pod, joined), begins)


def _plain(
    told: Told, stops: Sequence[float], usual: Sequence[Beat]
) -> Iterator[OtherRun]:
    """Yield the run in which each sidecar is a plain container, after the others."""
    pod = told.pod
    sidecars = [c for c in pod.inits if c.kind == "sidecar"]
    if not sidecars:
        return
    first = (c for c in pod.inits if c.kind == "init")
    plain = (structs.replace(c, kind="regular") for c in sidecars)
    containers = (*first, *pod.regular, *plain, *pod.ephemeral)
    other = structs.replace(pod, containers=containers)
    trace = simulate(other, told.script, told.version)
    moments = moments_to_tell(structs.replace(told, pod=other, trace=trace), stops)
    begins = _same(moments, [beat.moment for beat in usual])
    if moments and begins < len(usual):
        joined = _as_many(moments, len(usual))
        yield OtherRun(0, None, beats_of(other, joined), begins)


def _same(moments: Sequence[Moment], usual: Sequence[Moment]) -> int:
    """Return how many moments are the same from the beginning on."""
    for number, (one, other) in enumerate(zip(moments, usual, strict=False)):
        if (one.changes, one.status) != (other.changes, other.status):
            return number
    return min(len(moments), len(usual))


def _as_many(moments: tuple[Moment, ...], most: int) -> tuple[Moment, ...]:
    """Join what comes after so many moments with the last one of them."""
    if len(moments) <= most:
        return moments
    rest = moments[most - 1 :]
    joined = structs.replace(
        rest[-1],
        first=rest[0].first,
        changes=tuple(change for moment in rest for change in moment.changes),
        again=0,
    )
    return (*moments[: most - 1], joined)
