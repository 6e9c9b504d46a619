"""Levels of detail: the rows that each form has at each level."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.paint.kinds.kinds import DRAWN, Form

Part = Literal[
    "header",
    "icon",
    "name",
    "named",
    "chip",
    "label",
    "fact",
    "value",
    "cells",
    "count",
    "slots",
    "number",
]
Rows = tuple[tuple[Part, float], ...]
"""The rows from top to bottom, each with its height (em)."""


class Level(Struct, frozen=True):
    """A level of detail, with the gaps that belong to it (em)."""

    name: str
    rows: dict[Form, Rows]
    body: tuple[float, float]
    globe: float
    column_gap: float
    row_gap: float
    outer_gap: float
    margin: float
    frame_pad: float
    labels: bool = True
    """Whether there is room for the words of links."""
    links: float = 1.0
    """The share (0..1) of the room that links between neighbours need."""


def _told(high: float) -> Rows:
    """Return the rows of named values, each *high*, and of cells: high as they are."""
    return ("value", high), ("cells", 0.0)


_TILE: Rows = (
    ("icon", 2.9),
    ("name", 1.9),
    ("chip", 2.3),
    *_told(1.85),
    ("count", 1.8),
)
_BELOW: Rows = (
    *(("label", 1.75), ("chip", 2.3), ("fact", 1.75)),
    *(*_told(1.85), ("count", 1.8)),
)
_NAMED: Rows = (("named", 2.2), *_BELOW)
_BRIEF: Rows = (
    ("named", 2.1),
    ("chip", 2.3),
    *_told(1.8),
    ("count", 1.7),
)
_LEAST: Rows = (
    ("named", 1.9),
    ("chip", 2.2),
    *_told(1.7),
    ("count", 1.6),
)
_SLOTS: Rows = (("slots", 1.7),)
_NUMBER: Rows = (
    ("named", 2.0),
    ("number", 3.3),
    ("chip", 2.3),
    *_told(1.85),
)


def on_sheet(form: Form) -> bool:
    """Return whether the form is a sheet with rows of words."""
    return form != "frame" and form not in DRAWN


def _rows(card: Rows, tile: Rows, other: Rows) -> dict[Form, Rows]:
    """Return rows for every form on a sheet: *other*, unless it is named here."""
    forms: tuple[Form, ...] = get_args(Form)
    made = {form: other for form in forms if on_sheet(form)}
    if other is _NAMED:
        made["screen"] = made["capsule"] = (("icon", 2.7), ("name", 1.8), *_BELOW)
    made["pipe"] = (other[0], *_SLOTS, *other[1:])
    made["display"] = _NUMBER
    return {**made, "card": card, "tile": tile}


_FULL, _MEDIUM, _SMALL = (
    Level(
        "full",
        _rows(
            (
                *(("header", 3.3), ("label", 2.5), ("fact", 1.85)),
                *(*_told(1.95), ("count", 2.9)),
            ),
            _TILE,
            _NAMED,
        ),
        (10.0, 7.6),
        5.8,
        3.2,
        3.6,
        5.0,
        1.5,
        1.8,
    ),
    Level(
        "medium",
        _rows(
            (
                *(("name", 2.6), ("chip", 2.3), ("label", 2.1)),
                *(*_told(1.9), ("count", 2.5)),
            ),
            _TILE[1:],
            _BRIEF,
        ),
        (8.6, 5.6),
        4.6,
        2.0,
        2.7,
        3.8,
        1.0,
        1.3,
    ),
    Level(
        "small",
        _rows(
            (
                ("name", 2.3),
                ("chip", 2.2),
                *_told(1.8),
                ("count", 1.8),
            ),
            (*_TILE[1:5], ("count", 1.6)),
            _LEAST,
        ),
        (6.4, 3.6),
        3.4,
        1.0,
        1.9,
        2.3,
        0.4,
        0.65,
    ),
)
_UNCOUNTED = replace(_SMALL, rows={**_SMALL.rows, "tile": _TILE[1:5]})
LEVELS: tuple[Level, ...] = (
    *(_FULL, _MEDIUM, _SMALL, _UNCOUNTED),
    replace(_SMALL, labels=False),
)
"""From the richest to the plainest.

Before the words of links, the counts of tiles are left out; without those words there
is room for both.
"""
TIGHT = tuple(
    replace(_UNCOUNTED, labels=False, links=part)
    for part in (1.0, 0.75, 0.5, 0.25, 0.0)
)
"""For stages so small that words would not be readable: links become short."""
