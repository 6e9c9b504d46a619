"""How each kind of actor and link is drawn: tables to which a row can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Actor, Hue

Form = Literal["card", "frame", "cylinder", "globe", "tile"]


class Kind(Struct, frozen=True):
    """A kind's outline, its own hue, its icon, and a word for it."""

    form: Form
    hue: Hue
    icon: str
    word: str


KINDS: dict[str, Kind] = {
    "pod": Kind("frame", "blue", "cube", "Pod"),
    "node": Kind("frame", "slate", "server", "Node"),
    "group": Kind("frame", "slate", "cube", "Group"),
    "container": Kind("card", "blue", "cube", "Container"),
    "volume": Kind("cylinder", "green", "disk", "Volume"),
    "database": Kind("cylinder", "teal", "disk", "Database"),
    "network": Kind("globe", "violet", "globe", "Network"),
    "service": Kind("tile", "violet", "inbox", "Service"),
    "client": Kind("tile", "teal", "screen", "Client"),
    "box": Kind("tile", "slate", "box", ""),
}

PLAIN = KINDS["box"]


def kind_of(actor: Actor, *, has_children: bool = False) -> Kind:
    """How to draw *actor*: an unknown kind is a plain card, with others a frame."""
    kind = KINDS.get(actor.kind, PLAIN)
    if has_children and kind.form != "frame":
        return Kind("frame", kind.hue, kind.icon, kind.word)
    if not has_children and kind.form == "frame":
        return Kind("card", kind.hue, kind.icon, kind.word)
    return kind


def hue_of(actor: Actor) -> Hue:
    """The actor's own hue, else its kind's."""
    return actor.hue or KINDS.get(actor.kind, PLAIN).hue
