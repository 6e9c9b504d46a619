"""Starts a container: back-off, pull, process, postStart hook (R5, R9, R19, R20)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sidecar_viz.pods.deciding.restarting import (
    CONFIG_WAIT,
    LONGEST_WAIT,
    stepped,
    wait_until,
)
from sidecar_viz.pods.deciding.status import CONFIG_ERROR
from sidecar_viz.pods.deciding.words import Words
from sidecar_viz.pods.given.pod import ProbeName
from sidecar_viz.pods.running.killing import Killing, hook_run
from sidecar_viz.pods.running.node import Node
from sidecar_viz.pods.running.probing import Prober
from sidecar_viz.pods.running.processes import Process, RunningHook
from sidecar_viz.pods.running.queue import Waits
from sidecar_viz.pods.running.unit import Unit

ROUNDS = 2  # waits of the longest length, after which a loop is one


class Beginning:
    """Starts containers, one after another; *stop* says that nothing may start now."""

    def __init__(
        self,
        node: Node,
        killing: Killing,
        words: Words,
        changed: Callable[[], None],
        stop: Callable[[], bool],
    ) -> None:
        self._node, self._killing, self._words = node, killing, words
        self._changed, self._stop = changed, stop
        self.probers: list[Prober] = []
        self.rounds = 0

    def start(self, name: str) -> Waits:
        """Start a container; the unit holds its process afterwards, or why not."""
        unit = self._node.units[name]
        if unit.tried == self._node.queue.now or self._backs_off(unit):
            return
        yield from self._pull(unit)
        if self._stop() or not unit.pulled or self._lacks(unit):
            return
        process = self._begin(unit)
        if unit.container.post_start is None:
            return
        run = hook_run(unit.container.post_start, unit.life.post_start)
        hook = RunningHook(
            "postStart", run, process, self._node.queue, self._node.recorder
        )
        yield lambda: hook.done or self._stop()
        if self._stop():
            hook.cut()
        elif hook.code != 0:
            yield from self._hook_failed(unit)

    def _hook_failed(self, unit: Unit) -> Waits:
        name = unit.container.name
        self._node.recorder.kube("FailedPostStartHook", "PostStartHook failed", name)
        unit.why_waiting = "PostStartHookError"
        task = self._node.queue.spawn(
            self._killing.one(name, self._node.pod.grace, "FailedPostStartHook")
        )
        yield lambda: task.done or self._stop()
        if not task.done:
            task.cancel()

    def _backs_off(self, unit: Unit) -> bool:
        """Return whether it has to wait still (R19); counts the step if not."""
        ended = unit.process.ended if unit.process else None
        if ended is None:
            return False
        now, name = self._node.queue.now, unit.container.name
        until = wait_until(unit.waits, ended.at)
        if now < until:
            if unit.why_waiting != "CrashLoopBackOff":
                unit.why_waiting = "CrashLoopBackOff"
                self._node.recorder.kube("BackOff", self._words.back_off(name), name)
                self._node.recorder.doing(name, "waits", unit.why_waiting, until)
                self._node.queue.at(until, self._changed)
                if unit.waits is not None and unit.waits.seconds == LONGEST_WAIT:
                    self.rounds += 1
                self._changed()
            return True
        unit.waits = stepped(unit.waits, ended.at, now)
        return False

    def _pull(self, unit: Unit) -> Waits:
        """Pull its image if it is not there; waits as long as that takes (R5, R20)."""
        queue, image, name = self._node.queue, unit.wanted, unit.container.name
        if unit.pulled and unit.image == image:
            if unit.container.pull_policy != "Never":
                self._node.recorder.kube("Pulled", self._words.present(image), name)
            return
        unit.pulled = False
        if unit.container.pull_policy == "Never" and unit.pull == "fail":
            unit.why_waiting = "ErrImageNeverPull"
            self._node.recorder.doing(name, "waits", unit.why_waiting)
            return
        if unit.pull_failed is not None:
            until = wait_until(unit.pull_waits, unit.pull_failed)
            if queue.now < until:
                if unit.why_waiting != "ImagePullBackOff":
                    unit.why_waiting = "ImagePullBackOff"
                    self._node.recorder.kube(
                        "BackOff", self._words.back_off_pull(image), name
                    )
                    self._node.recorder.doing(name, "waits", unit.why_waiting, until)
                    queue.at(until, self._changed)
                    self._changed()
                return
        self._node.recorder.kube("Pulling", f'Pulling image "{image}"', name)
        self._node.recorder.doing(name, "pulling", image)
        if unit.pull_seconds:
            yield from queue.at_most(unit.pull_seconds, self._stop)
            if self._stop():
                return
        if unit.pull == "fail":
            unit.pull_waits = stepped(unit.pull_waits, queue.now, queue.now)
            unit.pull_failed = queue.now
            unit.why_waiting = "ErrImagePull"
            self._node.recorder.doing(name, "pull-failed", image)
            self._node.recorder.kube("Failed", f'Failed to pull image "{image}"', name)
            self._changed()
            return
        unit.pulled, unit.image = True, image
        unit.pull_failed = unit.pull_waits = None
        self._node.recorder.kube(
            "Pulled", self._words.pulled(image, unit.pull_seconds), name
        )
        self._node.recorder.doing(name, "pulled", image)

    def _lacks(self, unit: Unit) -> bool:
        """Return whether its settings name what is missing; then it tries again."""
        node, now = self._node, self._node.queue.now
        missing = node.missing_of(unit.container.needs)
        if not missing:
            return False
        unit.tried, unit.why_waiting, unit.why_more = now, CONFIG_ERROR, missing
        node.recorder.kube("Failed", f"Error: {missing}")
        if unit.retry is not None:
            unit.retry.cancel()
        unit.retry = node.queue.at(now + CONFIG_WAIT, self._changed, idle=True)
        self._changed()
        return True

    def hurry(self) -> None:
        """Let tries that are to come count as what may change what is seen."""
        for unit in self._node.units.values():
            if unit.retry is not None:
                unit.retry.wake()

    def _begin(self, unit: Unit) -> Process:
        name, node = unit.container.name, self._node
        if unit.process is not None:
            unit.before = unit.process.ended
        unit.why_waiting, unit.held, unit.sandbox = "", True, node.attempt
        if unit.retry is not None:
            unit.retry.cancel()
        unit.found.clear()
        unit.image = unit.wanted
        node.recorder.kube("Created", self._words.created(name), name)
        node.recorder.kube("Started", self._words.started(name), name)
        unit.starts += 1
        process = Process(
            name,
            unit.life,
            unit.starts - 1,
            unit.container.memory,
            node.queue,
            node.recorder,
            self._changed,
            unit.late,
        )
        unit.process = process
        self._tell_lamps(unit, "started")
        self._changed()
        self.watch(unit)
        return process

    def watch(self, unit: Unit) -> None:
        """Begin to ask who runs; for readiness and liveness once it is started."""
        if unit.container.startup is not None and not unit.started:
            self._probe(unit, "startup")
        else:
            self._probe(unit, "readiness")
            self._probe(unit, "liveness")

    def _probe(self, unit: Unit, name: str) -> None:
        probe = getattr(unit.container, name)
        if probe is None or unit.process is None or not unit.process.alive:
            return
        prober = Prober(
            name,  # type: ignore[arg-type]
            probe,
            unit,
            unit.process,
            self._node.queue,
            self._node.recorder,
            self._probed,
        )
        self.probers = [one for one in self.probers if not one.stopped]
        self.probers.append(prober)
        prober.begin()

    def _tell_lamps(self, unit: Unit, what: ProbeName | Literal["started"]) -> None:
        """Write down whether it is started and ready, as far as that may be new."""
        name, doing = unit.container.name, self._node.recorder.doing
        if unit.started and what in ("started", "startup"):
            doing(name, "started")
        if unit.ready and what != "liveness":
            doing(name, "ready")
        elif what == "readiness":
            doing(name, "unready")

    def _probed(self, prober: Prober) -> None:
        """Take in what a probe has found, and let a pass of the worker follow."""
        unit = prober.unit
        self._tell_lamps(unit, prober.name)
        self._node.probed(unit.container.name)
        if prober.name == "startup" and unit.started:
            self.watch(unit)
        self._changed()
