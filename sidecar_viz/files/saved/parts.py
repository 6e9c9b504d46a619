"""Parts: unfinished files that lie beside what is written, and are swept when left.

A part belongs to whoever holds its lock; one that nobody holds and that is old was left
by a sudden end.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Callable
from pathlib import Path

ENDING = ".part"
MARK = re.compile(r"[0-9a-f]{8}")  # before the ending, no two alike
LONGEST_NAME = 200  # bytes of a name that a part's own name begins with
STALE = 60.0  # seconds after which a part was left by a sudden end
HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}
REOPEN = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def part_name(name: str) -> str:
    """Return a new name for a part of the file that is called *name*."""
    return f"{_short(name)}.{os.urandom(4).hex()}{ENDING}"


def hold(handle: int) -> bool:
    """Hold a file until it is closed; return whether nobody else holds it.

    It goes with whoever holds it, also at a sudden end. Where a file system knows no
    locks, nobody holds any.
    """
    if os.name != "posix":
        return True  # what is open cannot be removed there
    import fcntl  # noqa: PLC0415 - only there

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in HELD
    return True


def sweep(path: Path) -> None:
    """Remove unfinished files that were left when writing *path* was cut off."""
    with contextlib.suppress(ValueError):  # a NUL in the path
        real = Path(os.path.realpath(path))  # beside it they lie
        _sweep(real.parent, lambda name: name == _short(real.name))


def sweep_folder(folder: Path) -> None:
    """Remove all unfinished files that were left in a folder of the program's own.

    In others a file with such a name may be somebody else's.
    """
    _sweep(folder, lambda _name: True)


def _sweep(folder: Path, swept: Callable[[str], bool]) -> None:
    """Remove what was left of files whose names are to be *swept*."""
    with contextlib.suppress(OSError):
        for part in os.scandir(folder):
            name, dot, mark = part.name.removesuffix(ENDING).rpartition(".")
            ours = part.name.endswith(ENDING) and dot and MARK.fullmatch(mark)
            if ours and swept(name) and _is_left(part):
                with contextlib.suppress(OSError):
                    Path(part.path).unlink(missing_ok=True)


def _is_left(part: os.DirEntry[str]) -> bool:
    """Return whether it is a file that is old, and that nobody is writing."""
    try:
        found = part.stat(follow_symlinks=False)
        if not stat.S_ISREG(found.st_mode) or time.time() - found.st_mtime <= STALE:
            return False
        handle = os.open(part.path, REOPEN)
    except OSError:
        return False
    try:
        return hold(handle)
    finally:
        os.close(handle)


def _short(name: str) -> str:
    """Return so much of a name that the name of its part is not too long."""
    if len(os.fsencode(name)) <= LONGEST_NAME:
        return name
    return os.fsencode(name)[:LONGEST_NAME].decode("utf-8", "ignore")
