"""Reads YAML text into a tree of nodes that know their place, within limits.

Scalars stay the text that was written: no word turns into a boolean or a date.
The tree is built from parser events, so a bound is met before memory is spent:
depth, number of nodes (with aliases counted as often as they are used), number
of aliases and length of a scalar. Tags and directives are refused.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sidecar_viz.files.reading.problems import (
    LessonError,
    Location,
    Problem,
    in_quotes,
    shown,
)

MAX_DEPTH = 40
MAX_NODES = 100_000
MAX_ALIASES = 200
MAX_SCALAR = 50_000

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TEXT = "tag:yaml.org,2002:str"
YAML_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What ends a line for YAML, but not for an editor."""
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Scalar(Struct):
    """Text as it was written; *plain* means without quotes and not a block."""

    line: int
    column: int
    text: str
    plain: bool


class Items(Struct):
    """A list."""

    line: int
    column: int
    nodes: list[Node]


class Fields(Struct):
    """A mapping; *keys* holds each name's node, in the order of the file."""

    line: int
    column: int
    nodes: dict[str, Node]
    keys: dict[str, Scalar]


Node = Scalar | Items | Fields


class _Frame(Struct):
    node: Items | Fields
    anchor: str | None
    count: int
    key: Scalar | None = None


def read_tree(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Read the YAML *text* into a tree; also return problems that did not stop it.

    The tree is None if there is no document in the text.

    Raises:
        LessonError: reading cannot go on: the syntax is broken or a limit exceeded.
    """
    builder = _Builder(name, text)
    for event in _events(text, name):
        builder.take(event)
    builder.end()
    return builder.root, builder.problems


def _events(text: str, name: str) -> Iterator[Event]:
    """Yield the parser's events; raise its errors as LessonError."""
    try:
        yield from yaml.parse(text, LOADER)
    except yaml.MarkedYAMLError as error:
        # Only needed once something is wrong.
        from sidecar_viz.files.reading.complaints import explained  # noqa: PLC0415

        problem = explained(text, name, error, lambda text: yaml.parse(text, LOADER))
        raise LessonError([problem]) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        words = " ".join(str(error).split())
        raise LessonError([Problem(Location(name), "syntax", words)]) from error


class _Builder:
    """Builds the tree from events, and counts what it has built."""

    def __init__(self, name: str, text: str) -> None:
        self._ends: list[int] | None = None
        if YAML_BREAKS.search(text):
            self._ends = [end.start() for end in re.finditer("\n", text)]
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._name = name
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._unused: dict[str, Scalar] = {}
        self._count = 0
        self._aliases = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        """Add what the *event* means to the tree."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is SequenceStartEvent or kind is MappingStartEvent:
            self._open(event)
        elif kind is SequenceEndEvent or kind is MappingEndEvent:
            self._close()
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is DocumentStartEvent:
            self._document(event)

    def end(self) -> None:
        """Note what can only be known at the end: names that nothing stands for."""
        for anchor, node in self._unused.items():
            message = f"&{anchor} is a name that nothing uses; {in_quotes('&')}"
            self._note_at(node, "alias", message)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(event, "syntax", "a file holds one lesson; end it before '---'")
        if event.tags:
            self._stop(event, "tag", "%TAG lines are not allowed")

    def _scalar(self, event: Any) -> None:
        text = event.value
        if len(text) > MAX_SCALAR:
            message = f"a text of {len(text)} characters; {MAX_SCALAR} are allowed"
            self._stop(event, "too-big", message)
        plain = not event.style and event.tag != TEXT
        node = Scalar(*self._at(event), text, plain)
        if event.style == '"' and UNFIT.search(text):
            self._note(event, "binary", "control characters are not allowed in a text")
            node.text = UNFIT.sub(" ", text)
        if event.tag is not None:
            self._tagged(event)
        self._counted(event, 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, 1)
            if plain and text:
                self._unused[event.anchor] = node
        self._place(node)

    def _open(self, event: Any) -> None:
        if len(self._frames) >= MAX_DEPTH:
            self._stop(event, "depth", f"nested deeper than {MAX_DEPTH} levels")
        if event.tag is not None:
            self._tagged(event)
        line, column = self._at(event)
        node: Items | Fields
        if type(event) is SequenceStartEvent:
            node = Items(line, column, [])
        else:
            node = Fields(line, column, {}, {})
        if event.anchor is not None:
            self._anchors.pop(event.anchor, None)
        self._frames.append(_Frame(node, event.anchor, self._count))
        self._counted(event, 1)

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (frame.node, self._count - frame.count)
        self._place(frame.node)

    def _alias(self, event: Any) -> None:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            self._stop(event, "alias", f"more than {MAX_ALIASES} aliases")
        if event.anchor not in self._anchors:
            message = f"*{event.anchor} stands for nothing that is written above it"
            message += f"; {in_quotes('*')}"
            self._stop(event, "alias", message)
        self._unused.pop(event.anchor, None)
        node, size = self._anchors[event.anchor]
        self._counted(event, size)
        self._place(node)

    def _place(self, node: Node) -> None:
        if not self._frames:
            self.root = node
            return
        frame = self._frames[-1]
        if isinstance(frame.node, Items):
            frame.node.nodes.append(node)
        elif frame.key is None:
            frame.key = self._key(node)
        else:
            self._enter(frame.node, frame.key, node)
            frame.key = None

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        message = "a field's name must be a plain word, not a list or a group of fields"
        self._note_at(node, "shape", message)
        return Scalar(node.line, node.column, "", plain=False)

    def _enter(self, fields: Fields, key: Scalar, node: Node) -> None:
        first = fields.keys.get(key.text)
        if first is None:
            fields.keys[key.text] = key
            fields.nodes[key.text] = node
        elif key.text:
            message = f"{shown(key.text)} is written twice, first in line {first.line}"
            self._note_at(key, "duplicate", message)

    def _counted(self, event: Any, size: int) -> None:
        self._count += size
        if self._count > MAX_NODES:
            message = (
                f"more than {MAX_NODES} parts, aliases counted where they are used"
            )
            self._stop(event, "too-big", message)

    def _tagged(self, event: Any) -> None:
        way = in_quotes("!") if event.tag.startswith("!") else "write the text alone"
        message = f"tags such as {shown(event.tag)} are not allowed; {way}"
        self._note(event, "tag", message)

    def _note(self, event: Any, code: str, text: str) -> None:
        place = Location(self._name, *self._at(event))
        self.problems.append(Problem(place, code, text))

    def _at(self, event: Any) -> tuple[int, int]:
        """Return an event's line and column as editors count them, from 1."""
        mark = event.start_mark
        if self._ends is None:
            return mark.line + 1, mark.column + 1
        line = bisect_left(self._ends, mark.index)
        begin = self._ends[line - 1] + 1 if line else 0
        return line + 1, mark.index - begin + 1

    def _note_at(self, node: Node, code: str, text: str) -> None:
        place = Location(self._name, node.line, node.column)
        self.problems.append(Problem(place, code, text))

    def _stop(self, event: Any, code: str, text: str) -> None:
        """Give up, as the rest cannot be read safely."""
        self._note(event, code, text)
        raise LessonError(self.problems)
