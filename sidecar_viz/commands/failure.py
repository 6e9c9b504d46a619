"""The error for wrong usage of the command line: words instead of a traceback."""

from __future__ import annotations

import re

UNSAFE = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"


def for_terminal(line: str) -> str:
    """Write a line with names of files such that a terminal obeys nothing in it."""
    return re.sub(UNSAFE, lambda sign: ascii(sign[0])[1:-1], line)


class UsageError(Exception):
    """The command cannot go on; *lines* say why."""

    lines: tuple[str, ...]

    def __init__(self, *lines: str) -> None:
        """Keep the *lines*; the first is printed after the program's name."""
        first = lines[0]
        if not first.startswith(("sidecar-viz ", "sidecar-viz: ")):
            first = f"sidecar-viz: {first}"
        self.lines = tuple(map(for_terminal, (first, *lines[1:])))
        super().__init__("\n".join(self.lines))
