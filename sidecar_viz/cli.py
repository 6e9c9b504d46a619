"""The command line: opens the window, or answers in text, JSON or a picture."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from sidecar_viz.commands.arguments import Arguments, read_arguments
from sidecar_viz.commands.failure import UsageError

WORK = {
    "window": ("window", "run_window"),
    "edit": ("window", "run_window"),
    "lessons": ("lessons", "run_lessons"),
    "new": ("new", "run_new"),
    "check": ("check", "run_check"),
    "upgrade": ("upgrade", "run_upgrade"),
    "describe": ("describe", "run_describe"),
    "export": ("export", "run_export"),
    "simulate": ("pods.simulate", "run_simulate"),
    "lab": ("pods.lab", "run_lab"),
    "schema": ("schema", "run_schema"),
}
"""The module and the function that do a command's work."""
FOR_A_WINDOW = ("window", "edit", "lab")
WRONG_USAGE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for.

    Returns:
        the exit code: 0 for success, 1 if problems were found, 2 for wrong usage or
        something missing.
    """
    _let_any_text_out()
    arguments = read_arguments(sys.argv[1:] if argv is None else list(argv))
    try:
        code = _run(arguments)
        print(end="", flush=True)
    except UsageError as failure:
        for line in failure.lines:
            print(line, file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return BROKEN_PIPE
    except OSError as error:
        if arguments.command in FOR_A_WINDOW:
            raise
        _close_output()
        reason = (error.strerror or str(error)).lower()
        print(f"sidecar-viz: cannot write: {reason}", file=sys.stderr)
        return WRONG_USAGE
    return code


def _let_any_text_out() -> None:
    """Write characters that the terminal's encoding lacks as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _close_output() -> None:
    """Discard output that nobody reads, so that Python does not write it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Arguments) -> int:
    """Load only what the command needs; the window's modules only for a window."""
    if arguments.command in FOR_A_WINDOW:
        gc.disable()  # nothing is garbage before the first frame; run() enables it
    module, function = WORK[arguments.command]
    work = import_module(f"sidecar_viz.commands.{module}")
    code: int = getattr(work, function)(arguments)
    return code
