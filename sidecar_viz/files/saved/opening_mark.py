"""Marks which lesson is being opened, so that one that ends the program is known."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sidecar_viz.files.saved.whole import read_whole

FILE = "opening.txt"
MOST = 20_000  # bytes
ALIVE_CAN_BE_ASKED = os.name == "posix"  # elsewhere, the question would end it


class OpeningMark:
    """A file that is there only while the lesson of the last time is opened."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def left_by_a_death(self) -> str:
        """Return the lesson whose opening did not come to its end; "" for none."""
        content = read_whole(self._file, MOST) or b""
        number, _, lesson = content.decode("utf-8", "replace").partition("\n")
        return "" if _is_alive(number) else lesson

    def begin(self, lesson: str) -> None:
        """Write down that this lesson is opened now."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(f"{os.getpid()}\n{lesson}", "utf-8")

    def end(self) -> None:
        """It is open."""
        with suppress(OSError):
            self._file.unlink()


def _is_alive(number: str) -> bool:
    """Return whether a program with this number runs, such as another window."""
    if not number.isdecimal() or not ALIVE_CAN_BE_ASKED:
        return False
    try:
        os.kill(int(number), 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True
