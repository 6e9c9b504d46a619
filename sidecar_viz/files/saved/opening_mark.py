"""Marks which lesson is being opened, so that one that ends the program is known."""

from __future__ import annotations

import faulthandler
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from sidecar_viz.files.saved.whole import open_new, read_whole

FILE = "opening.txt"
MOST = 200_000  # bytes


class OpeningMark:
    """A file that is there only while the lesson of the last time is opened.

    What ends the program then, such as a crash of Qt, writes itself down in it. Whoever
    kills the program, or switches the computer off, does not.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._open: TextIO | None = None
        self._wanted = False  # by whoever started Python with -X faulthandler

    def left_by_a_death(self) -> str:
        """Return the lesson whose opening ended the program; "" for none."""
        content = read_whole(self._file, MOST) or b""
        lesson, _, said = content.decode("utf-8", "replace").partition("\n")
        return lesson if said.strip() else ""

    def begin(self, lesson: str) -> None:
        """Write down that this lesson is opened now."""
        self.end()
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._open = open_new(self._file)
            self._open.write(f"{lesson}\n")
            self._open.flush()
            self._wanted = faulthandler.is_enabled()
            faulthandler.enable(self._open, all_threads=False)

    def end(self) -> None:
        """It is open."""
        if self._open is not None:
            faulthandler.disable()
            if self._wanted and sys.__stderr__ is not None:
                faulthandler.enable(sys.__stderr__)
            with suppress(OSError):
                self._open.close()
            self._open = None
        with suppress(OSError):
            self._file.unlink()
