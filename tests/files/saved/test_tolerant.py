"""What is wrong in a saved file costs only itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pytest
from msgspec import Meta, Struct

from sidecar_viz.files.saved.tolerant import (
    fitting,
    fitting_items,
    fitting_values,
    load_json,
    peek_json,
)

MOST = 100  # bytes


class Chosen(Struct, frozen=True):
    """Something to read."""

    size: Annotated[int, Meta(ge=1, le=3)] = 1
    name: str = "none"


def test_a_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    """Some editors write one."""
    file = tmp_path / "file.json"
    file.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert load_json(file, MOST, dict[str, int]) == {"a": 1}
    assert peek_json(file, MOST, dict[str, int]) == {"a": 1}
    assert [found.name for found in tmp_path.iterdir()] == ["file.json"]


def test_each_field_that_fits_is_taken() -> None:
    """Wrong ones, missing ones and unknown ones cost nothing else."""
    assert fitting({"size": 2, "name": "a"}, Chosen) == Chosen(2, "a")
    assert fitting({"size": 4, "name": "a", "new": 1}, Chosen) == Chosen(1, "a")
    assert fitting({"size": 3, "name": None}, Chosen) == Chosen(3)
    assert fitting({}, Chosen) == Chosen()


def test_values_and_items_that_fit_are_taken() -> None:
    """In their order, under their names."""
    found = {"a": {"size": 2}, "b": {"size": 0}, "c": {}, "d": 3}
    assert fitting_values(found, Chosen) == {"a": Chosen(2), "c": Chosen()}
    assert fitting_items([3, "x", 1, None], int) == [3, 1]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff", b'{"a": ' * 200, b" " * 101]
)
def test_a_file_of_another_kind_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    """It is not overwritten, so that somebody can look at it."""
    path = tmp_path / "file.json"
    path.write_bytes(content)

    assert load_json(path, MOST, dict[str, object]) is None
    assert (tmp_path / "file.damaged.json").read_bytes() == content
    assert not path.exists()


def test_a_missing_file_is_nothing(tmp_path: Path) -> None:
    """Neither is a folder made for it."""
    path = tmp_path / "none" / "file.json"

    assert load_json(path, MOST, list[object]) is None
    assert list(tmp_path.iterdir()) == []


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    """As large as it may be, and it stays where it is."""
    path = tmp_path / "file.json"
    path.write_bytes(b"[1, 2]".ljust(MOST))

    assert load_json(path, MOST, list[object]) == [1, 2]
    assert path.exists()


def test_what_is_out_of_reach_is_missing(tmp_path: Path) -> None:
    """A folder that may not be searched, or that is a file, stops no start."""
    place = tmp_path / "file"
    place.write_bytes(b"no folder")

    assert load_json(place / "kept.json", 100, dict[str, int]) is None
    assert place.read_bytes() == b"no folder"


def test_a_file_that_is_too_big_is_kept_aside(tmp_path: Path) -> None:
    """It was not written by this program."""
    file = tmp_path / "kept.json"
    file.write_bytes(b"1" * 101)

    assert load_json(file, 100, int) is None
    assert not file.exists()
    assert (tmp_path / "kept.damaged.json").exists()
