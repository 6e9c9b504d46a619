"""`sidecar-viz new`: writes a lesson to start from."""

from __future__ import annotations

import sys
from pathlib import Path

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import UsageError, for_terminal
from sidecar_viz.commands.standard_input import CALLED, STDIN, standard_input
from sidecar_viz.files.library.places import LibraryError, bundled_lessons, find_lesson
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.making.sources import Maker, maker_from
from sidecar_viz.files.making.starter import (
    StarterError,
    blank,
    starter_file,
    typed,
    write_new,
)
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.saved.whole import is_file

BLANK = "blank"


def run_new(arguments: Arguments) -> int:
    """Write a new lesson and print how to go on."""
    source = CALLED if arguments.source == STDIN else arguments.source
    try:
        maker = _maker(arguments.source, arguments.pod)
        path = write_new(arguments.into, arguments.name, maker.make)
    except (StarterError, ManifestError, LibraryError) as error:
        raise UsageError(str(error)) from error
    except LessonError as error:
        lines = [str(problem) for problem in error.problems]
        raise UsageError(f"{source} cannot be read", *lines) from error
    for one in maker.left_out:
        print(for_terminal(f"sidecar-viz: left out: {one}"), file=sys.stderr)
    if maker.drawn:
        print(for_terminal(f"Drawn from {maker.drawn}."))
    print(for_terminal(f"{path} is there. Show it while you write it:"))
    print(for_terminal(f"  sidecar-viz edit {typed(path)}"))
    if arguments.name in {found.name for found in bundled_lessons()}:
        message = "A lesson of the program has this name, too; open yours by its path."
        print(message)
    return 0


def _maker(source: str, pod: str | None) -> Maker:
    if source == BLANK and pod is not None:
        raise UsageError("--pod names a pod of a manifest; give that with --from")
    if source == BLANK:
        return Maker(blank)
    if source == STDIN:
        return maker_from(standard_input("a lesson or manifest"), CALLED, pod)
    path = Path(source)
    found = path if is_file(path) else starter_file(source) or find_lesson(source)
    return maker_from(read_bytes(found), source, pod)
