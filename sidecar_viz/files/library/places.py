"""Knows where lessons are: those that come with the program and the user's own."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from sidecar_viz.files.reading.problems import meant
from sidecar_viz.files.saved.folders import (
    lessons_folder,
    old_lessons_folder,
    path_now,
)

LESSON_FILE = "lesson.yaml"
VARIABLE = "SIDECAR_VIZ_DATA"
PACKAGE = Path(__file__).resolve().parents[2]


class LibraryError(Exception):
    """A lesson, or the program's own data, cannot be found; the text says why."""


class Found(Struct, frozen=True):
    """A lesson's file, and its short name: that of its folder or file."""

    name: str
    path: Path


def data_folder() -> Path:
    """Return the folder with `lessons` and `resources`.

    It is the one that SIDECAR_VIZ_DATA names, else the one installed inside the
    package, else the checkout around the package.

    Raises:
        LibraryError: there is none; the text names the places tried.
    """
    tried: list[str] = []
    named = os.environ.get(VARIABLE)
    if named:
        if (Path(named) / "lessons").is_dir():
            return Path(named)
        raise LibraryError(f"{VARIABLE} is {named}, where there is no folder lessons")
    if (PACKAGE / "_data" / "lessons").is_dir():
        return PACKAGE / "_data"
    tried.append(str(PACKAGE / "_data"))
    checkout = PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "lessons").is_dir():
        return checkout
    tried.append(str(checkout))
    places = " and ".join(tried)
    raise LibraryError(
        f"the lessons that come with sidecar-viz are missing; looked in {places}; "
        f"install it again, or set {VARIABLE} to the folder that holds them"
    )


def bundled_lessons() -> tuple[Found, ...]:
    """List the lessons that come with the program, by name."""
    return _lessons_in(data_folder() / "lessons")


def user_lessons() -> tuple[Found, ...]:
    """List the lessons in the user's own folder, by name; none without a folder.

    Includes those in the folder of earlier versions, unless the new folder has a lesson
    of the same name.
    """
    folders = (old_lessons_folder(), user_folder())
    found = {one.name: one for folder in folders for one in _lessons_in(folder)}
    return tuple(found[name] for name in sorted(found))


def user_folder() -> Path:
    """Return the folder for the user's own lessons; it need not exist."""
    return lessons_folder()


def find_lesson(wanted: str) -> Path:
    """Find a lesson's file by its name, or by a path to its file or folder.

    What has a separator, or ends as a YAML file does, is a path. A name means the
    user's own lesson rather than a bundled one.

    Raises:
        LibraryError: there is no such lesson; the text says what was probably meant.
    """
    path = Path(os.path.expanduser(wanted))  # noqa: PTH111 - never raises
    separators = {os.sep, os.altsep} - {None}
    is_path = any(sep in wanted for sep in separators if sep)
    if is_path or path.suffix.lower() in {".yaml", ".yml"} or path.is_file():
        return _at_path(path, wanted)
    found = {
        lesson.name: lesson.path for lesson in (*bundled_lessons(), *user_lessons())
    }
    if wanted in found:
        return found[wanted]
    if (path / LESSON_FILE).is_file():
        return path / LESSON_FILE
    names = sorted(found)
    known = ", ".join(names) or "none"
    hint = meant(wanted, names)
    raise LibraryError(f"there is no lesson {wanted!r}{hint} (known lessons: {known})")


def _at_path(path: Path, wanted: str) -> Path:
    if path.is_dir() and (path / LESSON_FILE).is_file():
        return path / LESSON_FILE
    if path.is_dir():
        raise LibraryError(f"{wanted} is a folder without a {LESSON_FILE}")
    path = path_now(path)
    if path.exists():
        return path
    near = _names_in(path.parent)
    hint = meant(path.name, near)
    raise LibraryError(f"there is no file {wanted}{hint}")


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def _lessons_in(folder: Path) -> tuple[Found, ...]:
    found = []
    for name in _names_in(folder):
        path = folder / name
        if (path / LESSON_FILE).is_file():
            found.append(Found(name, path / LESSON_FILE))
        elif path.suffix.lower() in {".yaml", ".yml"} and path.is_file():
            found.append(Found(path.stem.removesuffix(".lesson"), path))
    return tuple(found)
