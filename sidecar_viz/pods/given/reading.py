"""Reads single fields of a manifest, and notes what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from sidecar_viz.files.making.objects import text_of
from sidecar_viz.files.reading.problems import Location, Problem, meant, shown
from sidecar_viz.files.reading.tree import Fields, Node

Word = TypeVar("Word", bound=str)
NAME = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
LONGEST_NAME = 63
UNITS = {
    "": 1.0,
    "k": 1e3,
    "M": 1e6,
    "G": 1e9,
    "T": 1e12,
    "Ki": 2.0**10,
    "Mi": 2.0**20,
    "Gi": 2.0**30,
    "Ti": 2.0**40,
}
SIZE = re.compile(r"([0-9]+(?:\.[0-9]+)?(?:e[0-9]+)?)([kMGT]i?|Ki)?")


class Reading(Struct):
    """The file's name, the lines above the pod's text, and the problems so far."""

    name: str
    above: int
    problems: list[Problem]

    def problem(self, node: Node, path: str, said: str, code: str = "value") -> None:
        """Note what is wrong at a node; *path* leads to it from the pod's spec."""
        place = Location(self.name, node.line + self.above, node.column)
        self.problems.append(Problem(place, code, f"{path}: {said}"))

    def number(self, node: Node | None, path: str, least: int = 0) -> int | None:
        """Read a whole number; None if it is not there or null."""
        if node is None or text_of(node) in ("null", "~"):
            return None
        text = text_of(node)
        if not re.fullmatch(r"-?[0-9]{1,18}", text):
            self.problem(node, path, f"{shown(text)} is no whole number")
            return None
        if int(text) < least:
            self.problem(node, path, f"must be at least {least}, not {text}")
            return None
        return int(text)

    def word(
        self, node: Node | None, path: str, known: Sequence[Word], usual: Word
    ) -> Word:
        """Read one of the words that are known; *usual* if it is not there."""
        if node is None:
            return usual
        text = text_of(node)
        for word in known:
            if text == word:
                return word
        near = meant(text, tuple(known))
        said = f"{shown(text)} is none of {', '.join(known)}{near}"
        self.problem(node, path, said)
        return usual

    def named(self, node: Node, path: str) -> str:
        """Read a name as the API takes it: small letters, digits and hyphens."""
        found = node.nodes.get("name") if isinstance(node, Fields) else None
        text = text_of(found)
        if found is None or not text:
            self.problem(node, f"{path}.name", "a name is required", "missing")
        elif not NAME.fullmatch(text) or len(text) > LONGEST_NAME:
            said = (
                f"{shown(text)} is no name: small letters, digits and hyphens, "
                f"at most {LONGEST_NAME}"
            )
            self.problem(found, f"{path}.name", said)
        return text

    def mebibytes(self, node: Node | None, path: str) -> float | None:
        """Read an amount of memory such as 64Mi; None if it is not there."""
        if node is None:
            return None
        found = SIZE.fullmatch(text_of(node))
        if found is None:
            said = f"{shown(text_of(node))} is no amount of memory such as 64Mi"
            self.problem(node, path, said)
            return None
        return float(found[1]) * UNITS[found[2] or ""] / UNITS["Mi"]
