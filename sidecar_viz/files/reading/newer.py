"""Finds what only a newer format may say in a lesson of format 1."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import fields

from sidecar_viz.core.lesson import (
    Actor,
    ActorChange,
    Column,
    Lesson,
    Need,
    Row,
    Send,
    Step,
    Table,
    Tracker,
    TrackerRow,
)
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.references import Fault

NEWER = 2
FIELDS: dict[type[Struct], tuple[str, ...]] = {
    Lesson: ("opens", "simulate"),
    Actor: ("counts", "values", "cells"),
    ActorChange: (
        *("values", "parent", "spot"),
        *("cells", "push", "pop", "shift", "marks"),
    ),
    Need: ("values",),
    Send: ("sender", "receiver"),
    Step: ("at", "moments", "since"),
    Table: ("plain", "absent"),
    Column: ("actor", "link", "counts", "value"),
    Row: ("to",),
    Tracker: ("absent",),
    TrackerRow: ("value",),
}
"""The fields that need it, by the part that they belong to."""


def newer_faults(lesson: Lesson) -> list[Fault]:
    """Find fields that need a newer format than the lesson's."""
    return list(_in_part((), lesson)) if lesson.format < NEWER else []


def _in_part(route: Route, part: Struct) -> Iterator[Fault]:
    newer = FIELDS.get(type(part), ())
    for field in fields(part):
        value, at = getattr(part, field.name), (*route, field.encode_name)
        if field.name in newer and value:
            message = f"{field.encode_name} needs format: {NEWER}"
            yield Fault(at, "format", message)
        elif field.name == "count" and isinstance(value, str):
            message = f"an amount such as +1 needs format: {NEWER}"
            yield Fault(at, "format", message)
        elif isinstance(value, Struct):
            yield from _in_part(at, value)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Struct):
                    yield from _in_part((*at, number), item)
