"""Stops containers: hooks, turns, SIGTERM, and SIGKILL when the grace is over."""

from __future__ import annotations

from sidecar_viz.pods.deciding.stopping import left_of, until_kill, waits_for
from sidecar_viz.pods.given.pod import Hook
from sidecar_viz.pods.given.script import HookRun
from sidecar_viz.pods.running.node import Node
from sidecar_viz.pods.running.processes import RunningHook
from sidecar_viz.pods.running.queue import Task, Waits
from sidecar_viz.pods.running.unit import Unit


def hook_run(hook: Hook, told: HookRun | None) -> HookRun:
    """Return what a hook does: as the script says, else as the manifest's own sleep."""
    return told if told is not None else HookRun(sleep=hook.sleep)


class Killing:
    """Stops one container or all of them."""

    def __init__(self, node: Node, *, ordered: bool) -> None:
        """*ordered*: sidecars stop one by one after all others (R42)."""
        self._node, self._ordered = node, ordered

    def everything(self, grace: int) -> Waits:
        """Stop all that runs, each by a task of its own, begun at once (R40)."""
        running = [name for name, unit in self._node.units.items() if unit.alive]
        tasks: list[Task] = []
        try:
            for name in running:
                waits = (
                    waits_for(self._node.pod, name, running) if self._ordered else ()
                )
                tasks.append(self._node.queue.spawn(self._one(name, grace, waits)))
            yield lambda: all(task.done for task in tasks)
        finally:
            for task in tasks:
                if not task.done:
                    task.cancel()

    def one(self, name: str, grace: int, message: str) -> Waits:
        """Stop one container while the pod goes on."""
        return self._one(name, grace, (), message)

    def _one(
        self, name: str, grace: int, waits: tuple[str, ...], message: str = ""
    ) -> Waits:
        node, unit = self._node, self._node.units[name]
        process = unit.process
        if process is None or not process.alive:
            return
        node.recorder.kube("Killing", message or f"Stopping container {name}", name)
        node.recorder.doing(name, "stopping", message)
        left = grace
        if unit.container.pre_stop is not None and left > 0:
            began = node.queue.now
            yield from self._pre_stop(unit, left)
            left = left_of(left, node.queue.now - began)
        if waits and left > 0:
            began = node.queue.now
            node.recorder.doing(name, "turn", ", ".join(waits), began + left)
            yield from node.queue.at_most(
                left, lambda: not any(node.units[n].alive for n in waits)
            )
            left = left_of(left, node.queue.now - began)
        if unit.container.stop_signal == "SIGKILL":
            process.kill()
        process.terminate()
        yield from node.queue.at_most(until_kill(left), lambda: not process.alive)
        process.kill()

    def _pre_stop(self, unit: Unit, grace: int) -> Waits:
        if unit.process is None or unit.container.pre_stop is None:
            return
        run = hook_run(unit.container.pre_stop, unit.life.pre_stop)
        hook = RunningHook(
            "preStop", run, unit.process, self._node.queue, self._node.recorder
        )
        try:
            yield from self._node.queue.at_most(grace, lambda: hook.done)
        except GeneratorExit:
            hook.cut()
            raise
        if hook.code:
            name = unit.container.name
            self._node.recorder.kube("FailedPreStopHook", "PreStopHook failed", name)
