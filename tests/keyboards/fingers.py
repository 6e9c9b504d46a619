"""Presses keys of an X server, each by its number, as a keyboard does."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

CONTROL, SHIFT, ALT = 37, 50, 64
BEYOND_KERNEL = 8
CORE_KEYBOARD = 0x100
OTHER_SCRIPTS = 0x500  # X's numbers for Arabic, Cyrillic, Greek, and all beyond
# fmt: off
NAMED = {
    "Esc": 9, "Backspace": 22, "Tab": 23, "Return": 36, "Space": 65, "F1": 67,
    "F5": 71, "F6": 72, "F8": 74, "F9": 75, "F11": 95, "Enter": 104, "Home": 110,
    "Up": 111, "PgUp": 112, "Left": 113, "Right": 114, "End": 115, "Down": 116,
    "PgDown": 117,
}
# fmt: on
"""The numbers of keys that every keyboard has at the same place."""


class Stroke(NamedTuple):
    """A key and what is held with it, by their numbers."""

    held: tuple[int, ...]
    key: int


class Fingers:
    """Types on an X server's keyboard."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._group = 0
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))

    def use_second_layout(self) -> None:
        """Type with the second of two layouts from now on."""
        self._group = 1
        self._x.XkbLockGroup(self._display, CORE_KEYBOARD, self._group)
        self._x.XFlush(self._display)

    def press(self, stroke: Stroke) -> None:
        """Press a key and let it go."""
        for key in (*stroke.held, stroke.key):
            self._move(key, down=True)
        for key in (stroke.key, *reversed(stroke.held)):
            self._move(key, down=False)
        self._x.XFlush(self._display)

    def where(self) -> int:
        """Return the number of the window that the keys go to."""
        window, back = ctypes.c_ulong(), ctypes.c_int()
        self._x.XGetInputFocus(self._display, ctypes.byref(window), ctypes.byref(back))
        return window.value

    def keys_with(self, sign: str) -> list[Stroke]:
        """Find where a sign is printed, alone or with Shift."""
        return [
            Stroke((SHIFT,) * level, number)
            for level in (0, 1)
            for number in range(9, 70)
            if self._written(number, level) == ord(sign)
        ]

    def writes_other_script(self, key: int) -> bool:
        """Return whether a key writes neither a Latin letter nor a sign of one."""
        return self._written(key, 0) >= OTHER_SCRIPTS

    def _written(self, key: int, level: int) -> int:
        """Return X's number of what a key writes; of Latin letters it is Unicode's."""
        found: int = self._x.XkbKeycodeToKeysym(self._display, key, self._group, level)
        return found

    def _move(self, key: int, *, down: bool) -> None:
        self._test.XTestFakeKeyEvent(self._display, key, int(down), 0)
