"""Says what is wrong with a value of a script, in words for who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.problems import Meant, shown

AT = re.compile(r"(?P<said>.*?)(?: - at `\$(?P<way>[^`]*)`)?", re.DOTALL)
STEP = re.compile(r"\.([\w-]+)|\[(\d+)\]")
UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
MISSING = re.compile(r"Object missing required field `(.*)`")
BOUND = re.compile(r"Expected `int` ([<>]=) (\d+)")
LENGTH = re.compile(r"Expected `array` of length (\d+), got (\d+)")
TYPE = re.compile(r"Expected `([^`]*)`, got `([^`]*)`")
VALUE = re.compile(r"Invalid enum value (?P<word>'.*')", re.DOTALL)
WANTED = {
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
    "str": "a word",
    "object": "fields",
    "array": "a list",
    "null": "null",
}
"""What a value of each type is called; the first words are msgspec's."""


def said_of(
    error: msgspec.ValidationError, kind: Any, value: object, hints: Meant
) -> tuple[Route, str]:
    """Return the way to what is wrong in a *value* that is no *kind*, and the words."""
    found = AT.fullmatch(str(error))
    way = STEP.findall((found and found["way"]) or "")
    route: Route = tuple(word or int(number) for word, number in way)
    said = found["said"] if found else str(error)
    if unknown := UNKNOWN.fullmatch(said):
        name = unknown[1]
        known = tuple(_fields(_at(kind, route)))
        near = hints.near(name, known) or f"; there is {', '.join(known)}"
        return (*route, name), f"there is no field {shown(name)} here{near}"
    if missing := MISSING.fullmatch(said):
        return route, f"the field {missing[1]} is missing"
    if number := _number_wanted(said, value, route):
        return route, number
    if VALUE.fullmatch(said):
        return route, _none_of(_at(kind, route), _value(value, route), hints)
    if wrong := TYPE.fullmatch(said):
        return route, _not_wanted(_at(kind, route), wrong[1], _value(value, route))
    return route, said[:1].lower() + said[1:]


def _number_wanted(said: str, value: object, route: Route) -> str:
    """Return how many values are wanted, or how great a number; "" if neither is."""
    if length := LENGTH.fullmatch(said):
        return f"{length[1]} values are wanted here, not {length[2]}"
    if bound := BOUND.fullmatch(said):
        most = "at most" if bound[1] == "<=" else "at least"
        return f"{most} {bound[2]} is wanted, not {_told(_value(value, route))}"
    return ""


def _none_of(hint: Any, value: object, hints: Meant) -> str:
    words = tuple(_words(hint))
    others = [*words, *_named_fields(hint)]
    near = hints.near(str(value), words)
    return f"{_told(value)} is none of {', '.join(others)}{near}"


def _not_wanted(hint: Any, types: str, value: object) -> str:
    wanted = [WANTED[name] for name in types.split(" | ") if name in WANTED]
    words = list(_words(hint))
    if words and "str" in types:
        wanted = [", ".join(words), *(w for w in wanted if w != WANTED["str"])]
    wanted = [w if w != "fields" else "".join(_named_fields(hint)) for w in wanted]
    return f"wanted is {' or '.join(wanted) or types}, not {_told(value)}"


def _told(value: object) -> str:
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return "fields"
    return "a list" if isinstance(value, list) else "null"


def _value(value: object, route: Route) -> object:
    for step in route:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    return value


def _at(hint: Any, route: Route) -> Any:
    """Return the type at the end of a way that begins at a type."""
    for step in route:
        hint = next(_inner(hint, step), None)
    return hint


def _inner(hint: Any, step: str | int) -> Iterator[Any]:
    for part in _parts(hint):
        if isinstance(part, type) and issubclass(part, Struct):
            fields = msgspec.structs.fields(part)
            yield from (f.type for f in fields if f.encode_name == step)
        elif get_origin(part) is dict:
            yield get_args(part)[1]
        elif get_origin(part) is tuple and isinstance(step, int):
            parts = get_args(part)
            yield parts[0] if parts[-1] is ... else parts[step]


def _parts(hint: Any) -> Iterator[Any]:
    """Yield the types of which a value may be one, None left out."""
    if get_origin(hint) in (Union, UnionType):
        yield from (part for part in get_args(hint) if part is not NoneType)
    else:
        yield hint


def _fields(hint: Any) -> Iterator[str]:
    for part in _parts(hint):
        if isinstance(part, type) and issubclass(part, Struct):
            yield from (field.encode_name for field in msgspec.structs.fields(part))


def _named_fields(hint: Any) -> list[str]:
    """Return in one text which fields may stand here; nothing if none may."""
    known = list(_fields(hint))
    return [f"fields ({', '.join(known)})"] if known else []


def _words(hint: Any) -> Iterator[str]:
    for part in _parts(hint):
        if get_origin(part) is Literal:
            yield from (str(word) for word in get_args(part))
