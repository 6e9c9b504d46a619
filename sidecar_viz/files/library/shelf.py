"""All lessons to choose from: the program's own first, then the user's."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.lesson_cache import find_cached, load_cached
from sidecar_viz.files.library.places import Found, bundled_lessons, user_lessons
from sidecar_viz.files.reading.problems import LessonError

FIRST = "sidecar"
MOST_SHOWN = 300  # lessons
READ_AT_ONCE = 2_000_000  # bytes, for which nobody waits long


class Entry(Struct, frozen=True):
    """A lesson on the shelf.

    If it cannot be shown, *problems* says how many there are; with 0 of them, it was
    not read yet.
    """

    name: str
    path: Path
    own: bool
    lesson: Lesson | None
    problems: int = 0

    @property
    def title(self) -> str:
        """The lesson's title, else the name of its file."""
        return self.lesson.title if self.lesson else self.name


def shelf(most: int = READ_AT_ONCE) -> tuple[Entry, ...]:
    """Find every lesson that can be chosen; the first lesson comes first.

    Of those that are not in the cache, at most *most* bytes are read, so that nobody
    waits for many large ones; the next time, the next ones are. What is no lesson is
    remembered, too.

    Raises:
        LibraryError: the program's own lessons cannot be found.
    """
    bundled = sorted(bundled_lessons(), key=lambda found: found.name != FIRST)
    entries = []
    for found, own in (
        *((found, False) for found in bundled),
        *((found, True) for found in user_lessons()[:MOST_SHOWN]),
    ):
        cached = find_cached(found.path)
        if isinstance(cached, Lesson):
            entries.append(Entry(found.name, found.path, own, cached))
        elif cached.problems or (most <= 0 < cached.size and own):
            entries.append(Entry(found.name, found.path, own, None, cached.problems))
        else:
            entries.append(_entry(found, own=own))
            most -= cached.size
    return tuple(entries)


def _entry(found: Found, *, own: bool) -> Entry:
    try:
        return Entry(found.name, found.path, own, load_cached(found.path))
    except LessonError as error:
        return Entry(found.name, found.path, own, None, len(error.problems))
