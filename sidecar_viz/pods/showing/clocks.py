"""The clock that matters at a second: grace, back-off, probe, deadline, or none."""

from __future__ import annotations

from math import inf
from typing import Literal

from msgspec import Struct, structs

from sidecar_viz.pods.deciding.restarting import FIRST_WAIT, LONGEST_WAIT
from sidecar_viz.pods.deciding.stopping import LEAST_GRACE
from sidecar_viz.pods.given.pod import Pod, ProbeName
from sidecar_viz.pods.running.acting import HARD_EVICTION
from sidecar_viz.pods.showing.grace_words import end_said, left_said
from sidecar_viz.pods.showing.lanes import ALIVE, ContainerLane, Tick
from sidecar_viz.pods.showing.run import Run


class Eaten(Struct, frozen=True):
    """A part of the grace, and what it went to; *others* need the same part.

    *below*: others, which come first, stop at the same time.
    """

    begin: float
    end: float
    who: str
    word: str
    others: int = 0
    below: bool = False


class GraceClock(Struct, frozen=True):
    """One grace for the whole pod, from *begin* on; *floor* s more after its end.

    *kill* says what happens at its end, *more* for whom the *floor* is, *left* how
    long who is being stopped may still take.
    """

    begin: float
    grace: float
    parts: tuple[Eaten, ...]
    floor: float = LEAST_GRACE
    kill: str = ""
    more: str = ""
    left: str = ""

    @property
    def end(self) -> float:
        """Return the second at which it is over."""
        return self.begin + self.grace


class BackOffClock(Struct, frozen=True):
    """The row of waits before each try; *at* is the wait that is under way.

    *word* says of what: starts that crash, or pulls of an image that fail.
    """

    who: str
    waits: tuple[float, ...]
    at: int
    begin: float
    end: float
    word: Literal["CrashLoopBackOff", "ImagePullBackOff"] = "CrashLoopBackOff"


class ProbeClock(Struct, frozen=True):
    """A probe that is being asked: its answers, and the next question."""

    who: str
    probe: ProbeName
    begin: float
    answers: tuple[Tick, ...]
    next: float
    period: float
    most: int
    listens: float


class DeadlineClock(Struct, frozen=True):
    """The second at which the pod's time is over."""

    end: float


Clock = GraceClock | BackOffClock | ProbeClock | DeadlineClock
ROW = (0.0, 10.0, 20.0, 40.0, 80.0, 160.0, LONGEST_WAIT)


def clock_at(run: Run, t: float) -> Clock | None:
    """Return the one clock that matters now; None if nothing counts."""
    return (
        _grace(run, t) or _back_off(run, t) or _probe(run, t) or _deadline(run.pod, t)
    )


def _grace(run: Run, t: float) -> GraceClock | None:
    """Return the grace that is being eaten while the pod is stopped (R44)."""
    begun = [d.t for d in run.trace.doings if d.what == "stopping" and not d.about]
    first = max((b for b in begun if b <= t), default=None)
    if first is None or all(lane.bar_at(t).fill not in ALIVE for lane in run.lanes):
        return None
    grace, floor = _given(run, first), LEAST_GRACE
    end = first + grace
    return GraceClock(
        *(first, grace, _eaten(run, first), floor),
        *end_said(run, first, end, floor),
        left_said(run, t, end, floor),
    )


def _given(run: Run, begin: float) -> float:
    """Return the grace that was given with the deletion or eviction, else the pod's."""
    for t, done in run.trace.actions:
        if t != begin or done["do"] not in ("delete", "evict"):
            continue
        usual = run.pod.grace if done["do"] == "delete" else HARD_EVICTION
        return float(done.get("grace-period-seconds", usual))
    return float(run.pod.grace)


