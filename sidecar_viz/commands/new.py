"""`sidecar-viz new`: writes a lesson to start from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError
from sidecar_viz.files.library.places import LibraryError, bundled_lessons, find_lesson
from sidecar_viz.files.making.from_pod import from_pod
from sidecar_viz.files.making.pod_manifest import ManifestError, read_manifest
from sidecar_viz.files.making.starter import StarterError, blank, copied, write_new
from sidecar_viz.files.reading.document import read_bytes
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

BLANK = "blank"
ENDINGS = {".yaml", ".yml"}


def run_new(arguments: Arguments) -> int:
    """Write a new lesson and print how to go on."""
    try:
        make = _maker(arguments.source)
        path = write_new(arguments.into, arguments.name, make)
    except (StarterError, ManifestError, LibraryError) as error:
        raise UsageError(str(error)) from error
    except LessonError as error:
        lines = [str(problem) for problem in error.problems]
        raise UsageError(f"{arguments.source} cannot be read", *lines) from error
    print(f"{path} is there. Show it while you write it:")
    print(f"  sidecar-viz edit {path}")
    if arguments.name in {found.name for found in bundled_lessons()}:
        message = "A lesson of the program has this name, too; open yours by its path."
        print(message)
    return 0


def _maker(source: str) -> Callable[[str], str]:
    """Return a function that makes the text of a lesson from its name."""
    if source == BLANK:
        return blank
    path = Path(source)
    if path.suffix.lower() in ENDINGS and path.is_file():
        data = read_bytes(path)
        if _is_lesson(data, source):
            return lambda name: copied(data, name)
        pod = read_manifest(data, source)
        return lambda name: from_pod(pod, name)
    found = read_bytes(find_lesson(source))
    return lambda name: copied(found, name)


def _is_lesson(data: bytes, name: str) -> bool:
    try:
        read_lesson(data, name)
    except LessonError:
        return b"\nsteps:" in data and b"\nkind:" not in data
    return True
