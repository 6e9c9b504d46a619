"""How each kind of link is drawn: a table to which a row can be added."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sidecar_viz.core.kind_words import link_kind
from sidecar_viz.core.lesson import Link

Stroke = Literal["tube", "pipe", "line", "dashes", "dots", "rope"]
Mark = Literal["", "head", "open", "bar", "knob", "diamond", "dot"]


class LinkKind(Struct, frozen=True):
    """A kind's line, the marks at its two ends, and a word for it.

    *start* stands where the link comes from, *end* where it goes to; a link in
    both directions has *end* at both, one in none has neither.
    """

    stroke: Stroke
    start: Mark
    end: Mark
    word: str


LINK_KINDS: dict[str, LinkKind] = {
    "traffic": LinkKind("tube", "", "head", "traffic"),
    "mount": LinkKind("pipe", "", "", "mount"),
    "message": LinkKind("line", "dot", "open", "message"),
    "points to": LinkKind("dashes", "", "head", "points to"),
    "waits for": LinkKind("dots", "", "bar", "waits for"),
    "holds": LinkKind("rope", "knob", "knob", "holds"),
    "owns": LinkKind("line", "diamond", "", "owns"),
}
PLAIN = LinkKind("line", "", "head", "")
TUBES: tuple[Stroke, ...] = ("tube", "pipe")
"""Lines wide enough for things to travel in; a pipe stays where it is laid."""
POINTING: tuple[Mark, ...] = ("head", "open", "bar")
"""Marks that say which way a link goes."""


def link_kind_of(link: Link) -> LinkKind:
    """How to draw *link*: one of an unknown kind is a plain line with a head."""
    return LINK_KINDS.get(link_kind(link.kind), PLAIN)


def marks_of(link: Link) -> tuple[Mark, Mark]:
    """The marks at the start and at the end of a link, after its direction."""
    kind = link_kind_of(link)
    if kind.end not in POINTING:
        return kind.start, kind.end
    if link.direction == "both":
        return kind.end, kind.end
    return kind.start, kind.end if link.direction == "forward" else ""
