"""Where in a manifest the parts of a pod stand, to point at a line of it."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.files.making.objects import at, items_of, text_of
from sidecar_viz.files.reading.tree import Fields, Items, Node

LISTS = ("initContainers", "containers", "ephemeralContainers")
Step = str | int
"""The name of a field; in a list the place, from 0, or the name of what is in it."""


class Places(Struct, frozen=True):
    """The places of a pod's fields in the file.

    *root* is the object that the pod's *spec* is in, as nodes; *above* is how many
    lines of the file stand before those that the nodes count.
    """

    spec: Node | None = None
    root: Node | None = None
    above: int = 0

    def __hash__(self) -> int:
        """Let a pod be a key, though nodes are none."""
        return hash(self.above)

    def line(self, container: str, *fields: Step) -> int:
        """Return the line, from 1, of a container's field; with "" of the pod's spec.

        What is in a list is named by its place or its name: `line("", "volumes",
        "data")`. If the field is not written, it is the line of what it belongs to; 1
        if no manifest was read.
        """
        if self.spec is None:
            return 1
        node: Node | None = self._container(container) if container else self.spec
        if not container and fields[:1] == ("volumes",):
            claim = self._claim(fields[1:2])
            node, fields = (claim, fields[2:]) if claim else (node, fields)
        if node is None:
            return self.spec.line + self.above
        line = node.line
        for step in fields:
            found = _inside(node, step)
            if found is None:
                break
            line, node = found
        return line + self.above

    def _container(self, name: str) -> Node | None:
        """Return the container, of any list."""
        nodes = (node for field in LISTS for node in items_of(self.spec, field))
        return next((one for one in nodes if text_of(at(one, "name")) == name), None)

    def _claim(self, names: tuple[Step, ...]) -> Node | None:
        """Return the claim that a StatefulSet makes a volume of that name from."""
        for node in items_of(at(self.root, "spec"), "volumeClaimTemplates"):
            if text_of(at(node, "metadata", "name")) in names:
                return node
        return None


def _inside(node: Node, step: Step) -> tuple[int, Node] | None:
    """Return line and node of what a *step* leads to; the line of a field's name."""
    if isinstance(node, Fields) and isinstance(step, str):
        found = node.nodes.get(step)
        return None if found is None else (node.keys[step].line, found)
    if not isinstance(node, Items):
        return None
    for number, one in enumerate(node.nodes):
        if step == number or (step and step == text_of(at(one, "name"))):
            return one.line, one
    return None
