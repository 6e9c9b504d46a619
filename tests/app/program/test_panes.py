"""From pane to pane, forwards and backwards, and straight to a panel."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.program.panes import Panel
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.programs import program_of


def test_the_panes_are_gone_round_both_ways(window: MainWindow) -> None:
    """Backwards they come in the other order; both ways lead round."""
    panes = window.views.panes()
    assert len(panes) == 4

    def gone(by: int) -> list[bool]:
        program_of(window).panes.go_round(by)
        return [pane.hasFocus() or pane.isAncestorOf(window.focusWidget())
                for pane in panes]  # fmt: skip

    panes[0].setFocus()
    assert [gone(1).index(True) for _ in panes] == [1, 2, 3, 0]
    assert [gone(-1).index(True) for _ in panes] == [3, 2, 1, 0]


@pytest.mark.parametrize("panel", ["table", "flow", "tracker", "sample", "transcript"])
def test_a_panel_that_is_opened_is_shown_and_has_the_focus(
    window: MainWindow, panel: Panel
) -> None:
    """Also where it was hidden."""
    window.change(show_flow=False, show_table=False, show_tabs=False)
    program_of(window).panes.open(panel)
    QApplication.processEvents()
    work = window.views.work
    places = {"table": work.table, "flow": work.flow}
    place = places.get(panel, work.tabs)

    assert place.isVisible()
    assert place.isAncestorOf(window.focusWidget())
    if panel not in places:
        assert work.tabs.current() == panel
