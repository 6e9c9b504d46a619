"""Carries out a script's actions, each once what it waits for is so."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from sidecar_viz.pods.given.pod import ProbeName
from sidecar_viz.pods.given.script import Action, HookRun, Script, Verb
from sidecar_viz.pods.running.holding import Holding, phase_shown
from sidecar_viz.pods.running.kubelet import Kubelet
from sidecar_viz.pods.running.unit import Unit

KILL = ("SIGKILL", "KILL", "9")
HARD_EVICTION = 1  # seconds of grace that the kubelet gives, whatever the pod has


class Acting:
    """Holds the actions that are still to come."""

    def __init__(self, script: Script, kubelet: Kubelet) -> None:
        self._kubelet, self._node = kubelet, kubelet.node
        self._holding = Holding(kubelet.node)
        self.holds = self._holding.holds
        self._todo = list(script.actions)
        self._due: float | None = None
        self._verbs: dict[Verb, Callable[[Action], None]] = {
            "delete": self._delete,
            "set-image": self._set_image,
            "volume-unavailable": lambda a: self._node.missing.add(a.volume or ""),
            "volume-available": self._volume_available,
            "object-missing": lambda a: self._node.objects_missing.add(a.object or ""),
            "object-available": lambda a: kubelet.available(a.object or ""),
            "set-condition": self._set_condition,
            "sandbox-lost": lambda _: kubelet.lose_sandbox(),
            "kubelet-restart": lambda a: kubelet.restart(
                remove_exited_init=a.remove_exited_init
            ),
            "signal": self._signal,
            "checkpoint": lambda a: self._node.recorder.mark(a.name or ""),
            "set-probe": self._set_probe,
            "exit": self._exit_process,
            "oom": self._oom,
            "hang": self._hang,
            "slow-start": self._slow_start,
            "set-hook": self._set_hook,
            "evict": self._evict,
        }

    @property
    def waiting(self) -> bool:
        """Whether there are actions still to come."""
        return bool(self._todo)

    def go_on(self) -> None:
        """Carry out all whose time has come."""
        queue = self._node.queue
        if phase_shown(self._node) == "Running":
            self._holding.begun.setdefault("running", queue.now)
        while self._todo:
            action = self._todo[0]
            if self._due is None:
                if action.when is not None and not self.holds(action.when):
                    return
                self._due = round(queue.now + action.after_seconds, 6)
            if not self._holding.reached(self._due):
                return
            del self._todo[0]
            self._due = None
            self._node.recorder.action(action.told())
            self._verbs[action.do](action)
            self._holding.begun["action"] = queue.now
            queue.settle()

    def _delete(self, action: Action) -> None:
        self._holding.begun.setdefault("delete", self._node.queue.now)
        grace = action.grace_period_seconds
        self._kubelet.delete(self._node.pod.grace if grace is None else grace)

    def _volume_available(self, action: Action) -> None:
        self._node.missing.discard(action.volume or "")
        self._kubelet.changed()

    def _set_condition(self, action: Action) -> None:
        self._node.gates[action.type or ""] = action.status
        self._node.refresh()

    def _unit(self, action: Action) -> Unit:
        return self._node.units[action.container or ""]

    def _set_image(self, action: Action) -> None:
        """Set another image; unless told it can be pulled (R22)."""
        unit = self._unit(action)
        unit.wanted = action.image or f"{unit.wanted}-changed"
        unit.pull, unit.pull_failed, unit.pull_waits = action.pull, None, None
        unit.waits = None  # the image is part of the back-off's key
        if action.pull_seconds is not None:
            unit.pull_seconds = action.pull_seconds
        self._kubelet.changed()

    def _signal(self, action: Action) -> None:
        process = self._unit(action).process
        if process is not None and action.signal in KILL:
            process.kill()
        elif process is not None:
            process.terminate()

    def _set_probe(self, action: Action) -> None:
        unit = self._unit(action)
        if action.probe is not None:
            unit.fingers[action.probe] = action.result
        self._touch(unit, action.probe)

    def _touch(self, unit: Unit, probe: ProbeName | None = None) -> None:
        """Let the probers of a container know that their answers may be others now."""
        for prober in self._kubelet.beginning.probers:
            if prober.unit is unit and probe in (None, prober.name):
                prober.touched()

    def _exit_process(self, action: Action) -> None:
        process = self._unit(action).process
        if process is not None:
            process.leave(1 if action.exit_code is None else action.exit_code)

    def _oom(self, action: Action) -> None:
        process = self._unit(action).process
        if process is not None:
            process.starve()

    def _hang(self, action: Action) -> None:
        unit = self._unit(action)
        if unit.alive and unit.process is not None:
            unit.process.hang()
            self._touch(unit)

    def _slow_start(self, action: Action) -> None:
        self._unit(action).late = action.seconds or 0.0

    def _set_hook(self, action: Action) -> None:
        """Let a hook take longer, or fail, from its next run on."""
        unit = self._unit(action)
        run = HookRun(run=action.seconds or 0.0, exit_code=action.exit_code or 0)
        if action.hook == "pre-stop":
            unit.life = structs.replace(unit.life, pre_stop=run)
        else:
            unit.life = structs.replace(unit.life, post_start=run)

    def _evict(self, action: Action) -> None:
        grace = action.grace_period_seconds
        self._kubelet.evict(HARD_EVICTION if grace is None else grace)
