"""A grid of tiles for assistive technology: each is named once and can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface

from sidecar_viz.app.dialog.tiles import TileList
from sidecar_viz.app.qt.heard_part import Doings, HeardPart
from sidecar_viz.app.qt.heard_whole import HeardWhole

Text = QAccessible.Text
NAME = Qt.ItemDataRole.AccessibleTextRole


class TilesAccess(HeardWhole):
    """What assistive technology sees of a TileList; Qt's tiles can only be marked."""

    def __init__(self, tiles: TileList) -> None:
        super().__init__(tiles, QAccessible.Role.List, tiles.accessibleName())
        self._tiles = tiles
        self.parts = [TilePart(self, tiles, at) for at in range(tiles.count())]

    def focusChild(self) -> QAccessibleInterface:
        """Give the tile that the keyboard is on."""
        at = self._tiles.currentRow() if self._tiles.hasFocus() else -1
        return self.parts[at] if at >= 0 else super().focusChild()

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Find the tile at a place on the screen."""
        place = self._tiles.viewport().mapFromGlobal(QPoint(x, y))
        return self.child(self._tiles.indexAt(place).row())


class TilePart(HeardPart):
    """One tile, with all its words as its name."""

    def __init__(self, whole: QAccessibleInterface, tiles: TileList, at: int) -> None:
        super().__init__(whole, _Press(tiles, at))
        self._tiles, self._at = tiles, at

    def role(self) -> QAccessible.Role:
        """Be one of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """Give the name."""
        item = self._tiles.item(self._at)
        return str(item.data(NAME) or item.text()) if kind == Text.Name else ""

    def rect(self) -> QRect:
        """Find where it stands on the screen."""
        box = self._tiles.visualItemRect(self._tiles.item(self._at))
        return QRect(self._tiles.viewport().mapToGlobal(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        """Say whether the keyboard is on it, and whether it is in sight."""
        tiles, state = self._tiles, QAccessible.State()
        here = tiles.currentRow() == self._at
        state.selectable = state.focusable = 1
        state.selected = int(here)
        state.focused = int(here and tiles.hasFocus())
        state.invisible = int(not tiles.isVisible())
        box = tiles.visualItemRect(tiles.item(self._at))
        state.offscreen = int(not tiles.viewport().rect().intersects(box))
        return state


class _Press(Doings):
    """What a switch or a voice can do with a tile: choose it, or go to it."""

    def __init__(self, tiles: TileList, at: int) -> None:
        super().__init__()
        self._tiles, self._at = tiles, at

    def actionNames(self) -> list[str]:
        """Name the actions, as Qt names them."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, actionName: str) -> None:  # noqa: N803 - Qt's own
        """Choose the tile, or lead the keyboard to it."""
        if actionName == self.pressAction():
            self._tiles.chosen.emit(self._at)
        elif actionName == self.setFocusAction():
            self._tiles.setFocus()
            self._tiles.setCurrentRow(self._at)


_KNOWN: dict[int, list[TilesAccess]] = {}


def access_of(tiles: TileList) -> TilesAccess:
    """Return an interface of a list with all its tiles; it lives as long as that.

    It is another one each time; see HeardWhole.
    """
    number = id(tiles)
    if number not in _KNOWN:
        _KNOWN[number] = []
        tiles.destroyed.connect(lambda: _forget(number))
    _KNOWN[number].append(TilesAccess(tiles))
    return _KNOWN[number][-1]


def _forget(number: int) -> None:
    for access in _KNOWN.pop(number, ()):
        access.forget()


def ask_again(tiles: TileList) -> None:
    """Have a list asked for what it is once more: it was while it was being made."""
    if QAccessible.isActive():
        before = QAccessible.queryAccessibleInterface(tiles)
        if not isinstance(before, TilesAccess):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(before))
