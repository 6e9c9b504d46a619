"""Whether what an action or an end waits for is so, by the status that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq, ge, gt, le, lt

from sidecar_viz.pods.deciding.status import Phase, Seen
from sidecar_viz.pods.given.script import When
from sidecar_viz.pods.running.node import Node

COMPARE = {"<": lt, "<=": le, "==": eq, "=": eq, ">=": ge, ">": gt}


def phase_shown(node: Node) -> Phase:
    """Return the phase that the API shows."""
    return node.status.phase if node.status else "Pending"


class Holding:
    """Looks at conditions; *begun* has the seconds that some of them count from."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self.begun: dict[str, float] = {}
        self._woken: set[float] = set()

    def holds(self, when: When) -> bool:
        """Return whether all that a condition names is so."""
        parts = [*self._of_pod(when), *self._of_containers(when)]
        parts += [self.reached(at) for at in self._moments(when)]
        parts += [self.holds(inner) for inner in when.all]
        return all(parts)

    def reached(self, at: float | None) -> bool:
        """Return whether a second has come; if it will come, look again then."""
        if at is None:
            return False
        queue = self._node.queue
        if queue.now < at and at not in self._woken:
            self._woken.add(at)
            queue.at(at, lambda: None)
        return queue.now >= at

    def _of_pod(self, when: When) -> Iterator[bool]:
        node = self._node
        if when.phase is not None:
            yield phase_shown(node) == when.phase
        if when.phase_in is not None:
            yield phase_shown(node) in when.phase_in
        if when.condition is not None:
            kind, wanted = when.condition
            conditions = node.status.conditions if node.status else {}
            yield conditions.get(kind, ("False", "", ""))[0] == wanted
        if when.deleting is not None:
            yield node.deleting == when.deleting
        if when.pod_deleted is not None:
            yield (node.recorder.trace.deleted_at is not None) == when.pod_deleted
        if when.mount_failing is not None:
            yield node.mount_failing == when.mount_failing

    def _of_containers(self, when: When) -> Iterator[bool]:
        if when.state is not None:
            yield self._one(when.state[0]).state == when.state[1]
        if when.started is not None:
            yield self._one(when.started[0]).started == when.started[1]
        if when.restart_count is not None:
            name, sign, number = when.restart_count
            yield COMPARE[sign](self._one(name).restart_count, number)
        if when.waiting is not None:
            yield self._one(when.waiting[0]).waiting_reason == when.waiting[1]
        if when.last_terminated is not None:
            yield self._one(when.last_terminated).last is not None

    def _one(self, name: str) -> Seen:
        status = self._node.status
        return status.containers.get(name, Seen()) if status else Seen()

    def _moments(self, when: When) -> Iterator[float | None]:
        """Yield the seconds that must have come; None: it is not known yet."""
        if when.seconds is not None:
            yield when.seconds
        for name, seconds in (
            ("running", when.seconds_after_running),
            ("delete", when.seconds_after_delete),
            ("action", when.seconds_after_action),
        ):
            if seconds is not None:
                begun = self.begun.get(name)
                yield None if begun is None else round(begun + seconds, 6)
