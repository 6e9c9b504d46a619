"""Finds the lines on which a part of a manifest is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sidecar_viz.files.reading.tree import Items, Node, Scalar

HEAD = re.compile(r"(?:[&!]\S* +)*[|>][-+]?([1-9]?)[-+]?(?: +#.*)?\s*$")
"""How a text of many lines begins; the number says how far it is indented."""


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
    last = max(_texts_ends(node, lines), default=row)
    for number in range(row + 1, len(lines)):
        words = lines[number].lstrip(" ")
        if words and len(lines[number]) - len(words) < column:
            break
        if words and not words.startswith("#"):
            last = max(last, number)
    return Span(node.line, last + 1)


def _texts_ends(node: Node, lines: Sequence[str]) -> Iterator[int]:
    """Yield the row on which each text of many lines ends: # is no comment in it."""
    if not isinstance(node, Scalar):
        inner = node.nodes if isinstance(node, Items) else list(node.nodes.values())
        for part in inner:
            yield from _texts_ends(part, lines)
        return
    row, column = node.line - 1, node.column - 1
    head = HEAD.match(lines[row], column) if 0 <= row < len(lines) else None
    if head is None:
        return
    outer = _indent_around(lines[row], column)
    indent = outer + int(head[1]) if head[1] else None
    last = row
    for number in range(row + 1, len(lines)):
        words = lines[number].lstrip(" ")
        deep = len(lines[number]) - len(words)
        if words and deep < (outer + 1 if indent is None else indent):
            break
        if words:
            indent = deep if indent is None else indent
            last = number
    yield last


def _indent_around(line: str, column: int) -> int:
    """Return how far that is indented in which a text begins at *column*.

    Dashes of lists count as blanks before a field's name, but not before the text.
    """
    before = re.match(r"(?:- +| )*", line)
    begin = before.end() if before else 0
    return begin if begin < column else line[:column].rfind("-")


def _last(node: Node) -> int:
    if isinstance(node, Scalar):
        return node.line
    inner = node.nodes if isinstance(node, Items) else list(node.nodes.values())
    return max((_last(part) for part in inner), default=node.line)
