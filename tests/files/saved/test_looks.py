"""What lies on the disk can be looked at, whatever it is: no look raises or waits."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from sidecar_viz.files.saved.aside import keep_aside
from sidecar_viz.files.saved.parts import sweep
from sidecar_viz.files.saved.whole import (
    is_file,
    is_folder,
    is_there,
    open_new,
    read_start,
    read_whole,
    write_whole,
)
from tests.test_layers import FILES, PACKAGE, ROOT

LOOKS = {"exists", "is_file", "is_dir"}
HOUSE = {Path("files", "saved", name) for name in ("parts.py", "whole.py")}
OPENERS = {
    *("open", "open_code", "fdopen", "read", "load", "addFile", "addApplicationFont"),
    *("read_text", "read_bytes", "write_text", "write_bytes", "fromfile", "memmap"),
}
"""Methods and functions that may open a file."""
READERS = {
    *("FileIO", "RawConfigParser", "SafeConfigParser", "FileHandler", "FileInput"),
    *("QFile", "QSaveFile", "QTemporaryFile", "QSettings", "QLockFile", "QTranslator"),
    *("QImageReader", "QImageWriter", "QPdfWriter", "QMovie", "QRawFont", "QResource"),
}
"""Classes that open what they are given the name of."""
MODULES = {
    *("shutil", "tempfile", "fileinput", "linecache", "mmap", "runpy", "codecs"),
    *("zipfile", "tarfile", "gzip", "bz2", "lzma", "sqlite3", "shelve", "dbm"),
}
ELSEWHERE = {
    ("app/commands/lesson.py", "at.library.open"): "shows the library",
    ("app/commands/view.py", "at.panes.open"): "shows a panel",
    ("app/help/window_icon.py", "icon.addFile"): "the program's own icons",
    ("app/interrupts.py", "os.read"): "a pipe of our own that never blocks",
    ("app/lab/pictures.py", "buffer.open"): "memory",
    ("app/lessons/editing.py", "self._window.opener.open"): "reads by read_start",
    ("app/lessons/editing.py", "self.read"): "reads by read_start",
    ("app/lessons/open_library.py", "self._window.opener.open"): "reads by read_start",
    ("app/lessons/open_library.py", "window.opener.open"): "reads by read_start",
    ("app/printing/pdf_dialog.py", "dialog.open"): "shows a dialog",
    ("app/program/offers.py", "self._panes.open"): "shows a panel",
    ("app/program/offers.py", "self._window.opener.open"): "reads by read_start",
    (
        "app/selftest.py",
        "stat.read_text",
    ): "the system's own /proc",
    ("app/saving/save_dialog.py", "dialog.open"): "shows a dialog",
    ("app/session/saved_session.py", "window.opener.open"): "reads by read_start",
    ("app/window/main_window.py", "self.opener.open"): "reads by read_start",
    ("app/window/main_window.py", "self.player.load"): "shows a lesson",
    ("app/window/opener.py", "self.open"): "reads by read_start",
    ("cli.py", "os.open"): "writes to the null device once a pipe is broken",
    ("commands/interrupted.py", "os.read"): "whoever holds the other end ends it",
    (
        "commands/standard_input.py",
        "sys.stdin.buffer.read",
    ): "who pipes something in waits for it",
    ("export/page/page.py", "(folder / name).read_text"): "the program's own data",
    ("export/page/styling.py", "file.read_bytes"): "the bundled fonts",
    ("export/paper/listing.py", "QPdfWriter"): "as a type",
    ("export/paper/page.py", "QPdfWriter"): "as a type",
    ("export/paper/review_cards.py", "QPdfWriter"): "as a type",
    ("export/paper/pdf.py", "QPdfWriter"): "writes to memory",
    ("export/paper/pdf.py", "self._device.open"): "memory",
    ("export/pictures/stills.py", "QImageWriter"): "writes to memory",
    ("export/pictures/stills.py", "buffer.open"): "memory",
    ("export/pictures/vectors.py", "buffer.open"): "memory",
    ("export/slides/repacked.py", "before.read"): "memory",
    ("export/slides/repacked.py", "zipfile"): "memory",
    ("export/film/encoder.py", "av.open"): "memory",
    ("files/reading/lesson_file.py", "shape_of(Lesson).read"): "reads a tree",
    ("pods/lesson/made.py", "shape_of(Simulation).read"): "reads a tree",
    ("files/reading/typed_readers.py", "item.read"): "reads a tree",
    ("files/reading/typed_readers.py", "name.read"): "reads a tree",
    ("files/reading/typed_readers.py", "number.read"): "reads a tree",
    ("files/reading/typed_readers.py", "shape.read"): "reads a tree",
    ("files/reading/typed_readers.py", "value.read"): "reads a tree",
    ("paint/brush/fonts.py", "QFontDatabase.addApplicationFont"): "our own fonts",
    ("start/preflight.py", "shutil"): "looks for commands to name, opens nothing",
}
"""What is named as an opener, where, and why it need not be in the house of files."""
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


def openers(tree: ast.AST) -> set[str]:
    """Name what in a module may open a file: each called or handed on."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in {"open", *READERS}:
            found.add(node.id)
        elif isinstance(node, ast.Attribute) and node.attr in OPENERS | READERS:
            found.add(ast.unparse(node))
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names if one.name in MODULES}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} & MODULES
            names = {one.name for one in node.names} & OPENERS
            found |= set() if node.module.startswith(PACKAGE.name) else names
    return found


def test_one_module_alone_opens_files() -> None:
    """By whatever name: all others are listed, each with its reason."""
    found = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in FILES
        if path.relative_to(PACKAGE) not in HOUSE
        for name in openers(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert sorted(found ^ set(ELSEWHERE)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("open(x)", "open"),
        ("list(map(open, x))", "open"),
        ("with path.open() as f: pass", "path.open"),
        ("Path.home().read_text()", "Path.home().read_text"),
        ("settings.read(path)", "settings.read"),
        ("QFile(name)", "QFile"),
        ("QtCore.QFile(name)", "QtCore.QFile"),
        ("from os import open", "open"),
        ("import shutil", "shutil"),
        ("from shutil import copy", "shutil"),
    ],
)
def test_every_way_of_opening_is_seen(text: str, name: str) -> None:
    """Called, handed on, or imported."""
    assert name in openers(ast.parse(text))


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
def test_a_new_file_is_made_only_where_nothing_is(tmp_path: Path) -> None:
    """A FIFO is not waited for, a file not emptied, a link not followed."""
    fifo, file, link = tmp_path / "fifo", tmp_path / "file", tmp_path / "link"
    os.mkfifo(fifo)
    file.write_text("old")
    link.symlink_to("nothing")
    for path in (fifo, file, link):
        with pytest.raises(FileExistsError):
            open_new(path)
    assert file.read_text() == "old"
    with open_new(tmp_path / "new") as made:
        made.write("é\n")
    assert (tmp_path / "new").read_bytes() == "é\n".encode()


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
