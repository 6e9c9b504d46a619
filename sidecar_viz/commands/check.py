"""`sidecar-viz check`: prints the problems of lesson files with their places."""

from __future__ import annotations

import json
from pathlib import Path

from sidecar_viz.commands.arguments import Arguments
from sidecar_viz.commands.failure import for_terminal
from sidecar_viz.files.library.places import LESSON_FILE
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.files.rules.checks import problems_in
from sidecar_viz.files.saved.whole import is_file

WELL, PROBLEMS, UNREADABLE = 0, 1, 2


def run_check(arguments: Arguments) -> int:
    """Print every problem of every file; return the worst exit code of all."""
    problems: list[Problem] = []
    code = WELL
    for path in arguments.paths:
        inside = path / LESSON_FILE
        found = problems_in(inside if is_file(inside) else path)
        problems += found
        code = max(code, _code(found))
    if arguments.format == "json":
        print(json.dumps([_plain(p) for p in problems], indent=2, ensure_ascii=False))
    elif arguments.format == "sarif":
        from sidecar_viz.commands.sarif import sarif_log

        print(json.dumps(sarif_log(problems), indent=2, ensure_ascii=False))
    else:
        _print_text(problems, arguments.paths)
    return code


def _code(problems: tuple[Problem, ...]) -> int:
    if any(problem.code == "unreadable" for problem in problems):
        return UNREADABLE
    return PROBLEMS if problems else WELL


def _plain(problem: Problem) -> dict[str, str | int]:
    file, line, column = problem.place
    return {
        "file": file,
        "line": line,
        "column": column,
        "code": problem.code,
        "message": problem.text,
    }


def _print_text(problems: list[Problem], paths: list[Path]) -> None:
    for problem in problems:
        print(for_terminal(str(problem)))
    if not problems:
        print(
            f"{len(paths)} {'file' if len(paths) == 1 else 'files'} checked, no problem"
        )
