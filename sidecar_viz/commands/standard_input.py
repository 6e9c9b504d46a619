"""Reads what is piped into a command."""

from __future__ import annotations

import sys

from sidecar_viz.commands.failure import UsageError
from sidecar_viz.files.reading.content import MAX_BYTES

STDIN, CALLED = "-", "standard input"


def standard_input(what: str) -> bytes:
    """Read all of it, at most one byte more than a file may have.

    Raises:
        UsageError: there is none to read *what* from.
    """
    if sys.stdin is None:
        raise UsageError(f"there is no {CALLED} to read {what} from")
    return sys.stdin.buffer.read(MAX_BYTES + 1)
