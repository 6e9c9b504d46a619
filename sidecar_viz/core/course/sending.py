"""What is sent: which things travel in a step, and when each leaves and arrives."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.lesson import Lesson, Send, Verb

MOST_CHIPS = 6
"""More things than this travel several to a chip, which says how many."""
ONGOING = 2
"""The number of chips that show a stream which adds to nothing."""
LEAD, LAG, LAG_ALONE = 0.08, 0.06, 0.25
"""The shares of the time before the first chip leaves, and after the last arrives:
one alone leaves time for all that it brings."""
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
        self._counted = {a.id for a in lesson.actors if a.count is not None}

    @property
    def size(self) -> int:
        """How many items the ledger has."""
        return len(self._items)

    def has_column(self, actor: str) -> bool:
        """Return whether the actor holds items of the ledger."""
        return bool(self._items) and actor in self._content

    def _makes(self, actor: str) -> bool:
        """Return whether an actor makes what it sends: a program without a count."""
        content = self._content[actor]
        return content.form == "window" and actor not in self._counted

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

    def cargo(
        self,
        send: Send,
        actors: Mapping[str, ActorState],
        lost: Collection[int] = (),
    ) -> list[Cargo]:
        """Return what travels now, one load a chip.

        Args:
            actors: how they are before this is sent.
            lost: the numbers of items that fell down on this way already.
        """
        if self.has_column(send.source) and self.has_column(send.target):
            texts = self._content[send.source].texts(self._items)
            return [
                Cargo(texts[number - 1], number)
                for number in self._numbers(send, actors, lost)
            ]
        if not send.adds:
            return [Cargo(send.what)] * (ONGOING if send.loop else 1)
        many = min(send.adds, MOST_CHIPS)
        each, more = divmod(send.adds, many)
        return [Cargo(send.what, 0, each + (k < more)) for k in range(many)]

    def _numbers(
        self, send: Send, actors: Mapping[str, ActorState], lost: Collection[int]
    ) -> Sequence[int]:
        """Return the numbers of the items that can travel: those named, or the next."""
        source, target = actors[send.source], actors[send.target]
        if self.verb(send) == "write" or self._makes(send.source):
            first = max((*source.holds, *target.holds), default=0) + 1
            most = min(first + send.adds, len(self._items) + 1)
            return send.items or range(first, most)
        gone = {*target.holds, *lost}
        there = [number for number in source.holds if number not in gone]
        if send.items:
            return [number for number in send.items if number in there]
        return there[: send.adds]


def windows(start: float, end: float, many: int) -> list[tuple[float, float]]:
    """Return when each of *many* chips leaves and arrives between *start* and *end*.

    They follow each other evenly, with time before the first for who sends to be seen
    and after the last for what it brings.
    """
    span = end - start
    lag = LAG if many > 1 else LAG_ALONE
    first, last = start + LEAD * span, end - lag * span
    flight = (last - first) * max(SHORTEST, 1.2 / (many + 1) if many > 1 else 1.0)
    step = (last - first - flight) / (many - 1) if many > 1 else 0.0
    return [(first + k * step, first + k * step + flight) for k in range(many)]
