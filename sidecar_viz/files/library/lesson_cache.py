"""Lessons kept as they were read, so that the window opens without reading YAML.

Measured: reading YAML, with the modules for it, takes a tenth of the start.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from sidecar_viz import __version__
from sidecar_viz.core import lesson as lesson_types
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.saved.folders import cache_folder
from sidecar_viz.files.saved.whole import write_unsynced

LARGEST_FILE = 2_000_000


class Cached(msgspec.Struct, array_like=True):
    """A lesson with the very bytes that it was read from."""

    made_by: str
    source: bytes
    lesson: msgspec.Raw


def load_cached(path: Path) -> Lesson:
    """As lesson_file.load_lesson, from what was kept if the file is the same.

    Raises LessonError with every problem. What cannot be kept, or has been
    damaged, is read again; nothing is lost.
    """
    source = _bytes_of(path)
    place = _place_of(path)
    if source is not None:
        found = _cached_at(place, source)
        if found is not None:
            return found
    from sidecar_viz.files.reading.lesson_file import load_lesson  # noqa: PLC0415 - its weight

    lesson = load_lesson(path)
    if source is not None:
        _write(place, Cached(_made_by(), source, msgspec.Raw(_encoded(lesson))))
    return lesson


def _place_of(path: Path) -> Path:
    name = f"{crc32(os.fsencode(path.absolute())):08x}.lesson"
    return cache_folder() / name


def _made_by() -> str:
    """What tells this program's types from another version's.

    A frozen program has no file of its own for a module; then it is the program.
    """
    source = Path(lesson_types.__file__)
    stamp = (source if source.exists() else Path(sys.executable)).stat()
    return f"{__version__} {stamp.st_mtime_ns} {stamp.st_size}"


def _bytes_of(path: Path) -> bytes | None:
    """The bytes of an ordinary file of a fair size, else None."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_FILE:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None


def _cached_at(place: Path, source: bytes) -> Lesson | None:
    try:
        cached = msgspec.msgpack.decode(place.read_bytes(), type=Cached)
        if cached.source != source or cached.made_by != _made_by():
            return None
        return msgspec.msgpack.decode(cached.lesson, type=Lesson)
    except (OSError, msgspec.MsgspecError):
        return None


def _encoded(lesson: Lesson) -> bytes:
    return msgspec.msgpack.encode(lesson)


def _write(place: Path, cached: Cached) -> None:
    """Write it whole or not at all; a place that refuses is no reason to stop."""
    with suppress(OSError):
        write_unsynced(place, msgspec.msgpack.encode(cached))
