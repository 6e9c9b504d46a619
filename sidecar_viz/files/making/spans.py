"""Finds the lines on which a part of a manifest is written."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sidecar_viz.files.reading.tree import Items, Node, Scalar


class Span(Struct, frozen=True):
    """Lines of the manifest, both ends included, counted from 1."""

    first: int
    last: int


def span_of(node: Node, lines: Sequence[str]) -> Span:
    """Return the lines of a *node*: with its texts of many lines, without aliases.

    In blocks, they go on as long as they are indented as far as it; in braces, as far
    as its last part.
    """
    row, column = node.line - 1, node.column - 1
    if not 0 <= row < len(lines) or lines[row][column : column + 1] in ("{", "["):
        return Span(node.line, max(node.line, _last(node)))
    last = row
    for number in range(row + 1, len(lines)):
        words = lines[number].lstrip(" ")
        if words and len(lines[number]) - len(words) < column:
            break
        if words and not words.startswith("#"):
            last = number
    return Span(node.line, last + 1)


def _last(node: Node) -> int:
    if isinstance(node, Scalar):
        return node.line
    inner = node.nodes if isinstance(node, Items) else list(node.nodes.values())
    return max((_last(part) for part in inner), default=node.line)
