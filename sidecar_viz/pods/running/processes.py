"""What runs on the node: a container's process, and the hooks that run beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sidecar_viz.pods.deciding.status import Ended
from sidecar_viz.pods.given.script import HookRun, Life
from sidecar_viz.pods.running.queue import Queue, Ticket
from sidecar_viz.pods.running.recorder import Recorder

HookName = Literal["postStart", "preStop"]
KILLED, GONE = 137, 255  # exit codes of SIGKILL, and of what was lost with the node


class Process:
    """One life of a container, from its start to its exit."""

    def __init__(
        self,
        name: str,
        life: Life,
        number: int,
        limit: float | None,
        queue: Queue,
        recorder: Recorder,
        ended: Callable[[], None],
        late: float = 0.0,
    ) -> None:
        """Begin it now; *number* counts from 0, *limit* is its memory in MiB.

        *late*: it starts so many seconds later than told, and does not answer before.
        """
        self.name, self._life, self._run = name, life, life.run_of(number)
        self._queue, self._recorder, self._told = queue, recorder, ended
        self.began = queue.now
        self.ended: Ended | None = None
        self.has_started = self.stopping = self.hung = False
        self._late = late
        self.at_start: list[Callable[[], None]] = []
        self.at_end: list[Callable[[], None]] = []
        self._own: list[Ticket] = []
        self._last: list[Ticket] = []
        recorder.began(name)
        recorder.event(name, "Starting")
        if limit is not None and life.memory.grows > 0:
            self._last = [queue.after(limit / life.memory.grows, self._out_of_memory)]
        if self._run.start_delay + late:
            self._own = [queue.after(self._run.start_delay + late, self._started)]
        else:
            self._started()

    @property
    def alive(self) -> bool:
        """Whether it has not ended yet."""
        return self.ended is None

    @property
    def late(self) -> bool:
        """Whether it is not through its slow start yet."""
        return bool(self._late) and not self.has_started

    @property
    def silent(self) -> bool:
        """Whether it answers no question, whatever the script says."""
        return self.hung or self.late

    def leave(self, code: int) -> None:
        """Let it end by itself now."""
        if self.alive:
            self._leave(code)

    def starve(self) -> None:
        """Let it be killed for its memory now."""
        if self.alive:
            self._out_of_memory()

    def hang(self) -> None:
        """Let it do nothing any more: no answers, no end of its own; SIGTERM works."""
        self.hung = True
        for ticket in self._own:
            ticket.cancel()

    def _started(self) -> None:
        self.has_started = True
        self._recorder.event(self.name, "Started")
        if self._run.run is not None:
            code = self._run.exit_code
            self._own = [self._queue.after(self._run.run, lambda: self._leave(code))]
        for tell in self.at_start:
            tell()

    def terminate(self) -> None:
        """Send SIGTERM; a second one changes nothing."""
        if not self.alive:
            return
        self._recorder.event(self.name, "SIGTERM")
        self._recorder.doing(self.name, "signal", "SIGTERM")
        how = self._life.on_sigterm
        if self.stopping:
            return
        self.stopping = True
        if how == "ignore":
            return
        for ticket in self._own:
            ticket.cancel()
        if how.after:
            later = self._queue.after(how.after, lambda: self._leave(how.exit_code))
            self._own = [later]
        else:
            self._leave(how.exit_code)

    def kill(self) -> None:
        """Send SIGKILL."""
        if self.alive:
            self._recorder.event(self.name, "SIGKILL")
            self._recorder.doing(self.name, "signal", "SIGKILL")
            self._end(Ended(KILLED, "Error", self._queue.now))

    def lose(self) -> None:
        """Let it be gone with its sandbox."""
        if self.alive:
            self._end(Ended(GONE, "Unknown", self._queue.now))

    def _out_of_memory(self) -> None:
        self._end(Ended(KILLED, "OOMKilled", self._queue.now))

    def _leave(self, code: int) -> None:
        self._recorder.event(self.name, "Exiting")
        self._end(Ended(code, "Error" if code else "Completed", self._queue.now))

    def _end(self, ended: Ended) -> None:
        self.ended = ended
        self._recorder.ended(self.name, ended)
        for ticket in (*self._own, *self._last):
            ticket.cancel()
        for tell in self.at_end:
            tell()
        self._told()


class RunningHook:
    """A hook beside its process; it is cut off when that ends."""

    def __init__(
        self,
        name: HookName,
        run: HookRun,
        process: Process,
        queue: Queue,
        recorder: Recorder,
    ) -> None:
        """Begin it now."""
        self._name, self._run, self._process = name, run, process
        self._queue, self._recorder = queue, recorder
        self.code: int | None = None
        self.done = False
        self._ticket: Ticket | None = None
        self._say("Starting")
        recorder.doing(process.name, "hook", name)
        process.at_end.append(self.cut)
        if run.start_delay:
            self._ticket = queue.after(run.start_delay, self._started)
        else:
            self._started()

    def _say(self, event: str) -> None:
        if self._run.log:
            self._recorder.event(self._run.log, event)

    def _started(self) -> None:
        self._say("Started")
        seconds = self._run.run if self._run.sleep is None else self._run.sleep
        if self._run.completes:
            if self._process.has_started:
                self._complete()
            else:
                self._process.at_start.append(self._complete)
        elif seconds:
            self._ticket = self._queue.after(seconds, self._complete)
        elif seconds is not None:
            self._complete()

    def _complete(self) -> None:
        if not self.done:
            self.done, self.code = True, self._run.exit_code
            self._say("Exiting")
            self._recorder.doing(self._process.name, "hook-over", self._name)

    def cut(self) -> None:
        """End it before its time; nothing if it is done."""
        if not self.done:
            self.done = True
            self._say("last_alive")
            self._recorder.doing(self._process.name, "hook-cut", self._name)
            if self._ticket is not None:
                self._ticket.cancel()
