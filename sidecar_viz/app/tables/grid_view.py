"""A table view that shares its width out, wraps its cells and follows the lesson."""

from __future__ import annotations

from msgspec import Struct, field
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
)

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tables.cell_delegate import CellDelegate
from sidecar_viz.app.tables.grid_header import GridHeader
from sidecar_viz.app.tables.model import Grid, GridModel, Index
from sidecar_viz.app.tables.pressed_items import PressedItems
from sidecar_viz.app.tables.steady_view import SteadyView
from sidecar_viz.app.tables.widths import Widths, texts_of
from sidecar_viz.app.widgets.viewport import own_viewport

NARROW = 200  # of the design: a view no wider has not got its place yet
MOST_FITS = 8  # widths whose fits are kept
HINT = QAbstractItemView.ScrollHint


class _Fit(Struct):
    """Sizes that fit a width: kept, for views are given the same width again."""

    widths: list[int]
    tight: float
    stride: int
    heights: list[int] = field(default_factory=list)
    high: int = 0


class GridView(SteadyView):
    """A read-only table.

    Signals:
        picked: (row, column) clicked, or Enter pressed there.
        hovered: (row, column) under the pointer or the keyboard; -1, -1 for none.
    """

    picked: SignalOf[int, int] = signal(int, int)
    hovered: SignalOf[int, int] = signal(int, int)

    def __init__(self, delegate: CellDelegate, header: GridHeader) -> None:
        super().__init__()
        own_viewport(self)
        self.grid_model = GridModel(self)
        self.cells = delegate
        self.head = header
        self._dense = 1.0
        self.ink = QColor()
        self._fitted: object = None
        self._fits: dict[int, _Fit] = {}
        self._fits_of: object = None
        self._fit: _Fit | None = None
        self._content = self._high = 0
        self._widths = Widths(delegate, header)
        self._wanted: tuple[int, int, HINT] | None = None
        delegate.setParent(self)
        self.setModel(self.grid_model)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(header)
        self._behave()
        self.entered.connect(self._enter)
        self.clicked.connect(self._pick)
        self._pressed = PressedItems(self, self._pick)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self.cells.set_look(look)
        self.ground = QColor(look.theme.surface)
        self.ink = QColor(look.theme.ink)
        self.fit()

    def show_grid(self, grid: Grid) -> None:
        """Show other values."""
        self.grid_model.show_grid(grid)
        self.fit()

    def set_dense(self, dense: float) -> None:
        """Leave this part of the usual room between the rows: up to 1."""
        self.cells.set_dense(dense)
        self.head.dense = self._dense = dense
        self.fit()

    def keep_in_sight(self, row: int, column: int, hint: HINT) -> None:
        """Show this cell, now and whenever the sizes change."""
        self._wanted = (row, column, hint)
        if not self.hasFocus():
            self.setCurrentIndex(self.grid_model.index(row, column))
        self._bring_to_sight()

    def fit(self) -> None:
        """Share the width out over the columns, then fit the rows' heights."""
        grid = self.grid_model.grid
        laid_out = self.isVisible() and self.width() > self.cells.look.px(NARROW)
        if not grid.columns or not laid_out:
            return
        key = (self.cells.look, self._dense, texts_of(grid))
        if self._fitted == (self.size(), key):
            return
        self._fitted = (self.size(), key)
        room = self.width() - 2 * self.frameWidth()
        self._content = self._fit_to(room, key)
        scrolls = self._content > self.height()
        if scrolls:
            self._fit_to(room - self.verticalScrollBar().sizeHint().width(), key)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        )
        self.updateGeometries()
        self.snap()
        self._bring_to_sight()

    def _fit_to(self, room: int, key: object) -> int:
        """Fit columns and rows to a width; how high that makes the view."""
        if self._fits_of != key or len(self._fits) >= MOST_FITS:
            self._fits_of, self._fits, self._fit = key, {}, None
        fit = self._fits.get(room) or self._made_to_fit(room)
        if fit is not self._fit:
            self._take(fit)
        return fit.high

    def _made_to_fit(self, room: int) -> _Fit:
        """Share the width out and measure how high the rows become."""
        widths, stride = self._widths.shared(self.grid_model.grid, room)
        fit = _Fit(widths, self.cells.tight, stride)
        self._take(fit)
        high = self.head.sizeHint().height() + 2 * self.frameWidth()
        for cells_of in self.grid_model.grid.rows:
            heights = [
                self.cells.height(s, fit.widths[at]) for at, s in enumerate(cells_of)
            ]
            fit.heights.append(round(max(heights, default=0) + 0.5))
        high += sum(fit.heights)
        if len(fit.widths) > 1 and sum(fit.widths) > room:
            high += self.horizontalScrollBar().sizeHint().height()
        fit.high = high
        self._fits[room] = fit
        self._fit = None  # its rows are still to be taken
        return fit

    def _take(self, fit: _Fit) -> None:
        """Give columns, head and rows the sizes of a fit."""
        self._fit = fit
        self._widths.set_tight(fit.tight)
        self.set_stride(fit.stride)
        for at, width in enumerate(fit.widths):
            self.setColumnWidth(at, width)
        self.head.fit()
        for number, height in enumerate(fit.heights):
            self.setRowHeight(number, height)

    def _bring_to_sight(self) -> None:
        if self._wanted is not None and self.isVisible():
            row, column, hint = self._wanted
            self.scrollTo(self.grid_model.index(row, column), hint)

    def content_height(self) -> int:
        """Return how high it must be for all rows to be seen."""
        return self._content + 2

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A click leads somewhere and leaves the keyboard to the stage.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(1)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        self.setCornerButtonEnabled(False)

    def _enter(self, index: QModelIndex) -> None:
        self.hovered.emit(index.row(), index.column())

    def _pick(self, index: Index) -> None:
        if index.isValid():
            self.picked.emit(index.row(), index.column())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that the keyboard's cell is looked at, too."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.hovered.emit(current.row(), current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space pick the cell."""
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self._pick(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring in the cell that the keyboard is on."""
        super().paintEvent(event)
        current = self.currentIndex()
        if not self.hasFocus() or not current.isValid():
            return
        width = max(2, self.cells.look.px(2))
        inset = (width + 1) // 2
        box = self.visualRect(current).adjusted(inset, inset, -inset - 1, -inset - 1)
        with QPainter(self.viewport()) as painter:
            painter.setPen(QPen(self.ink, width))
            painter.drawRect(box)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update(self.currentIndex())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a second click for a click."""
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is looked at any more."""
        self.hovered.emit(-1, -1)
        super().leaveEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit before anything is seen."""
        super().showEvent(event)
        self.fit()
        self._bring_to_sight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self.fit()
        self._bring_to_sight()
