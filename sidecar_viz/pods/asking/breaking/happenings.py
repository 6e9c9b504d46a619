"""What happens in a run, as values that two runs can be compared by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from sidecar_viz.pods.deciding.conditions import READY
from sidecar_viz.pods.deciding.status import ENDS
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Deed, Trace
from sidecar_viz.pods.telling.as_text import seconds

What = Literal[
    "starts",
    "ends",
    "started",
    "ready",
    "not ready",
    "pull fails",
    "SIGTERM",
    "SIGKILL",
    "phase",
    "over",
    "Ready",
    "not Ready",
    "gone",
]
OF_DOINGS: Mapping[Deed, What] = {
    "started": "started",
    "ready": "ready",
    "unready": "not ready",
    "pull-failed": "pull fails",
}
SAID: Mapping[What, tuple[str, str]] = {
    "starts": ("{who} starts{about}", "{who} does not start{about}"),
    "ends": ("{who} ends with {about}", "{who} does not end"),
    "started": ("{who} is started", "{who} is not started"),
    "ready": ("{who} is ready", "{who} does not become ready"),
    "not ready": ("{who} is not ready", "{who} stays ready"),
    "pull fails": ("the pull for {who} fails", "no pull for {who} fails"),
    "SIGTERM": ("{who} gets SIGTERM", "{who} gets no SIGTERM"),
    "SIGKILL": ("{who} gets SIGKILL", "{who} gets no SIGKILL"),
    "phase": ("the phase turns {about}", "the phase does not turn {about}"),
    "over": ("the pod is {about}", "the pod is never over"),
    "Ready": ("the pod is Ready", "the pod does not become Ready"),
    "not Ready": ("the pod is not Ready", "the pod stays Ready"),
    "gone": ("the pod is gone", "the pod stays"),
}
"""How it is said that something happens, and that it does not."""


class Happening(Struct, frozen=True):
    """Something that happens at second *t*; *who* is "" for the pod."""

    t: float
    who: str
    what: What
    about: str = ""

    @property
    def said(self) -> str:
        """What happens, in words."""
        return SAID[self.what][0].format(who=self.who, about=self.about)

    @property
    def denied(self) -> str:
        """That it does not happen."""
        return SAID[self.what][1].format(who=self.who, about=self.about)

    @property
    def timed(self) -> str:
        """What happens, with its second."""
        return f"{self.said} at {seconds(self.t)}"


def happenings(
    pod: Pod, trace: Trace, *, unasked: bool = False
) -> tuple[Happening, ...]:
    """Return what happens in a run, in order of time.

    That a container is started or ready says no more than that it runs, if no probe is
    asked for it: then it is only told with *unasked*.
    """
    probed = set[str]() if unasked else set(pod.by_name)
    return tuple(
        sorted(
            (*_of_containers(pod, probed, trace), *_of_the_pod(trace)),
            key=lambda one: one.t,
        )
    )


def _of_containers(pod: Pod, probed: set[str], trace: Trace) -> Iterator[Happening]:
    codes = iter(trace.exits)
    begun: set[str] = set()
    for doing in trace.doings:
        if doing.what == "begins":
            again = " again" if doing.who in begun else ""
            begun.add(doing.who)
            yield Happening(doing.t, doing.who, "starts", again)
        elif doing.what == "ends":
            code = next(codes)[2].exit_code
            yield Happening(doing.t, doing.who, "ends", str(code))
        elif doing.what == "signal":
            killed = doing.about == "SIGKILL"
            yield Happening(doing.t, doing.who, "SIGKILL" if killed else "SIGTERM")
        elif doing.what in OF_DOINGS and not (
            doing.who in probed and _silent(pod, doing.who, doing.what)
        ):
            yield Happening(doing.t, doing.who, OF_DOINGS[doing.what])


def _silent(pod: Pod, who: str, deed: Deed) -> bool:
    container = pod.by_name[who]
    if deed == "started":
        return container.startup is None
    return deed in ("ready", "unready") and container.readiness is None


def _of_the_pod(trace: Trace) -> Iterator[Happening]:
    phase, ready = "Pending", "False"
    for snapshot in trace.snapshots:
        status = snapshot.status
        if status.phase != phase:
            phase = status.phase
            what: What = "over" if phase in ENDS else "phase"
            yield Happening(snapshot.t, "", what, phase)
        now = status.conditions[READY][0]
        if now != ready:
            ready = now
            yield Happening(snapshot.t, "", "Ready" if now == "True" else "not Ready")
    if trace.deleted_at is not None:
        yield Happening(trace.deleted_at, "", "gone")


class Pair(Struct, frozen=True):
    """The same thing in two runs; None in the one in which it does not happen.

    *some* is that of the first run, if it happens there, else of the other.
    """

    some: Happening
    one: Happening | None
    other: Happening | None

    @property
    def t(self) -> float:
        """The second from which on it makes a difference."""
        times = [one.t for one in (self.one, self.other) if one is not None]
        return min(times)


Kind = tuple[str, What]


def different(
    one: tuple[Happening, ...], other: tuple[Happening, ...], since: float = 0.0
) -> tuple[Pair, ...]:
    """Return what is otherwise in two runs from a second on, in order of time.

    Things of one kind that happen to a container as often in both are the same in
    their order; else only those are the same that happen at the same second.
    """
    left, right = _by_kind(one, since), _by_kind(other, since)
    pairs = [
        pair
        for kind in {**left, **right}
        for pair in _pairs(left.get(kind, []), right.get(kind, []))
    ]
    places = {h: n for n, h in reversed([*enumerate(one), *enumerate(other)])}
    return tuple(sorted(pairs, key=lambda pair: (pair.t, places[pair.some])))


def _by_kind(found: tuple[Happening, ...], since: float) -> dict[Kind, list[Happening]]:
    kinds: dict[Kind, list[Happening]] = {}
    for one in found:
        if one.t >= since:
            kinds.setdefault((one.who, one.what), []).append(one)
    return kinds


def _pairs(left: list[Happening], right: list[Happening]) -> Iterator[Pair]:
    if len(left) == len(right):
        for one, other in zip(left, right, strict=True):
            if one != other:
                yield Pair(one, one, other)
        return
    for one in left:
        if one not in right:
            yield Pair(one, one, None)
    for other in right:
        if other not in left:
            yield Pair(other, None, other)
