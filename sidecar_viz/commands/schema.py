"""`sidecar-viz schema`: prints a JSON Schema, for editors to complete and check."""

from __future__ import annotations

import json
from typing import Any

from msgspec.json import schema

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.meanings import EXAMPLES, MEANINGS
from sidecar_viz.core.lesson import Lesson

MADE = (("Lesson", ("actors", "steps"), "simulate"), ("Step", ("id", "title"), "at"))
"""Parts, what they must have, and what it is made by where they have not."""


def run_schema(_arguments: Arguments) -> int:
    """Print the schema; `lessons/lesson.schema.json` is this output, kept in a file."""
    print(lesson_schema(), end="")
    return 0


def lesson_schema() -> str:
    """Make the schema of lesson files from the types and their meanings.

    The fields of a part stand in the order of their meanings: its own id comes before
    what it has in common with others.
    """
    made = schema(Lesson)
    for part, known in made["$defs"].items():
        fields, order = known["properties"], list(MEANINGS[part])
        known["properties"] = {
            name: _with_meaning(part, name, fields[name])
            for name in sorted(fields, key=order.index)
        }
    for part, names, other in MADE:
        known = made["$defs"][part]
        rest = [name for name in known["required"] if name not in names]
        known["required"] = rest
        known["anyOf"] = [{"required": list(names)}, {"required": [other]}]
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _with_meaning(part: str, name: str, field: dict[str, Any]) -> dict[str, Any]:
    """Return the field with its meaning first, and with examples for editors."""
    explained = {**field, "description": MEANINGS[part][name]}
    if (part, name) in EXAMPLES:
        explained["examples"] = list(EXAMPLES[part, name])
    return {"description": explained.pop("description"), **explained}
