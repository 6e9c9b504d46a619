"""A grid of tiles for assistive technology: each is named once and can be pressed."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget

from sidecar_viz.app.dialog.tiles import TileList
from sidecar_viz.app.qt.heard_part import HeardPart

Text = QAccessible.Text
NAME = Qt.ItemDataRole.AccessibleTextRole


class TilesAccess(QAccessibleWidget):
    """What assistive technology sees of a TileList; Qt's tiles can only be marked."""

    def __init__(self, tiles: TileList) -> None:
        super().__init__(tiles, QAccessible.Role.List, tiles.accessibleName())
        self._tiles = tiles
        self._parts = [TilePart(self, tiles, at) for at in range(tiles.count())]

    def forget(self) -> None:
        """Have no tiles any more; Qt must not keep what Python lets go."""
        parts, self._parts = self._parts, []
        for part in parts:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))

    def focusChild(self) -> QAccessibleInterface:
        """Give the tile that the keyboard is on."""
        at = self._tiles.currentRow() if self._tiles.hasFocus() else -1
        return self._parts[at] if at >= 0 else super().focusChild()

    def childCount(self) -> int:
        """Count the tiles."""
        return len(self._parts)

    def child(self, index: int) -> QAccessibleInterface:
        """Give the tile at a place in the list."""
        inside = 0 <= index < len(self._parts)
        # Qt takes None for "no child"; its Python stub does not know that.
        part = self._parts[index] if inside else None
        return cast("QAccessibleInterface", part)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Find the place of a tile in the list; -1 for none of ours."""
        parts: list[QAccessibleInterface] = [*self._parts]
        return parts.index(child) if child in parts else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Find the tile at a place on the screen."""
        place = self._tiles.viewport().mapFromGlobal(QPoint(x, y))
        return self.child(self._tiles.indexAt(place).row())


class TilePart(HeardPart):
    """One tile, with all its words as its name."""

    def __init__(self, whole: QAccessibleInterface, tiles: TileList, at: int) -> None:
        super().__init__(whole)
        self._tiles, self._at = tiles, at
        self._press = _Press(tiles, at)

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

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Give what can be done with it."""
        if kind == QAccessible.InterfaceType.ActionInterface:
            return cast("int", self._press)  # PySide takes the object, not a number
        return super().interface_cast(kind)


class _Press(QAccessibleActionInterface):
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

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803
        """Name no keys: Enter is pressed where the keyboard is."""
        del actionName
        return []


_KNOWN: dict[int, TilesAccess] = {}


def access_of(tiles: TileList) -> TilesAccess:
    """Return the interface of a list with all its tiles; it lives as long as that."""
    number = id(tiles)
    if number not in _KNOWN:
        _KNOWN[number] = TilesAccess(tiles)
        tiles.destroyed.connect(lambda: _KNOWN.pop(number).forget())
    return _KNOWN[number]


def ask_again(tiles: TileList) -> None:
    """Have a list asked for what it is once more: it was while it was being made."""
    if QAccessible.isActive():
        before = QAccessible.queryAccessibleInterface(tiles)
        if not isinstance(before, TilesAccess):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(before))
