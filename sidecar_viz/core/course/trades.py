"""Books what changes hands in one step: who gains, loses, has sent or counts what."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.course.outcome import Flight, Tick
from sidecar_viz.core.stage import Chip, LinkState

LATEST = 0.99
"""The place (0..1) in a step at which everything has arrived."""
TYPED = 0.7
"""The share of a moment in which a column gets the items that it is told to count."""


class Trades:
    """The flights of one step and all that they change; it writes into the states."""

    def __init__(
        self,
        actors: dict[str, ActorState],
        links: dict[str, LinkState],
        items: int = 0,
    ) -> None:
        """Begin with nothing sent; *actors* and *links* are changed in place.

        Args:
            items: how many items the ledger has.
        """
        self._actors, self._links, self._items = actors, links, items
        self._ticks: dict[str, list[Tick]] = {}
        self._trading: set[str] = set()
        self._gained: dict[tuple[str, int], float] = {}
        self._losses: dict[str, list[tuple[float, int]]] = {}
        self.flights: list[Flight] = []

    @property
    def ticks(self) -> Mapping[str, tuple[Tick, ...]]:
        """What each actor counts in the course of the step, in order of time."""
        return {
            actor: tuple(sorted(self._ticks[actor], key=lambda tick: tick.at))
            for actor in sorted(self._trading & self._ticks.keys())
        }

    @property
    def losses(self) -> Mapping[str, tuple[tuple[float, int], ...]]:
        """When (0..1) what falls down beside each link."""
        return {link: tuple(sorted(fell)) for link, fell in self._losses.items()}

    def fly(self, chip: Chip, adds: int, leaves: float, arrives: float) -> None:
        """Send a *chip* that adds to its target's count.

        It leaves no sooner than its sender has the item.
        """
        had = self._gained.get((chip.source, chip.item), 0.0)
        late = max(0.0, had - leaves) if chip.item else 0.0
        leaves, arrives = leaves + late, min(LATEST, arrives + late)
        self.flights.append(Flight(leaves, arrives, chip))
        if chip.verb == "lose":
            self._fall(chip, arrives)
            return
        self._leave(chip, leaves, arrives)
        if (chip.item or adds) and not self._actors[chip.target].held:
            self._gained[chip.target, chip.item] = arrives
            self._tick(chip.target, Tick(arrives, adds=adds, gains=chip.item))
            self._trading.add(chip.target)

    def count(self, actor: str, count: int, start: float, end: float) -> None:
        """Let an actor's count become *count* in the middle of a moment."""
        self._tick(actor, Tick((start + end) / 2, count=count))

    def add(self, actor: str, adds: int, at: float) -> None:
        """Let an actor count *adds* more, or less, at a place (0..1) of the step."""
        self._trading.add(actor)
        self._tick(actor, Tick(at, adds=adds))

    def become(self, actor: str, count: int, at: float) -> None:
        """Let an actor's count become *count* at a place (0..1) of the step."""
        self._trading.add(actor)
        self._tick(actor, Tick(at, count=count))

    def begin_anew(self, state: ActorState, at: float) -> None:
        """Note that an actor has become as it was, at a place (0..1) of the step."""
        self._ticks.setdefault(state.id, []).append(Tick(at, anew=state))

    def fill(self, actor: str, count: int, start: float, end: float) -> None:
        """Let a column hold *count* items: new ones come one by one."""
        before = round(self._actors[actor].count or 0)
        self._trading.add(actor)
        if count < before:
            self.count(actor, count, start, end)
        new = range(before + 1, count + 1)
        for number, item in enumerate(new, start=1):
            at = start + TYPED * (end - start) * number / (len(new) + 1)
            known = item if item <= self._items else 0
            self._gained[actor, known] = at
            self._tick(actor, Tick(at, adds=1, gains=known))

    def _leave(self, chip: Chip, leaves: float, arrives: float) -> None:
        """Let the sender keep what it sends, write it first, or lose it."""
        item = chip.item
        if not item or chip.verb == "read" or self._actors[chip.source].held:
            return
        self._trading.add(chip.source)
        if item not in self._actors[chip.source].holds:
            self._tick(chip.source, Tick(leaves, gains=item))
        if chip.verb == "take":
            self._tick(chip.source, Tick(leaves, loses=item))
        elif chip.verb == "send":
            self._tick(chip.source, Tick(arrives, sends=item))

    def _fall(self, chip: Chip, arrives: float) -> None:
        link = chip.route[0].link
        fell = (chip.item,) * (1 if chip.item else chip.worth)
        self._losses.setdefault(link, []).extend((arrives, item) for item in fell)
        state = self._links[link]
        self._links[link] = replace(state, lost=(*state.lost, *fell))

    def _tick(self, actor: str, tick: Tick) -> None:
        self._actors[actor] = tick.applied(self._actors[actor])
        self._ticks.setdefault(actor, []).append(tick)
