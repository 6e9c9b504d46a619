"""A part of a manifest with its path, and what kind of value is written there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from sidecar_viz.files.making.objects import text_of
from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar

Value = Literal["nothing", "string", "number", "bool", "array", "object"]
"""What JSON would call it; nothing: it is not written, or null."""

NULL = re.compile(r"|~|null|Null|NULL")
TRUE = re.compile(r"[yY]|yes|Yes|YES|on|On|ON|true|True|TRUE")
BOOL = re.compile(rf"{TRUE.pattern}|[nN]|no|No|NO|off|Off|OFF|false|False|FALSE")
WHOLE = re.compile(r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o?[0-7_]+|[0-9][0-9_]*)")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
OCTAL = re.compile(r"([-+]?)0o?([0-7]+)")
DECIMAL_ZEROS = re.compile(r"[-+]?0[0-9]")
FORMS: tuple[tuple[Value, re.Pattern[str]], ...] = (
    ("nothing", NULL),
    ("bool", BOOL),
    ("number", WHOLE),
    ("number", FLOAT),
)
NO_TEXT = frozenset("~.+-0123456789nNyYtTfFoO")  # with which all of them begin
LONGEST = 20  # signs of a whole number that is looked at: the least of 64 bits


class Spot(Struct, frozen=True):
    """A place in a manifest; *at* is what to point at if nothing is written there."""

    node: Node | None
    path: str
    at: Node

    @property
    def value(self) -> Value:
        """What is written here, as kubectl takes YAML."""
        return "nothing" if self.node is None else value_of(self.node)

    @property
    def written(self) -> bool:
        """Whether anything but null is written here."""
        return self.value != "nothing"

    @property
    def text(self) -> str:
        """The text of a single value, "" if there is none."""
        return text_of(self.node) if self.written else ""

    @property
    def whole(self) -> int | None:
        """The whole number here; None if it is none."""
        return whole_of(self.node) if isinstance(self.node, Scalar) else None

    @property
    def true(self) -> bool:
        """Whether it says true."""
        node = self.node
        return (
            isinstance(node, Scalar) and node.plain and bool(TRUE.fullmatch(node.text))
        )

    def __getitem__(self, name: str) -> Spot:
        """Return what a field leads to, also if it is not written."""
        path = f"{self.path}.{name}" if self.path else name
        found = self.node.nodes.get(name) if isinstance(self.node, Fields) else None
        return Spot(found, path, self.at if found is None else found)

    def way(self, *names: str) -> Spot:
        """Return what fields within fields lead to."""
        spot = self
        for name in names:
            spot = spot[name]
        return spot

    def items(self) -> Iterator[Spot]:
        """Yield what is in the list here, if it is one."""
        for number, one in enumerate(
            self.node.nodes if isinstance(self.node, Items) else ()
        ):
            yield Spot(one, f"{self.path}[{number}]", one)

    def names(self) -> tuple[str, ...]:
        """Return the names of the fields here that are not null."""
        if not isinstance(self.node, Fields):
            return ()
        return tuple(
            n for n, one in self.node.nodes.items() if value_of(one) != "nothing"
        )

    def entries(self) -> Iterator[tuple[str, Spot]]:
        """Yield what is in the map here, each with a path such as `limits[cpu]`."""
        for name, one in (
            self.node.nodes.items() if isinstance(self.node, Fields) else ()
        ):
            yield name, Spot(one, f"{self.path}[{name}]", one)

    def key(self, name: str) -> Spot:
        """Return a field's name as a place, to point at it."""
        if isinstance(self.node, Fields) and name in self.node.keys:
            key = self.node.keys[name]
            return Spot(key, self[name].path, key)
        return self[name]


def value_of(node: Node) -> Value:
    """Return what a node is to JSON, by YAML 1.1 as kubectl reads it."""
    if isinstance(node, Fields):
        return "object"
    if isinstance(node, Items):
        return "array"
    if not node.plain or (node.text and node.text[0] not in NO_TEXT):
        return "string"
    return next((value for value, form in FORMS if form.fullmatch(node.text)), "string")


def whole_of(node: Scalar) -> int | None:
    """Return the whole number that is written in a node, without quotes."""
    text = node.text.replace("_", "")
    if not node.plain or len(text) > LONGEST:
        return None
    octal = OCTAL.fullmatch(text)
    if octal:
        return int(octal[1] + octal[2], 8)
    if WHOLE.fullmatch(text) and not DECIMAL_ZEROS.match(text):
        return int(text, 0)
    if FLOAT.fullmatch(text) and float(text).is_integer():
        return int(float(text))
    return None
