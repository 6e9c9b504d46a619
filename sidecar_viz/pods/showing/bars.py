"""A container's lane: its life as bars, ticks, hooks, flags and exits."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from sidecar_viz.pods.deciding.status import CREATING, INITIALIZING, Ended
from sidecar_viz.pods.given.pod import Container, Kind, Pod, ProbeName
from sidecar_viz.pods.running.processes import HookName
from sidecar_viz.pods.running.recorder import Doing, Trace
from sidecar_viz.pods.showing.lanes import (
    Bar,
    ContainerLane,
    Exit,
    Fill,
    Flag,
    HookBar,
    Tick,
)

PROBES: dict[str, ProbeName] = {
    "startup": "startup",
    "liveness": "liveness",
    "readiness": "readiness",
}
HOOKS: dict[str, HookName] = {"postStart": "postStart", "preStop": "preStop"}


def container_lanes(
    pod: Pod, trace: Trace, end: float, looks: Mapping[str, Kind]
) -> tuple[ContainerLane, ...]:
    """Return a lane for each container, in list order, up to the second *end*.

    *looks* has the kinds whose colours the containers have.
    """
    doings: dict[str, list[Doing]] = {c.name: [] for c in pod.containers}
    exits: dict[str, list[Ended]] = {c.name: [] for c in pod.containers}
    for doing in trace.doings:
        doings[doing.who].append(doing)
    for _, who, how in trace.exits:
        exits[who].append(how)
    usual = INITIALIZING if pod.inits else CREATING
    return tuple(
        _Lane(c, usual, exits[c.name]).made(doings[c.name], end, looks[c.name])
        for c in pod.containers
    )


class _Lane:
    """Follows one container from doing to doing."""

    def __init__(self, container: Container, usual: str, exits: list[Ended]) -> None:
        self._container, self._exits = container, exits
        self._bars = [Bar(0.0, 0.0, "wait", usual)]
        self._ticks: list[Tick] = []
        self._hooks: list[HookBar] = []
        self._flags: list[Flag] = []
        self._ended: list[Exit] = []
        self._starts: list[float] = []

    def made(self, doings: list[Doing], end: float, look: Kind) -> ContainerLane:
        """Return the lane that the doings make."""
        for doing in doings:
            self._take(doing)
        self._close(end)
        bars = tuple(bar for bar in self._bars if bar.end > bar.begin)
        return ContainerLane(
            self._container.name,
            self._container.kind,
            look,
            bars or (self._bars[-1],),
            tuple(self._ticks),
            tuple(structs.replace(h, end=min(h.end, end)) for h in self._hooks),
            tuple(self._flags),
            tuple(self._ended),
            tuple(self._starts),
        )

    def _take(self, doing: Doing) -> None:
        match doing.what:
            case "pulling" | "pulled" | "pull-failed" | "waits":
                self._before_it_runs(doing)
            case "hook" | "hook-over" | "hook-cut":
                self._take_hook(doing)
            case "passed" | "failed":
                passed = doing.what == "passed"
                self._ticks.append(Tick(doing.t, PROBES[doing.about], passed))
            case _:
                self._process(doing)

    def _before_it_runs(self, doing: Doing) -> None:
        if doing.what == "pulling":
            self._turn(doing.t, "pull", "pull")
        elif doing.what == "pulled":
            self._turn(doing.t, "wait", self._bars[0].word)
        elif doing.what == "pull-failed":
            self._turn(doing.t, "wait", "ErrImagePull")
        else:
            self._waits(doing)

    def _process(self, doing: Doing) -> None:
        match doing.what:
            case "begins":
                self._starts.append(doing.t)
                self._turn(doing.t, *self._lamps(started=False, ready=False))
            case "started" | "ready" | "unready":
                self._running(doing.t, started=True, ready=doing.what == "ready")
            case "signal":
                asked = doing.about == "SIGTERM"
                signal = self._container.stop_signal if asked else doing.about
                self._flags.append(Flag(doing.t, signal))
                self._turn(doing.t, "stopping", signal)
            case "ends":
                self._ends(doing.t)

    def _take_hook(self, doing: Doing) -> None:
        if doing.what == "hook":
            self._hooks.append(HookBar(doing.t, float("inf"), HOOKS[doing.about]))
            return
        cut = doing.what == "hook-cut"
        self._hooks[-1] = structs.replace(self._hooks[-1], end=doing.t, cut=cut)

    def _waits(self, doing: Doing) -> None:
        fill: Fill = "wait" if doing.until is None else "back-off"
        self._turn(doing.t, fill, doing.about)
        if doing.until is not None:
            whole = doing.until - doing.t
            self._bars[-1] = structs.replace(self._bars[-1], whole=whole)

    def _ends(self, t: float) -> None:
        how = self._exits[len(self._ended)]
        began = self._starts[-1] if self._starts else t
        self._ended.append(Exit(t, how.exit_code, how.reason, t - began))
        self._turn(t, "over", how.reason)

    def _running(self, t: float, *, started: bool, ready: bool) -> None:
        """Show other lamps, unless it has been told to stop, which stays seen."""
        if self._bars[-1].fill != "stopping":
            self._turn(t, *self._lamps(started=started, ready=ready))

    def _lamps(self, *, started: bool, ready: bool) -> tuple[Fill, str]:
        if self._container.kind in ("init", "ephemeral"):
            return "runs", "runs"
        if not started:
            return "starting", "not started"
        if not ready:
            return "unready", "not ready"
        return "runs", "ready" if self._container.readiness else "runs"

    def _turn(self, t: float, fill: Fill, word: str) -> None:
        """Begin another stretch, unless it is the same one."""
        last = self._bars[-1]
        if (last.fill, last.word) == (fill, word) and fill != "back-off":
            return
        self._close(t)
        self._bars.append(Bar(t, t, fill, word))

    def _close(self, t: float) -> None:
        self._bars[-1] = structs.replace(self._bars[-1], end=t)
