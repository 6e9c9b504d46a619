"""A dialog with a grid of pictures; they are made one after the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QWidget,
)

from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.dialog.tile import PICTURE, TileDelegate
from sidecar_viz.app.dialog.tiles import Tiles, tile_list
from sidecar_viz.app.look.look import Look

MEASURES = Measures(
    width=1480,
    height=900,
    growth=0.0,
    side=28,
    top=22,
    bottom=20,
    spacing=14,
    heading=26,
)
GUTTER, SPARE = 14, 2
MOST_KEPT = 100  # pictures
MOST_ROWS, WELL_SEEN = 3, 0.54
"""Rows seen at once, if their pictures stay so high beside their width."""


class PictureGrid(QDialog):
    """A heading, a grid of tiles to choose from, and a foot."""

    def __init__(
        self,
        heading: str,
        tiles: Tiles,
        chosen: Callable[[int], object],
        foot: QWidget,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            heading: what is chosen.
            tiles: what there is to choose from.
            chosen: is called with the place of the tile that was chosen.
            foot: stands below the grid, and has its look if it takes one.
            look: that of the window below.
            parent: a widget of the window below.
        """
        super().__init__(parent)
        self._tiles, self._chosen = tiles, chosen
        self._made: list[int] = []
        self.frame = DialogFrame(self, heading, MEASURES)
        self.list = tile_list(tiles, self)
        self.delegate = TileDelegate(tiles.words, self.list)
        self.list.setItemDelegate(self.delegate)
        self.frame.add(self.list, stretch=1)
        self.frame.name(self.list)
        self.frame.add(foot)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_one)
        self.list.chosen.connect(self.take)
        self.list.verticalScrollBar().valueChanged.connect(self._look_on)
        bind(self, {"Return": self._take_current, "Enter": self._take_current})
        (space,) = bind(self.list, {"Space": self._take_current})
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.set_look(look)

    def take(self, place: int) -> None:
        """Choose a tile, and close."""
        self.accept()
        self._chosen(place)

    @property
    def working(self) -> bool:
        """Whether pictures are being made."""
        return self._timer.isActive()

    @property
    def pictures(self) -> int:
        """The number of pictures that are there already."""
        return len(self._made)

    def picture_pixels(self) -> tuple[int, int]:
        """Measure a picture in pixels of the screen."""
        ratio, size = self.devicePixelRatioF(), self.delegate.picture_size
        return round(size.width() * ratio), round(size.height() * ratio)

    def _make_one(self) -> None:
        """Make the next picture that is missing in sight."""
        place = self._missing()
        if place is None:
            self._timer.stop()
            return
        theme = self.frame.look.theme
        made = self._tiles.picture(place, self.picture_pixels(), theme)
        self.list.item(place).setData(PICTURE, made or QImage())
        self._made.append(place)
        if len(self._made) > MOST_KEPT:
            self.list.item(self._made.pop(0)).setData(PICTURE, None)

    def _look_on(self) -> None:
        """Make the pictures of tiles that came into sight."""
        if self.isVisible():
            self._timer.start()

    def _missing(self) -> int | None:
        seen = self.list.viewport().rect()
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item.data(PICTURE) is None and seen.intersects(
                self.list.visualItemRect(item)
            ):
                return place
        return None

    def _take_current(self) -> None:
        place = self.list.currentRow()
        if place >= 0:
            self.take(place)

    def set_look(self, look: Look) -> None:
        """Style the dialog, and make the pictures again."""
        self.frame.set_look(look)
        self.delegate.look = look
        self._arrange()

    def _arrange(self) -> None:
        """Put as many tiles in a row as fit, and let them fill it."""
        look = self.delegate.look
        # Beside a tile there is half a gutter; above the first row there is none.
        self.list.setViewportMargins(0, look.px(GUTTER / 2), 0, 0)
        least = look.px(self._tiles.least * (1.0 + (look.text - 1.0) * 0.5))
        room = self._room()
        width = max(least // 2, room // max(1, room // least))
        self.delegate.width = width - look.px(GUTTER)
        high, rows = self.list.viewport().height() - SPARE, self._rows(room // width)
        for seen in range(min(rows, MOST_ROWS), 0, -1):  # all of them whole, or fewer
            self.delegate.room = high // seen - look.px(GUTTER)
            low = self.delegate.picture_size
            if low.height() >= low.width() * WELL_SEEN:
                break
        self.list.setGridSize(
            self.delegate.tile + QSize(look.px(GUTTER), look.px(GUTTER))
        )
        self._forget_pictures()

    def _room(self) -> int:
        """Measure a row; Qt keeps room for a scroll bar, there or not."""
        bar = self.list.verticalScrollBar()
        kept = 0 if bar.isVisible() else bar.sizeHint().width()
        return self.list.viewport().width() - kept - SPARE

    def _needed(self) -> int:
        """Measure how high all rows are together."""
        grid = self.list.gridSize()
        row = self.list.viewport().width() // max(1, grid.width())
        return self._rows(row) * grid.height() + self.delegate.look.px(GUTTER)

    def _rows(self, in_a_row: int) -> int:
        """Count the rows."""
        return -(-self.list.count() // max(1, in_a_row))

    def _forget_pictures(self) -> None:
        for place in range(self.list.count()):
            self.list.item(place).setData(PICTURE, None)
        self._made.clear()
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle; begin to make the pictures."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place()
            self.frame.column.activate()
            self._arrange()
            unused = self.list.viewport().height() - self._needed()
            if unused > 0:
                self.frame.place(unused=unused)
            self.list.scrollToItem(self.list.currentItem())
            self.list.setFocus()
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the rows again, for this width."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop making pictures: nobody sees them."""
        self._timer.stop()
        super().hideEvent(event)
