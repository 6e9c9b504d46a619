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
from sidecar_viz.files.saved.whole import is_file, is_folder

LESSON_FILE = "lesson.yaml"
FIRST_LESSON = Path("lessons", "sidecar", LESSON_FILE)
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
        if is_folder(Path(named) / "lessons"):
            return Path(named)
        raise LibraryError(f"{VARIABLE} is {named}, where there is no folder lessons")
    if is_folder(PACKAGE / "_data" / "lessons"):
        return PACKAGE / "_data"
    tried.append(str(PACKAGE / "_data"))
    checkout = PACKAGE.parent
    if is_file(checkout / "pyproject.toml") and is_folder(checkout / "lessons"):
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
    if not wanted:
        raise LibraryError("a lesson's name or path is wanted, and there is none")
    path = Path(os.path.expanduser(wanted))  # noqa: PTH111 - never raises
    separators = {os.sep, os.altsep} - {None}
    is_path = any(sep in wanted for sep in separators if sep)
    if is_path or path.suffix.lower() in {".yaml", ".yml"} or is_file(path):
        return _at_path(path, wanted)
    found = {
        lesson.name: lesson.path for lesson in (*bundled_lessons(), *user_lessons())
    }
    if wanted in found:
        return found[wanted]
    if is_file(path / LESSON_FILE):
        return path / LESSON_FILE
    names = sorted(found)
    known = ", ".join(names) or "none"
    hint = meant(wanted, names)
    raise LibraryError(
        f"there is no lesson {_brief(wanted)!r}{hint} (known lessons: {known})"
    )


def _at_path(path: Path, wanted: str) -> Path:
    if is_folder(path) and is_file(path / LESSON_FILE):
        return path / LESSON_FILE
    if is_folder(path):
        raise LibraryError(f"{wanted} is a folder without a {LESSON_FILE}")
    path = path_now(path)
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise LibraryError(f"{_brief(wanted)} cannot be opened: {reason}") from error
    except ValueError as error:  # a NUL in it
        raise LibraryError(f"{_brief(wanted)} is no path: {error}") from error
    else:
        return path
    near = _names_in(path.parent)
    hint = meant(path.name, near)
    raise LibraryError(f"there is no file {_brief(wanted)}{hint}")


def _brief(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:199]}…"


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except (OSError, ValueError):
        return []


def _lessons_in(folder: Path) -> tuple[Found, ...]:
    found = []
    for name in _names_in(folder):
        path = folder / name
        if is_file(path / LESSON_FILE):
            found.append(Found(name, path / LESSON_FILE))
        elif path.suffix.lower() in {".yaml", ".yml"} and is_file(path):
            found.append(Found(path.stem.removesuffix(".lesson"), path))
    return tuple(found)
