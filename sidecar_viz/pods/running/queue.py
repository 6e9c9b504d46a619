"""A queue of moments: what happens next, and who waits until something is so."""

from __future__ import annotations

from collections.abc import Callable, Generator
from heapq import heappop, heappush

Waits = Generator["float | Callable[[], bool]", None, None]
"""A task: it yields the seconds that it sleeps, or what it waits for."""

DIGITS = 6  # of a second; sums of decimals stay the decimals that were meant


class Ticket:
    """Something that is to happen; an *idle* one changes nothing that can be seen."""

    __slots__ = ("_queue", "idle", "what")

    def __init__(self, queue: Queue, what: Callable[[], None], *, idle: bool) -> None:
        self._queue, self.idle = queue, idle
        self.what: Callable[[], None] | None = what

    def cancel(self) -> None:
        """Let it not happen; nothing if it has."""
        if self.what is not None:
            self.what = None
            self._queue.live -= not self.idle

    def wake(self) -> None:
        """Let it count as something that may change what is seen."""
        if self.what is not None and self.idle:
            self.idle = False
            self._queue.live += 1


class Task:
    """A generator under way; *done* when it has come to its end or was cancelled."""

    def __init__(self, waits: Waits) -> None:
        self.waits = waits
        self.ready: Callable[[], bool] | None = None
        self.done = False

    def cancel(self) -> None:
        """End it where it stands."""
        self.done = True
        self.waits.close()


class Queue:
    """Simulated seconds, and all that is still to happen: by time, then by age."""

    def __init__(self) -> None:
        self.now = 0.0
        self.live = 0  # tickets that are not idle
        self._heap: list[tuple[float, int, Ticket]] = []
        self._number = 0
        self._tasks: list[Task] = []

    def at(
        self, time: float, what: Callable[[], None], *, idle: bool = False
    ) -> Ticket:
        """Let something happen at a second, not before now."""
        ticket = Ticket(self, what, idle=idle)
        self._number += 1
        self.live += not idle
        moment = max(self.now, round(float(time), DIGITS))
        heappush(self._heap, (moment, self._number, ticket))
        return ticket

    def after(self, seconds: float, what: Callable[[], None]) -> Ticket:
        """Let something happen in so many seconds."""
        return self.at(self.now + seconds, what)

    def spawn(self, waits: Waits) -> Task:
        """Begin a task, and go on with it as far as it does not wait."""
        task = Task(waits)
        self._tasks.append(task)
        self._go_on(task)
        return task

    def step(self, until: float) -> bool:
        """Let the next thing happen, if it is not later than *until*; tell whether."""
        while self._heap and self._heap[0][2].what is None:
            heappop(self._heap)
        if not self._heap or self._heap[0][0] > until:
            return False
        time, _, ticket = heappop(self._heap)
        what = ticket.what
        self.now = time
        ticket.cancel()
        if what is not None:
            what()
        self.settle()
        return True

    def settle(self) -> None:
        """Go on with every task whose time has come, until all wait."""
        moved = True
        while moved:
            moved = False
            for task in list(self._tasks):
                if not task.done and task.ready is not None and task.ready():
                    self._go_on(task)
                    moved = True
            self._tasks = [task for task in self._tasks if not task.done]

    def _go_on(self, task: Task) -> None:
        task.ready = None
        try:
            wanted = next(task.waits)
        except StopIteration:
            task.done = True
            return
        if callable(wanted):
            task.ready = wanted
        else:
            self.after(wanted, lambda: None if task.done else self._go_on(task))

    def at_most(self, seconds: float, ready: Callable[[], bool]) -> Waits:
        """Wait until something is so, but not longer than this.

        What was to happen at the last second before this began happens before.
        """
        if ready():
            return
        ticket = self.at(self.now + seconds, _nothing)
        try:
            yield lambda: ticket.what is None or ready()
        finally:
            ticket.cancel()


def _nothing() -> None:
    """Let time pass."""
