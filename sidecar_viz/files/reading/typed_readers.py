"""Makes readers from the lesson's types; they turn nodes of a tree into values.

Every reader goes on after a mistake: it notes the problem with its place and puts
a stand-in where the value should be, so that the rest of the file is read as well.
"""

from __future__ import annotations

import re
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
)

from msgspec import Meta, Struct
from msgspec.structs import fields as struct_fields

from sidecar_viz.files.reading.problems import AT_MOST, counted, nearest, shown
from sidecar_viz.files.reading.scalar_readers import (
    NUMBER,
    WHOLE,
    Notes,
    Shape,
    choice_shape,
    held_colon_in,
    held_in,
    kind_of,
    misread,
    number_shape,
    read_truth,
    text_shape,
)
from sidecar_viz.files.reading.tree import Fields, Items, Node, Scalar

WORD = re.compile(r"^[A-Za-z0-9-]+$")
NOTHING = frozenset({"", "~"})
SPLIT = "; a text with a comma inside braces needs quotes"

NUMBERS: dict[type[int | float], tuple[re.Pattern[str], str]] = {
    int: (WHOLE, "a whole number"),
    float: (NUMBER, "a number"),
}


@cache
def shape_of(hint: Any) -> Shape:
    """Return the shape of a type: Struct, tuple of one, text, number or choice."""
    origin = get_origin(hint)
    if origin is Annotated:
        plain, *extras = get_args(hint)
        metas = [extra for extra in extras if isinstance(extra, Meta)]
        return _bounded(plain, metas)
    if hint is bool:
        return Shape(read_truth, bool)
    if origin is Literal:
        return choice_shape(get_args(hint))
    if origin in (Union, UnionType):
        parts = [part for part in get_args(hint) if part is not NoneType]
        rest = shape_of(parts[0]) if len(parts) == 1 else _one_of(parts)
        return _optional(rest) if NoneType in get_args(hint) else rest
    return _bounded(hint, [])


def _one_of(parts: list[Any]) -> Shape:
    """Read a text as it is written; where numbers are meant, an amount with a sign."""
    (text,) = (part for part in parts if _plain(part) is str)
    written = shape_of(text)
    if parts[0] is text:
        return written
    number, amount = shape_of(parts[0]), re.compile(_pattern(text))

    def read(node: Node, notes: Notes) -> Any:
        if type(node) is Scalar and amount.match(node.text):
            return node.text
        return number.read(node, notes)

    return Shape(read, number.stand_in)


def _plain(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _pattern(hint: Any) -> str:
    metas = get_args(hint)[1:]
    return "".join(m.pattern or "" for m in metas if isinstance(m, Meta))


def _bounded(hint: Any, metas: list[Meta]) -> Shape:
    meta = metas[0] if metas else Meta()
    if get_origin(hint) is dict:
        name, value = map(shape_of, get_args(hint))
        return _mapping(name, value, meta)
    if get_origin(hint) is tuple:
        (inner, *_) = get_args(hint)
        texts = inner is str or get_args(inner)[:1] == (str,)
        return _list(shape_of(inner), meta, texts=texts)
    if hint is str:
        return text_shape(meta)
    if hint in NUMBERS:
        return number_shape(hint, *NUMBERS[hint], meta)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return _struct(hint)
    raise TypeError(hint)


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
        elif not _says_nothing(node):
            message = (
                f"expected a list, each item after a hyphen, found {kind_of(node)}"
            )
            one = texts and type(node) is Scalar and WORD.match(node.text)
            hint = f"; write [{one[0]}]" if one else misread(node)
            notes.add(node, "type", message + hint)
            return values
        if len(values) < least:
            message = f"{counted(len(values), 'item')}; needs at least {least}"
            notes.add(node, "range", message)
        if most is not None and len(values) > most:
            notes.add(node, "range", f"{len(values)} items; at most {most} are allowed")
        return values

    return Shape(read, tuple)


def _mapping(name: Shape, value: Shape, meta: Meta) -> Shape:
    most = meta.max_length

    def read(node: Node, notes: Notes) -> dict[str, Any]:
        if type(node) is not Fields:
            message = "expected names with values, such as { phase: Pending }, found"
            notes.add(node, "type", f"{message} {kind_of(node)}{misread(node)}")
            return {}
        if most is not None and len(node.nodes) > most:
            message = f"{len(node.nodes)} names; at most {most} are allowed"
            notes.add(node, "range", message)
        return {
            name.read(node.keys[key], notes): value.read(part, notes)
            for key, part in node.nodes.items()
        }

    return Shape(read, dict)


def _says_nothing(node: Node) -> bool:
    """Return whether nothing is written there, or a sign for it."""
    return type(node) is Scalar and node.plain and node.text in NOTHING


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
            message = f"expected fields of {noun}, found {kind_of(node)}"
            notes.add(node, "type", message + misread(node))
            return stand_in()
        values = {}
        for name, part in node.nodes.items():
            shape = shapes.get(name)
            if shape is None:
                message = f"{shown(name)} is no field of {noun}"
                hint = held_in(name) if held_in(name[:1]) else held_colon_in(name)
                split = " " in name and _says_nothing(part)
                hint = hint or (SPLIT if split else notes.near(name, names))
                notes.add(node.keys[name], "field", message + hint)
                few = len(notes.problems) <= AT_MOST
                near = nearest(name, names) if few else ""
                if near and near not in node.nodes and fields[near] not in values:
                    trial, shape = Notes(notes.name), shapes[near]
                    value = shape.read(part, trial)
                    if not trial.problems:  # nothing follows from the one mistake
                        values[fields[near]] = value
            else:
                values[fields[name]] = shape.read(part, notes)
        for name in needed:
            if fields[name] not in values:
                notes.add(node, "missing", f"{noun} needs the field {name}")
                values[fields[name]] = shapes[name].stand_in()
        return kind(**values)

    return Shape(read, stand_in)


def _with_article(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f"{'an' if words[0] in 'aeio' else 'a'} {words}"
