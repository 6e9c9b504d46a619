"""What lies on the disk can be looked at, whatever it is: no look raises or waits."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from sidecar_viz.files.saved.whole import (
    is_file,
    is_folder,
    is_there,
    keep_aside,
    read_start,
    read_whole,
    sweep,
    write_whole,
)
from tests.test_layers import FILES, ROOT

LOOKS = {"exists", "is_file", "is_dir"}
POSIX = pytest.mark.skipif(os.name != "posix", reason="FIFOs and devices of POSIX")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_disk_is_looked_at_in_one_way(path: Path) -> None:
    """Path's own looks raise for a shut folder, or for a name that is too long."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    loose = [
        call.lineno
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in LOOKS
        and not (isinstance(call.func.value, ast.Attribute) and call.args)
    ]
    assert loose == []


def test_a_name_that_is_too_long_is_not_there(tmp_path: Path) -> None:
    """Nor is one with a NUL in it, nor one below a file."""
    (tmp_path / "file").touch()
    for path in (tmp_path / ("a" * 300), Path("a\0b"), tmp_path / "file" / "x"):
        assert not is_file(path)
        assert not is_folder(path)
        assert not is_there(path)
        assert read_whole(path, 10) is None
        sweep(path)


@POSIX
def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A FIFO is not waited for; of a device there is no end."""
    fifo, zero = tmp_path / "fifo", tmp_path / "zero"
    os.mkfifo(fifo)
    zero.symlink_to("/dev/zero")
    for path in (fifo, zero, tmp_path):
        with pytest.raises(OSError, match="not an ordinary file"):
            read_start(path, 10)
        assert read_whole(path, 10) is None


@POSIX
def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    """A FIFO or a device that somebody chose stays one."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with pytest.raises(OSError, match="something that is no file"):
        write_whole(fifo, b"x")
    assert fifo.is_fifo()


def test_files_kept_aside_are_numbered(tmp_path: Path) -> None:
    """What was kept before stays, too, and so does what is not a file."""
    path = tmp_path / "results.json"
    for number in range(3):
        path.write_text(str(number))
        keep_aside(path)
    kept = {found.name: found.read_text() for found in tmp_path.iterdir()}
    assert kept == {
        "results.damaged.json": "0",
        "results.damaged-2.json": "1",
        "results.damaged-3.json": "2",
    }


def test_a_name_as_long_as_may_be_is_written(tmp_path: Path) -> None:
    """The part's own name is shorter; its leftovers are swept as any others."""
    for name in ("n" * 255, "é" * 127):
        path = tmp_path / name
        write_whole(path, b"x")
        assert path.read_bytes() == b"x"
        part = tmp_path / f"{'n' * 200 if name[0] == 'n' else 'é' * 100}.0a.part"
        part.touch()
        os.utime(part, (0, 0))
        sweep(path)
        assert not part.exists()


def test_signs_of_patterns_in_a_name_are_letters(tmp_path: Path) -> None:
    """Parts of a[1].json are swept, and none of another file."""
    mine, others = tmp_path / "a[1].json.0a.part", tmp_path / "a1.json.0a.part"
    for part in (mine, others):
        part.touch()
        os.utime(part, (0, 0))
    sweep(tmp_path / "a[1].json")
    assert [found.name for found in tmp_path.iterdir()] == [others.name]
