"""Rows of labs: what is written is read again, and nobody's work takes another's."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from sidecar_viz.files.saved.aside import MOST_ASIDE
from sidecar_viz.files.saved.lab_file import (
    MOST_BYTES,
    MOST_ROWS,
    KeptLab,
    Merged,
    labs_bytes,
    load_kept_labs,
    merged_labs,
)
from tests.faults.faults import no_larger

ROW = KeptLab("x.yaml", "a: 1\n", "", "a: 1\n", "1.36", path="/x.yaml", mark="me.1")
THEIRS = structs.replace(ROW, text="a: 2\n", mark="they.1")
BIG = "#" * 2_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the file of the labs, which is not there yet."""
    return tmp_path / "lab.json"


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        structs.replace(ROW, path="", base=ROW.manifest),
        structs.replace(ROW, path="", text="", base="a: 0\n"),
        structs.replace(ROW, manifest="", text="", base=""),
    ],
)
def test_each_text_is_read_again(file: Path, row: KeptLab) -> None:
    """Also one that is empty."""
    file.write_bytes(labs_bytes([row]))
    assert load_kept_labs(file) == [row]


def test_equal_texts_are_written_once(file: Path) -> None:
    """A large manifest is as large in the file."""
    row = structs.replace(ROW, manifest=BIG, text=BIG, base=BIG)
    file.write_bytes(labs_bytes([row]))
    assert file.stat().st_size < len(BIG) + 1000
    assert load_kept_labs(file) == [row]


def test_what_is_more_than_is_read_again_is_left_out_and_told(file: Path) -> None:
    """The oldest rows go; all that is written is read."""
    told = Merged()
    rows = [
        structs.replace(ROW, path=f"/{n}", name=f"{n}", manifest=BIG, text=BIG + "x")
        for n in range(10)
    ]
    for row in rows:
        file.write_bytes(merged_labs(file, [row], told=told))
        assert file.stat().st_size <= MOST_BYTES
    assert load_kept_labs(file) == rows[-7:]
    assert told.left_out == rows[:-7]
    assert told.aside == []


def test_of_too_many_rows_the_oldest_are_told(file: Path) -> None:
    """Each once."""
    told = Merged()
    for n in range(MOST_ROWS + 2):
        row = structs.replace(ROW, path=f"/{n}", name=f"{n}")
        file.write_bytes(merged_labs(file, [row], told=told))
    assert [row.name for row in told.left_out] == ["0", "1"]
    assert len(load_kept_labs(file)) == MOST_ROWS


def test_a_row_that_is_too_large_by_itself_is_refused(file: Path) -> None:
    """What is in the file stays there."""
    file.write_bytes(labs_bytes([THEIRS]))
    row = structs.replace(ROW, text="#" * MOST_BYTES)
    with pytest.raises(OSError, match="too large"):
        merged_labs(file, [row])
    assert load_kept_labs(file) == [THEIRS]


def test_the_work_of_another_lab_with_the_same_file_stays(file: Path) -> None:
    """One's own takes the place of one's own, and of what goes on in it."""
    file.write_bytes(labs_bytes([THEIRS]))
    mine = structs.replace(ROW, text="a: 3\n")
    file.write_bytes(merged_labs(file, [mine]))
    assert load_kept_labs(file) == [THEIRS, mine]
    later = structs.replace(ROW, text="a: 4\n", mark="me.2")
    file.write_bytes(merged_labs(file, [later], {"they.2"}))
    assert load_kept_labs(file) == [THEIRS, later]
    file.write_bytes(merged_labs(file, [later], {THEIRS.mark}))
    assert load_kept_labs(file) == [later]


@pytest.mark.parametrize(
    "theirs",
    [
        structs.replace(THEIRS, unsaved=False),
        structs.replace(THEIRS, text=ROW.text, second=7.0),
        structs.replace(THEIRS, mark=""),
    ],
)
def test_what_is_saved_the_same_or_of_an_earlier_version_is_replaced(
    file: Path, theirs: KeptLab
) -> None:
    """There is one row then."""
    file.write_bytes(labs_bytes([theirs]))
    file.write_bytes(merged_labs(file, [ROW]))
    assert load_kept_labs(file) == [ROW]


