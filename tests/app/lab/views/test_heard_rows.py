"""Rows of the lab's tables can be pressed by those who do not see them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.views.tables.rows_view import RowsView
from sidecar_viz.app.window.readers import let_readers_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


def press(view: RowsView, row: int, column: int) -> None:
    """Do with a cell all that can be done with it."""
    access = QAccessible.queryAccessibleInterface(view)
    columns = view.rows_model.columnCount() + 1
    doings = access.child((row + 1) * columns + column + 1).actionInterface()
    for name in doings.actionNames():
        doings.doAction(name)


def second_of(lab: Lab) -> float:
    """Return where the playhead will be."""
    return lab.player.moment.t


def test_a_change_is_gone_to_by_its_row(lab: Lab, qtbot: QtBot) -> None:
    """As often as it is pressed, and as Enter does there; the keyboard stays."""
    let_readers_in(lab.window)
    lab.window.open_tab("changes")
    view = lab.window.tables.view
    current = view.currentIndex()
    reached = []
    for row in (3, 1, 3):
        lab.player.jump(60)
        press(view, row, 1)
        qtbot.waitUntil(lambda: second_of(lab) < 60)
        reached.append(second_of(lab))

    assert reached[0] == reached[2] > reached[1]
    assert view.hasFocus()
    assert {index.row() for index in view.selectedIndexes()} == {current.row()}


def test_arrows_press_no_row(lab: Lab) -> None:
    """They lead to it, from where Enter goes on."""
    lab.player.jump(60)
    lab.window.open_tab("changes")
    view = lab.window.tables.view
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    QApplication.processEvents()

    assert second_of(lab) == 60
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert second_of(lab) < 60
