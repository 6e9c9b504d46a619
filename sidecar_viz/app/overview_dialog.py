"""All steps side by side, each with its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.dialog_keys import bind
from sidecar_viz.app.dialog_look import Follower, look_over, theme_below
from sidecar_viz.app.dialog_place import in_the_middle
from sidecar_viz.app.key_chips import KeyChips
from sidecar_viz.app.overview_delegate import PICTURE, StepDelegate
from sidecar_viz.app.overview_list import step_list
from sidecar_viz.app.step_words import titles
from sidecar_viz.app.style import dress
from sidecar_viz.export.stills import still
from sidecar_viz.paint.fonts import BOLD

if TYPE_CHECKING:
    from sidecar_viz.core.timeline import Timeline
    from sidecar_viz.paint.theme import Theme

WIDTH, HEIGHT, MARGIN, SPACING, TILE = 1480, 900, 28, 14, 330
GUTTER, SPARE = 14, 2
MOST_KEPT = 100  # pictures


class OverviewDialog(QDialog):
    """Shows a grid of steps; the pictures come one after the other.

    Signals:
        chosen: the number of a step.
    """

    chosen = Signal(int)

    def __init__(
        self,
        timeline: Timeline,
        step: int,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Overview"))
        self._timeline = timeline
        self._theme = theme
        self._made: list[int] = []
        self.heading = QLabel(self.tr("Overview"), self)
        self.list = step_list(titles(timeline.course), step, self)
        self.delegate = StepDelegate(self.list)
        self.delegate.titles = tuple(
            self.list.item(place).text() for place in range(self.list.count())
        )
        self.list.setItemDelegate(self.delegate)
        self.chips = KeyChips(self)
        self.chips.show_keys(
            (
                ("← → ↑ ↓", self.tr("move")),
                ("Enter", self.tr("go there")),
                ("Esc", self.tr("close")),
            )
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.chips)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_one)
        self.list.itemClicked.connect(self._take)
        self.list.verticalScrollBar().valueChanged.connect(self._look_on)
        bind(self, {"Return": self._take_current, "Enter": self._take_current})
        self._restyle()
        self._follower = Follower(self, self._follow)

    @property
    def working(self) -> bool:
        """Whether pictures are being made."""
        return self._timer.isActive()

    @property
    def pictures(self) -> int:
        """How many pictures are there already."""
        return len(self._made)

    def _make_one(self) -> None:
        """Make the next picture that is missing in sight."""
        place = self._missing()
        if place is None:
            self._timer.stop()
            return
        self.list.item(place).setData(PICTURE, self._picture(place))
        self._made.append(place)
        if len(self._made) > MOST_KEPT:
            self.list.item(self._made.pop(0)).setData(PICTURE, None)

    def _look_on(self) -> None:
        """More steps came into sight."""
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

    def _picture(self, step: int) -> QImage:
        ratio = self.devicePixelRatioF()
        size = self.delegate.picture_size
        pixels = (round(size.width() * ratio), round(size.height() * ratio))
        stage = self._timeline.rest(step)
        return still(self._timeline.lesson, stage, pixels, self._theme)

    def _take_current(self) -> None:
        self._take(self.list.item(self.list.currentRow()))

    def _take(self, item: QListWidgetItem) -> None:
        self.accept()
        self.chosen.emit(self.list.row(item))

    def _follow(self) -> None:
        self._theme = theme_below(self) or self._theme
        self._restyle()

    def _restyle(self) -> None:
        """Take colours and sizes; the pictures are made anew."""
        look = look_over(self.parentWidget(), self._theme)
        dress(self, look)
        side = look.px(MARGIN)
        self._column.setContentsMargins(side, look.px(22), side, look.px(20))
        self._column.setSpacing(look.px(SPACING))
        self.heading.setFont(look.font(26, BOLD))
        self.chips.set_look(look)
        self.delegate.look = look
        self._arrange()

    def _arrange(self) -> None:
        """As many steps in a row as fit; they fill the row."""
        look = self.delegate.look
        least = look.px(TILE * (1.0 + (look.text - 1.0) * 0.5))
        room = self.list.viewport().width() - SPARE
        width = max(least // 2, room // max(1, room // least))
        self.delegate.width = width - look.px(GUTTER)
        self.list.setGridSize(
            self.delegate.tile + QSize(look.px(GUTTER), look.px(GUTTER))
        )
        self._forget_pictures()

    def _needed(self) -> int:
        """How high all rows are together."""
        grid = self.list.gridSize()
        row = max(1, self.list.viewport().width() // max(1, grid.width()))
        rows = -(-self.list.count() // row)
        return rows * grid.height() + self.delegate.look.px(GUTTER)

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
