"""Writes docs/reference.md anew, from the schema of lesson files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference.md"
HEAD = """\
# Reference: every field of a lesson file

This page is made from the schema by `python packaging/write_reference.py`. How the
parts work together is told in [Writing lessons](writing-lessons.md).

**Bold** fields must be there; all others may be left out. Texts are never read as
HTML. *Line* is one line of text, *text* may be longer, and `**bold**` and `` `code` ``
are shown in it. An *id* is a short name in lower-case letters, digits and hyphens.
The [kinds of actors](#kinds-of-actors) and the [kinds of links](#kinds-of-links) stand
at the end.
"""
ACTORS = """\
## Kinds of actors

Write the word as it stands here. An unknown word becomes a plain box. Where others
stand in it, every kind is drawn as a frame.
"""
LINKS = """\
## Kinds of links

Write the word as it stands here, also with its blank: `kind: points to`. An unknown
word becomes a plain arrow.
"""
PATTERNS = {
    r"^[+-][0-9]{1,6}$": "+1, -1 and so on",
    r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?\.[^.]+$": "actor.value",
}
WORDS = {"string": "line", "integer": "whole number", "number": "number"}


def reference(schema: dict[str, Any]) -> str:
    """The page: a table for each part of a lesson, the whole lesson first."""
    from sidecar_viz.core.kind_words import (  # noqa: PLC0415 - path first
        ACTOR_KINDS,
        LINK_KINDS,
    )

    parts = schema["$defs"]
    tables = ["\n".join(_table(name, parts[name])) for name in parts]
    tables += [_kinds(ACTORS, ACTOR_KINDS), _kinds(LINKS, LINK_KINDS)]
    return HEAD + "\n" + "\n\n".join(tables) + "\n"


def _kinds(head: str, known: Mapping[str, str]) -> str:
    rows = [f"| `{kind}` | {when} |" for kind, when in known.items()]
    return "\n".join([head, "| kind | when to take it |", "|---|---|", *rows])


def _table(name: str, part: dict[str, Any]) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    yield " ".join(part["description"].split())
    yield ""
    yield "| field | what stands there | what it means |"
    yield "|---|---|---|"
    for field, known in part["properties"].items():
        mark = "**" if field in part.get("required", ()) else ""
        told = [f"{mark}`{field}`{mark}", _kind(known), known["description"]]
        yield f"| {' | '.join(told)} |"


def _kind(known: dict[str, Any]) -> str:
    """What may stand in a field, and what is taken when it is left out."""
    usual = known.get("default")
    said = isinstance(usual, str | bool | int | float) and usual != ""
    return _type(known) + (f"; else {_plain(usual)}" if said else "")


def _plain(value: object) -> str:
    return json.dumps(value) if isinstance(value, bool | float | int) else str(value)


def _type(known: dict[str, Any]) -> str:
    if "$ref" in known:
        name = known["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in known:
        choices = [one for one in known["anyOf"] if one.get("type") != "null"]
        return " or ".join(dict.fromkeys(_type(choice) for choice in choices))
    if "enum" in known:
        return " · ".join(_plain(value) for value in known["enum"])
    if known["type"] == "object":
        return f"up to {known['maxProperties']} names with values"
    if known["type"] == "array":
        return _list(known)
    return "true · false" if known["type"] == "boolean" else _scalar(known)


def _list(known: dict[str, Any]) -> str:
    least, most = known.get("minItems"), known.get("maxItems")
    many = f"{least} to {most} " if least else f"up to {most} " if most else ""
    return f"list of {many}{_type(known['items'])}"


def _scalar(known: dict[str, Any]) -> str:
    if "pattern" in known:
        return PATTERNS.get(known["pattern"]) or (
            "id" if "maxLength" in known else "language"
        )
    word = WORDS[known["type"]]
    if word == "line":
        return word if known.get("maxLength", 0) <= 240 else "text"
    least, most = known.get("minimum"), known.get("maximum")
    if least is None:
        return word
    return f"{word}, {least} to {most}" if most else f"{word} from {least}"


def main() -> None:
    """Write the page."""
    sys.path.insert(0, str(ROOT))
    from sidecar_viz.commands.schema import lesson_schema  # noqa: PLC0415 - path first

    PAGE.write_text(reference(json.loads(lesson_schema())), "utf-8")


if __name__ == "__main__":
    main()
