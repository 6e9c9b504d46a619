"""How an actor looks at one moment: plain values, ready to paint."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.lesson import Spot, Tone
from sidecar_viz.core.words import LIVELINESS, SOLIDITY

Values = tuple[tuple[str, str], ...]
"""Named values with their texts, in the order of the lesson."""
CRACKED = 0.08
"""The part (0..1) of a crash in which the crack runs through."""


class CellsState(Struct, frozen=True, gc=False):
    """The cells of an actor: their *texts*, and the numbers of those that are marked.

    *fresh* are the numbers (from 1) of those that the step has changed, *were* the
    former texts while some turn into others.
    """

    texts: tuple[str, ...]
    marks: tuple[int, ...] = ()
    fresh: tuple[int, ...] = ()
    were: tuple[str, ...] | None = None

    def after(self, before: CellsState | None) -> CellsState:
        """Return it as it is while it turns from what was *before*."""
        if before is None or before.texts == self.texts:
            return self
        return CellsState(self.texts, self.marks, self.fresh, before.texts)


class Home(Struct, frozen=True, gc=False):
    """Where an actor stands: in whom (None: on the stage), and in which cell."""

    parent: str | None
    spot: Spot | None


class ActorState(Struct, frozen=True, gc=False):
    """How an actor looks.

    *presence* runs from 0 (not there) to 1, *solidity* from 0 (a ghost) to 1, *life*
    from 0 (stopped, grey) to 1 (in its own colour), *focus*
    from 0 to 1 (the step is about it). While its word turns into another one, *was* is
    the former word, *was_tone* its tone, and *turn* runs from 0 to 1; at rest *turn*
    is 1. *holds* are the numbers of the ledger's items that it has, *sent* those of
    them that it has sent on, *lost* those that were taken from it,
    *missed* those that it would have at this step without the what-if.
    *translated* (0..1) is how much of it has its own words. *bump* is 1 when its count
    has just gone up and falls to 0. While it breaks, *crack* runs from 0 to 1.
    *fresh* names those of its *values* that its step has changed; while some turn,
    *were* are the former ones, and *turned* runs from 0 to 1. *home* is where it has
    moved to (None: it stands as the lesson says); while it travels there, *left* is
    where it comes from, and *travel* runs from 0 to 1. *cells* are those on its card;
    they turn as values do.
    """

    id: str
    word: str
    tone: Tone
    presence: float = 1.0
    solidity: float = 1.0
    life: float = 1.0
    count: float | None = None
    focus: float = 0.0
    held: bool = False
    was: str = ""
    was_tone: Tone = "idle"
    turn: float = 1.0
    holds: tuple[int, ...] = ()
    sent: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()
    translated: float = 1.0
    bump: float = 0.0
    crack: float = 0.0
    values: Values = ()
    fresh: tuple[str, ...] = ()
    were: Values = ()
    turned: float = 1.0
    home: Home | None = None
    left: Home | None = None
    travel: float = 1.0
    cells: CellsState | None = None

    @property
    def broken(self) -> bool:
        """Whether a what-if holds it in a failed state; it is then crossed out."""
        return self.held and self.tone == "failed"

    def toward(self, other: ActorState, amount: float) -> ActorState:
        """Blend with *other*, *amount* (0..1) of the way; exact at both ends."""
        if amount <= 0.0 or self is other:
            return self
        if amount >= 1.0:
            return other
        before, after = self.count, other.count
        if before is None or after is None:
            count = after
        else:
            count = before + (after - before) * amount
        turns = self.word != other.word or self.tone != other.tone
        return ActorState(
            self.id,
            other.word,
            other.tone,
            self.presence + (other.presence - self.presence) * amount,
            self.solidity + (other.solidity - self.solidity) * amount,
            self.life + (other.life - self.life) * amount,
            count,
            self.focus + (other.focus - self.focus) * amount,
            other.held,
            self.word if turns else "",
            self.tone if turns else "idle",
            amount if turns else 1.0,
            self.holds,
            self.sent,
            self.lost,
            self.missed,
            self.translated + (other.translated - self.translated) * amount,
            values=other.values,
            fresh=other.fresh,
            were=self.values if self.values != other.values else (),
            turned=amount if self._turns_into(other) else 1.0,
            home=other.home,
            left=self.home if self.home != other.home else None,
            travel=amount if self.home != other.home else 1.0,
            cells=other.cells.after(self.cells) if other.cells else None,
        )

    def _turns_into(self, other: ActorState) -> bool:
        """Return whether values or cells have other texts afterwards."""
        return (self.values, self.cells) != (other.values, other.cells)

    def crashing(self, other: ActorState, amount: float) -> ActorState:
        """Break, *amount* (0..1) of the way to *other*; exact at both ends.

        Its word is the other's at once; its colour is gone as soon as the crack is
        through.
        """
        if amount <= 0.0:
            return self
        if amount >= 1.0:
            return other
        return replace(
            self,
            word=other.word,
            tone=other.tone,
            solidity=max(self.solidity, other.solidity),
            life=self.life if amount < CRACKED else 0.0,
            focus=self.focus if amount < CRACKED else 0.0,
            crack=amount,
        )


def actor_state(
    actor_id: str,
    word: str,
    tone: Tone,
    *,
    present: bool = True,
    count: float | None = None,
    held: bool = False,
    holds: tuple[int, ...] = (),
    translated: bool = True,
    values: Values = (),
    cells: CellsState | None = None,
) -> ActorState:
    """Make an actor at rest; its solidity follows from its tone."""
    return ActorState(
        actor_id,
        word,
        tone,
        presence=1.0 if present else 0.0,
        solidity=SOLIDITY[tone],
        life=LIVELINESS[tone],
        count=count,
        held=held,
        holds=holds,
        translated=float(translated),
        values=values,
        cells=cells,
    )
