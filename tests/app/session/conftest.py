"""Two windows of the program that work on the same files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sidecar_viz.app.preferences.preferences import preferences_file
from sidecar_viz.app.preferences.writer import PreferencesWriter
from sidecar_viz.app.program.program import Program
from sidecar_viz.app.session.other_windows import OtherWindows
from tests.app.conftest import MakeWindow
from tests.app.programs import program_of

MakeTwo = Callable[[], tuple[Program, Program]]


@pytest.fixture
def make_two(make_window: MakeWindow) -> MakeTwo:
    """Give a function that opens two windows which know of each other."""

    def made() -> tuple[Program, Program]:
        programs = program_of(make_window()), program_of(make_window())
        for program in programs:
            window = program.window
            writer = PreferencesWriter(
                preferences_file(),
                window.preferences,
                for_this_run=None,
                later=program.session.keep,
                damaged=print,
            )
            window.preferences_changed.connect(
                lambda chosen, _changed, writer=writer: writer.write(chosen)
            )
            OtherWindows(window, program.session, writer)
        return programs

    return made


def others(program: Program) -> OtherWindows:
    """Return what lets this window see the others."""
    found = program.window.findChild(OtherWindows)
    assert isinstance(found, OtherWindows)
    return found
