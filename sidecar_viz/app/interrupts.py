"""Signals to end: the program ends as if its window had been closed.

They are Ctrl+C in the terminal, the end of the terminal, and the end of the session.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

from sidecar_viz.start.ending import end_at_once

SIGNALS = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if hasattr(signal, name)
)
USUAL = (signal.default_int_handler, signal.SIG_DFL, end_at_once)


def exit_code(number: int) -> int:
    """Return the exit code of a program that a signal has ended."""
    return 128 + number


class Interrupts(QObject):
    """Lets Qt's loop hear of the signal, so that nothing is cut off in its middle.

    Python itself would raise KeyboardInterrupt in whatever slot or painting runs
    next. The signal wakes the loop through a pipe; nothing ticks meanwhile.
    """

    def __init__(self, end: Callable[[int], object], parent: QObject) -> None:
        """Call *end* with the first signal's number."""
        super().__init__(parent)
        self._end = end
        # Whoever started the program may want no interrupts.
        heard = [one for one in SIGNALS if signal.getsignal(one) in USUAL]
        if not heard:
            return
        if sys.platform == "win32":
            # Pipes wake no loop there. What is written down survives a sudden end.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            return
        self._reading, writing = os.pipe()
        for end_of_pipe in (self._reading, writing):
            os.set_blocking(end_of_pipe, False)
        signal.set_wakeup_fd(writing)
        for number in heard:
            signal.signal(number, _only_once)
        kind = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(self._reading, kind, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        for number in os.read(self._reading, 4096):
            if number in SIGNALS:
                self._notifier.setEnabled(False)
                self._end(number)
                return


def _only_once(number: int, _frame: FrameType | None) -> None:
    """Let a second signal end the program at once, should it not get to its end."""
    signal.signal(number, signal.SIG_DFL)
