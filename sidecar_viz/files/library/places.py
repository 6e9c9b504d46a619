"""Where lessons are: those that come with the program and the user's own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from msgspec import Struct

from sidecar_viz.files.reading.problems import meant

LESSON_FILE = "lesson.yaml"
VARIABLE = "SIDECAR_VIZ_DATA"
PACKAGE = Path(__file__).resolve().parents[2]


class LibraryError(Exception):
    """A lesson or the program's data that cannot be found; the text says why."""


class Found(Struct, frozen=True):
    """A lesson's short name (its folder's or file's) and its file."""

    name: str
    path: Path


def data_folder() -> Path:
    """The folder with `lessons` and `resources`.

    The one that SIDECAR_VIZ_DATA names, else the one installed inside the
    package, else the checkout around the package. Raises LibraryError with the
    places tried.
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
    """The lessons that come with the program, by name."""
    return _lessons_in(data_folder() / "lessons")


def user_lessons() -> tuple[Found, ...]:
    """The lessons in the user's own folder, by name; none when there is no folder."""
    return _lessons_in(user_folder())


def user_folder() -> Path:
    """Where the user's own lessons are kept on this system; it need not exist."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - never raises
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        named = os.environ.get("XDG_DATA_HOME", "")
        absolute = named and Path(named).is_absolute()  # others are to be ignored
        base = Path(named) if absolute else home / ".local" / "share"
    return base / "sidecar_viz" / "lessons"


def find_lesson(wanted: str) -> Path:
    """The file of a lesson, by its name or by a path to its file or folder.

    What looks like a path (it has a separator or the ending of a YAML file) is
    one; a name means the user's own lesson before a bundled one. Raises
    LibraryError with what was probably meant.
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
