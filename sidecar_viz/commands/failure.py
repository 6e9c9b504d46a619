"""The error for wrong usage of the command line: words instead of a traceback."""

from __future__ import annotations


class UsageError(Exception):
    """The command cannot go on; *lines* say why."""

    lines: tuple[str, ...]

    def __init__(self, *lines: str) -> None:
        """Keep the *lines*; the first is printed after the program's name."""
        first = lines[0]
        if not first.startswith(("sidecar-viz ", "sidecar-viz: ")):
            first = f"sidecar-viz: {first}"
        self.lines = (first, *lines[1:])
        super().__init__("\n".join(self.lines))