def _eaten(run: Run, begin: float) -> tuple[Eaten, ...]:
    """Return what the grace goes to: hooks first, then who is told to stop.

    What sidecars do at the same time as regular containers hides nothing of those.
    """
    sidecars = [lane for lane in run.lanes if lane.kind == "sidecar"]
    others = [lane for lane in run.lanes if lane.kind != "sidecar"]
    above, hidden = _in_a_row(_parts(others, begin))
    below = _parts(sidecars, begin)
    last = max((part.end for part in above), default=begin)
    if not hidden and all(part.begin >= last for part in below):
        return (*above, *_in_a_row(below)[0])
    row, _ = _in_a_row(hidden + below)
    return (*above, *(structs.replace(part, below=True) for part in row))


def _parts(lanes: list[ContainerLane], begin: float) -> list[Eaten]:
    """Return the hooks and the stops of some containers from a second on.

    A hook counts until its container is told to stop, even if it still runs then.
    """
    found: list[Eaten] = []
    for lane in lanes:
        stops = [b for b in lane.bars if b.fill == "stopping" and b.begin >= begin]
        told = min((bar.begin for bar in stops), default=inf)
        found += [
            Eaten(hook.begin, min(hook.end, told), lane.name, "preStop")
            for hook in lane.hooks
            if hook.name == "preStop" and hook.begin == begin
        ]
        found += [Eaten(bar.begin, bar.end, lane.name, bar.word) for bar in stops]
    return [part for part in found if part.end > part.begin]


def _in_a_row(parts: list[Eaten]) -> tuple[list[Eaten], list[Eaten]]:
    """Return parts one after another, and those that would not be seen.

    Of parts that overlap the longer one is seen, and what goes on after it.
    """
    found: list[Eaten] = []
    hidden: list[Eaten] = []
    for part in sorted(parts, key=lambda part: (part.begin, -part.end)):
        after = max(part.begin, found[-1].end if found else part.begin)
        same = found and (part.begin, part.end) == (found[-1].begin, found[-1].end)
        if same and part.word == found[-1].word:
            found[-1] = structs.replace(found[-1], others=found[-1].others + 1)
        elif part.end > after:
            found.append(structs.replace(part, begin=after))
        else:
            hidden.append(part)
    return found, hidden


def _back_off(run: Run, t: float) -> BackOffClock | None:
    for lane in run.lanes:
        bar = lane.bar_at(t)
        if bar.fill != "back-off":
            continue
        if bar.word == "CrashLoopBackOff":
            at = _step(ROW, bar.whole)
            end = bar.begin + max(bar.whole, FIRST_WAIT)
            return BackOffClock(lane.name, ROW, at, bar.begin, end)
        if bar.word == "ImagePullBackOff":
            row, end = ROW[1:], bar.begin + bar.whole
            at = _step(row, bar.whole)
            return BackOffClock(lane.name, row, at, bar.begin, end, "ImagePullBackOff")
    return None


def _step(row: tuple[float, ...], wait: float) -> int:
    """Return which step of a row a wait is."""
    return next((n for n, step in enumerate(row) if step >= wait), len(row) - 1)


def _probe(run: Run, t: float) -> ProbeClock | None:
    """Return the probe that holds something back, of the first one that it holds."""
    for lane in run.lanes:
        fill = lane.bar_at(t).fill
        name: ProbeName = "startup" if fill == "starting" else "readiness"
        container = run.pod.by_name[lane.name]
        probe = container.startup if name == "startup" else container.readiness
        if fill not in ("starting", "unready") or probe is None:
            continue
        begun = max(s for s in lane.starts if s <= t)
        mine = [k for k in lane.ticks if k.probe == name and k.t >= begun]
        answers = tuple(k for k in mine if k.t <= t)
        usual = answers[-1].t + probe.period if answers else begun + probe.initial_delay
        ahead = next((k.t for k in mine if k.t > t), usual)
        number = len([s for s in lane.starts if s <= t]) - 1
        listens = begun + run.script.life(lane.name).run_of(number).start_delay
        return ProbeClock(
            *(lane.name, name, begun, answers, ahead),
            *(float(probe.period), probe.failures, listens),
        )
    return None


def _deadline(pod: Pod, t: float) -> DeadlineClock | None:
    if pod.deadline is None or t >= pod.deadline:
        return None
    return DeadlineClock(float(pod.deadline))
