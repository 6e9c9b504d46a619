"""Puts the boxes of a flow into rows, and reserves slots for long arrows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Slot = str | int
"""A place in a row: the id of a box, or the number of an arrow that passes by."""
Edge = tuple[str, str]
SWEEPS = 4


def rows_of(
    nodes: Sequence[str], edges: Sequence[Edge], across: int
) -> list[list[Slot]]:
    """Put the boxes into rows of at most *across*, with a slot for each passing arrow.

    With one box in a row, boxes stand in the lesson's order. With more, every arrow
    that does not close a circle leads downward; arrows that lead back pass at the
    right end of every row from the one they leave to the one they reach.
    """
    boxes = [[n] for n in nodes] if across == 1 else _ranked(nodes, edges, across)
    place = {node: row for row, members in enumerate(boxes) for node in members}
    rows: list[list[Slot]] = [list(members) for members in boxes]
    back: list[list[int]] = [[] for _ in boxes]
    for number, (source, target) in enumerate(edges):
        first, last = place[source], place[target]
        if last > first:
            for row in range(first + 1, last):
                rows[row].insert(0, number)
        else:
            for row in range(last, first + 1):
                back[row].append(number)
    _untangle(rows, edges, place)
    span = {n: place[s] - place[t] for n, (s, t) in enumerate(edges)}
    for row, passing in enumerate(back):
        outward: list[int] = sorted(passing, key=lambda edge: (span[edge], edge))
        rows[row].extend(outward)
    return rows


def _ranked(
    nodes: Sequence[str], edges: Sequence[Edge], across: int
) -> list[list[str]]:
    """Rank boxes by the longest way to them; split ranks too wide for a row."""
    depth = _depths(nodes, edges)
    rows = []
    for rank in range(max(depth.values(), default=-1) + 1):
        members = [node for node in nodes if depth[node] == rank]
        rows += [members[n : n + across] for n in range(0, len(members), across)]
    return rows


def _depths(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """Return each box's rank, ignoring arrows that would close a circle."""
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in edges:
        after[source].append(target)
    order: list[str] = []
    onward: dict[str, list[str]] = {node: [] for node in nodes}
    begun, ended = set[str](), set[str]()
    for first in nodes:
        walk: list[tuple[str, Iterator[str]]] = []
        if first not in begun:
            begun.add(first)
            walk = [(first, iter(after[first]))]
        while walk:
            node, others = walk[-1]
            for other in others:
                if other in begun and other not in ended:
                    continue
                onward[node].append(other)
                if other not in begun:
                    begun.add(other)
                    walk.append((other, iter(after[other])))
                    break
            else:
                ended.add(node)
                order.append(node)
                walk.pop()
    depth = dict.fromkeys(nodes, 0)
    for node in reversed(order):
        for other in onward[node]:
            depth[other] = max(depth[other], depth[node] + 1)
    return depth


def _untangle(
    rows: list[list[Slot]], edges: Sequence[Edge], place: Mapping[str, int]
) -> None:
    """Order every row by its neighbours, down and up, so that few arrows cross."""
    above: dict[tuple[int, Slot], list[Slot]] = {}
    below: dict[tuple[int, Slot], list[Slot]] = {}
    for number, (source, target) in enumerate(edges):
        first, last = place[source], place[target]
        if last <= first:
            continue
        chain: list[Slot] = [source, *[number] * (last - first - 1), target]
        for step in range(last - first):
            one, other = chain[step], chain[step + 1]
            below.setdefault((first + step, one), []).append(other)
            above.setdefault((first + step + 1, other), []).append(one)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        numbers = range(1, len(rows)) if down else range(len(rows) - 2, -1, -1)
        for number in numbers:
            fixed = rows[number - 1] if down else rows[number + 1]
            around = above if down else below
            _reorder(rows[number], number, fixed, around)


def _reorder(
    row: list[Slot],
    number: int,
    fixed: Sequence[Slot],
    around: Mapping[tuple[int, Slot], Sequence[Slot]],
) -> None:
    """Sort a row by the middle of its slots' neighbours."""
    at = {slot: (n + 0.5) / len(fixed) for n, slot in enumerate(fixed)}
    own = {slot: (n + 0.5) / len(row) for n, slot in enumerate(row)}

    def wanted(slot: Slot) -> float:
        places = [at[s] for s in around.get((number, slot), ()) if s in at]
        return sum(places) / len(places) if places else own[slot]

    row.sort(key=wanted)
