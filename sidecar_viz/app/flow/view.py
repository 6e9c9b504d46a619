"""The boxes of the process flow as a list that stands in rows, with arrows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from sidecar_viz.app.flow.across import BRACKET, bracket_box, draw_bracket, draw_start
from sidecar_viz.app.flow.arrows import around, draw_arrows
from sidecar_viz.app.flow.layouts import NOTHING, Layouts
from sidecar_viz.app.flow.paint import ACROSS, NOW, TO_COME, UPRIGHT, draw_box
from sidecar_viz.app.flow.walk import WALKS, Action, neighbour
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.viewport import own_viewport
from sidecar_viz.core.flow.chart import Chart
from sidecar_viz.core.lesson import Flow

Index = QModelIndex | QPersistentModelIndex
TIME = int(Qt.ItemDataRole.UserRole) + 1
FAILED = TIME + 1
EDGE = 2
"""Pixels around everything, so that no outline is cut."""


class FlowView(QListView):
    """A list of boxes in rows; for keyboards and screen readers it stays a list.

    Signals:
        resized: the view has another size.
        left: the pointer is over it no more.
    """

    heard_as: Final = "list"

    resized = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = Look()
        self._layouts = Layouts()
        self._chart = NOTHING
        self.hidden: frozenset[str] = frozenset()
        self._start, self._bracket = 0.0, QRect()
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        per_pixel = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(per_pixel)
        self.setHorizontalScrollMode(per_pixel)

    @property
    def across(self) -> bool:
        """Whether the boxes lie in one row, over the line of steps."""
        return self._layouts.across

    def lie(self, *, across: bool) -> None:
        """Lay the boxes in one row, or one under the other."""
        if across != self.across:
            self._layouts.lie(across=across)
            self._chart = NOTHING

    def name_start(self, x: float) -> None:
        """Name the start, in one row, over a place (pixels from the left edge)."""
        self._start = x - self.viewport().x()
        self.viewport().update()

    @property
    def chart(self) -> Chart:
        """The flow as it is laid out."""
        return self._chart

    def show_flow(self, flow: Flow) -> None:
        """Take another flow; one without arrows is a chain."""
        self._layouts.show(flow)
        self._chart = NOTHING  # until it is laid out: it may be hidden now

    def hide_words(self, hidden: frozenset[str]) -> None:
        """Write no words at arrows from or to these boxes."""
        if hidden != self.hidden:
            self.hidden = hidden
            self.viewport().update()

    def lay_out(self, gap: float) -> float:
        """Put boxes and arrows in their places; says how high all of it is."""
        self._chart = self.charted(gap)
        self.updateGeometries()
        self.viewport().update()
        return self._chart.size[1]

    def charted(self, gap: float) -> Chart:
        """Return the flow laid out for the width there is, with a gap between rows."""
        width = max(1, self.viewport().width() - 2 * EDGE)
        return self._layouts.laid_out(self.look, width, gap, self.tr("Start"))

    def high_across(self) -> int:
        """Return how high it must be in one row, with its brackets."""
        around = 2 * self.frameWidth() + 2 * EDGE
        return round(self._chart.size[1]) + self.look.px(BRACKET) + around

    def centre_of(self, boxes: Collection[str]) -> float | None:
        """Return the middle of some boxes, from the view's left edge; None for none."""
        found = [self._chart.boxes[box] for box in boxes if box in self._chart.boxes]
        if not found:
            return None
        left, right = min(box.x for box in found), max(box.right for box in found)
        return (left + right) / 2 + EDGE + self.viewport().x()

    def _origin(self) -> QPoint:
        """Return where the chart's corner is in the viewport."""
        across, down = self.horizontalOffset(), self.verticalOffset()
        return QPoint(EDGE - across, EDGE - down)

    def _box(self, row: int) -> QRectF:
        """Return where a box stands in the chart."""
        nodes = self._layouts.flow.nodes
        rect = self._chart.boxes.get(nodes[row].id) if row < len(nodes) else None
        return QRectF(rect.x, rect.y, rect.width, rect.height) if rect else QRectF()

    def visualRect(self, index: Index) -> QRect:
        """Return where a box is seen."""
        box = self._box(index.row()) if index.isValid() else QRectF()
        return box.toAlignedRect().translated(self._origin())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the box at a place."""
        place = QPointF(point - self._origin())
        for row in range(len(self._layouts.flow.nodes)):
            if self._box(row).contains(place):
                return self.model().index(row, 0)
        return QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a box into sight."""
        del hint
        rect, seen = self.visualRect(index), self.viewport().rect()
        for bar, low, high, end in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), seen.bottom()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), seen.right()),
        ):
            if low - EDGE < 0:
                bar.setValue(bar.value() + low - EDGE)
            elif high + EDGE > end:
                bar.setValue(bar.value() + min(high + EDGE - end, low - EDGE))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where an arrow key, Home, End or a page leads to."""
        del modifiers
        rows = self.model().rowCount()
        row = self.currentIndex().row()
        if not rows:
            return QModelIndex()
        if row < 0:
            return self.model().index(0, 0)
        steps = WALKS.get(action)
        if steps is not None:
            boxes = [node.id for node in self._layouts.flow.nodes]
            across, down = steps
            row = neighbour(self._chart, boxes, row, across=across, down=down)
        else:
            first = action in (Action.MoveHome, Action.MovePageUp)
            row = 0 if first else rows - 1
        return self.model().index(row, 0)

    def horizontalOffset(self) -> int:
        """Return how far it is scrolled to the side."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """Return how far it is scrolled down."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """No box is hidden."""
        del index
        return False

    def setSelection(
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Select the box in the middle of *rect*."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what must be painted anew when the selection changes."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def updateGeometries(self) -> None:
        """Let the scroll bars know how large everything is."""
        seen = self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), self._chart.size[0], seen.width()),
            (self.verticalScrollBar(), self._chart.size[1], seen.height()),
        ):
            bar.setRange(0, max(0, round(whole) + 2 * EDGE - part))
            bar.setPageStep(part)
            bar.setSingleStep(self.look.px(24))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew: nothing is kept."""
        del dx, dy
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint arrows, their words, then the boxes: those where it is wanted."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            at, region = QPointF(self._origin()), event.region()
            draw_arrows(
                *(painter, self._chart.arrows, self._layouts.flow.edges, at, self.look),
                hidden=self.hidden,
                region=region,
            )
            if self.across:
                self._draw_beside(painter, at)
            self._draw_boxes(painter, at, region)

    def _draw_boxes(self, painter: QPainter, at: QPointF, region: QRegion) -> None:
        """Draw the boxes that a region touches."""
        style = ACROSS if self.across else UPRIGHT
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row, node in enumerate(self._layouts.flow.nodes):
            box = self._box(row)
            touched = region.intersects(around(box, at, self.look))
            if node.id in self._chart.boxes and touched:
                index = self.model().index(row, 0)
                time = index.data(TIME)
                time = TO_COME if time is None else int(time)
                words, placed = str(index.data()), box.translated(at)
                draw_box(
                    *(painter, node.kind, words, placed, time, self.look, style),
                    failed=bool(index.data(FAILED)),
                    focused=row == current,
                )

    def _draw_beside(self, painter: QPainter, at: QPointF) -> None:
        """Name the start, and put a bracket under boxes that are lit together."""
        high = self._chart.size[1]
        start = QRectF(self._start, at.y(), 0.0, high)
        draw_start(painter, self.tr("Start"), start, self.look)
        if len(lit := self._lit()) > 1:
            draw_bracket(painter, [box.translated(at) for box in lit], self.look)

    def _lit(self) -> list[QRectF]:
        """Return the boxes that are lit now, as they stand in the chart."""
        rows = range(len(self._layouts.flow.nodes))
        times = [self.model().index(row, 0).data(TIME) for row in rows]
        return [self._box(row) for row in rows if times[row] == NOW]

    def dataChanged(
        self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()
    ) -> None:
        """Paint a box that is lit or left with its whole outline."""
        # Not QListView's own, which lays out anew and so paints all of it.
        QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)
        for row in range(top_left.row(), bottom_right.row() + 1):
            box = around(self._box(row), QPointF(self._origin()), self.look)
            self.viewport().update(box)
        if self.across:  # a bracket reaches over boxes that stay as they are
            under = bracket_box(self._lit(), self.look).translated(self._origin())
            self.viewport().update(under | self._bracket)
            self._bracket = under

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the panel."""
        super().resizeEvent(event)
        self.resized.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell the panel."""
        super().leaveEvent(event)
        self.left.emit()
