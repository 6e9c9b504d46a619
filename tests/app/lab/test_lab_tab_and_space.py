"""The lab's transport, a break and the tables, by Tab and Space alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.views.tables.shown_tables import TabName
from tests.app.lab.seen import dialog
from tests.app.tab_and_space import Hands, focused

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def hands(lab: Lab, qtbot: QtBot) -> Hands:
    """Begin at the pod, where the lab does."""
    qtbot.waitUntil(lab.window.stage.hasFocus)
    return Hands(lab.window, qtbot)


def test_the_transport(lab: Lab, hands: Hands) -> None:
    """To the next change, play, pause, and back to the start."""
    hands.press("Next change")
    assert lab.player.moment.t == lab.player.way.stops[1]
    hands.press("Play")
    assert lab.player.playing
    hands.press("Pause")
    assert not lab.player.playing
    hands.press("To the start")
    assert lab.player.moment.t == 0


def test_a_break(lab: Lab, hands: Hands) -> None:
    """The first that is offered is done, and taken back."""
    hands.press("Break it")
    hands.wait_for(BreakDialog)
    before = lab.model.run
    hands.press("Do it")
    assert lab.model.run != before
    hands.press("Undo")
    assert lab.model.run == before


def test_the_tables_and_the_reason(lab: Lab, hands: Hands, qtbot: QtBot) -> None:
    """The table in front is come by; the button of the rule tells it."""
    lab.window.resize(1900, 1000)
    hands.press("kubectl get -w")
    assert lab.window.tables.view.hasFocus()
    hands.press("Rule: ")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QDialog))
    assert dialog(lab).windowTitle().startswith("Why")


def test_the_twin(lab: Lab, hands: Hands) -> None:
    """It is shown, and of it only what differs."""
    hands.press("Twin run")
    assert lab.window.twin.isVisible()
    hands.press("Only the differences")
    assert lab.window.twin.only.isChecked()


@pytest.mark.parametrize("names", [(), ("events",), ("changes", "kubectl", "yaml")])
def test_the_tabs_of_the_tables(
    lab: Lab, hands: Hands, qtbot: QtBot, names: tuple[TabName, ...]
) -> None:
    """Tab comes to them, then to the table in front, whatever was in front before."""
    del hands
    lab.window.resize(1900, 1000)
    qtbot.waitUntil(lambda: lab.window.late.tables.visible)
    tables = lab.window.tables
    for name in names:
        lab.window.open_tab(name)
    lab.window.stage.setFocus()
    ring: list[QWidget] = []
    while (here := focused()) not in ring:
        ring.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert ring[ring.index(tables.bar) + 1] is tables.view
    assert ring.count(tables.view) == 1

    tables.view.setFocus()
    QTest.keyClick(tables.view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert tables.bar.hasFocus()
