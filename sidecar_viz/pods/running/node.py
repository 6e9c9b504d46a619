"""The node as it stands: units, sandbox, volumes, and the status that is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sidecar_viz.pods.deciding.conditions import conditions_of
from sidecar_viz.pods.deciding.ending import end_status
from sidecar_viz.pods.deciding.phase import phase_of
from sidecar_viz.pods.deciding.restarting import will_restart
from sidecar_viz.pods.deciding.status import (
    CREATING,
    ENDS,
    INITIALIZING,
    Phase,
    Seen,
    Status,
)
from sidecar_viz.pods.given.pod import Need, Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.running.queue import Queue
from sidecar_viz.pods.running.recorder import Recorder
from sidecar_viz.pods.running.unit import Unit


class Node:
    """What the kubelet's parts share; only `publish` changes what the API shows."""

    def __init__(
        self, pod: Pod, script: Script, queue: Queue, recorder: Recorder
    ) -> None:
        self.pod, self.queue, self.recorder = pod, queue, recorder
        self.units = {c.name: Unit(c, script.life(c.name)) for c in pod.containers}
        self.sandbox = False
        self.attempt = 0
        self.mounted = self.mount_failing = False
        self.missing: set[str] = set()
        self.objects_missing = set(script.missing)
        self.gates: dict[str, str] = {}
        self.deleting = False
        self.reason = ""
        self.status: Status | None = None
        self.told: list[Callable[[], None]] = []

    def missing_of(self, needs: Iterable[Need]) -> str:
        """Say in the kubelet's words what is missing first; "" if nothing is.

        What is optional is done without (R2).
        """
        for need in needs:
            if need.name in self.objects_missing and not need.optional:
                kind, _, name = need.name.partition("/")
                return f'{kind} "{name}" not found'
        return ""

    @property
    def initialized(self) -> bool:
        """Whether a regular container was created in this sandbox."""
        return any(
            self.units[c.name].sandbox == self.attempt
            for c in self.pod.regular
            if self.units[c.name].starts
        )

    def seen(self, *, again: bool = True) -> dict[str, Seen]:
        """Return every container's status; *again*: who ended may be started again."""
        usual = INITIALIZING if self.pod.inits else CREATING
        found = {}
        for name, unit in self.units.items():
            ended = unit.process.ended if unit.process else None
            restarts = (
                again
                and ended is not None
                and will_restart(unit.container, self.pod, ended.exit_code)
            )
            found[name] = unit.seen(usual, again=restarts)
        return found

    def publish(self) -> Phase:
        """Publish the status; return the phase that the containers make.

        A phase that is an end is not shown while anything can still run (R29).
        """
        seen = self.seen(again=not self.deleting)
        phase = phase_of(self.pod, seen, initialized=self.initialized)
        shown = phase
        if phase in ENDS:
            shown = self.status.phase if self.status else "Pending"
        self._show(seen, shown)
        return phase

    def publish_end(self) -> None:
        """Publish the last status, when no container runs any more (R27, R30)."""
        seen, phase = end_status(
            self.pod, self.seen(again=False), initialized=self.initialized
        )
        self._show(seen, "Failed" if self.reason else phase)

    def probed(self, name: str) -> None:
        """Publish what probes make of one container, in the status that is shown.

        Of what else has changed meanwhile nothing is shown: that waits for a pass of
        the pod's worker.
        """
        status = self.status
        unit = self.units[name]
        if status is None or status.containers[name].state != "running":
            return
        if status.containers[name].restart_count != unit.starts - 1:
            return
        old = status.containers[name]
        new = Seen(
            old.state,
            restart_count=old.restart_count,
            ready=unit.ready,
            started=unit.started,
            last=old.last,
        )
        self._show({**status.containers, name: new}, status.phase)

    def refresh(self) -> None:
        """Publish anew what is shown, as its deletion or a condition has changed."""
        if self.status is not None:
            self._show(dict(self.status.containers), self.status.phase)

    def _show(self, seen: dict[str, Seen], phase: Phase) -> None:
        if self.status is not None and self.status.phase in ENDS:
            phase = self.status.phase
        conditions = conditions_of(
            self.pod, seen, phase, sandbox=self.sandbox, gates=self.gates
        )
        reason = self.reason if phase in ENDS else ""
        new = Status(phase, self.deleting, conditions, seen, reason)
        if new != self.status:
            self.status = new
            self.recorder.status(new)
            for tell in self.told:
                tell()
