"""Finds the widths of the gaps between rows and columns, for links and their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from sidecar_viz.core.lesson import Lesson, Link, Spot
from sidecar_viz.paint.kinds.link_kinds import POINTING, marks_of
from sidecar_viz.paint.sizes.levels import Level
from sidecar_viz.paint.sizes.link_labels import label_of, label_width
from sidecar_viz.paint.sizes.rows_and_columns import span

SHORTEST, HEAD = 2.4, 0.9
"""The least length (em) of a link between neighbours, and what each head
adds, so that there is room for what travels and for the heads.
"""
GATE_ROOM = 1.5
"""What a ring in a frame's border adds (em); links that run down need no more."""
WORDS_APART = 0.6


class Need(Struct, frozen=True):
    """Two linked actors that stand together, and the room (em) between them.

    *crossed* is how many borders of frames the link crosses.
    """

    one: str
    other: str
    length: float
    words: float = 0.0
    crossed: int = 0


def needs_of(
    lesson: Lesson, parents: Mapping[str, str | None]
) -> dict[str | None, list[Need]]:
    """Return the links' needs, by the frame in which their ends are separate."""
    actors = {actor.id: actor for actor in lesson.actors}
    needs: dict[str | None, list[Need]] = {}
    for link in lesson.links:
        text = label_of(link, actors) if link.label else ""
        words = label_width(text) + WORDS_APART if text else 0.0
        marks = marks_of(link)
        stops = _stops(link, parents)
        for source, target in pairwise(stops):
            heads = (source == stops[0] and marks[0] in POINTING) + (
                target == stops[-1] and marks[1] in POINTING
            )
            one, other = _chain(source, parents), _chain(target, parents)
            while one and other and one[-1] == other[-1]:
                one.pop()
                other.pop()
            if one and other:
                crossed = len(one) + len(other) - 2
                length = SHORTEST + HEAD * heads
                need = Need(one[-1], other[-1], length, words, crossed)
                needs.setdefault(parents[one[-1]], []).append(need)
    return needs


def many_gaps(spots: Mapping[str, Spot], axis: int) -> int:
    """Return the number of gaps between columns (axis 0) or rows (axis 1)."""
    return max((sum(span(spot, axis)) for spot in spots.values()), default=1) - 1


def gutters(
    spots: Mapping[str, Spot],
    needs: Sequence[Need],
    axis: int,
    level: Level,
    least: Sequence[float],
    loose: Mapping[str, float],
) -> list[float]:
    """Return the gaps (em) between columns (axis 0) or rows (axis 1).

    Neighbours keep room for their link, and those beside a slanted link keep room for
    its words. *least* is the least gap; *loose* is how much room everybody has to
    either side in their own cell.
    """
    made = list(least)
    for need in needs:
        one, other = spots[need.one], spots[need.other]
        between = _between(span(one, axis), span(other, axis))
        facing = not _between(span(one, 1 - axis), span(other, 1 - axis))
        if not between:
            continue
        wanted = need.words if level.labels and axis == 0 else 0.0
        if facing:
            gates = GATE_ROOM if axis == 0 else 0.0
            inside = need.crossed * (gates - level.frame_pad)
            wanted = max(wanted, (need.length + inside) * level.links)
        wanted -= loose[need.one] + loose[need.other]
        missing = wanted - sum(made[number] for number in between)
        for number in between if missing > 0 else ():
            made[number] += missing / len(between)
    return made


def _stops(link: Link, parents: Mapping[str, str | None]) -> list[str]:
    stops = [link.source, link.through, link.target]
    return [stop for stop in stops if stop is not None and stop in parents]


def _chain(actor: str, parents: Mapping[str, str | None]) -> list[str]:
    """Return the actor and the frames that it stands in, the outermost last."""
    chain = [actor]
    while (parent := parents.get(chain[-1])) is not None:
        chain.append(parent)
    return chain


def _between(one: tuple[int, int], other: tuple[int, int]) -> range:
    """Return the gaps between two spans of tracks; none if they share a track."""
    first, second = sorted((one, other))
    return range(sum(first) - 1, second[0])
