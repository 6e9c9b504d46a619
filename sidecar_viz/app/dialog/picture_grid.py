"""A dialog with a grid of pictures; they are made one after the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QVBoxLayout, QWidget

from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.dialog.place import in_the_middle
from sidecar_viz.app.dialog.tile import PICTURE, TileDelegate
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import dress
from sidecar_viz.paint.brush.fonts import BOLD

WIDTH, HEIGHT, MARGIN, SPACING = 1480, 900, 28, 14
GUTTER, SPARE = 14, 2
MOST_KEPT = 100  # pictures
MOST_ROWS, WELL_SEEN = 3, 0.54
"""Rows seen at once, if their pictures stay so high beside their width."""


class PictureGrid(QDialog):
    """A heading, a grid of tiles, and a foot; subclasses say what is in them.

    A subclass calls _begin() when its parts are made, and gives pictures.
    """

    least_tile = 330

    def __init__(self, heading: str, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.look = look
        self._made: list[int] = []
        self.heading = QLabel(heading, self)
        self._column = QVBoxLayout(self)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_one)

    def _begin(self, grid: QListWidget, delegate: TileDelegate, foot: QWidget) -> None:
        self.list, self.delegate = grid, delegate
        self.list.setItemDelegate(delegate)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(foot)
        self.list.itemClicked.connect(lambda item: self.take(self.list.row(item)))
        self.list.verticalScrollBar().valueChanged.connect(self._look_on)
        bind(self, {"Return": self._take_current, "Enter": self._take_current})
        self.set_look(self.look)

    def picture(self, place: int) -> QImage | None:
        """The picture of a tile, or None if it has none (for subclasses)."""
        raise NotImplementedError

    def take(self, place: int) -> None:
        """A tile was chosen (for subclasses)."""
        raise NotImplementedError

    def restyle_foot(self) -> None:
        """Give the parts below the grid the delegate's look (for subclasses)."""
        raise NotImplementedError

    @property
    def working(self) -> bool:
        """Whether pictures are being made."""
        return self._timer.isActive()

    @property
    def pictures(self) -> int:
        """How many pictures are there already."""
        return len(self._made)

    def picture_pixels(self) -> tuple[int, int]:
        """How large a picture is, in pixels of the screen."""
        ratio, size = self.devicePixelRatioF(), self.delegate.picture_size
        return round(size.width() * ratio), round(size.height() * ratio)

    def _make_one(self) -> None:
        """Make the next picture that is missing in sight."""
        place = self._missing()
        if place is None:
            self._timer.stop()
            return
        self.list.item(place).setData(PICTURE, self.picture(place) or QImage())
        self._made.append(place)
        if len(self._made) > MOST_KEPT:
            self.list.item(self._made.pop(0)).setData(PICTURE, None)

    def _look_on(self) -> None:
        """More tiles came into sight."""
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
        self.look = look
        dress(self, look)
        side = look.px(MARGIN)
        self._column.setContentsMargins(side, look.px(22), side, look.px(20))
        self._column.setSpacing(look.px(SPACING))
        self.heading.setFont(look.font(26, BOLD))
        self.delegate.look = look
        self.restyle_foot()
        self._arrange()

    def _arrange(self) -> None:
        """As many tiles in a row as fit; they fill the row."""
        look = self.delegate.look
        least = look.px(self.least_tile * (1.0 + (look.text - 1.0) * 0.5))
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
        """How wide a row may be: Qt keeps room for a scroll bar, there or not."""
        bar = self.list.verticalScrollBar()
        kept = 0 if bar.isVisible() else bar.sizeHint().width()
        return self.list.viewport().width() - kept - SPARE

    def _needed(self) -> int:
        """How high all rows are together."""
        grid = self.list.gridSize()
        row = self.list.viewport().width() // max(1, grid.width())
        return self._rows(row) * grid.height() + self.delegate.look.px(GUTTER)

    def _rows(self, in_a_row: int) -> int:
        """How many rows there are."""
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
            look = self.delegate.look
            width, height = look.px(WIDTH), look.px(HEIGHT)
            self.setGeometry(in_the_middle(self, width, height))
            self._column.activate()
            self._arrange()
            unused = self.list.viewport().height() - self._needed()
            if unused > 0:
                self.setGeometry(in_the_middle(self, width, height - unused))
            self.list.scrollToItem(self.list.currentItem())
            self.list.setFocus()
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the rows anew."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is painted for nobody."""
        self._timer.stop()
        super().hideEvent(event)
