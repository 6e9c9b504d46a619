"""Writes files whole or not at all, and keeps damaged ones aside."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

ENDING = ".part"
MAKE_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
STALE = 60.0  # seconds after which an unfinished file was left by a sudden end
FOLDERS_CAN_BE_SYNCED = os.name == "posix"


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* so that *path* holds all of it, or what it held before.

    Makes the folder if need be; returns when the content is on the disk.

    Raises:
        OSError: it cannot be written. No unfinished file is left behind.
    """
    _replace(path, content, os.fsync)
    if FOLDERS_CAN_BE_SYNCED:
        _sync_folder(path.parent)


def write_unsynced(path: Path, content: bytes) -> None:
    """Write as `write_whole` does, without waiting for the disk.

    For what can be made again, as a power cut may damage it.
    """
    _replace(path, content, lambda _handle: None)


def read_whole(path: Path, most: int) -> bytes | None:
    """Read a file; None if it is missing, unreadable or over *most* bytes."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError:
        return None
    return content if len(content) <= most else None


def is_foreign(path: Path, most: int) -> bool:
    """Return whether a folder or a file of over *most* bytes is there.

    What is out of reach may be this program's own.
    """
    try:
        return path.is_dir() or path.stat().st_size > most
    except OSError:
        return False


def keep_aside(path: Path) -> Path | None:
    """Rename a damaged file so that it can be examined; None if that fails."""
    aside = path.with_name(f"{path.stem}.damaged{path.suffix}")
    try:
        path.replace(aside)
    except OSError:
        return None
    return aside


def sweep(path: Path) -> None:
    """Remove unfinished files that were left when writing *path* was cut off."""
    with contextlib.suppress(OSError):
        for part in path.parent.glob(f"{path.name}.*{ENDING}"):
            if time.time() - part.stat().st_mtime > STALE:
                part.unlink(missing_ok=True)


def _replace(path: Path, content: bytes, sync: Callable[[int], None]) -> None:
    path = path.resolve()  # a link stays one
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.urandom(4).hex()}{ENDING}")
    # As any program makes a file: others may read it if the user's umask says so.
    handle = os.open(part, MAKE_NEW, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            _keep_mode(path, file.fileno())
            file.write(content)
            file.flush()
            sync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _keep_mode(path: Path, handle: int) -> None:
    """Let whoever could read the old file, and nobody else, read the new one."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            os.fchmod(handle, stat.S_IMODE(path.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, too, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
