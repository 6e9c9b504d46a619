"""Finds the user's own folders: `sidecar-viz`, wherever the system keeps such.

Earlier versions spelled them in two other ways. What lies there is moved once, by
`move_old`; until then, and where it cannot be moved, it is used where it is.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

from sidecar_viz.files.saved.whole import is_there

Kind = Literal["config", "data", "cache"]

NAME = "sidecar-viz"
OLD_NAME = "sidecar_viz"  # of the folder of lessons and of the cache
LESSONS = "lessons"
CACHED = "*.lesson"
BYTE = re.compile(rb"%([0-9A-Fa-f]{2})")
ADDRESS = "file://"  # of a path that is not UTF-8

XDG: dict[Kind, tuple[str, str]] = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}
MAC: dict[Kind, str] = {
    "config": "Library/Preferences",
    "data": "Library/Application Support",
    "cache": "Library/Caches",
}


def config_file(name: str) -> Path:
    """Return the path of the file *name* among the user's choices."""
    return _in_use(_base("config") / NAME / name, _old_folder("config") / name)


def data_file(name: str) -> Path:
    """Return the path of the file *name* that the program writes by itself."""
    return _in_use(_base("data") / NAME / name, _old_folder("data") / name)


def lessons_folder() -> Path:
    """Return the folder for the user's own lessons; it need not exist."""
    return _in_use(_lessons(), old_lessons_folder())


def old_lessons_folder() -> Path:
    """Return the lessons folder of earlier versions; it need not exist."""
    return _base("data") / OLD_NAME / LESSONS


def cache_folder() -> Path:
    """Return the folder for cached lessons; it need not exist."""
    if sys.platform == "win32":
        return _base("cache") / NAME / "cache"
    return _base("cache") / NAME / LESSONS


def path_now(path: Path) -> Path:
    """Return where a remembered lesson is now: at *path*, unless it has been moved."""
    with suppress(ValueError):
        moved = _lessons() / path.relative_to(old_lessons_folder())
        if not is_there(path) and is_there(moved):
            return moved
    return path


def path_text(path: Path) -> str:
    """Return the whole path as text to remember: all of it can be written as UTF-8.

    One with other bytes in it becomes an address, such as file:///a%FF.
    """
    path = path.absolute()
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return path.as_uri()
    return str(path)


def path_of(text: str) -> Path:
    """Return the path that is remembered as this *text*."""
    if not text.startswith(ADDRESS):
        return Path(text)
    escaped = text.removeprefix(ADDRESS).encode("utf-8", "ignore")
    return Path(
        os.fsdecode(BYTE.sub(lambda found: bytes([int(found[1], 16)]), escaped))
    )


def move_old() -> None:
    """Move what earlier versions left in other folders to the new ones.

    Nothing is overwritten: if both exist, the new one is used and the old one stays.
    What cannot be moved, and links, which may be relative, stay in use where they are.
    """
    for old, new in list(_moves()):
        if is_there(old) and not old.is_symlink() and not os.path.lexists(new):
            with suppress(OSError):
                new.parent.mkdir(parents=True, exist_ok=True)
                old.rename(new)
    emptied = (
        *(_old_folder("config"), _old_folder("data")),
        *(_base("data") / OLD_NAME, _base("cache") / OLD_NAME),
    )
    for folder in emptied:
        with suppress(OSError):  # it is not empty, or was never there
            folder.rmdir()


def _moves() -> Iterator[tuple[Path, Path]]:
    """Yield the old and the new path of everything in an old folder."""
    yield old_lessons_folder(), _lessons()
    kinds: tuple[Kind, ...] = ("config", "data")
    for kind in kinds:
        for old in _entries(_old_folder(kind), "*"):
            yield old, _base(kind) / NAME / old.name
    for old in _entries(_base("cache") / OLD_NAME, CACHED):
        yield old, cache_folder() / old.name


def _entries(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def _lessons() -> Path:
    return _base("data") / NAME / LESSONS


def _old_folder(kind: Kind) -> Path:
    """Return the folder that QStandardPaths named by organisation and application."""
    return _base(kind) / NAME / NAME


def _in_use(new: Path, old: Path) -> Path:
    return old if not is_there(new) and is_there(old) else new


def _base(kind: Kind) -> Path:
    """Return the system's folder for this kind of file, as QStandardPaths does."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - never raises
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / MAC[kind]
    variable, usual = XDG[kind]
    named = os.environ.get(variable, "")
    # The specification wants relative ones to be ignored.
    return Path(named) if named.startswith("/") else home / usual
