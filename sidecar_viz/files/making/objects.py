"""Finds the objects of Kubernetes in a document, also those within lists."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

from msgspec import Struct

from sidecar_viz.files.making.merging import merged
from sidecar_viz.files.reading.document import read_document
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar


class Thing(Struct, frozen=True):
    """An object of Kubernetes, and the text that it is read from."""

    kind: str
    root: Node
    text: str


def objects_in(root: Node | None, kind: str = "") -> Iterator[tuple[str, Node]]:
    """Yield kind and node of the object at *root*, or of those in it if it is a list.

    *kind* is what it is if it does not say so: the API leaves it out within a PodList.
    """
    kind = text_of(at(root, "kind")) or kind
    items = items_of(root, "items") if root and kind.endswith("List") else []
    for item in items:
        yield from objects_in(item, kind.removesuffix("List"))
    if root is not None and not items:
        yield kind, root


def things(root: Node | None, text: str, kind: str = "") -> Iterator[Thing]:
    """Yield the same as `objects_in`, each with a text that shows it alone."""
    kind = text_of(at(root, "kind")) or kind
    items = items_of(root, "items") if root and kind.endswith("List") else []
    texts = _own_texts(text, items) if items else []
    for item, own in zip(items, texts, strict=True):
        again = _read_again(own) if own else None
        inner = kind.removesuffix("List")
        if again is None:
            yield from things(item, text, inner)
        else:
            yield from things(again, own, inner)
    if root is not None and not items:
        shown = _in_lines(text)
        again = _read_again(shown) if shown != text else None
        yield Thing(kind, again or root, shown if again else text)


def _own_texts(text: str, items: list[Node]) -> list[str]:
    """Cut the *items* of a list out of its text; "" where that is not possible."""
    if text.startswith("{"):
        with contextlib.suppress(ValueError, LookupError, TypeError, RecursionError):
            found = [_json(item) for item in json.loads(text)["items"]]
            return found if len(found) == len(items) else [""] * len(items)
        return [""] * len(items)
    lines = text.split("\n")
    firsts = [item.line - 1 for item in items]
    return [
        _cut(lines[first:last], item.column - 1)
        for item, first, last in zip(
            items, firsts, [*firsts[1:], len(lines)], strict=True
        )
    ]


def _cut(lines: list[str], indent: int) -> str:
    """Take what begins behind an *indent*, up to a line that begins before it."""
    if not lines or lines[0][:indent].strip(" -"):
        return ""
    own = [lines[0][indent:]]
    for line in lines[1:]:
        if line[:indent].strip():
            break
        own.append(line[indent:])
    return "\n".join(own).rstrip("\n") + "\n"


def _read_again(text: str) -> Node | None:
    try:
        return merged(read_document(text.encode("utf-8"), "").root)
    except LessonError:
        return None


def _in_lines(text: str) -> str:
    """Give JSON that is one long line the lines that a sample needs."""
    if text.startswith("{") and text.count("\n") <= 1:
        with contextlib.suppress(ValueError, RecursionError):
            return _json(json.loads(text))
    return text


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def at(node: Node | None, *way: str) -> Node | None:
    """Return the part that these names lead to."""
    for step in way:
        node = node.nodes.get(step) if isinstance(node, Fields) else None
    return node


def items_of(node: Node | None, name: str) -> list[Node]:
    """Return the items of the list called *name*; none if there is no such list."""
    found = at(node, name)
    return found.nodes if isinstance(found, Items) else []


def text_of(node: Node | None) -> str:
    """Return a text; "" for what is none."""
    return node.text if isinstance(node, Scalar) else ""
