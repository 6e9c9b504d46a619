"""Reads saved JSON tolerantly: a wrong value costs nothing but itself."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec

from sidecar_viz.files.saved.aside import keep_aside
from sidecar_viz.files.saved.parts import sweep
from sidecar_viz.files.saved.whole import read_start, read_whole

MARK = "\ufeff".encode()  # of byte order: some editors write it
T = TypeVar("T")
S = TypeVar("S", bound=msgspec.Struct)


def load_json(
    path: Path, most: int, kind: type[T], aside: list[Path] | None = None
) -> T | None:
    """Read a file of at most *most* bytes that must hold JSON of this *kind*.

    Returns None if it is missing, not to be read, or damaged; a damaged file is kept
    aside under the name that is added to *aside*. What cannot be read is not damaged:
    it stays. Leftovers of writing that was cut off are removed.
    """
    sweep(path)
    try:
        return read_json(path, most, kind, aside)
    except (OSError, ValueError):
        return None


def read_json(
    path: Path, most: int, kind: type[T], aside: list[Path] | None = None
) -> T | None:
    """Read as `load_json` does, but tell what cannot be read from what is missing.

    Raises:
        OSError: something is there that cannot be read now.
        ValueError: the path holds a NUL.
    """
    try:
        content = read_start(path, most + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno not in (errno.EISDIR, errno.EINVAL, errno.ENXIO):
            raise
        content = None  # a folder, a FIFO, a device
    if content is not None and len(content) <= most:
        try:
            return msgspec.json.decode(content.removeprefix(MARK), type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            pass
    moved = keep_aside(path)
    if moved is None:
        raise OSError(errno.EEXIST, "what is there cannot be kept aside", str(path))
    if aside is not None:
        aside.append(moved)
    return None


def peek_json(path: Path, most: int, kind: type[T]) -> T | None:
    """Read as `load_json` does, and leave everything as it is, a damaged file too."""
    try:
        content = read_whole(path, most) or b""
        return msgspec.json.decode(content.removeprefix(MARK), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def fitting(found: Mapping[str, object], kind: type[S]) -> S:
    """Make a *kind* from the fields that fit; the others have their defaults."""
    fields: dict[str, Any] = {}
    for name, wanted in types_of(kind).items():
        if name in found:
            fields |= fitting_values({name: found[name]}, wanted)
    return kind(**fields)


def fitting_values(found: Mapping[str, object], kind: type[T]) -> dict[str, T]:
    """Return those of the named values that are of this *kind*."""
    fit = {}
    for name, value in found.items():
        try:
            fit[name] = msgspec.convert(value, kind)
        except (msgspec.ValidationError, RecursionError):
            continue
    return fit


def fitting_items(found: Iterable[object], kind: type[T]) -> list[T]:
    """Return those of the items that are of this *kind*, in their order."""
    numbered = {str(number): item for number, item in enumerate(found)}
    return list(fitting_values(numbered, kind).values())


@cache
def types_of(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the type of each field, with its range."""
    return get_type_hints(kind, include_extras=True)
