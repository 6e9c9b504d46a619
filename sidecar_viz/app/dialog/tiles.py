"""What is in a grid of pictures, and the list that shows it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QImage
from PySide6.QtWidgets import QListView, QListWidgetItem, QWidget

from sidecar_viz.app.dialog.press_list import PressList
from sidecar_viz.app.dialog.tile import TileWords
from sidecar_viz.paint.brush.theme import Theme


class Tiles(Struct, frozen=True):
    """What is in a grid.

    A screen reader calls all *items* together *name*; *words* stand below their
    pictures. *picture* makes one of an item, by its place, of so many pixels in these
    colours, or says with None that it has none. *least* is how wide a tile is at least,
    in the design.
    """

    name: str
    items: tuple[QListWidgetItem, ...]
    words: TileWords
    picture: Callable[[int, tuple[int, int], Theme], QImage | None]
    current: int = 0
    least: int = 330


class TileList(PressList):
    """Tiles side by side, which Tab goes through, too: some people have no arrows."""

    def _tell_current(self) -> None:
        """Tell on which tile the keyboard is: Qt names the list alone."""
        if self.hasFocus() and self.currentRow() >= 0:
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(self.currentRow())
            QAccessible.updateAccessibility(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell which tile it is, after Qt has told of the list."""
        super().focusInEvent(event)
        if self.isActiveWindow():  # else it comes again
            QTimer.singleShot(0, self, self._tell_current)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Go to the next tile, or the one before; past the ends, leave."""
        place = self.currentRow() + (1 if forward else -1)
        if not 0 <= place < self.count():
            return super().focusNextPrevChild(forward)
        self.setCurrentRow(place)
        return True


def tile_list(tiles: Tiles, parent: QWidget) -> TileList:
    """Make a list of the tiles side by side, without their pictures yet."""
    made = TileList(parent)
    made.setAccessibleName(tiles.name)
    made.setViewMode(QListView.ViewMode.IconMode)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setMovement(QListView.Movement.Static)
    made.setUniformItemSizes(True)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for item in tiles.items:
        made.addItem(item)
    made.setCurrentRow(tiles.current)
    return made
