"""From pane to pane with the keyboard, and straight to a panel."""

from __future__ import annotations

from typing import Literal

from sidecar_viz.app.window.main_window import MainWindow

# fmt: off
Panel = Literal[
    "stage", "flow", "table", "tracker", "sample", "moments", "snapshot",
    "transcript",
]
# fmt: on


class Panes:
    """The parts of a window that the keyboard can go to."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def go_round(self, by: int) -> None:
        """Put the focus on the next pane (+1) or the one before (-1)."""
        panes = self._window.views.panes()
        if not panes:  # the window is away while its lesson is presented
            return
        focused = self._window.focusWidget()
        here = next(
            (
                at
                for at, pane in enumerate(panes)
                if pane is focused or pane.isAncestorOf(focused)
            ),
            -1 if by > 0 else 0,
        )
        panes[(here + by) % len(panes)].setFocus()

    def show(self, panel: Panel) -> None:
        """Show a panel that is behind a tab; the keyboard stays where it is."""
        work = self._window.views.work
        self._window.change(show_tabs=True)
        if work.drawer:
            self._window.change(drawer=True)
        work.tabs.open_tab(panel)

    def show_moments(self) -> None:
        """Show the key moments, and tell those of this step."""
        self.show("moments")
        self._window.voice.say_moments()

    def open(self, panel: Panel) -> None:
        """Show a panel, wherever it stands, and put the focus there.

        A drawer is put away when the panel that is open in it is asked for.
        """
        work = self._window.views.work
        if work.drawer_open() and work.tabs.current() == panel:
            self._window.change(drawer=False)
            work.stage.setFocus()
        elif panel == "stage":
            work.stage.setFocus()
        elif panel == "flow":
            self._window.change(show_flow=True)
            if not work.footer.has_flow():
                self.show(panel)
            work.flow.view.setFocus()
        elif panel == "table":
            self._window.change(show_table=True)
            self.show(panel)
            work.table.view.setFocus()
        else:
            self.show(panel)
            found = work.tabs.panel()
            if found is not None:
                found.setFocus()
