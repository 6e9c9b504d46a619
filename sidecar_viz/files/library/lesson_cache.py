"""Caches lessons as they were read, so that the window opens without reading YAML.

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
from sidecar_viz.files.saved.parts import sweep_folder
from sidecar_viz.files.saved.whole import is_there, read_whole, write_unsynced

LARGEST_FILE = 2_000_000
LARGEST_ENTRY = 10 * LARGEST_FILE
MOST_ENTRIES, MOST_BYTES = 400, 100_000_000  # of the cache
ENDING = ".lesson"
NO_LESSON = msgspec.Raw(msgspec.msgpack.encode(None))


class Cached(msgspec.Struct, array_like=True):
    """A lesson, or how many problems it has, with the exact bytes it was read from."""

    made_by: str
    source: bytes
    lesson: msgspec.Raw
    problems: int = 0


class Unread(msgspec.Struct, frozen=True):
    """What there is instead of a lesson: bytes to be read, or problems known before."""

    size: int
    problems: int = 0


def load_cached(path: Path) -> Lesson:
    """Load the lesson at *path*, from the cache if the file has not changed.

    What cannot be cached, or is damaged in the cache, is read from the file.

    Raises:
        LessonError: the file is no lesson; with every problem.
    """
    source = _bytes_of(path)
    place = _place_of(path)
    found = _cached_at(place, source) if source is not None else None
    if isinstance(found, Lesson):
        return found
    from sidecar_viz.files.reading.lesson_file import load_lesson  # noqa: PLC0415 - its weight
    from sidecar_viz.files.reading.problems import LessonError  # noqa: PLC0415

    try:
        lesson = load_lesson(path)
    except LessonError as error:
        passing = any(
            problem.code in ("unreadable", "simulate")
            or problem.place.file != str(path)
            for problem in error.problems
        )
        if source is not None and not passing:
            _write(place, Cached(_made_by(), source, NO_LESSON, len(error.problems)))
        raise
    if source is not None and lesson.simulate is None:
        _write(place, Cached(_made_by(), source, msgspec.Raw(_encoded(lesson))))
    return lesson


def find_cached(path: Path) -> Lesson | Unread:
    """Return the lesson if it is in the cache, else what there is to read.

    That is nothing where the reader refuses at once: what is too large, or no file.
    """
    source = _bytes_of(path)
    if source is None:
        return Unread(0)
    found = _cached_at(_place_of(path), source)
    return Unread(len(source)) if found is None else found


def _place_of(path: Path) -> Path:
    name = f"{crc32(os.fsencode(path.absolute())):08x}{ENDING}"
    return cache_folder() / name


def _made_by() -> str:
    """Identify this program's types, so that another version's are not taken for them.

    A frozen program has no source files; there the program itself is the stamp.
    """
    source = Path(lesson_types.__file__)
    stamp = (source if is_there(source) else Path(sys.executable)).stat()
    return f"{__version__} {stamp.st_mtime_ns} {stamp.st_size}"


def _bytes_of(path: Path) -> bytes | None:
    """Read an ordinary file of at most LARGEST_FILE bytes; None for any other."""
    return read_whole(path, LARGEST_FILE)


def _cached_at(place: Path, source: bytes) -> Lesson | Unread | None:
    found = read_whole(place, LARGEST_ENTRY)
    if found is None:
        return None
    try:
        cached = msgspec.msgpack.decode(found, type=Cached)
        if cached.source != source or cached.made_by != _made_by():
            return None
        if cached.problems > 0:
            return Unread(0, cached.problems)
        return msgspec.msgpack.decode(cached.lesson, type=Lesson)
    except (OSError, msgspec.MsgspecError, RecursionError):
        return None


def _encoded(lesson: Lesson) -> bytes:
    return msgspec.msgpack.encode(lesson)


def _write(place: Path, cached: Cached) -> None:
    """Write to the cache; a folder that refuses is no reason to stop."""
    with suppress(OSError):
        write_unsynced(place, msgspec.msgpack.encode(cached))
        sweep_folder(place.parent)
        _shrink(place.parent)


def _shrink(folder: Path) -> None:
    """Remove the entries that were written first, until the rest are not too many."""
    entries = [
        (entry.stat(), entry.path)
        for entry in os.scandir(folder)
        if entry.name.endswith(ENDING)
    ]
    entries.sort(key=lambda entry: entry[0].st_mtime_ns, reverse=True)
    total = 0
    for number, (found, path) in enumerate(entries):
        total += found.st_size
        if number and (number >= MOST_ENTRIES or total > MOST_BYTES):
            Path(path).unlink(missing_ok=True)
