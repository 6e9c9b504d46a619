"""Which program a test's window belongs to."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from sidecar_viz.app.program.program import Program
from sidecar_viz.app.window.main_window import MainWindow

_PROGRAMS: WeakKeyDictionary[MainWindow, Program] = WeakKeyDictionary()


def remember(program: Program) -> MainWindow:
    """Remember the program of a window that a test was given; return the window."""
    _PROGRAMS[program.window] = program
    return program.window


def program_of(window: MainWindow) -> Program:
    """Give the program that a window belongs to."""
    return _PROGRAMS[window]
