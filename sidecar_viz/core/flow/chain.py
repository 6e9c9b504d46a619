"""A flow without branches lies in one row: its boxes, and the steps under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sidecar_viz.core.flow.chart import Arrow, Chart, Measures
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Flow


def is_chain(flow: Flow) -> bool:
    """Return whether each box leads to the next one, and none elsewhere."""
    onward = {(one.id, other.id) for one, other in pairwise(flow.nodes)}
    edges = [(edge.source, edge.target) for edge in flow.edges]
    plain = not any(edge.words for edge in flow.edges)
    return bool(flow.nodes) and plain and (not edges or set(edges) == onward)


def chain_of(nodes: Sequence[str], measures: Measures, head: float) -> Chart:
    """Lay boxes out in one row, equally wide and high, behind *head* pixels.

    With too little room for their words the boxes are wider than the room.
    """
    count = max(1, len(nodes))
    room = measures.width - head - measures.between * (count - 1)
    least = max(map(measures.box_least, nodes), default=0.0)
    wide = max(room / count, least)
    high = max((measures.box_height(node, wide) for node in nodes), default=0.0)
    step = wide + measures.between
    boxes = {
        node: Rect(head + step * at, 0.0, wide, high) for at, node in enumerate(nodes)
    }
    arrows = tuple(
        Arrow(at, ((one.right, high / 2), (other.x, high / 2)))
        for at, (one, other) in enumerate(pairwise(boxes.values()))
    )
    size = (head + step * count - measures.between, high)
    return Chart(size, boxes, arrows, (tuple(nodes),))


def marks_along(
    wanted: Sequence[float | None], first: float, last: float, apart: float
) -> tuple[float, ...]:
    """Return where the steps' marks stand, from left to right.

    Those that want the same place stand side by side around it, those that want none
    between their neighbours. Empty where they would not be *apart* or not in order.

    Args:
        wanted: where each step wants its mark, or None.
        first: where the start is, which wants no other place.
        last: the end of the line.
        apart: the least distance of two marks.
    """
    places = _filled([first, *wanted[1:]], last)
    marks: list[float] = []
    at = 0
    while at < len(places):
        same = sum(place == places[at] for place in places[at:])
        begin = places[at] - apart * (same - 1) / 2
        marks += [begin + apart * number for number in range(same)]
        at += same
    apart_enough = all(two - one >= apart - 0.01 for one, two in pairwise(marks))
    inside = marks[0] >= first - 0.01 and marks[-1] <= last + 0.01
    return tuple(marks) if apart_enough and inside else ()


def _filled(wanted: Sequence[float | None], last: float) -> list[float]:
    """Put those that want no place between those that do, evenly."""
    places: list[float] = []
    known = [*_known(wanted), (len(wanted), last)]
    for (at, place), (then, following) in pairwise(known):
        way = (following - place) / (then - at)
        places += [place + way * number for number in range(then - at)]
    return places


def _known(wanted: Iterable[float | None]) -> list[tuple[int, float]]:
    return [(at, place) for at, place in enumerate(wanted) if place is not None]
