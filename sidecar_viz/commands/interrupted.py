"""Ctrl+C while Qt loads or draws: nothing is half done there that would be kept."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

INTERRUPTED = 130


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
    signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(INTERRUPTED))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
