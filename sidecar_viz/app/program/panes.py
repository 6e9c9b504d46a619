"""From pane to pane with the keyboard, and straight to a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sidecar_viz.app.window.main_window import MainWindow

PLACES = {"flow": "show_flow", "table": "show_table"}


def go_round(window: MainWindow, by: int) -> None:
    """Put the focus on the next pane (+1) or the one before (-1)."""
    panes = window.views.panes()
    if not panes:  # the window is away while its lesson is presented
        return
    focused = window.focusWidget()
    here = next(
        (
            at
            for at, pane in enumerate(panes)
            if pane is focused or pane.isAncestorOf(focused)
        ),
        -1 if by > 0 else 0,
    )
    panes[(here + by) % len(panes)].setFocus()


def show_panel(window: MainWindow, name: str) -> None:
    """Show a panel that is behind a tab; the keyboard stays where it is."""
    window.change(show_tabs=True)
    window.views.work.tabs.open_tab(name)


def open_panel(window: MainWindow, name: str) -> None:
    """Show a panel, wherever it stands, and put the focus there."""
    work = window.views.work
    if name == "stage":
        work.stage.setFocus()
        return
    window.change(**{PLACES.get(name, "show_tabs"): True})
    if name in work.tabs.guests() or name not in PLACES:
        work.tabs.open_tab(name)
    if name in PLACES:
        (work.flow.view if name == "flow" else work.table.view).setFocus()
    elif (panel := work.tabs.panel()) is not None:
        panel.setFocus()
