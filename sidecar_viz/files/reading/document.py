"""Reads a lesson's bytes into a tree, and finds the place of each of its parts."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.files.reading.content import MAX_BYTES
from sidecar_viz.files.reading.problems import LessonError, Location, Problem
from sidecar_viz.files.reading.tree import UNFIT, Fields, Items, Node, Scalar, read_tree

Route = tuple[str | int, ...]
"""A way into a document: names of fields, and places in lists from 0."""

WIDE = {  # how files begin that are in other encodings; the longer ones first
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


class Document(Struct):
    """A file that could be read as YAML, with the problems that were noticed."""

    name: str
    root: Node
    problems: list[Problem]

    def place(self, route: Route) -> Location:
        """Locate the part at *route*; a missing one is located where it belongs."""
        node = self.root
        at: tuple[int, int] = (node.line, node.column)
        for step in route:
            if isinstance(node, Fields) and isinstance(step, str):
                found = node.nodes.get(step)
            elif isinstance(node, Items) and isinstance(step, int):
                found = node.nodes[step] if step < len(node.nodes) else None
            else:
                found = None
            if found is None:
                break
            node = found
            at = (node.line, node.column)
        return Location(self.name, *at)


def read_document(data: bytes, name: str) -> Document:
    """Read the document in *data*; *name* is the file's name in all messages.

    It may have MAX_BYTES bytes of UTF-8 without control characters, and what the
    tree's limits allow.

    Raises:
        LessonError: the document cannot be read.
    """
    root, problems = read_tree(_text(data, name), name)
    if root is None or _is_nothing(root):
        raise LessonError([_at_top(name, "empty", "there is no lesson in this file")])
    return Document(name, root, problems)


def wide_encoding(data: bytes) -> str:
    """Return the name of the encoding whose mark a file begins with; "" for none."""
    return next((WIDE[mark] for mark in WIDE if data.startswith(mark)), "")


def _is_nothing(root: Node) -> bool:
    return isinstance(root, Scalar) and root.plain and not root.text


def _text(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        raise LessonError([_at_top(name, "too-big", message)])
    wide = wide_encoding(data)
    if wide:
        found = f"this looks like {wide}"
        try:
            data.decode(wide)
        except UnicodeDecodeError:
            found = f"this {wide} is cut off or damaged"
        message = f"{found}; save it as UTF-8"
        raise LessonError([_at_top(name, "encoding", message)])
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        code = "binary" if b"\0" in data else "encoding"
        way = "this is not a text file" if code == "binary" else "save it as UTF-8"
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; {way}"
        raise LessonError([Problem(_after(before, name), code, message)]) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unfit = UNFIT.search(text)
    if unfit:
        message = f"control character 0x{ord(unfit[0]):02x}: this is not a text file"
        place = _after(text[: unfit.start()], name)
        raise LessonError([Problem(place, "binary", message)])
    return text


def _at_top(name: str, code: str, text: str) -> Problem:
    return Problem(Location(name), code, text)


def _after(text: str, name: str) -> Location:
    """Return the location of the character that follows *text*."""
    return Location(name, text.count("\n") + 1, len(text) - text.rfind("\n"))
