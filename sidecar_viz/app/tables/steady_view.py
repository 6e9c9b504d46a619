"""A table that scrolls whole rows, and whole columns under its first one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTableView

from sidecar_viz.app.tables.cut_rows import cut_above, cut_below, fade_cut_rows
from sidecar_viz.app.tables.model import Index
from sidecar_viz.paint.brush.theme import LIGHT


class SteadyView(QTableView):
    """Keeps what its rows are called in sight.

    Attributes:
        stride: how many pixels it scrolls sideways at a time; 0 for not at all.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stride = 0
        self.ground = QColor(LIGHT.surface)

    def set_stride(self, stride: int) -> None:
        """Scroll sideways by so many pixels; 0 when all columns are in sight."""
        self.stride = stride
        if stride:
            self.horizontalScrollBar().setSingleStep(stride)

    def steady_width(self) -> int:
        """Return the width of the column that lies over those scrolled away."""
        return self.columnWidth(0) if self.horizontalOffset() > 0 else 0

    def snap(self) -> None:
        """Rest where a column begins."""
        if self.stride:
            bar, stride = self.horizontalScrollBar(), self.stride
            bar.setValue(min(bar.maximum(), round(bar.value() / stride) * stride))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Stop where a column begins; what stays is painted anew."""
        super().scrollContentsBy(dx, dy)
        if not dx:
            self.viewport().update()  # another row fades out at the lower edge
            return
        self.snap()
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show a cell beside the first column, not under it."""
        before = self.horizontalOffset()
        super().scrollTo(index, hint)
        if not index.isValid() or not self.stride:
            return
        bar = self.horizontalScrollBar()
        if index.column() == 0:
            bar.setValue(before)
            return
        hidden = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def dataChanged(
        self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()
    ) -> None:
        """Paint what changed, also where it lies over what was scrolled away."""
        super().dataChanged(top_left, bottom_right, roles)
        if self.steady_width() and top_left.column() == 0:
            self.viewport().update()

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """Return what is seen there."""
        if 0 <= pos.x() < self.steady_width():
            return self.model().index(self.rowAt(pos.y()), 0)
        return super().indexAt(pos)

    def visualRect(self, index: Index) -> QRect:
        """Return where it is seen."""
        box = super().visualRect(index)
        if index.isValid() and index.column() == 0:
            box.moveLeft(0)
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the first column over what was scrolled under it."""
        super().paintEvent(event)
        width = self.steady_width()
        with QPainter(self.viewport()) as painter:
            if width:
                self._draw_steady(painter, width)
            fade_cut_rows(painter, self, self.ground)

    def cut_above(self) -> QRect:
        """Return what is seen of a row that the upper edge cuts; empty for none."""
        return cut_above(self)

    def cut_below(self) -> QRect:
        """Return what is seen of a row that the lower edge cuts; empty for none."""
        return cut_below(self)

    def _draw_steady(self, painter: QPainter, width: int) -> None:
        viewport, model = self.viewport(), self.model()
        painter.fillRect(QRect(0, 0, width, viewport.height()), self.ground)
        option = QStyleOptionViewItem()
        for row in range(model.rowCount()):
            option.rect = QRect(
                0, self.rowViewportPosition(row), width, self.rowHeight(row)
            )
            self.itemDelegate().paint(painter, option, model.index(row, 0))
