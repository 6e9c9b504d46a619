"""What is on the stage at one moment: plain values, ready to paint."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.lesson import LinkWord, Verb
from sidecar_viz.core.scene import Scene


class LinkState(Struct, frozen=True, gc=False):
    """How a link looks: *openness* 0 (off) to 1 (on), *denied* 0 to 1.

    *lost* are the things that fell down on their way: items' numbers, or 0 for others.
    *presence* runs from 0 (not there) to 1. *target* is the actor that it leads to;
    while it turns there, *was* is the former one, and *turn* runs from 0 to 1.
    """

    id: str
    word: LinkWord
    openness: float = 0.0
    denied: float = 0.0
    focus: float = 0.0
    lost: tuple[int, ...] = ()
    presence: float = 1.0
    target: str = ""
    was: str = ""
    turn: float = 1.0

    def toward(self, other: LinkState, amount: float) -> LinkState:
        """Blend with *other*, *amount* (0..1) of the way; exact at both ends."""
        if amount <= 0.0 or self is other:
            return self
        if amount >= 1.0:
            return other
        return LinkState(
            self.id,
            other.word,
            self.openness + (other.openness - self.openness) * amount,
            self.denied + (other.denied - self.denied) * amount,
            self.focus + (other.focus - self.focus) * amount,
            self.lost,
            self.presence + (other.presence - self.presence) * amount,
            other.target,
            self.target if self.target != other.target else "",
            amount if self.target != other.target else 1.0,
        )


class Hop(Struct, frozen=True, gc=False):
    """A link on a route, passed forward (as it was drawn) or backward."""

    link: str
    forward: bool = True


class FlowState(Struct, frozen=True, gc=False):
    """A stream from *source* to *target* along *route* that goes on from step to step.

    Only the part of the route between *tail* and *head* (0..1) is alive: a stream that
    begins has a growing head, one that ends a growing tail. *along* is the link that
    the lesson chose for it.
    """

    source: str
    target: str
    what: str
    route: tuple[Hop, ...]
    verb: Verb = "send"
    along: str | None = None
    head: float = 1.0
    tail: float = 0.0


class Chip(Struct, frozen=True, gc=False):
    """One thing under way: *along* (0..1) is its place on the route.

    *text* is what it says, *item* its number in the ledger (0 for none), *worth* how
    many things it stands for; *stream* says that it is one of many that go on.
    """

    source: str
    target: str
    text: str
    route: tuple[Hop, ...]
    verb: Verb = "send"
    item: int = 0
    worth: int = 1
    stream: bool = False
    along: float = 0.0


class Shot(Struct, frozen=True, gc=False):
    """What a move is about, and how far the camera has come to it.

    *meant* are the ids of the actors and links that it shows, *framed* those of them
    that the camera comes near to. *near* runs from 0 (the whole stage is seen) to 1,
    *apart* from 0 to 1 (what is not meant has faded).
    """

    meant: frozenset[str]
    framed: frozenset[str]
    near: float = 0.0
    apart: float = 0.0


class Stage(Struct, frozen=True, gc=False):
    """All that is visible at one moment.

    *moving* holds the ids of the actors and links that have begun to change, and have
    not ended.
    *scene* is a picture that lies over it all, *shown* (0..1) how much of it is seen.
    *shot* is what a move is about; None at rest, and where it is about everything.
    """

    actors: tuple[ActorState, ...]
    links: tuple[LinkState, ...]
    flows: tuple[FlowState, ...] = ()
    chips: tuple[Chip, ...] = ()
    moving: frozenset[str] = frozenset()
    scene: Scene | None = None
    shown: float = 0.0
    shot: Shot | None = None

    @property
    def covered(self) -> bool:
        """Whether nothing is seen but the scene."""
        return self.scene is not None and self.shown >= 1.0

    def actor(self, actor_id: str) -> ActorState:
        """Return the state of one actor.

        Raises:
            KeyError: there is no actor with this id.
        """
        for state in self.actors:
            if state.id == actor_id:
                return state
        raise KeyError(actor_id)


def link_state(
    link_id: str, word: LinkWord, *, target: str = "", present: bool = True
) -> LinkState:
    """Make a link at rest."""
    return LinkState(
        link_id,
        word,
        openness=1.0 if word == "on" else 0.0,
        denied=1.0 if word == "denied" else 0.0,
        presence=1.0 if present else 0.0,
        target=target,
    )
