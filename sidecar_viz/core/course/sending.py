"""What is sent: which things travel in a step, and when each leaves and arrives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from sidecar_viz.core.lesson import Lesson, Send, Verb
from sidecar_viz.core.stage import ActorState

MOST_CHIPS = 6
"""More things than this travel several to a chip, which says how many."""
ONGOING = 2
"""The number of chips that show a stream which adds to nothing."""
LEAD, LAG = 0.08, 0.06
"""The shares of the time before the first chip leaves, and after the last arrives."""
SHORTEST = 0.24
"""The least share of its time that a chip is under way."""


class Cargo(Struct, frozen=True, gc=False):
    """One chip's load: its text, its item's number (0 for none), and its worth."""

    text: str
    item: int = 0
    worth: int = 1


class Ledgers:
    """Knows what travels: items of the lesson's ledger, or just a number of things."""

    def __init__(self, lesson: Lesson) -> None:
        """Take the ledger of the *lesson*, if there is one."""
        self._items = lesson.ledger.items if lesson.ledger else ()
        self._content = {a.id: a.content for a in lesson.actors if a.content}

    def verb(self, send: Send) -> Verb:
        """Return how something is handed over: as written, else by what they hold."""
        if send.verb is not None:
            return send.verb
        source, target = self._content.get(send.source), self._content.get(send.target)
        if target is not None and target.form == "file":
            return "write"
        if source is not None and source.form == "file":
            return "read"
        return "send"

    def cargo(self, send: Send, actors: Mapping[str, ActorState]) -> list[Cargo]:
        """Return what travels now, one load a chip; *actors* are as the step began."""
        if (
            self._items
            and send.source in self._content
            and send.target in self._content
        ):
            return [
                Cargo(self._items[number - 1], number)
                for number in self._numbers(send, actors)
            ]
        if not send.adds:
            return [Cargo(send.what)] * (ONGOING if send.loop else 1)
        many = min(send.adds, MOST_CHIPS)
        each, more = divmod(send.adds, many)
        return [Cargo(send.what, 0, each + (k < more)) for k in range(many)]

    def _numbers(self, send: Send, actors: Mapping[str, ActorState]) -> Sequence[int]:
        """Return the numbers of the items that can travel: those named, or the next."""
        source, target = actors[send.source], actors[send.target]
        if self.verb(send) == "write":
            first = max(target.holds, default=0) + 1
            most = min(first + send.adds, len(self._items) + 1)
            return send.items or range(first, most)
        there = [number for number in source.holds if number not in target.holds]
        if send.items:
            return [number for number in send.items if number in there]
        return there[: send.adds]


def windows(start: float, end: float, many: int) -> list[tuple[float, float]]:
    """Return when each of *many* chips leaves and arrives between *start* and *end*.

    They follow each other evenly, with time before the first for who sends to be seen
    and after the last for what it brings.
    """
    span = end - start
    first, last = start + LEAD * span, end - LAG * span
    flight = (last - first) * max(SHORTEST, 1.2 / (many + 1) if many > 1 else 1.0)
    step = (last - first - flight) / (many - 1) if many > 1 else 0.0
    return [(first + k * step, first + k * step + flight) for k in range(many)]
