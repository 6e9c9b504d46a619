"""Reads the bytes of a file, whatever is in them."""

from __future__ import annotations

import errno
from pathlib import Path

from sidecar_viz.files.reading.problems import LessonError, Location, Problem
from sidecar_viz.files.saved.whole import read_start

MAX_BYTES = 2_000_000
KINDS = {
    errno.EISDIR: "this is a folder",
    errno.EINVAL: "this is not an ordinary file",
    errno.ENXIO: "this is not an ordinary file",
}
"""What stands in the place of a file, by what reading it says."""


def read_bytes(path: Path) -> bytes:
    """Read the bytes of a file, at most one more than a lesson may have.

    Raises:
        LessonError: ("unreadable") it does not exist, is a folder, may not be read, or
            anything else is in the way.
    """
    try:
        return read_start(path, MAX_BYTES + 1)
    except OSError as error:
        message = KINDS.get(error.errno or 0, (error.strerror or str(error)).lower())
        raise LessonError(
            [Problem(Location(str(path)), "unreadable", message)]
        ) from error
    except ValueError as error:  # a NUL in the path
        raise LessonError(
            [Problem(Location(str(path)), "unreadable", str(error))]
        ) from error


def _unreadable(path: Path, message: str) -> LessonError:
    return LessonError([Problem(Location(str(path)), "unreadable", message)])
