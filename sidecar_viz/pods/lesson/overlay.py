"""Lays what an author writes over what a simulation makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sidecar_viz.files.reading.document import Document, Route
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar
from sidecar_viz.pods.story.moments import Moment
from sidecar_viz.pods.story.naming import seconds

CODE = "simulate"
KEYS = {
    "actors": "id",
    "links": "id",
    "states": "word",
    "samples": "id",
    "quiz": "id",
    "what-ifs": "id",
}
"""Lists whose parts are laid over those with the same key; others are added."""
ADDED = ("actors", "links", "sends", "lines")
"""Lists of a step to which the author's are added."""


class Overlay:
    """Lays the fields of a lesson over those that are made of *moments*."""

    def __init__(self, document: Document, moments: Sequence[Moment]) -> None:
        self._document, self._moments = document, moments
        self.problems: list[Problem] = []

    def merged(self, made: Fields, own: Fields) -> Fields:
        """Return both, with the author's fields first."""
        found = over(made, own)
        for name, node in own.nodes.items():
            below = made.nodes.get(name)
            if not isinstance(node, Items) or not isinstance(below, Items):
                continue
            if name == "steps":
                found.nodes[name] = Items(
                    node.line, node.column, self._steps(below, node)
                )
            elif name in KEYS:
                found.nodes[name] = _by_key(below, node, KEYS[name])
        if isinstance(own.nodes.get("start"), Fields):
            found.nodes["start"] = _over(made.nodes["start"], own.nodes["start"])
        return found

    def _steps(self, made: Items, own: Items) -> list[Node]:
        steps = list(made.nodes)
        taken: set[int] = set()
        for number, entry in enumerate(own.nodes):
            place = self._place(entry, ("steps", number), taken)
            if place is not None and isinstance(entry, Fields):
                taken.add(place)
                steps[place] = _over(steps[place], entry, ADDED)
        return steps

    def _place(self, entry: Node, route: Route, taken: set[int]) -> int | None:
        """Return the place of the step that an entry is about; note if it is none."""
        at = entry.nodes.get("at") if isinstance(entry, Fields) else None
        second = _number(at)
        if second is None:
            self._problem(route, "say which second the step is about, such as at: 14")
            return None
        route = (*route, "at")
        here = [
            number
            for number, moment in enumerate(self._moments)
            if moment.first <= second <= moment.last
        ]
        free = [number for number in here if number not in taken]
        if free:
            return free[0]
        if here:
            self._problem(route, f"the step at {seconds(second)} has its words already")
            return None
        before = [m.last for m in self._moments if m.last < second][-1:]
        after = [m.first for m in self._moments if m.first > second][:1]
        said = " and ".join(seconds(near) for near in (*before, *after))
        self._problem(route, f"nothing happens at {seconds(second)}, but at {said}")
        return None

    def _problem(self, route: Route, text: str) -> None:
        self.problems.append(Problem(self._document.place(route), CODE, text))


def _number(node: Node | None) -> float | None:
    try:
        return float(node.text) if isinstance(node, Scalar) else None
    except ValueError:
        return None


def over(made: Fields, own: Fields, added: tuple[str, ...] = ()) -> Fields:
    """Return the fields of both, *own* ones first; lists that are *added* joined."""
    nodes = {**made.nodes, **own.nodes}
    for name in added:
        below, above = made.nodes.get(name), own.nodes.get(name)
        if isinstance(below, Items) and isinstance(above, Items):
            joined = [*below.nodes, *above.nodes]
            nodes[name] = Items(above.line, above.column, joined)
    return Fields(own.line, own.column, nodes, {**made.keys, **own.keys})


def _over(made: Node, own: Node, added: tuple[str, ...] = ()) -> Node:
    if isinstance(made, Fields) and isinstance(own, Fields):
        return over(made, own, added)
    return own


def _by_key(made: Items, own: Items, key: str) -> Items:
    """Return the parts of both, those with the same key laid over each other."""
    above = {_key(node, key): node for node in own.nodes}
    known = {_key(node, key) for node in made.nodes}
    parts = [
        _over(node, above[_key(node, key)]) if _key(node, key) in above else node
        for node in made.nodes
    ]
    return Items(own.line, own.column, [*parts, *_new(own, key, known)])


def _new(own: Items, key: str, known: set[str]) -> Iterator[Node]:
    yield from (node for node in own.nodes if _key(node, key) not in known)


def _key(node: Node, key: str) -> str:
    found = node.nodes.get(key) if isinstance(node, Fields) else None
    return found.text if isinstance(found, Scalar) else ""
