"""Pictures before and after the stage: what a lesson asks, and what remains."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.lesson import Actor, Tone


class Fallen(Struct, frozen=True, gc=False):
    """An item of the ledger: its number, and its text with **bold** in it."""

    number: int
    text: str


class Broken(Struct, frozen=True):
    """A card that is broken: whose it is, what stands on it, and what falls out."""

    actor: Actor
    state: str
    kept: tuple[int, ...]
    """The numbers of the items whose traces are still in it."""
    falls: tuple[Fallen, ...]


class OpeningScene(Struct, frozen=True):
    """What the lesson asks: something is broken, and what is needed is gone."""

    broken: Broken
    missing: str
    asks: str


class NumberShown(Struct, frozen=True):
    """A number with its word; *actor* is whose it is, or None."""

    text: str
    word: str
    actor: Actor | None
    tone: Tone | None


class ColumnShown(Struct, frozen=True):
    """A column of the ledger at the end.

    *items* are the numbers of what it ever had; *safe* those that the holder has.
    """

    actor: Actor
    stopped: bool
    gone: bool
    """Whether it is there no more, with all that was in it."""
    items: tuple[int, ...]
    safe: tuple[int, ...]


class FrameShown(Struct, frozen=True):
    """What the columns stand in: its name and its state."""

    actor: Actor
    state: str
    tone: Tone


class WithoutShown(Struct, frozen=True):
    """How it ends without what the lesson shows."""

    label: str
    broken: Broken | None
    numbers: tuple[NumberShown, ...]


class WithShown(Struct, frozen=True):
    """How it ends with it: the columns, who holds what remains, the numbers."""

    label: str
    frame: FrameShown | None
    columns: tuple[ColumnShown, ...]
    holder: Actor | None
    held: tuple[Fallen, ...]
    numbers: tuple[NumberShown, ...]


class EndingScene(Struct, frozen=True):
    """What remains, side by side with what would be without it."""

    without: WithoutShown | None
    gained: WithShown


Scene = OpeningScene | EndingScene
