"""The table of how each kind of link is drawn; a new kind is a new row."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.kind_words import link_kind
from sidecar_viz.core.lesson import Lesson, Link

Stroke = Literal["tube", "pipe", "line", "dashes", "dots", "rope"]
Mark = Literal["", "head", "open", "bar", "knob", "diamond", "dot"]


class LinkKind(Struct, frozen=True):
    """A kind's line, the marks at its two ends, and a word for it.

    *start* is the mark at the source, *end* the one at the target; a link in both
    directions has *end* at both, one in none has neither.
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
"""Lines wide enough for things to travel inside; a pipe stays when it is closed."""
POINTING: tuple[Mark, ...] = ("head", "open", "bar")
"""Marks that show a link's direction."""


def link_kind_of(link: Link) -> LinkKind:
    """Return how to draw *link*; an unknown kind is a plain line with a head."""
    return LINK_KINDS.get(link_kind(link.kind), PLAIN)


def marks_of(link: Link) -> tuple[Mark, Mark]:
    """Return the marks at the link's start and end, according to its direction."""
    kind = link_kind_of(link)
    if kind.end not in POINTING:
        return kind.start, kind.end
    if link.direction == "both":
        return kind.end, kind.end
    return kind.start, kind.end if link.direction == "forward" else ""


def turned_id(link: str, target: str) -> str:
    """Return the name of the way that a link takes once it has turned to *target*."""
    return f"{link}>{target}"


def every_way(lesson: Lesson) -> tuple[Link, ...]:
    """Return the links as written, and once more for every actor that one turns to."""
    changes = [change for step in lesson.steps for change in step.links]
    for what_if in lesson.what_ifs:
        changes += [change for part in what_if.steps for change in part.links]
    turns = dict.fromkeys((c.id, c.target) for c in changes if c.target is not None)
    links = {link.id: link for link in lesson.links}
    return (
        *lesson.links,
        *(
            replace(links[link], id=turned_id(link, target), target=target)
            for link, target in turns
            if target != links[link].target
        ),
    )
