"""Ctrl+C while Qt is loaded, or does something by itself: the program ends at once."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

INTERRUPTED = 130


def end_at_once(_number: int, _frame: FrameType | None) -> None:
    """End the program, as a signal's handler."""
    os._exit(INTERRUPTED)


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Let Ctrl+C end the program, rather than raise an error within Qt's own calls.

    They would go on half loaded, and say something else, or crash.
    """
    usual = signal.default_int_handler
    if (
        current_thread() is not main_thread()
        or signal.getsignal(signal.SIGINT) != usual
    ):
        yield
        return
    signal.signal(signal.SIGINT, end_at_once)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
