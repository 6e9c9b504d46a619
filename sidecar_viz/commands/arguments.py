"""The arguments of the command line as one typed value."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from sidecar_viz.core.sheets import Sheet

COMMANDS = (
    *("lessons", "new", "edit", "check", "upgrade"),
    *("describe", "export", "simulate", "lab", "schema"),
)


LESSON = "lesson.yaml"
ENDINGS = (".yaml", ".yml", ".json")  # of manifests


class Arguments:
    """What was asked for; each command reads only its own fields."""

    command: str = "window"
    lesson: str | None = None
    paths: list[Path]
    out: Path
    step: int | None = None
    at: float | None = None
    ending: bool = False
    size: tuple[int, int] | None = None
    rate: int | None = None
    captions: Literal["burnt", "beside"] = "burnt"
    theme: str | None = None
    what_if: str | None = None
    format: str = "text"
    selftest: Path | None = None
    present: bool = False
    notes: bool = False
    sheet: Sheet | None = None
    window: bool = False
    progress: bool = False
    picture: Path | None = None
    name: str
    source: str
    opened: str | None = None
    pod: str | None = None
    manifest: str
    script: Path | None = None
    kubernetes: str = ""
    expect: list[str]
    until: str | None = None
    max_seconds: float | None = None
    into: Path


def read_arguments(argv: Sequence[str]) -> Arguments:
    """Parse the arguments; a first word that is no command is a LESSON.

    Raises:
        SystemExit: as argparse does: code 2 for wrong usage, 0 after `--help` and
            `--version`.
    """
    return _routed(_plain_start(argv) or _parsed(argv))


def _plain_start(argv: Sequence[str]) -> Arguments | None:
    """Parse the window's most common starts without argparse, which takes 5 ms.

    `--selftest` is among them, as it measures the start.
    """
    arguments = Arguments()
    match argv:
        case []:
            return arguments
        case [word] if word not in COMMANDS and not word.startswith("-"):
            arguments.lesson = word
            return arguments
        case ["--selftest", word] if not word.startswith("-"):
            arguments.selftest = Path(word)
            return arguments
    return None


def _parsed(argv: Sequence[str]) -> Arguments:
    from sidecar_viz.commands.grammar import commands_parser, window_parser

    arguments = Arguments()
    if argv and argv[0] in COMMANDS:
        commands_parser().parse_args(argv, namespace=arguments)
        return arguments
    meant = _meant(argv[0]) if len(argv) > 1 else None
    if meant:
        message = f"there is no command '{argv[0]}'; did you mean {meant}?"
        window_parser().error(message)
    window_parser().parse_args(argv, namespace=arguments)
    return arguments


def _meant(word: str) -> str | None:
    """Return the command that a word nearly is, unless the word is a lesson."""
    from difflib import get_close_matches

    from sidecar_viz.files.library.places import LibraryError, find_lesson

    near = get_close_matches(word, COMMANDS, n=1, cutoff=0.7)
    if not near or word.startswith("-"):
        return None
    try:
        find_lesson(word)
    except LibraryError:
        return near[0]
    return None


def _routed(arguments: Arguments) -> Arguments:
    """Let the lab open a manifest, or a saved run, that is given as a lesson."""
    given = arguments.lesson
    if arguments.command != "window" or given is None or given.endswith(LESSON):
        return arguments
    if not given.endswith(ENDINGS) or arguments.selftest is not None:
        return arguments
    from sidecar_viz.files.making.looking import looks_like_manifest
    from sidecar_viz.files.reading.content import read_bytes
    from sidecar_viz.files.reading.problems import LessonError

    try:
        if looks_like_manifest(read_bytes(Path(given))):
            arguments.command, arguments.opened = "lab", given
    except LessonError:
        pass  # the window says what is wrong with it
    return arguments
