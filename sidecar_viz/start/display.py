"""Whether a display lets us in, asked before Qt does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from ctypes import CDLL, c_char_p, c_int, c_void_p
from functools import partial
from pathlib import Path

ANSWER_WITHIN = 3.0  # seconds that a display may take
X_TRIES = 2  # an X server that starts anew refuses once what it was about to let in

_closings: list[Callable[[], object]] = []  # of the connections to X servers we keep


def display_answers(platform: str, environ: Mapping[str, str]) -> bool:
    """Try whether the display named in *environ* lets us in, within a bounded time.

    A connection to an X server is kept until `let_go`: a server whose last client
    leaves starts anew, and refuses Qt while it does.
    """
    answers: list[bool] = []

    def note_answer() -> None:
        with suppress(OSError):
            if platform == "wayland":
                answers.append(_wayland_answers(environ))
            else:
                answers.append(any(_x_answers(environ) for _ in range(X_TRIES)))

    asking = threading.Thread(target=note_answer, daemon=True)
    asking.start()
    asking.join(ANSWER_WITHIN)
    return answers == [True]


def let_go() -> None:
    """Close the connections that are kept: Qt has its own by now."""
    while _closings:
        _closings.pop()()


def _x_answers(environ: Mapping[str, str]) -> bool:
    xcb = CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = c_void_p
    xcb.xcb_connect.argtypes = [c_char_p, c_void_p]
    xcb.xcb_connection_has_error.argtypes = [c_void_p]
    xcb.xcb_connection_has_error.restype = c_int
    xcb.xcb_disconnect.argtypes = [c_void_p]
    connection = xcb.xcb_connect(environ["DISPLAY"].encode(), None)
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        return False
    _closings.append(partial(xcb.xcb_disconnect, connection))
    return True


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    import socket  # only under Wayland; it costs 2 ms

    place = Path(environ.get("XDG_RUNTIME_DIR", "")) / environ["WAYLAND_DISPLAY"]
    with socket.socket(socket.AF_UNIX) as door:
        door.connect(str(place))
    return True
