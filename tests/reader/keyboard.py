"""The keyboard of an X server without a desktop: nobody gives it to a window there."""

from __future__ import annotations

import ctypes

PARENT, NOW = 2, 0  # RevertToParent, CurrentTime


def give_to_newest_window(display: str) -> None:
    """Give the keyboard to the topmost window that is there, as a desktop does."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = x.XDefaultRootWindow.restype = ctypes.c_void_p
    opened = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
    root, parent = ctypes.c_ulong(), ctypes.c_ulong()
    below, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    x.XQueryTree(
        opened,
        ctypes.c_ulong(x.XDefaultRootWindow(opened)),
        *map(ctypes.byref, (root, parent, below, count)),
    )
    handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    ignored = handler(lambda _display, _error: 0)  # hidden windows cannot have it
    x.XSetErrorHandler(ignored)
    for window in below[: count.value]:
        x.XSetInputFocus(opened, ctypes.c_ulong(window), PARENT, NOW)
        x.XSync(opened, 0)
    x.XCloseDisplay(opened)
