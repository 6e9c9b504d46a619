"""`sidecar-viz schema`: a JSON Schema, so that editors complete and check."""

from __future__ import annotations

import json

from msgspec.json import schema

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.core.lesson import Lesson


def run_schema(_arguments: Arguments) -> int:
    """Print it; `lessons/lesson.schema.json` is this output, kept in a file."""
    print(lesson_schema(), end="")
    return 0


def lesson_schema() -> str:
    """The schema of lesson files, made from the types."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema(Lesson)}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
