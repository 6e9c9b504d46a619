"""Ctrl+C, or the end of who asked: nothing is half done then that would be kept."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from threading import Event, Thread, current_thread, main_thread
from typing import TypeVar

Part = TypeVar("Part")


ENDING = tuple(
    signal.Signals[name]
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if name in signal.Signals.__members__  # Windows has no SIGHUP
)
"""What ends a program: a key, another program, the end of a session."""


def ending_between(pieces: Iterable[Part]) -> Iterator[Part]:
    """Give all *pieces*; let Ctrl+C, or the system, end the work between two of them.

    What was begun can be put away then, and Qt is in none of its calls.

    Raises:
        KeyboardInterrupt: it was to end.
    """
    asked: list[int] = []
    # Without a terminal Ctrl+C may be ignored from the start, and stays so.
    usual = (signal.default_int_handler, signal.SIG_DFL)
    ours = ENDING if current_thread() is main_thread() else ()
    before = {
        one: signal.signal(one, lambda number, _frame: asked.append(number))
        for one in ours
        if signal.getsignal(one) in usual
    }
    try:
        for piece in pieces:
            if asked:
                raise KeyboardInterrupt
            yield piece
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def input_ended() -> Event:
    """Return what is set once standard input ends, as whoever held it open has gone."""
    ended = Event()

    def wait() -> None:
        if sys.stdin is not None:  # there is none in a window of its own
            while os.read(sys.stdin.fileno(), 1):  # its buffer's lock is the end's own
                pass
            ended.set()

    Thread(target=wait, daemon=True).start()
    return ended
