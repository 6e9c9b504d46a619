"""The way into presenting: everything behind it is loaded when that begins."""

from __future__ import annotations

# Whoever never presents must not wait for it at the start.
# ruff: noqa: PLC0415
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sidecar_viz.app.commands.table import PRESENTING

if TYPE_CHECKING:
    from sidecar_viz.app.present.presenting import Presenting
    from sidecar_viz.app.window.main_window import MainWindow

MOVES = {
    *("next", "previous", "first", "last", "next_moment", "previous_moment"),
    *("play", "creep_back", "creep_on"),
}
"""Commands that take black or white away instead of moving."""


class OnShow(QObject):
    """Presents the window's lesson, and lets commands mean the audience then."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made: Presenting | None = None
        for name in PRESENTING:
            window.commands[name].setEnabled(name == "console")

    @property
    def presenting(self) -> Presenting:
        """Both windows and what belongs to them, made when first asked for."""
        if self._made is None:
            from sidecar_viz.app.present.presenting import Presenting

            self._made = Presenting(self._window)
        return self._made

    def begin(self) -> None:
        """Present from the step we are at, or come back to the front."""
        self.presenting.begin()

    def begin_with_console(self) -> None:
        """Present with the console, on the only screen too: to rehearse."""
        self.presenting.begin()
        if self.presenting.seats.seating.console is None:
            self.presenting.seats.toggle_console()

    def does(self, name: str) -> bool:
        """Do what a command means while presenting; False if it means no other."""
        if not self._window.presenting:
            return False
        if name in MOVES and self.presenting.uncover():
            return True
        from sidecar_viz.app.present.show_commands import commands_of

        work = commands_of(self.presenting).get(name)
        if work is not None:
            work()
        return work is not None
