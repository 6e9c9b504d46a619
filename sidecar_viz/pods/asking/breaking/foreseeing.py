"""Foresees what a break would do, by playing the pod with it and without."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from sidecar_viz.pods.asking.breaking.happenings import (
    Happening,
    Pair,
    different,
    happenings,
)
from sidecar_viz.pods.asking.breaking.scripts import with_break
from sidecar_viz.pods.asking.breaking.words import Break
from sidecar_viz.pods.asking.reasons.said import sentence
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import NOTHING as QUIET
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.telling.as_text import seconds

MOST_TOLD = 2  # changes in the sentence about what a break does
AHEAD = 600.0  # seconds that are looked at after a break
NOTHING = "Nothing would change: all comes as it would have come."


class Foreseeing:
    """Looks ahead from one second of a run; the run without a break is played once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        trace = scene.trace
        if trace.stopped != QUIET:
            trace = simulate(scene.pod, self._as_far(scene.script))
        self._before, self._until = happenings(scene.pod, trace), _known_until(trace)

    def effect_of(self, one: Break, value: int | None = None) -> str:
        """Return what will change, in a sentence; NOTHING if nothing does."""
        scene = self._scene
        script = with_break(scene.script, scene.trace, scene.t, one, value)
        trace = simulate(scene.pod, self._as_far(script))
        until = min(self._until, _known_until(trace))
        before, after = (
            tuple(h for h in found if h.t <= until)
            for found in (self._before, happenings(scene.pod, trace))
        )
        pairs = different(before, after, scene.t)
        return _told(pairs, one.who, after) if pairs else NOTHING

    def _as_far(self, script: Script) -> Script:
        return structs.replace(script, until=None, max_seconds=self._scene.t + AHEAD)


def _known_until(trace: Trace) -> float:
    """Return up to which second it is known what happens: for ever, if all is quiet."""
    return float("inf") if trace.stopped == QUIET else trace.last


def _told(
    pairs: tuple[Pair, ...], who: str | None, after: tuple[Happening, ...]
) -> str:
    coming = [pair for pair in pairs if pair.other is not None]
    coming.sort(key=lambda pair: _place(pair.other or pair.some, who, after))
    telling = [pair for pair in coming if not _goes_without_saying(pair, coming)]
    missing = [pair for pair in pairs if pair.other is None]
    first = {(p.some.who, p.some.what): p for p in reversed([*telling, *missing])}
    kept = [p for p in (*telling, *missing) if first[p.some.who, p.some.what] is p]
    told = [_changed(pair) for pair in kept[:MOST_TOLD]]
    over = next((p for p in coming if p.some.what == "over"), None)
    if over is not None and _changed(over) not in told:
        told.append(_changed(over))
    return sentence(_joined(told))


def _place(
    one: Happening, who: str | None, after: tuple[Happening, ...]
) -> tuple[float, bool, int]:
    """Return where it is told: by time, first of who is broken, then by cause."""
    return (one.t, one.who != (who or one.who), after.index(one))


def _goes_without_saying(pair: Pair, others: list[Pair]) -> bool:
    """Return whether a change is told by that of a container beside it."""
    changed = pair.other or pair.some
    if changed.what in ("SIGTERM", "SIGKILL"):
        return any(
            p.other is not None and (p.other.who, p.other.what) == (changed.who, "ends")
            for p in others
        )
    return changed.what in ("Ready", "not Ready") and any(
        p.other is not None and p.other.who and p.other.t == changed.t for p in others
    )


def _changed(pair: Pair) -> str:
    one, other = pair.one, pair.other
    if other is None:
        return pair.some.denied
    if one is None or one.about != other.about:
        return other.timed
    return f"{other.timed}, not at {seconds(one.t)}"


def _joined(told: list[str]) -> str:
    said = "; ".join(told)
    return said if said.startswith(tuple(_names(told))) else said[:1].upper() + said[1:]


def _names(told: list[str]) -> Iterator[str]:
    """Yield beginnings that are names of containers, which stay as they are."""
    for one in told:
        if not one.startswith(("the ", "no ")):
            yield one
