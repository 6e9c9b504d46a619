"""Puts in what YAML's merge keys (`<<: *base`) stand for, as kubectl does."""

from __future__ import annotations

from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar

MERGE = "<<"


def merged(node: Node, done: dict[int, Node] | None = None) -> Node:
    """Return the tree with every merge key resolved; what is written there wins."""
    done = {} if done is None else done
    if isinstance(node, Scalar):
        return node
    if id(node) not in done:
        if isinstance(node, Items):
            inner = [merged(part, done) for part in node.nodes]
            done[id(node)] = Items(node.line, node.column, inner)
        else:
            done[id(node)] = _fields(node, done)
    return done[id(node)]


def _fields(node: Fields, done: dict[int, Node]) -> Fields:
    nodes = {name: merged(part, done) for name, part in node.nodes.items()}
    keys = dict(node.keys)
    base = nodes.get(MERGE)
    bases = base.nodes if isinstance(base, Items) else [base]
    found = [one for one in bases if isinstance(one, Fields)]
    if found and len(found) == len(bases):
        nodes.pop(MERGE)
        keys.pop(MERGE, None)
        for one in found:
            nodes = one.nodes | nodes
            keys = one.keys | keys
    return Fields(node.line, node.column, nodes, keys)
