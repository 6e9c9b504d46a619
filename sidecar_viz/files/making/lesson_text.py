"""Writes a typed lesson as the text of its file, for people to go on from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import NODEFAULT, Struct
from msgspec.structs import replace

from sidecar_viz.core.lesson import Lesson

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
WIDE = 96
FIRST = ("format", "id", "step", "from", "to", "title")
"""The fields that a part begins with, in this order."""
INDENT = 2
PLACES = 12  # behind the point: so many are read
SAFE = re.compile(r"[A-Za-z][A-Za-z0-9 ._/()-]*[A-Za-z0-9.)]|[A-Za-z]")
BREAKS = {ord(one): f"\\u{ord(one):04x}" for one in "\x85\u2028\u2029"}
"""What ends a line for YAML alone, and how it is written so that it does not."""
WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def lesson_text(lesson: Lesson, comments: Sequence[str] = ()) -> str:
    """Return the text of a lesson's file; fields that are as usual are left out.

    *comments* stand at its head, a line each. Reading it gives the same lesson.
    """
    lines = [f"# {' '.join(one.split())}".rstrip() for one in comments]
    for key, value in plain_part(lesson).items():
        if isinstance(value, (list, dict)):
            lines.append("")
        lines.extend(_field(key, value, 0))
    return "\n".join(lines) + "\n"


def written_out(lesson: Lesson) -> Lesson:
    """Return a lesson that needs no manifest beside it, whatever it was made of."""
    if lesson.simulate is None:
        return lesson
    steps = tuple(replace(step, at=None) for step in lesson.steps)
    return replace(lesson, steps=steps, simulate=None)


def plain_part(part: Struct) -> dict[str, Plain]:
    """Return a part of a lesson as plain values, without what is as usual."""
    found: dict[str, Plain] = {}
    for field in msgspec.structs.fields(part):
        value = getattr(part, field.name)
        usual = field.default
        if field.default_factory is not NODEFAULT:
            usual = field.default_factory()
        if usual is NODEFAULT or value != usual:
            found[field.encode_name] = _plain(value)
    names = sorted(found, key=lambda name: (*FIRST, name).index(name))
    return {name: found[name] for name in names}


def _plain(value: object) -> Plain:
    if isinstance(value, Struct):
        return plain_part(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    raise TypeError(f"a lesson has no {type(value).__name__}")


def _field(key: str, value: Plain, indent: int) -> Iterator[str]:
    """Yield the lines of a field: in one line, as a text of lines, or as a block."""
    head = f"{' ' * indent}{key}:"
    if isinstance(value, str) and ("\n" in value or len(head) + len(value) > WIDE):
        yield from _text(head, value, indent + INDENT)
        return
    flow = f"{head} {_flow(value)}"
    if not isinstance(value, (list, dict)) or (indent and len(flow) <= WIDE):
        yield flow
        return
    yield head
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _field(name, inner, indent + INDENT)
        return
    for item in value:
        yield from _item(item, indent + INDENT)


def _item(item: Plain, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}- "
    flow = head + _flow(item)
    if not isinstance(item, dict) or (len(flow) <= WIDE and _is_small(item)):
        yield flow
        return
    lines = [
        line
        for key, value in item.items()
        for line in _field(key, value, indent + INDENT)
    ]
    yield head + lines[0].lstrip(" ")
    yield from lines[1:]


def _is_small(item: dict[str, Plain]) -> bool:
    return not any(
        isinstance(value, str) and len(value) > 60 for value in item.values()
    )


def _text(head: str, text: str, indent: int) -> Iterator[str]:
    """Yield a text of many lines as it is, a long one folded where that is the same."""
    blank = " " * indent
    lines = text.split("\n")
    cut = text.endswith("\n") or any(line != line.rstrip() for line in lines)
    if cut or any(chr(one) in text for one in BREAKS):
        yield f"{head} {_quoted(text)}"
        return
    if "\n" not in text and "  " not in text and not text.startswith(" "):
        yield f"{head} >-"
        line = ""
        for word in text.split(" "):
            if line and indent + len(line) + len(word) + 1 > WIDE:
                yield blank + line
                line = word
            else:
                line = f"{line} {word}" if line else word
        yield blank + line
        return
    yield f"{head} |{INDENT}-"
    yield from (f"{blank}{line}".rstrip() for line in lines)


def _flow(value: Plain) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{_scalar(key)}: {_flow(one)}" for key, one in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(one) for one in value)}]"
    return _scalar(value)


def _scalar(value: str | float | None) -> str:  # a bool is an int
    if isinstance(value, str):
        plain = SAFE.fullmatch(value) and value.lower() not in WORDS_OF_YAML
        return value if plain else _quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _number(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).translate(BREAKS)


def _number(value: float) -> str:
    """Write a number as short as it can be read again: without an exponent."""
    if isinstance(value, int):
        return str(value)
    brief = f"{value:g}"
    if float(brief) == value and "e" not in brief:
        return brief
    return f"{value:.{PLACES}f}".rstrip("0").rstrip(".")
