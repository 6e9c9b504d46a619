"""What a process holds on to, so that a test can be asked for what it leaves."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

PROC = Path("/proc/self")
PATIENCE = 2000  # milliseconds that what ends on another thread may take
PAUSE = 5  # milliseconds between two looks


def held() -> frozenset[str]:
    """Name the threads, visible windows, children and sockets of this process.

    Children and sockets are seen where there is a /proc, as under Linux.
    """
    return frozenset((*_threads(), *_windows(), *_children(), *_sockets()))


def left(before: frozenset[str], after: frozenset[str]) -> list[str]:
    """Say what is there after a test and was not before it."""
    return sorted(after - before)


def left_for_good(before: frozenset[str]) -> list[str]:
    """Say what is left since *before*, once windows that were let go are gone.

    What ends on another thread is given PATIENCE; with nothing left, none is needed.
    """
    clock = QElapsedTimer()
    clock.start()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    while (found := left(before, held())) and clock.elapsed() < PATIENCE:
        QTest.qWait(PAUSE)
    return found


def _threads() -> list[str]:
    return [f"thread {one.name} ({one.native_id})" for one in threading.enumerate()]


def _windows() -> list[str]:
    windows = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    return [f"window {type(one).__name__} ({id(one)})" for one in windows]


def _children() -> list[str]:
    found = [
        number
        for task in (PROC / "task").glob("*/children")
        for number in _children_of(task).split()
    ]
    return [f"child process {number}" for number in found]


def _children_of(task: Path) -> str:
    try:
        return task.read_text()
    except OSError:  # this thread has ended since it was listed
        return ""


def _sockets() -> list[str]:
    if not PROC.exists():
        return []
    with os.scandir(PROC / "fd") as opened:
        targets = [_target(one.path) for one in opened]
    return [target for target in targets if target.startswith("socket:")]


def _target(link: str) -> str:
    try:
        return str(Path(link).readlink())
    except OSError:  # the folder's own, or closed since it was listed
        return ""
