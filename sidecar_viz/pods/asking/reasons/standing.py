"""How a container stands on the node at a second, folded from what was done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from msgspec import Struct, structs

from sidecar_viz.pods.deciding.status import Ended
from sidecar_viz.pods.given.pod import ProbeName
from sidecar_viz.pods.running.recorder import Deed, Doing, Trace

Place = Literal["idle", "pulling", "waits", "runs", "ended"]
PROBES: tuple[ProbeName, ...] = get_args(ProbeName)


class Standing(Struct, frozen=True):
    """How it stands; all times are seconds.

    *place* counts from *since*; *about* is its image, or the reason that it waits for,
    *until* the end of that wait. *began* is when its process did, *stopping* when that
    was told to stop, *signalled* when it got SIGTERM, *ended* how the newest process
    ended. *turn* names whom it waits for before its SIGTERM, until *turn_until*.
    *failures* counts those in a row of startup, liveness and readiness.
    """

    who: str
    place: Place = "idle"
    since: float = 0.0
    about: str = ""
    until: float | None = None
    began: float | None = None
    starts: int = 0
    started: bool = False
    ready: bool = False
    hook: str = ""
    hook_since: float = 0.0
    stopping: float | None = None
    why_stopped: str = ""
    turn: tuple[str, ...] = ()
    turn_until: float | None = None
    signalled: float | None = None
    killed: bool = False
    ended: Ended | None = None
    failures: tuple[int, int, int] = (0, 0, 0)

    @property
    def runs(self) -> bool:
        """Whether a process of it runs."""
        return self.place == "runs"

    @property
    def stops(self) -> bool:
        """Whether it runs and is to end."""
        return self.runs and (self.stopping is not None or self.signalled is not None)

    def failed(self, probe: ProbeName) -> int:
        """Return how many answers of a probe in a row were failures."""
        return self.failures[PROBES.index(probe)]


def standings(
    trace: Trace, names: tuple[str, ...], t: float, before: Doing | None = None
) -> dict[str, Standing]:
    """Return how each container stands at a second, after all that is in it.

    *before* is the doing before which it is looked at, if not at the second's end.
    """
    found = {name: Standing(name) for name in names}
    ends = iter(trace.exits)
    for doing in trace.doings:
        if doing.t > t or doing is before:
            break
        how = next(ends)[2] if doing.what == "ends" else None
        found[doing.who] = after(found[doing.who], doing, how)
    return found


def after(old: Standing, doing: Doing, how: Ended | None) -> Standing:
    """Return how it stands after something was done with it; *how* if it ended."""
    if doing.what == "ends":
        return structs.replace(
            old,
            place="ended",
            since=doing.t,
            ended=how,
            started=False,
            ready=False,
            hook="",
            turn=(),
            turn_until=None,
        )
    change = CHANGES.get(doing.what)
    return old if change is None else change(old, doing)


def _waits_for(place: Place) -> Callable[[Standing, Doing], Standing]:
    def moved(old: Standing, doing: Doing) -> Standing:
        about = "ErrImagePull" if doing.what == "pull-failed" else doing.about
        return structs.replace(
            old, place=place, since=doing.t, about=about, until=doing.until
        )

    return moved


def _begun(old: Standing, doing: Doing) -> Standing:
    return Standing(
        old.who,
        "runs",
        doing.t,
        began=doing.t,
        starts=old.starts + 1,
        ended=old.ended,
    )


def _counted(old: Standing, doing: Doing) -> Standing:
    one, two, three = (
        (n + 1 if doing.what == "failed" else 0) if doing.about == name else n
        for name, n in zip(PROBES, old.failures, strict=True)
    )
    return structs.replace(old, failures=(one, two, three))


def _signalled(old: Standing, doing: Doing) -> Standing:
    if doing.about == "SIGKILL":
        return structs.replace(old, killed=True)
    first = doing.t if old.signalled is None else old.signalled
    return structs.replace(old, signalled=first, turn=(), turn_until=None)


CHANGES: Mapping[Deed, Callable[[Standing, Doing], Standing]] = {
    "pulling": _waits_for("pulling"),
    "pull-failed": _waits_for("waits"),
    "waits": _waits_for("waits"),
    "begins": _begun,
    "started": lambda old, _: structs.replace(old, started=True),
    "ready": lambda old, _: structs.replace(old, ready=True),
    "unready": lambda old, _: structs.replace(old, ready=False),
    "passed": _counted,
    "failed": _counted,
    "stopping": lambda old, doing: structs.replace(
        old, stopping=doing.t, why_stopped=doing.about
    ),
    "turn": lambda old, doing: structs.replace(
        old, turn=tuple(doing.about.split(", ")), turn_until=doing.until
    ),
    "signal": _signalled,
    "hook": lambda old, doing: structs.replace(
        old, hook=doing.about, hook_since=doing.t
    ),
    "hook-over": lambda old, _: structs.replace(old, hook=""),
    "hook-cut": lambda old, _: structs.replace(old, hook=""),
}
