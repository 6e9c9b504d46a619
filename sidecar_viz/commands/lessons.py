"""`sidecar-viz lessons`: lists the bundled lessons and the user's own."""

from __future__ import annotations

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError, for_terminal
from sidecar_viz.files.library.lesson_cache import load_cached
from sidecar_viz.files.library.places import (
    Found,
    LibraryError,
    bundled_lessons,
    user_folder,
    user_lessons,
)
from sidecar_viz.files.reading.problems import LessonError


def run_lessons(_arguments: Arguments) -> int:
    """Print a line for each lesson: its name, its title and its minutes."""
    try:
        bundled, own = bundled_lessons(), user_lessons()
    except LibraryError as error:
        raise UsageError(str(error)) from error
    wide = max((len(found.name) for found in (*bundled, *own)), default=0)
    for found in bundled:
        print(f"{found.name:<{wide}}  {_summary(found)}")
    for found in own:
        line = f"{found.name:<{wide}}  {_summary(found)} ({found.path})"
        print(for_terminal(line))
    if not own:
        print(f"\nYour own lessons: put them into {user_folder()}")
    return 0


def _summary(found: Found) -> str:
    try:
        lesson = load_cached(found.path)
    except LessonError as error:
        count = len(error.problems)
        return f"cannot be shown: {count} problem{'s' * (count != 1)}, see check"
    minutes = f", about {lesson.minutes} minutes" if lesson.minutes else ""
    return f"{lesson.title}{minutes}"
