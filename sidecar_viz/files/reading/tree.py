"""Reads YAML text into a tree of nodes that know their place, within limits.

Scalars stay the text that was written: no word turns into a boolean or a date.
The tree is built from parser events, so a bound is met before memory is spent:
depth, number of nodes (with aliases counted as often as they are used), number
of aliases and length of a scalar. Tags and directives are refused.
"""

from __future__ import annotations

import re
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

from sidecar_viz.files.reading.problems import LessonError, Location, Problem, shown

MAX_DEPTH = 40
MAX_NODES = 100_000
MAX_ALIASES = 200
MAX_SCALAR = 50_000

LIKELY = {
    "mapping values are not allowed": "put a text with a colon in it in quotes; or the"
    " line is indented too far",
    "a tab character": "indent with blanks, not with tabs",
    "cannot start any token": "indent with spaces, not with tabs; a text that begins"
    " with a sign such as @, % or ` needs quotes",
    "expected '-' indicator": "look for a line that is not indented like its"
    " neighbours",
    "expected key": "look for a line that is not indented like its neighbours, or a"
    " quote in the middle of a text",
    "expected <block end>": "look for a line that is not indented like its neighbours,"
    " or a quote in the middle of a text",
    "expected ':'": "a name needs its colon, and a text of several lines a >- before",
    "expected ',' or": "a bracket is not closed, or a text inside it needs quotes",
    "expected the document start": "look for a line that is not indented like its"
    " neighbours",
}
"""For what YAML complains about, what has most likely happened."""

QUOTES, CLOSE = ('"', "'"), "close it where its text ends"
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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
    builder = _Builder(name)
    for event in _events(text, name):
        builder.take(event)
    return builder.root, builder.problems


def _events(text: str, name: str) -> Iterator[Event]:
    """Yield the parser's events; raise its errors as LessonError."""
    try:
        yield from yaml.parse(text, LOADER)
    except yaml.MarkedYAMLError as error:
        open_quote = _open_quote(text, name, error)
        if open_quote is not None:
            raise LessonError([open_quote]) from error
        place = _place(name, error.problem_mark or error.context_mark)
        words = ", ".join(part for part in (error.context, error.problem) if part)
        likely = (f"; {LIKELY[part]}" for part in LIKELY if part in words)
        message = words + next(likely, "")
        raise LessonError([Problem(place, "syntax", message)]) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        words = " ".join(str(error).split())
        raise LessonError([Problem(Location(name), "syntax", words)]) from error


def _place(name: str, mark: Any) -> Location:
    return Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)


def _open_quote(text: str, name: str, error: yaml.MarkedYAMLError) -> Problem | None:
    """Find the quote that was not closed, if that is the cause of the error.

    It is closed by the next quote, many lines below; what follows then makes no sense.
    """
    ends = "end of stream" in str(error.problem)
    if ends and error.context_mark and "quoted scalar" in str(error.context):
        place = _place(name, error.context_mark)
        return Problem(place, "syntax", f"this quote is not closed; {CLOSE}")
    last: Any = None
    try:
        for event in yaml.parse(text, LOADER):
            if type(event) is ScalarEvent and event.style in QUOTES:
                last = event
    except yaml.MarkedYAMLError:
        pass
    line = error.problem_mark.line if error.problem_mark else -1
    if last is None or not last.start_mark.line < last.end_mark.line == line:
        return None
    message = (
        f"this quote is closed only in line {line + 1}, and more follows there; {CLOSE}"
    )
    return Problem(_place(name, last.start_mark), "syntax", message)


class _Builder:
    """Builds the tree from events, and counts what it has built."""

    def __init__(self, name: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._name = name
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
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
        mark = event.start_mark
        plain = not event.style
        node = Scalar(mark.line + 1, mark.column + 1, text, plain)
        if event.style == '"' and UNFIT.search(text):
            self._note(event, "binary", "control characters are not allowed in a text")
            node.text = UNFIT.sub(" ", text)
        if event.tag is not None:
            self._tagged(event)
        self._counted(event, 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, 1)
        self._place(node)

    def _open(self, event: Any) -> None:
        if len(self._frames) >= MAX_DEPTH:
            self._stop(event, "depth", f"nested deeper than {MAX_DEPTH} levels")
        if event.tag is not None:
            self._tagged(event)
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
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
            self._stop(event, "alias", message)
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
        message = (
            f"tags such as {shown(event.tag)} are not allowed; write the text alone"
        )
        self._note(event, "tag", message)

    def _note(self, event: Any, code: str, text: str) -> None:
        mark = event.start_mark
        place = Location(self._name, mark.line + 1, mark.column + 1)
        self.problems.append(Problem(place, code, text))

    def _note_at(self, node: Node, code: str, text: str) -> None:
        place = Location(self._name, node.line, node.column)
        self.problems.append(Problem(place, code, text))

    def _stop(self, event: Any, code: str, text: str) -> None:
        """Give up, as the rest cannot be read safely."""
        self._note(event, code, text)
        raise LessonError(self.problems)