def test_a_damaged_file_is_kept_aside_and_told(file: Path) -> None:
    """One that is larger than is read, too."""
    told = Merged()
    for content in (b"{", b" " * (MOST_BYTES + 1)):
        file.write_bytes(content)
        file.write_bytes(merged_labs(file, [ROW], told=told))
    names = [one.name for one in told.aside]
    assert names == ["lab.damaged.json", "lab.damaged-2.json"]
    assert load_kept_labs(file) == [ROW]


def written(*rows: object) -> bytes:
    """Encode rows that may be none."""
    return msgspec.json.encode({"rows": [msgspec.to_builtins(row) for row in rows]})


@pytest.mark.parametrize(
    "damaged",
    [
        written(THEIRS, structs.replace(ROW, path="/y", second="x")),
        written("not a row", THEIRS),
        written(THEIRS, {"name": "z"}),
    ],
)
def test_a_damaged_row_is_kept_aside_with_its_file_and_told(
    file: Path, damaged: bytes
) -> None:
    """The rows beside it go on, and it is told once."""
    told = Merged()
    file.write_bytes(damaged)
    file.write_bytes(merged_labs(file, [ROW], told=told))
    assert load_kept_labs(file) == [THEIRS, ROW]
    aside = file.with_name("lab.damaged.json")
    assert told.aside == [aside]
    assert aside.read_bytes() == damaged
    file.write_bytes(merged_labs(file, [ROW], told=told))
    assert told.aside == [aside]


@pytest.mark.parametrize("content", [b"[]", b"7", b'{"rows":{}}', b'{"name":"x"}'])
def test_a_file_without_rows_is_damaged(file: Path, content: bytes) -> None:
    """Though it is JSON."""
    told = Merged()
    file.write_bytes(content)
    file.write_bytes(merged_labs(file, [ROW], told=told))
    assert [one.read_bytes() for one in told.aside] == [content]
    assert load_kept_labs(file) == [ROW]


@pytest.mark.skipif(os.name != "posix", reason="limits are those of POSIX")
def test_a_damaged_row_stays_in_its_file_while_none_can_be_written(file: Path) -> None:
    """Nothing is lost then, nothing is told, and it is tried again."""
    large = structs.replace(THEIRS, text=BIG)
    told, content = Merged(), written(large, {"name": "z"})
    file.write_bytes(content)
    with no_larger(file), pytest.raises(OSError, match="too large"):
        merged_labs(file, [ROW], told=told)
    assert file.read_bytes() == content
    assert (told.aside, list(file.parent.iterdir())) == ([], [file])
    file.write_bytes(merged_labs(file, [ROW], told=told))
    assert load_kept_labs(file) == [large, ROW]
    assert len(told.aside) == 1


def test_a_damaged_row_that_cannot_be_kept_aside_is_not_written_over(
    file: Path,
) -> None:
    """There are so many files kept aside already."""
    content = written(THEIRS, {"name": "z"})
    for number in range(1, MOST_ASIDE + 1):
        which = f"-{number}" if number > 1 else ""
        file.with_name(f"lab.damaged{which}.json").write_bytes(b"")
    file.write_bytes(content)
    with pytest.raises(OSError, match="cannot be kept aside"):
        merged_labs(file, [ROW])
    assert file.read_bytes() == content


def test_files_of_earlier_versions_are_read(file: Path) -> None:
    """They hold one row, or rows without a mark and with each text in full."""
    row = structs.replace(ROW, mark="")
    plain = msgspec.to_builtins(row)
    del plain["mark"], plain["base"]
    for content in (plain, {"rows": [plain]}):
        file.write_bytes(msgspec.json.encode(content))
        assert load_kept_labs(file) == [row]
