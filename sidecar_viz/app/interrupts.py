"""Ctrl+C in the terminal: the program ends as if its window had been closed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

INTERRUPTED = 128 + signal.SIGINT
"""The exit code."""


class Interrupts(QObject):
    """Lets Qt's loop hear of the signal, so that nothing is cut off in its middle.

    Python itself would raise KeyboardInterrupt in whatever slot or painting runs
    next. The signal wakes the loop through a pipe; nothing ticks meanwhile.
    """

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        if signal.getsignal(signal.SIGINT) != signal.default_int_handler:
            return  # whoever started the program wants no interrupts
        if sys.platform == "win32":
            # Pipes wake no loop there. What is written down survives a sudden end.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            return
        self._reading, writing = os.pipe()
        for end_of_pipe in (self._reading, writing):
            os.set_blocking(end_of_pipe, False)
        signal.set_wakeup_fd(writing)
        signal.signal(signal.SIGINT, _only_once)
        kind = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(self._reading, kind, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        if signal.SIGINT in os.read(self._reading, 4096):
            self._notifier.setEnabled(False)
            self._end()


def _only_once(_number: int, _frame: FrameType | None) -> None:
    """Let a second signal end the program at once, should it not get to its end."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
