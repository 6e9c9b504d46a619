"""Reads one scalar of a tree into a value: a text, a number, a choice, true or false.

Every reader goes on after a mistake: it notes the problem with its place and puts
a stand-in where the value should be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from msgspec import Meta

from sidecar_viz.files.reading.problems import Location, Meant, Problem, shown
from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar

MOST_OF_ID = 60
MOST_OF_TEXT = 4000  # characters; what may be longer is a sample
MOST_LINES, MOST_LINES_OF_SAMPLE = 200, 2000
WHOLE = re.compile(r"^[+-]?[0-9]{1,12}$")
NUMBER = re.compile(r"^[+-]?(?:[0-9]{1,12}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})$")
TRUTH = {"true": True, "True": True, "false": False, "False": False}
YES, NO = ("yes", "on", "1", "true"), ("no", "off", "0", "false")
NEWER = "; a newer version of the program may know it"


class Notes:
    """Collects the problems of one file."""

    def __init__(self, name: str) -> None:
        """Begin without problems, for the file called *name*."""
        self.name = name
        self.problems: list[Problem] = []
        self._hints = Meant()

    def add(self, node: Node, code: str, text: str) -> None:
        """Note a problem at the place of the *node*."""
        place = Location(self.name, node.line, node.column)
        self.problems.append(Problem(place, code, text))

    def near(self, word: str, known: tuple[str, ...]) -> str:
        """Say of one of the first wrong words what was meant, or ""."""
        return self._hints.near(word, known)


class Shape(NamedTuple):
    """How a type is read, and the stand-in for a wrong value."""

    read: Callable[[Node, Notes], Any]
    stand_in: Callable[[], Any]


def text_shape(meta: Meta) -> Shape:
    """Read a text of at most so many characters and lines, or one of a pattern."""
    most = meta.max_length or 1_000_000
    lines = MOST_LINES_OF_SAMPLE if most > MOST_OF_TEXT else MOST_LINES
    pattern = re.compile(meta.pattern) if meta.pattern else None

    def read(node: Node, notes: Notes) -> str:
        if type(node) is not Scalar:
            notes.add(node, "type", f"expected text, found {kind_of(node)}")
            return ""
        text = node.text.rstrip("\n")
        if len(text) > most:
            message = f"{len(text)} characters; at most {most} are allowed"
            notes.add(node, "range", message)
        elif len(text) >= lines and len(text.splitlines()) > lines:
            many = len(text.splitlines())
            notes.add(node, "range", f"{many} lines; at most {lines} are allowed")
        elif pattern and not pattern.match(text):
            message = f"{shown(text)} does not fit: {meta.description}"
            notes.add(node, "id", _not_an_id(text) if most == MOST_OF_ID else message)
        return text

    return Shape(read, str)


def _not_an_id(text: str) -> str:
    if not text:
        return "expected a name, found nothing"
    odd = held_in(text)
    if odd:
        return f"{shown(text)} is not lower-case letters, digits and hyphens{odd}"
    better = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    hint = f"; did you mean {better}?" if better else ""
    return f"{shown(text)} is not lower-case letters, digits and hyphens{hint}"


def number_shape(
    kind: type[int | float], pattern: re.Pattern[str], noun: str, meta: Meta
) -> Shape:
    """Read a number that is written as the *pattern* says, within its bounds."""
    least, most = meta.ge, meta.le

    def read(node: Node, notes: Notes) -> float:
        value = kind(least or 0)
        if type(node) is not Scalar:
            notes.add(node, "type", f"expected {noun}, found {kind_of(node)}")
        elif not pattern.match(node.text):
            found = shown(node.text) + held_in(node.text)
            notes.add(node, "type", f"expected {noun}, found {found}")
        elif not node.plain:
            notes.add(node, "type", f"expected {noun}; write it without quotes")
        else:
            value = kind(node.text)
            if least is not None and value < least:
                notes.add(node, "range", f"{node.text} is less than {least}")
            if most is not None and value > most:
                notes.add(node, "range", f"{node.text} is more than {most}")
        return value

    return Shape(read, lambda: kind(least or 0))


def read_truth(node: Node, notes: Notes) -> bool:
    """Read true or false, without quotes."""
    if type(node) is Scalar and node.plain and node.text in TRUTH:
        return TRUTH[node.text]
    found = shown(node.text) if type(node) is Scalar else kind_of(node)
    notes.add(node, "type", f"expected true or false, found {found}{_truer(node)}")
    return False


def _truer(node: Node) -> str:
    """Return what somebody who wrote neither true nor false probably meant."""
    word = node.text.lower() if type(node) is Scalar else ""
    if word in TRUTH:
        return "; write it without quotes"
    meant_so = "true" if word in YES else "false" if word in NO else ""
    odd = held_in(word) if type(node) is Scalar else ""
    return f"; did you mean {meant_so}?" if meant_so else odd


def choice_shape(values: tuple[Any, ...]) -> Shape:
    """Read one of some words or numbers."""
    known = {str(value): value for value in values}
    versions = all(isinstance(value, int) for value in values)
    names = (" or " if versions else ", ").join(known)

    def read(node: Node, notes: Notes) -> Any:
        if type(node) is not Scalar:
            notes.add(node, "type", f"expected {names}, found {kind_of(node)}")
        elif node.text not in known and versions:
            message = f"expected {names}, found {shown(node.text)}"
            notes.add(node, "choice", message + NEWER)
        elif node.text not in known:
            message = f"{shown(node.text)} is not one of {names}"
            notes.add(node, "choice", message + notes.near(node.text, tuple(known)))
        else:
            return known[node.text]
        return values[0]

    return Shape(read, lambda: values[0])


def held_in(word: str) -> str:
    """Name what a *word* holds that looks like something else, at a message's end."""
    # Only needed once something is wrong.
    from sidecar_viz.files.reading.lookalikes import held  # noqa: PLC0415

    return held(word)


def held_colon_in(word: str) -> str:
    """Name the colon in a *word* that is none, at a message's end."""
    # Only needed once something is wrong.
    from sidecar_viz.files.reading.lookalikes import held_colon  # noqa: PLC0415

    return held_colon(word)


def misread(node: Node) -> str:
    """Name what made YAML take the hyphens or names of a part for a text."""
    # Only needed once something is wrong.
    from sidecar_viz.files.reading import lookalikes  # noqa: PLC0415

    if type(node) is not Scalar:
        return ""
    places = lookalikes.odd_places(node.text, near=False)
    if not places:
        return ""
    return f"; it holds {lookalikes.named_with_way(node.text[places[0]])}"


def kind_of(node: Node) -> str:
    """Say in words what stands at a node."""
    if type(node) is Items:
        return "a list"
    if type(node) is Fields:
        return "a group of fields"
    return shown(node.text) if type(node) is Scalar and node.text else "nothing"
