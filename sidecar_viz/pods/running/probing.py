"""Asks a container: one worker for each probe of each process (R23)."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from sidecar_viz.pods.deciding.starting import Finding
from sidecar_viz.pods.given.pod import Probe, ProbeName
from sidecar_viz.pods.given.script import ProbeRun
from sidecar_viz.pods.running.processes import Process
from sidecar_viz.pods.running.queue import Queue, Ticket
from sidecar_viz.pods.running.recorder import Recorder
from sidecar_viz.pods.running.unit import Unit


class Prober:
    """One probe of one process; tells when what it finds has changed."""

    def __init__(
        self,
        name: ProbeName,
        probe: Probe,
        unit: Unit,
        process: Process,
        queue: Queue,
        recorder: Recorder,
        changed: Callable[[Prober], None],
    ) -> None:
        self.name, self.unit, self._probe = name, unit, probe
        self._process, self._queue = process, queue
        self._recorder, self._changed = recorder, changed
        self._answer: bool | None = None
        self._same = 0
        self._ticket: Ticket | None = None
        self._asking = False
        self.stopped = False
        process.at_end.append(self.stop)

    @property
    def _run(self) -> ProbeRun:
        probes = self.unit.life.probes
        run: ProbeRun = getattr(probes, self.name)
        return run

    def begin(self) -> None:
        """Ask first after the initial delay, counted from the process's start."""
        first = self._process.began + self._probe.initial_delay
        if self.name == "liveness" and first < self._queue.now:
            late = (self._queue.now - first) / self._probe.period
            first += ceil(late) * self._probe.period
        self._next(first)

    def stop(self) -> None:
        """Ask no more; a question that is under way is cut off."""
        if self._asking and not self.stopped and self._run.log:
            self._recorder.event(self._run.log, "last_alive")
        self.stopped = True
        if self._ticket is not None:
            self._ticket.cancel()

    def touched(self) -> None:
        """Take into account that what it will find is another thing now."""
        if self._ticket is not None:
            self._ticket.wake()

    def _next(self, at: float) -> None:
        self._ticket = self._queue.at(at, self._ask, idle=self._settled())

    def _settled(self) -> bool:
        """Return whether asking again can find nothing new."""
        finger = self.unit.fingers.get(self.name)
        if self._process.late:
            return False
        if self._run.takes or (finger is None and not self._run.steady):
            late = self._run.success_until
            over = late is not None and self._queue.now - self._process.began >= late
            if self._run.takes or not (over or self._run.result != "success"):
                return False
        if self._answer is None or self._answer != self._finds():
            return False
        found: Finding = "success" if self._answer else "failure"
        return self.unit.found.get(self.name) == found

    def _finds(self) -> bool:
        run, process = self._run, self._process
        if process.silent:
            return False
        if run.after_sigterm and process.stopping:
            return False
        result = self.unit.fingers.get(self.name, run.result)
        if result == "success-when-started":
            return process.has_started
        if self.name not in self.unit.fingers and run.success_until is not None:
            return self._queue.now - process.began < run.success_until
        return result == "success"

    def _ask(self) -> None:
        began, takes = self._queue.now, self._run.takes
        if self._run.log:
            self._recorder.event(self._run.log, "Starting")
        if not takes:
            if self._run.log:
                self._recorder.event(self._run.log, "Exiting")
            self._take(began, answer=self._finds())
            return
        self._asking = True
        in_time = takes <= self._probe.timeout

        def answered() -> None:
            self._asking = False
            if self._run.log:
                self._recorder.event(
                    self._run.log, "Exiting" if in_time else "last_alive"
                )
            self._take(began, answer=in_time and self._finds())

        seconds = min(takes, self._probe.timeout)
        self._ticket = self._queue.after(seconds, answered)

    def _take(self, asked: float, *, answer: bool) -> None:
        """Count an answer; enough of them in a row change what is found."""
        self._same = self._same + 1 if answer == self._answer else 1
        self._answer = answer
        enough = self._probe.successes if answer else self._probe.failures
        if not answer:
            self._recorder.kube(
                "Unhealthy", f"{self.name.title()} probe failed", self._process.name
            )
        self._recorder.doing(
            self._process.name, "passed" if answer else "failed", self.name
        )
        found: Finding = "success" if answer else "failure"
        if self._same >= enough and self.unit.found.get(self.name) != found:
            self.unit.found[self.name] = found
            if self.name == "startup" or (self.name == "liveness" and not answer):
                self.stopped = True  # until there is a new process
            self._changed(self)
        if not self.stopped:
            self._next(max(self._queue.now, asked + self._probe.period))
