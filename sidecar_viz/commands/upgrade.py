"""`sidecar-viz upgrade`: writes a lesson of format 1 as one of format 2."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import replace

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError, for_terminal
from sidecar_viz.files.library.places import LibraryError, find_lesson
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.saved.whole import write_whole

NEWEST = 2
NUMBER = re.compile(
    rb"^((?:\xef\xbb\xbf)?format:[ \t]*)1(?=[ \t]*(?:#|\r?$))", re.MULTILINE
)


def run_upgrade(arguments: Arguments) -> int:
    """Change the number of the format in the file, and nothing else.

    Format 2 has all that format 1 has, so the lesson shows what it showed. It is
    written whole, and only after the new text was read as the same lesson.
    """
    (named,) = arguments.paths
    try:
        path = find_lesson(str(named))
        print(for_terminal(upgraded(path)))
    except LibraryError as error:
        raise UsageError(str(error)) from error
    except LessonError as error:
        lines = [str(problem) for problem in error.problems]
        raise UsageError(f"{named} stays as it is", *lines) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{named} stays as it is: {reason}") from error
    return 0


def upgraded(path: Path) -> str:
    """Write the lesson at *path* in the newest format, and say what was done.

    Raises:
        LessonError: it cannot be read.
        OSError: it cannot be written.
        UsageError: the number of its format is not where it can be changed.
    """
    data = read_bytes(path)
    lesson = read_lesson(data, str(path))
    if lesson.format == NEWEST:
        return f"{path} is of format {NEWEST} already."
    text, found = NUMBER.subn(rb"\g<1>2", data)
    if found != 1 or read_lesson(text, str(path)) != replace(lesson, format=NEWEST):
        raise UsageError(f"{path} stays as it is: write format: {NEWEST} by hand")
    write_whole(path, text)
    return f"{path} is of format {NEWEST} now; it shows what it showed."
