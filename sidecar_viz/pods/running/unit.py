"""What the node and the kubelet hold of one container."""

from __future__ import annotations

from sidecar_viz.pods.deciding.restarting import Waits
from sidecar_viz.pods.deciding.starting import Finding, Held
from sidecar_viz.pods.deciding.status import CONFIG_ERROR, Ended, Seen
from sidecar_viz.pods.given.pod import Container, ProbeName
from sidecar_viz.pods.given.script import Life, Result
from sidecar_viz.pods.running.processes import Process
from sidecar_viz.pods.running.queue import Ticket


class Unit:
    """A container, its newest process, its back-offs and what its probes found."""

    def __init__(self, container: Container, life: Life) -> None:
        self.container, self.life = container, life
        self.process: Process | None = None
        self.held = False  # the node still knows of the process
        self.starts = 0
        self.before: Ended | None = None  # how the process before this one ended
        self.sandbox = 0  # the number of the one that the process was made in
        self.image, self.wanted = container.image, container.image
        self.pull = life.image.pull
        self.pull_seconds = life.image.pull_seconds
        self.pulled = False
        self.late = 0.0  # seconds that its next starts take longer than told
        self.why_waiting = self.why_more = ""
        self.tried: float | None = None  # when it could not be made for its settings
        self.retry: Ticket | None = None
        self.waits: Waits | None = None
        self.pull_waits: Waits | None = None
        self.pull_failed: float | None = None
        self.fingers: dict[ProbeName, Result] = {}
        self.found: dict[ProbeName, Finding] = {}

    @property
    def alive(self) -> bool:
        """Whether a process of it runs."""
        return self.process is not None and self.process.alive

    @property
    def started(self) -> bool:
        """Whether it runs, and its startup probe, if it has one, has succeeded (R8)."""
        return self.alive and self._startup == "success"

    @property
    def _startup(self) -> Finding:
        if self.container.startup is None:
            return "success"
        return self.found.get("startup", "unknown")

    @property
    def ready(self) -> bool:
        """Whether it is ready (R23); an init container is when it has succeeded."""
        if self.container.kind == "init":
            ended = self.process.ended if self.process else None
            return ended is not None and ended.exit_code == 0
        if not self.started:
            return False
        return self.container.readiness is None or (
            self.found.get("readiness") == "success"
        )

    @property
    def _more(self) -> str:
        return self.why_more if self.why_waiting == CONFIG_ERROR else ""

    def view(self) -> Held | None:
        """Return what decides on it; None if the node knows nothing of it."""
        if self.process is None or not self.held:
            return None
        if self.process.ended is not None:
            return Held("exited", self.process.ended.exit_code)
        return Held(
            "running",
            startup=self._startup,
            liveness=self.found.get("liveness", "unknown"),
            changed=self.image != self.wanted,
        )

    def seen(self, usual: str, *, again: bool) -> Seen:
        """Return its status.

        *usual* is the reason of who waits for its first start; *again*: it is to be
        started again, so that it waits if a reason is known (R19).
        """
        count = max(0, self.starts - 1)
        if self.process is None:
            return Seen(
                waiting_reason=self.why_waiting or usual, waiting_message=self._more
            )
        ended = self.process.ended
        if ended is None:
            return Seen(
                "running",
                restart_count=count,
                ready=self.ready,
                started=self.started,
                last=self.before,
            )
        if not self.held:
            return Seen(waiting_reason=usual, restart_count=count, last=ended)
        if again and self.why_waiting:
            return Seen(
                waiting_reason=self.why_waiting,
                restart_count=count,
                last=ended,
                waiting_message=self._more,
            )
        return Seen(
            "terminated",
            ended=ended,
            restart_count=count,
            ready=self.ready,
            last=self.before,
        )
