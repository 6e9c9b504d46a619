"""Tiles are named, placed and pressed by those who do not see them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QLabel, QListView, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.choosing.overview_tile import StepTile
from sidecar_viz.app.dialog.picture_grid import GUTTER, PictureGrid
from sidecar_viz.app.dialog.tiles import Tiles
from sidecar_viz.app.help.keys_dialog import KeysDialog
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.heard_items import (
    NAME,
    ItemPart,
    ItemsAccess,
    access_of,
)
from sidecar_viz.app.saving.save_dialog import SaveDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.window.readers import let_readers_in
from tests.app.at_dialogs import asked_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def taken() -> list[int]:
    """Give the list of what is chosen."""
    return []


@pytest.fixture
def grid(qtbot: QtBot, dressed: QWidget, taken: list[int]) -> PictureGrid:
    """Open a grid of three tiles; the second is the one that is shown now."""
    items = tuple(QListWidgetItem(name) for name in ("One", "Two", "Three"))
    items[2].setData(NAME, "Three, the last")
    words = StepTile(("One", "Two", "Three"))
    tiles = Tiles("Tiles", items, words, lambda *_asked: QImage(), current=1)
    grid = PictureGrid("Tiles", tiles, taken.append, QLabel(), Look(), dressed)
    grid.show()
    qtbot.waitUntil(grid.list.hasFocus)
    return grid


@pytest.fixture
def access(grid: PictureGrid) -> ItemsAccess:
    """Give what assistive technology finds in the grid's place."""
    return access_of(grid.list)


def parts(access: ItemsAccess) -> list[ItemPart]:
    """Return what assistive technology finds in the list."""
    found = [access.child(at) for at in range(access.childCount())]
    assert [access.indexOfChild(part) for part in found] == [0, 1, 2]
    return [part for part in found if isinstance(part, ItemPart)]


def test_each_tile_has_one_name_and_can_be_pressed(access: ItemsAccess) -> None:
    """The name holds all that is written below the picture; nothing follows it."""
    names = [part.text(QAccessible.Text.Name) for part in parts(access)]
    more = {part.text(QAccessible.Text.Description) for part in parts(access)}

    assert names == ["One", "Two", "Three, the last"]
    assert more == {""}
    for part in parts(access):
        assert part.role() == QAccessible.Role.ListItem
        assert part.actionInterface().actionNames() == ["Press", "SetFocus"]


def test_a_tile_that_is_pressed_is_chosen(
    grid: PictureGrid, access: ItemsAccess, taken: list[int]
) -> None:
    """As by a click: the grid closes, and its place is told once."""
    parts(access)[2].actionInterface().doAction("Press")

    assert taken == [2]
    assert not grid.isVisible()


def test_the_keyboard_can_be_led_to_a_tile(
    access: ItemsAccess, taken: list[int]
) -> None:
    """It is the one that is focused then, and nothing is chosen."""
    states = [part.state() for part in parts(access)]
    assert [(s.focused, s.selected) for s in states] == [(0, 0), (1, 1), (0, 0)]

    parts(access)[0].actionInterface().doAction("SetFocus")

    states = [part.state() for part in parts(access)]
    assert [(s.focused, s.selected) for s in states] == [(1, 1), (0, 0), (0, 0)]
    assert access.focusChild() is parts(access)[0]
    assert taken == []


def test_a_tile_is_where_it_is_seen(grid: PictureGrid, access: ItemsAccess) -> None:
    """What is found at its middle is itself."""
    for part in parts(access):
        middle = part.rect().center()
        assert access.childAt(middle.x(), middle.y()) is part
        seen = grid.list.viewport().mapFromGlobal(middle)
        assert grid.list.indexAt(QPoint(seen)).row() == parts(access).index(part)


def test_items_that_come_and_go_are_followed(
    grid: PictureGrid, access: ItemsAccess, taken: list[int]
) -> None:
    """As in a list that is found by typing: what is pressed is what is there now."""
    grid.list.clear()
    assert access.childCount() == 0
    assert not isinstance(access.focusChild(), ItemPart)

    grid.list.addItems(["Four", "Five"])
    names = [access.child(at).text(QAccessible.Text.Name) for at in range(2)]
    assert names == ["Four", "Five"]
    access.child(1).actionInterface().doAction("Press")
    assert taken == [1]


def test_a_tile_does_not_touch_the_frame_around_all(grid: PictureGrid) -> None:
    """There is half a gutter above the first row, as there is beside it."""
    half = grid.delegate.look.px(GUTTER / 2)
    shown = grid.list
    first = shown.visualItemRect(shown.item(0))
    place = shown.viewport().mapTo(shown, first.topLeft())

    assert place.y() >= half
    assert place.x() >= half


def test_a_kind_of_file_can_be_pressed(window: MainWindow) -> None:
    """In the list of what to save as: its line, its preview and its cost follow."""
    dialog = asked_for(window, "save_as", SaveDialog)
    wanted = len(dialog.kinds) - 1
    assert dialog.choice.suffix != dialog.kinds[wanted].suffix

    press(dialog.list, wanted)

    assert dialog.choice.suffix == dialog.kinds[wanted].suffix


def test_a_command_can_be_pressed(window: MainWindow) -> None:
    """In the list of keys: it is the one whose keys are shown."""
    dialog = asked_for(window, "keys", KeysDialog)
    before = dialog.current()

    press(dialog.list, 3)

    after = dialog.current()
    assert after is not None
    assert after != before
    assert dialog.list.currentRow() == 3


def press(shown: QListView, row: int) -> None:
    """Do what a switch does, by the interface that the window gives it."""
    let_readers_in(shown.window())
    listed = QAccessible.queryAccessibleInterface(shown)
    assert isinstance(listed, ItemsAccess)
    listed.child(row).actionInterface().doAction("Press")
