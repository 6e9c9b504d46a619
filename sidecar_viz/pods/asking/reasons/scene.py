"""All that can be known of a run at one second."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from sidecar_viz.pods.asking.reasons.standing import Standing, standings
from sidecar_viz.pods.deciding.restarting import will_restart
from sidecar_viz.pods.deciding.status import ENDS, Ended, Phase, Status
from sidecar_viz.pods.given.pod import Container, Pod
from sidecar_viz.pods.given.script import Script, Verb
from sidecar_viz.pods.running.acting import HARD_EVICTION
from sidecar_viz.pods.running.recorder import Deed, Doing, Trace


class Scene(Struct, frozen=True, dict=True):
    """A run, seen at second *t*, after all that happens in it."""

    pod: Pod
    script: Script
    trace: Trace
    t: float

    @cached_property
    def stands(self) -> dict[str, Standing]:
        """How each container stands on the node."""
        return standings(self.trace, tuple(self.pod.by_name), self.t)

    def before(self, doing: Doing, who: str = "") -> Standing:
        """Return how its container, or another, stood just before it was done."""
        names = tuple(self.pod.by_name)
        return standings(self.trace, names, doing.t, doing)[who or doing.who]

    def end_at(self, doing: Doing) -> Ended:
        """Return how the process ended that a doing tells the end of."""
        ends = (d for d in self.trace.doings if d.what == "ends")
        both = zip(ends, self.trace.exits, strict=True)
        return next(how for told, (_, _, how) in both if told is doing)

    @cached_property
    def status(self) -> Status:
        """What the API shows."""
        return self.trace.status_at(self.t)

    @cached_property
    def old_phase(self) -> Phase | None:
        """The phase that the API showed before this second; None at the first one."""
        older = [one for one in self.trace.snapshots if one.t < self.t]
        return older[-1].status.phase if older else None

    @cached_property
    def just(self) -> tuple[Doing, ...]:
        """What was done at this very second, in order."""
        return tuple(d for d in self.trace.doings if d.t == self.t)

    @property
    def over(self) -> bool:
        """Whether the pod's phase is an end."""
        return self.status.phase in ENDS

    @property
    def gone(self) -> bool:
        """Whether the object is deleted."""
        at = self.trace.deleted_at
        return at is not None and at <= self.t

    @cached_property
    def deleted(self) -> tuple[float, int] | None:
        """When the pod was last deleted, and with what grace; None if it was not."""
        found = None
        for t, done in self.trace.actions:
            if t <= self.t and done["do"] == "delete":
                found = (t, int(done.get("grace-period-seconds", self.pod.grace)))
        return found

    def by_hand(self, who: str, verb: Verb, t: float) -> bool:
        """Return whether this was done to a container at a second."""
        return any(
            at == t and done["do"] == verb and done.get("container") == who
            for at, done in self.trace.actions
        )

    @cached_property
    def evicted(self) -> tuple[float, int] | None:
        """When the pod was evicted, and with what grace; None if it was not."""
        for t, done in self.trace.actions:
            if t <= self.t and done["do"] == "evict":
                return (t, int(done.get("grace-period-seconds", HARD_EVICTION)))
        return None

    @property
    def stopping(self) -> bool:
        """Whether the whole pod is being stopped, and not over yet."""
        if self.over or self.gone:
            return False
        return bool(self.deleted or self.evicted) or any(
            s.stops and not s.why_stopped and s.stopping is not None
            for s in self.stands.values()
        )

    @property
    def completing(self) -> bool:
        """Whether all regular containers are done, for good."""
        return all(self.done(c) for c in self.pod.regular)

    def done(self, container: Container) -> bool:
        """Return whether it has ended and is not started again (R15 to R18)."""
        one = self.stands[container.name]
        return (
            one.place == "ended"
            and one.ended is not None
            and not will_restart(container, self.pod, one.ended.exit_code)
        )

    def running(self) -> tuple[Container, ...]:
        """Return whose process runs, in list order."""
        return tuple(c for c in self.pod.containers if self.stands[c.name].runs)

    def failing_volume(self) -> str:
        """Return the volume that cannot be mounted; "" if there is none."""
        found = ""
        for t, name, state in self.trace.volumes:
            if t <= self.t:
                found = name if state == "failing" else ""
        return found

    def later(self, who: str, *deeds: Deed, about: str = "") -> Doing | None:
        """Return the next of these things that is done with a container."""
        for doing in self.trace.doings:
            if doing.t <= self.t or doing.who != who or doing.what not in deeds:
                continue
            if not about or doing.about == about:
                return doing
        return None

    def begun_by_now(self, who: str) -> Iterator[float]:
        """Yield when its processes had started, as the script tells."""
        for t, actor, event in self.trace.events:
            if t <= self.t and (actor, event) == (who, "Started"):
                yield t

    def seen_at(self, t: float) -> Scene:
        """Return the same run at another second."""
        return Scene(self.pod, self.script, self.trace, t)

    def gate(self, container: Container) -> Container | None:
        """Return the entry that must be through before it may start (R6 to R10)."""
        place = self.pod.inits
        if container.kind in ("init", "sidecar"):
            number = place.index(container)
            return place[number - 1] if number else None
        if container.kind == "regular":
            number = self.pod.regular.index(container)
            if number:
                return self.pod.regular[number - 1]
            return place[-1] if place else None
        return None
