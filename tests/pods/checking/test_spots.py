"""What is written in a place of a manifest, as kubectl takes YAML."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.document import read_document
from sidecar_viz.pods.checking.spots import Spot, Value


def spot(text: str) -> Spot:
    """Read a text, and return the place of its field called a."""
    root = read_document(text.encode(), "m").root
    return Spot(root, "", root)["a"]


@pytest.mark.parametrize(
    ("text", "value", "whole"),
    [
        ("", "nothing", None),
        ("~", "nothing", None),
        ("null", "nothing", None),
        ("word", "string", None),
        ("'1'", "string", None),
        ("yes", "bool", None),
        ("False", "bool", None),
        ("7", "number", 7),
        ("-0x1F", "number", -31),
        ("0b101", "number", 5),
        ("017", "number", 15),
        ("0o17", "number", 15),
        ("09", "number", 9),
        ("1_000", "number", 1000),
        ("1e3", "number", 1000),
        ("1.5", "number", None),
        ("1.2.3", "string", None),
        ("9" * 30, "number", None),
        ("2024-01-01", "string", None),
        ("[1]", "array", None),
        ("{ b: 1 }", "object", None),
    ],
)
def test_values(text: str, value: Value, whole: int | None) -> None:
    """Numbers, booleans and nulls without quotes; all else is text."""
    found = spot(f"a: {text}\n")
    assert (found.value, found.whole) == (value, whole)


def test_what_is_not_written_is_a_place_all_the_same() -> None:
    """With its path, at what it belongs to."""
    found = spot("b: 1\n").way("c", "d")

    assert (found.path, found.written, found.text) == ("a.c.d", False, "")
    assert (list(found.items()), list(found.entries()), found.names()) == ([], [], ())
    assert found.key("e") == found["e"]
    assert (found.at.line, found.at.column) == (1, 1)
