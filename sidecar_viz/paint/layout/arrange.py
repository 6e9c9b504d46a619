"""Assigns everybody a cell: the lesson's own, or else a free one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import ceil, sqrt
from typing import Literal

from msgspec import Struct

from sidecar_viz.core.lesson import Link, Spot
from sidecar_viz.paint.kinds.kinds import DRAWN
from sidecar_viz.paint.layout.gutters import Need
from sidecar_viz.paint.sizes.measure import Figure

Style = Literal["rows", "pairs", "column", "onward", "downward"]
STYLES: tuple[Style, ...] = ("rows", "onward", "downward", "pairs", "column")
"""Ways to arrange those without a spot; the first that is about the best wins."""
FEW = 4
ACROSS: dict[Style, int] = {"pairs": 2, "column": 1}


class Group(Struct, frozen=True):
    """Those who stand together, in the lesson's order, and the links between them.

    *whole* is true for the stage itself; *needs* is the room that the links need.
    """

    ids: tuple[str, ...]
    figures: Mapping[str, Figure]
    links: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    needs: Sequence[Need] = ()


def spots_of(group: Group, style: Style) -> dict[str, Spot]:
    """Assign every member a cell of its own."""
    authored = {i: spot for i in group.ids if (spot := _authored(group, i)) is not None}
    spots = _settled(authored)
    free = [i for i in group.ids if i not in spots]
    if free:
        low = 1 + max((spot.row + spot.rows - 2 for spot in spots.values()), default=-1)
        spots.update(_found(group, free, style, low))
    return spots


def has_choice(group: Group) -> bool:
    """Return whether there is more than one way to arrange the group."""
    return sum(_authored(group, i) is None for i in group.ids) > 1


def lifted(
    links: Iterable[Link], parents: Mapping[str, str | None], group: str | None
) -> tuple[tuple[str, str], ...]:
    """Return links between members of *group*, or between actors inside them."""
    found = []
    for link in links:
        ends = [link.source, link.through, link.target]
        members = [_member(end, parents, group) for end in ends if end is not None]
        for one, other in pairwise(members):
            if one is not None and other is not None and one != other:
                found.append((one, other))
    return tuple(dict.fromkeys(found))


def _member(
    actor: str, parents: Mapping[str, str | None], group: str | None
) -> str | None:
    """Return the member of *group* that the actor is, or is inside."""
    at: str | None = actor
    while at is not None and at in parents and parents[at] != group:
        at = parents[at]
    return at if at in parents else None


def _authored(group: Group, member: str) -> Spot | None:
    return group.figures[member].actor.spot


def _settled(authored: Mapping[str, Spot]) -> dict[str, Spot]:
    """Return the spots as written; one already taken moves below its columns."""
    taken: set[tuple[int, int]] = set()
    lowest: dict[int, int] = {}
    settled = {}
    for member, wanted in authored.items():
        columns = range(wanted.column, wanted.column + wanted.columns)
        row = wanted.row
        if _cells(row, wanted) & taken:
            row = max(lowest.get(column, 0) for column in columns) + 1
        taken |= _cells(row, wanted)
        for column in columns:
            low = row + wanted.rows - 1
            lowest[column] = max(lowest.get(column, 0), low)
        settled[member] = Spot(
            row=row, column=wanted.column, rows=wanted.rows, columns=wanted.columns
        )
    return settled


def _cells(top: int, spot: Spot) -> set[tuple[int, int]]:
    return {
        (row, column)
        for row in range(top, top + spot.rows)
        for column in range(spot.column, spot.column + spot.columns)
    }


def _found(
    group: Group, free: Sequence[str], style: Style, low: int
) -> dict[str, Spot]:
    """Find cells for those without a spot, from row *low* (counted from 0) on."""
    layers = _layers(group, free) if style in ("onward", "downward") else []
    if len(layers) > 1:
        return {
            member: Spot(row=low + 1 + place, column=number + 1)
            if style == "onward"
            else Spot(row=low + 1 + number, column=place + 1)
            for number, layer in enumerate(layers)
            for place, member in enumerate(layer)
        }
    stores = [i for i in free if group.figures[i].form in DRAWN]
    cards = [i for i in free if i not in stores]
    spots = {}
    for row_of in (cards, stores):
        across = ACROSS.get(style) or _across(len(row_of))
        for place, member in enumerate(row_of):
            row, column = low + place // across, place % across
            spots[member] = Spot(row=row + 1, column=column + 1)
        low += ceil(len(row_of) / across)
    return spots


def _across(number: int) -> int:
    return max(1, ceil(sqrt(number * 1.6))) if number > FEW else FEW


def _layers(group: Group, free: Sequence[str]) -> list[list[str]]:
    """Sort members into layers by their links: sources first, circles cut open.

    In a frame, stores come below those who use them.
    """
    stores = [] if group.whole else [i for i in free if group.figures[i].form in DRAWN]
    members = [i for i in free if i not in stores]
    after: dict[str, list[str]] = {member: [] for member in members}
    for one, other in group.links:
        if one in after and other in after:
            after[one].append(other)
    depth = _depths(members, after)
    layers: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for member in members:
        layers[depth[member]].append(member)
    if len(layers) > 1 and stores:
        layers.append(stores)
    return layers


def _depths(
    members: Sequence[str], after: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """Return the longest way to each member, along links that never lead back."""
    order: list[str] = []
    state: dict[str, int] = {}
    onward: dict[str, list[str]] = {member: [] for member in members}
    for first in members:
        if first in state:
            continue
        walk = [(first, iter(after[first]))]
        state[first] = 1
        while walk:
            member, others = walk[-1]
            for other in others:
                if state.get(other) != 1:
                    onward[member].append(other)
                if other not in state:
                    state[other] = 1
                    walk.append((other, iter(after[other])))
                    break
            else:
                state[member] = 2
                order.append(member)
                walk.pop()
    depth = dict.fromkeys(members, 0)
    for member in reversed(order):
        for other in onward[member]:
            depth[other] = max(depth[other], depth[member] + 1)
    return depth
