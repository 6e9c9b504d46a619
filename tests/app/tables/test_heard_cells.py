"""Cells of the tables can be pressed by those who do not see them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.tables.grid_view import GridView
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.window.readers import let_readers_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def table_of(window: MainWindow) -> GridView:
    """Return the table that is shown, once readers are let in."""
    let_readers_in(window)
    (shown,) = (
        view for view in window.findChildren(GridView) if view.isVisibleTo(window)
    )
    return shown


def cell(view: GridView, row: int, column: int) -> QAccessibleInterface:
    """Return what assistive technology finds for a cell, behind all heads."""
    access = QAccessible.queryAccessibleInterface(view)
    columns = view.grid_model.columnCount() + 1
    found = access.child((row + 1) * columns + column + 1)
    assert found.role() == QAccessible.Role.Cell
    return found


def press(view: GridView, row: int, column: int) -> None:
    """Do with a cell all that can be done with it."""
    doings = cell(view, row, column).actionInterface()
    for name in doings.actionNames():
        doings.doAction(name)


def arrived(window: MainWindow, qtbot: QtBot, step: int) -> None:
    """Wait until the lesson is at a step."""
    qtbot.waitUntil(lambda: window.player.target == step)


def test_a_step_is_gone_to_by_its_row(window: MainWindow, qtbot: QtBot) -> None:
    """As often as it is pressed, and as Enter does there; the keyboard stays."""
    view = table_of(window)
    for row, step in ((3, 4), (1, 2), (3, 4)):
        press(view, row, 1)
        arrived(window, qtbot, step)
        assert window.views.work.stage.hasFocus()


def test_a_row_is_pressed_beside_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    """The cell that has the keyboard keeps it."""
    view = table_of(window)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    current = view.currentIndex()
    for _ in range(2):
        window.player.jump(0)
        press(view, 4, 2)
        arrived(window, qtbot, 5)

    assert view.currentIndex() == current
    assert view.selectedIndexes() == [current]


def test_a_column_of_the_tracker_is_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    """It stands for a step, too."""
    window.commands["go_tracker"].trigger()
    view = table_of(window)
    press(view, 0, view.grid_model.columnCount() - 1)
    qtbot.waitUntil(lambda: window.player.target > 0)


def test_neither_arrows_nor_a_drag_press_a_cell(
    window: MainWindow, qtbot: QtBot
) -> None:
    """They lead to it, or end where a click would be told."""
    view = table_of(window)
    picked: list[tuple[int, int]] = []
    view.picked.connect(lambda row, column: picked.append((row, column)))
    view.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    at = [view.visualRect(view.grid_model.index(row, 1)).center() for row in (1, 3)]
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=at[0])
    QTest.mouseMove(port, (at[0] + at[1]) / 2)
    QTest.mouseMove(port, at[1] + QPoint(1, 1))
    QTest.mouseRelease(port, left, pos=at[1])
    qtbot.wait(1)

    assert picked == []
    assert window.player.target == 0
