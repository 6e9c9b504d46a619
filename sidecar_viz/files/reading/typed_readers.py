"""Makes readers from the lesson's types; they turn nodes of a tree into values.

Every reader goes on after a mistake: it notes the problem with its place and puts
a stand-in where the value should be, so that the rest of the file is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
)

from msgspec import Meta, Struct
from msgspec.structs import fields as struct_fields

from sidecar_viz.files.reading.problems import Location, Problem, counted, meant, shown
from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar

MOST_OF_ID = 60
MOST_OF_TEXT = 4000  # characters; what may be longer is a sample
MOST_LINES, MOST_LINES_OF_SAMPLE = 200, 2000
WHOLE = re.compile(r"^[+-]?[0-9]{1,12}$")
WORD = re.compile(r"^[A-Za-z0-9-]+$")
NUMBER = re.compile(r"^[+-]?(?:[0-9]{1,12}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})$")
TRUTH = {"true": True, "True": True, "false": False, "False": False}
YES, NO = ("yes", "on", "1", "true"), ("no", "off", "0", "false")
NOTHING = frozenset({"", "~"})
NEWER = "; a newer version of the program may know it"
SPLIT = "; a text with a comma inside braces needs quotes"


class Notes:
    """Collects the problems of one file."""

    def __init__(self, name: str) -> None:
        """Begin without problems, for the file called *name*."""
        self.name = name
        self.problems: list[Problem] = []

    def add(self, node: Node, code: str, text: str) -> None:
        """Note a problem at the place of the *node*."""
        place = Location(self.name, node.line, node.column)
        self.problems.append(Problem(place, code, text))


class Shape(NamedTuple):
    """How a type is read, and the stand-in for a wrong value."""

    read: Callable[[Node, Notes], Any]
    stand_in: Callable[[], Any]


@cache
def shape_of(hint: Any) -> Shape:
    """Return the shape of a type: Struct, tuple of one, text, number or choice."""
    origin = get_origin(hint)
    if origin is Annotated:
        plain, *extras = get_args(hint)
        metas = [extra for extra in extras if isinstance(extra, Meta)]
        return _bounded(plain, metas)
    if origin is Literal:
        return _choice(get_args(hint))
    if origin in (Union, UnionType):
        (rest,) = (part for part in get_args(hint) if part is not NoneType)
        return _optional(shape_of(rest))
    return _bounded(hint, [])


def _bounded(hint: Any, metas: list[Meta]) -> Shape:
    meta = metas[0] if metas else Meta()
    if get_origin(hint) is tuple:
        (inner, *_) = get_args(hint)
        texts = inner is str or get_args(inner)[:1] == (str,)
        return _list(shape_of(inner), meta, texts=texts)
    if hint is str:
        return _text(meta)
    if hint is int:
        return _number(int, WHOLE, "a whole number", meta)
    if hint is float:
        return _number(float, NUMBER, "a number", meta)
    if hint is bool:
        return Shape(_truth, bool)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return _struct(hint)
    raise TypeError(hint)


def _text(meta: Meta) -> Shape:
    most = meta.max_length or 1_000_000
    lines = MOST_LINES_OF_SAMPLE if most > MOST_OF_TEXT else MOST_LINES
    pattern = re.compile(meta.pattern) if meta.pattern else None

    def read(node: Node, notes: Notes) -> str:
        if type(node) is not Scalar:
            notes.add(node, "type", f"expected text, found {_kind(node)}")
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
    odd = _held(text)
    if odd:
        return f"{shown(text)} is not lower-case letters, digits and hyphens{odd}"
    better = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    hint = f"; did you mean {better}?" if better else ""
    return f"{shown(text)} is not lower-case letters, digits and hyphens{hint}"


def _number(
    kind: type[int | float], pattern: re.Pattern[str], noun: str, meta: Meta
) -> Shape:
    least, most = meta.ge, meta.le

    def read(node: Node, notes: Notes) -> float:
        value = kind(least or 0)
        if type(node) is not Scalar:
            notes.add(node, "type", f"expected {noun}, found {_kind(node)}")
        elif not pattern.match(node.text):
            found = shown(node.text) + _held(node.text)
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


def _truth(node: Node, notes: Notes) -> bool:
    if type(node) is Scalar and node.plain and node.text in TRUTH:
        return TRUTH[node.text]
    found = shown(node.text) if type(node) is Scalar else _kind(node)
    notes.add(node, "type", f"expected true or false, found {found}{_truer(node)}")
    return False


def _truer(node: Node) -> str:
    """Return what somebody who wrote neither true nor false probably meant."""
    word = node.text.lower() if type(node) is Scalar else ""
    if word in TRUTH:
        return "; write it without quotes"
    meant_so = "true" if word in YES else "false" if word in NO else ""
    odd = _held(word) if type(node) is Scalar else ""
    return f"; did you mean {meant_so}?" if meant_so else odd


def _choice(values: tuple[Any, ...]) -> Shape:
    known = {str(value): value for value in values}
    versions = all(isinstance(value, int) for value in values)
    names = (" or " if versions else ", ").join(known)

    def read(node: Node, notes: Notes) -> Any:
        if type(node) is not Scalar:
            notes.add(node, "type", f"expected {names}, found {_kind(node)}")
        elif node.text not in known and versions:
            message = f"expected {names}, found {shown(node.text)}"
            notes.add(node, "choice", message + NEWER)
        elif node.text not in known:
            message = f"{shown(node.text)} is not one of {names}"
            notes.add(node, "choice", message + meant(node.text, tuple(known)))
        else:
            return known[node.text]
        return values[0]

    return Shape(read, lambda: values[0])


def _optional(shape: Shape) -> Shape:
    def read(node: Node, notes: Notes) -> Any:
        if type(node) is Scalar and node.plain and node.text in NOTHING:
            return None
        return shape.read(node, notes)

    return Shape(read, NoneType)


def _list(item: Shape, meta: Meta, *, texts: bool) -> Shape:
    least, most = meta.min_length or 0, meta.max_length

    def read(node: Node, notes: Notes) -> tuple[Any, ...]:
        values: tuple[Any, ...] = ()
        if type(node) is Items:
            values = tuple([item.read(part, notes) for part in node.nodes])
        elif not (type(node) is Scalar and node.plain and node.text in NOTHING):
            message = f"expected a list, each item after a hyphen, found {_kind(node)}"
            one = texts and type(node) is Scalar and WORD.match(node.text)
            hint = f"; write [{one[0]}]" if one else _misread(node)
            notes.add(node, "type", message + hint)
            return values
        if len(values) < least:
            message = f"{counted(len(values), 'item')}; needs at least {least}"
            notes.add(node, "range", message)
        if most is not None and len(values) > most:
            notes.add(node, "range", f"{len(values)} items; at most {most} are allowed")
        return values

    return Shape(read, tuple)


def _struct(kind: type[Struct]) -> Shape:
    parts = struct_fields(kind)
    names = tuple(part.encode_name for part in parts)
    fields = {part.encode_name: part.name for part in parts}
    shapes = {part.encode_name: shape_of(part.type) for part in parts}
    needed = [part.encode_name for part in parts if part.required]
    noun = _with_article(kind.__name__)

    def stand_in() -> Any:
        return kind(**{fields[name]: shapes[name].stand_in() for name in needed})

    def read(node: Node, notes: Notes) -> Any:
        if type(node) is not Fields:
            message = f"expected fields of {noun}, found {_kind(node)}"
            notes.add(node, "type", message + _misread(node))
            return stand_in()
        values = {}
        for name, part in node.nodes.items():
            shape = shapes.get(name)
            if shape is None:
                message = f"{shown(name)} is no field of {noun}"
                hint = _held(name) if _held(name[:1]) else ""
                hint = hint or (SPLIT if " " in name else meant(name, names))
                notes.add(node.keys[name], "field", message + hint)
            else:
                values[fields[name]] = shape.read(part, notes)
        for name in needed:
            if name not in node.nodes:
                notes.add(node, "missing", f"{noun} needs the field {name}")
                values[fields[name]] = shapes[name].stand_in()
        return kind(**values)

    return Shape(read, stand_in)


def _with_article(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f"{'an' if words[0] in 'aeio' else 'a'} {words}"


def _held(word: str) -> str:
    """Name what a *word* holds that looks like something else, at a message's end."""
    # Only needed once something is wrong.
    from sidecar_viz.files.reading.lookalikes import held  # noqa: PLC0415

    return held(word)


def _misread(node: Node) -> str:
    """Name what made YAML take the hyphens or names of a part for a text."""
    # Only needed once something is wrong.
    from sidecar_viz.files.reading import lookalikes  # noqa: PLC0415

    if type(node) is not Scalar:
        return ""
    places = lookalikes.odd_places(node.text, near=False)
    if not places:
        return ""
    return f"; it holds {lookalikes.named_with_way(node.text[places[0]])}"


def _kind(node: Node) -> str:
    if type(node) is Items:
        return "a list"
    if type(node) is Fields:
        return "a group of fields"
    return shown(node.text) if type(node) is Scalar and node.text else "nothing"
