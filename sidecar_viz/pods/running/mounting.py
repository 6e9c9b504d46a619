"""Mounts the volumes on the node, and tries again while one cannot be (R2, R4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sidecar_viz.pods.deciding.restarting import next_mount_wait
from sidecar_viz.pods.given.pod import Volume
from sidecar_viz.pods.running.node import Node
from sidecar_viz.pods.running.queue import Ticket


class Mounting:
    """The volumes of one pod; *changed* lets a pass of the worker follow."""

    def __init__(self, node: Node, changed: Callable[[], None]) -> None:
        self._node, self._changed = node, changed
        self._wait = 0.0
        self._ticket: Ticket | None = None
        self._due = 0.0

    def done(self) -> bool:
        """Mount all volumes once for a pod; tell whether all are there."""
        node = self._node
        if node.mounted:
            return True
        wrong = next(self._wrong(), None)
        if wrong is not None:
            self._fail(*wrong)
            return False
        if self._ticket is not None:
            self._ticket.cancel()
        node.mounted, node.mount_failing = True, False
        self._wait = self._due = 0.0
        for volume in node.pod.volumes:
            node.recorder.volume(volume.name, "mounted")
        return True

    def hurry(self) -> None:
        """Let the next try count as something that may change what is seen."""
        if self._ticket is not None:
            self._ticket.wake()

    def _wrong(self) -> Iterator[tuple[Volume, str]]:
        """Yield the volumes that cannot be mounted, each with what is missing."""
        node = self._node
        for volume in node.pod.volumes:
            if volume.name in node.missing:
                yield volume, ""
            elif missing := node.missing_of(volume.needs):
                yield volume, missing

    def _fail(self, volume: Volume, missing: str) -> None:
        """Say it, and try again after a wait that grows."""
        node = self._node
        now = node.queue.now
        if node.mount_failing and now < self._due:
            return
        why = f" : {missing}" if missing else ""
        node.recorder.kube(
            "FailedMount", f'MountVolume.SetUp failed for volume "{volume.name}"{why}'
        )
        self._wait = next_mount_wait(self._wait)
        self._due = round(now + self._wait, 6)
        self._ticket = node.queue.at(self._due, self._changed, idle=True)
        if not node.mount_failing:
            node.mount_failing = True
            node.recorder.volume(volume.name, "failing")
            for tell in node.told:
                tell()
