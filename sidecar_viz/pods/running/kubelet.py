"""The pod's worker: one pass after another, then the end (R2, R3, R38, R47, R50)."""

from __future__ import annotations

from sidecar_viz.pods.deciding.restarting import restarts_all
from sidecar_viz.pods.deciding.starting import Held, Plan, plan_of
from sidecar_viz.pods.deciding.status import ENDS
from sidecar_viz.pods.deciding.stopping import grace_for
from sidecar_viz.pods.deciding.words import Words
from sidecar_viz.pods.running.beginning import Beginning
from sidecar_viz.pods.running.killing import Killing
from sidecar_viz.pods.running.mounting import Mounting
from sidecar_viz.pods.running.node import Node
from sidecar_viz.pods.running.queue import Waits

DEADLINE, EVICTED = "DeadlineExceeded", "Evicted"


class Kubelet:
    """Plays the worker of one pod; others tell it what has happened."""

    def __init__(self, node: Node, words: Words, *, ordered: bool) -> None:
        self.node = node
        self.killing = Killing(node, ordered=ordered)
        self.beginning = Beginning(
            node, self.killing, words, self.changed, lambda: self.ending or self._lost
        )
        self.mounting = Mounting(node, self.changed)
        self.dirty = True
        self.ending = self.over = False
        self.grace = node.pod.grace
        self._shortened = self._lost = False
        if node.pod.deadline is not None:
            node.queue.at(node.pod.deadline, self._deadline)

    def changed(self) -> None:
        """Let a pass follow, as something has happened."""
        self.dirty = True

    def available(self, name: str) -> None:
        """Let a ConfigMap or Secret be there; it is found with the next try."""
        self.node.objects_missing.discard(name)
        self.mounting.hurry()
        self.beginning.hurry()

    def delete(self, grace: int) -> None:
        """Delete the pod; a second time only a shorter grace counts (R38)."""
        node = self.node
        if node.deleting and grace >= self.grace:
            return
        shortened = self.ending
        self.grace = min(grace, self.grace) if self.ending else grace
        node.deleting = self.ending = True
        node.refresh()
        if self.over:
            self._gone()
        elif shortened:
            self._shortened = True

    def evict(self, grace: int) -> None:
        """Stop the pod for good, as its node is short of something; it ends Failed."""
        if self.ending or self.over:
            return
        self.node.reason = EVICTED
        self.node.recorder.kube(EVICTED, "The node was low on resource: memory.")
        self.grace, self.ending = grace, True

    def _deadline(self) -> None:
        if not self.ending and not self.over:
            self.node.reason = DEADLINE
            self.node.recorder.kube(
                DEADLINE,
                "Pod was active on the node longer than the specified deadline",
            )
            self.ending = True

    def lose_sandbox(self) -> None:
        """Let all containers and the sandbox be gone, as after a reboot."""
        node = self.node
        self._lost = True
        for unit in node.units.values():
            if unit.process is not None:
                unit.process.lose()
        node.sandbox = node.mounted = False
        node.recorder.sandbox("lost")
        self.changed()

    def restart(self, *, remove_exited_init: bool) -> None:
        """Let the kubelet begin anew: back-offs and findings are forgotten."""
        for prober in list(self.beginning.probers):
            prober.stop()
        for container in self.node.pod.containers:
            unit = self.node.units[container.name]
            unit.waits = unit.pull_waits = unit.pull_failed = None
            unit.why_waiting = ""
            unit.found.clear()
            if unit.alive:
                if not unit.ready:
                    self.node.recorder.doing(container.name, "unready")
                self.beginning.watch(unit)
            elif remove_exited_init and container.kind in ("init", "sidecar"):
                unit.held = False
        self.changed()

    def work(self) -> Waits:
        """Work until the pod is over."""
        while not self.ending:
            self.dirty = self._lost = False
            yield from self._pass()
            if not self.ending:
                yield lambda: self.dirty or self.ending
        yield from self._end()

    def _pass(self) -> Waits:
        """Make one pass: publish, volumes, then what the plan says."""
        if self.node.publish() in ENDS:
            self.ending = True
            return
        if not self.mounting.done():
            return
        plan = plan_of(
            self.node.pod,
            self._held(),
            sandbox=self.node.sandbox,
            attempt=self.node.attempt,
        )
        if not plan.kill_pod and self._whole_pod_anew():
            yield from self._interruptible(self.killing.everything(self.node.pod.grace))
            self._forget_all()
            return
        yield from self._carry_out(plan)

    def _carry_out(self, plan: Plan) -> Waits:
        node = self.node
        if plan.kill_pod:
            ran = node.sandbox or any(unit.alive for unit in node.units.values())
            yield from self._interruptible(self.killing.everything(node.pod.grace))
            if not plan.create_sandbox:
                self._stop_sandbox()
                self.dirty = self.dirty or ran
                return
        for name in plan.kill:
            yield from self._kill(name)
        if plan.create_sandbox and not self.ending:
            self._make_sandbox()
        for name in (*plan.start_ephemeral, *plan.start_init, *plan.start):
            if self.ending or self._lost:
                return
            yield from self.beginning.start(name)
            if not node.units[name].alive and self._breaks_off(name):
                return

    def _breaks_off(self, name: str) -> bool:
        """Return whether a pass ends at an init container that did not start (R11)."""
        unit = self.node.units[name]
        return unit.container.kind == "init" and bool(unit.why_waiting)

    def _kill(self, name: str) -> Waits:
        unit = self.node.units[name]
        view = unit.view()
        why = view.why_killed if view is not None else ""
        message = f"Container {name} {why}, will be restarted"
        grace = grace_for(unit.container, self.node.pod, why)
        yield from self._interruptible(self.killing.one(name, grace, message))

    def _interruptible(self, waits: Waits) -> Waits:
        """Do something until it is done or the pod is to end."""
        task = self.node.queue.spawn(waits)
        yield lambda: task.done or self.ending
        if not task.done:
            task.cancel()

    def _held(self) -> dict[str, Held]:
        found = ((name, unit.view()) for name, unit in self.node.units.items())
        return {name: view for name, view in found if view is not None}

    def _make_sandbox(self) -> None:
        """Make the sandbox; what the init list did in the one before is forgotten."""
        node = self.node
        for container in node.pod.inits:
            node.units[container.name].held = False
        node.attempt += 1
        node.sandbox = True
        node.recorder.sandbox("ready")
        node.publish()

    def _stop_sandbox(self) -> None:
        if self.node.sandbox:
            self.node.sandbox = False
            self.node.recorder.sandbox("stopped")

    def _whole_pod_anew(self) -> bool:
        """Return whether an exit asks for all containers to be started anew (R18)."""
        for unit in self.node.units.values():
            ended = unit.process.ended if unit.process and unit.held else None
            if ended is not None and restarts_all(unit.container, ended.exit_code):
                return True
        return False

    def _forget_all(self) -> None:
        for unit in self.node.units.values():
            if unit.container.kind != "ephemeral":
                unit.held = False
        self.dirty = True

    def _end(self) -> Waits:
        """Stop all, then sandbox, last status, volumes and object (R38, R47)."""
        node = self.node
        node.publish()
        for prober in self.beginning.probers:
            if prober.name != "readiness":
                prober.stop()
        yield from self._kill_all()
        self._stop_sandbox()
        node.publish_end()
        if node.mounted:
            for volume in node.pod.volumes:
                node.recorder.volume(volume.name, "unmounted")
        self.over = True
        if node.deleting:
            self._gone()

    def _kill_all(self) -> Waits:
        """Stop all containers; if the grace is made shorter, begin anew with that."""
        task = self.node.queue.spawn(self.killing.everything(self.grace))
        yield lambda: task.done or self._shortened
        if self._shortened:
            self._shortened = False
            task.cancel()
            yield from self._kill_all()

    def _gone(self) -> None:
        self.node.recorder.trace.deleted_at = self.node.queue.now
        for tell in self.node.told:
            tell()
