"""The table of how each kind of actor is drawn; a new kind is a new row."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sidecar_viz.core.kind_words import actor_kind
from sidecar_viz.core.lesson import Actor, Hue

Form = Literal[
    "card",
    "frame",
    "cylinder",
    "globe",
    "tile",
    "box",
    "screen",
    "hexagon",
    "pipe",
    "page",
    "window",
    "capsule",
    "stack",
    "display",
    "rack",
]
DRAWN: tuple[Form, ...] = ("cylinder", "globe")
"""Forms that are drawings, with their name beside them."""
PADS: dict[Form, tuple[float, float, float, float]] = {
    "screen": (0.0, 0.0, 0.0, 1.3),
    "hexagon": (0.9, 0.0, 0.9, 0.0),
    "pipe": (0.5, 0.0, 1.5, 0.0),
    "page": (0.0, 0.5, 0.3, 0.0),
    "window": (0.0, 1.3, 0.0, 0.0),
    "capsule": (0.7, 0.0, 0.7, 0.0),
    "stack": (0.0, 0.9, 0.9, 0.0),
    "rack": (0.8, 0.0, 0.8, 0.0),
}
"""The padding (em) of a form around its words: left, top, right, bottom."""
NO_PADS = (0.0, 0.0, 0.0, 0.0)


class Kind(Struct, frozen=True):
    """A kind's outline, its own hue, its icon, and a word for it."""

    form: Form
    hue: Hue
    icon: str
    word: str


KINDS: dict[str, Kind] = {
    "pod": Kind("frame", "slate", "pod", "Pod"),
    "node": Kind("frame", "slate", "server", "Node"),
    "group": Kind("frame", "slate", "layers", "Group"),
    "container": Kind("card", "blue", "cube", "Container"),
    "volume": Kind("cylinder", "green", "disk", "Volume"),
    "database": Kind("cylinder", "teal", "database", "Database"),
    "network": Kind("globe", "violet", "globe", "Network"),
    "service": Kind("tile", "violet", "inbox", "Service"),
    "client": Kind("screen", "teal", "person", "Client"),
    "gateway": Kind("hexagon", "amber", "gate", "Gateway"),
    "queue": Kind("pipe", "rose", "queue", "Queue"),
    "file": Kind("page", "slate", "lines", "File"),
    "config": Kind("page", "green", "sliders", "Config"),
    "secret": Kind("page", "rose", "key", "Secret"),
    "process": Kind("window", "blue", "prompt", "Process"),
    "probe": Kind("capsule", "teal", "pulse", "Probe"),
    "counter": Kind("display", "amber", "count", "Counter"),
    "box": Kind("box", "slate", "box", ""),
}
ALONE: dict[str, Form] = {"pod": "card", "node": "rack", "group": "stack"}
"""The form of a kind that usually contains others, when it contains none."""

PLAIN = KINDS["box"]


def kind_of(actor: Actor, *, has_children: bool = False) -> Kind:
    """Return how to draw *actor*; an unknown kind is a box, with children a frame."""
    name = actor_kind(actor.kind)
    kind = KINDS.get(name, PLAIN)
    if has_children and kind.form != "frame":
        return Kind("frame", kind.hue, kind.icon, kind.word)
    if not has_children and kind.form == "frame":
        return Kind(ALONE[name], kind.hue, kind.icon, kind.word)
    return kind


def hue_of(actor: Actor) -> Hue:
    """Return the actor's own hue, else its kind's."""
    return actor.hue or KINDS.get(actor_kind(actor.kind), PLAIN).hue
