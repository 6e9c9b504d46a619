"""All lessons to choose from: the program's own first, then the user's."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.lesson_cache import load_cached
from sidecar_viz.files.library.places import Found, bundled_lessons, user_lessons
from sidecar_viz.files.reading.problems import LessonError

FIRST = "sidecar"
MOST_SHOWN = 300  # lessons


class Entry(Struct, frozen=True):
    """A lesson on the shelf; if it cannot be read, the number of its *problems*."""

    name: str
    path: Path
    own: bool
    lesson: Lesson | None
    problems: int = 0

    @property
    def title(self) -> str:
        """The lesson's title, else the name of its file."""
        return self.lesson.title if self.lesson else self.name


def shelf() -> tuple[Entry, ...]:
    """Read every lesson that can be chosen; the first lesson comes first.

    Raises:
        LibraryError: the program's own lessons cannot be found.
    """
    bundled = sorted(bundled_lessons(), key=lambda found: found.name != FIRST)
    entries = [_entry(found, own=False) for found in bundled]
    entries += [_entry(found, own=True) for found in user_lessons()[:MOST_SHOWN]]
    return tuple(entries)


def _entry(found: Found, *, own: bool) -> Entry:
    try:
        return Entry(found.name, found.path, own, load_cached(found.path))
    except LessonError as error:
        return Entry(found.name, found.path, own, None, len(error.problems))
