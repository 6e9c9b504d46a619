"""A table view that shares its width out, wraps its cells and follows the lesson."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sidecar_viz.app.cell_text import (
    line_width,
    shared_widths,
    stepped_widths,
    text_height,
    widest_word,
)
from sidecar_viz.app.grid_header import GridHeader
from sidecar_viz.app.look import Look
from sidecar_viz.app.steady_view import SteadyView
from sidecar_viz.app.table_model import Grid, GridModel, Index, Shown
from sidecar_viz.app.viewport import own_viewport
from sidecar_viz.paint.fonts import REGULAR, SEMIBOLD

LONGEST_WISH = 12  # font sizes that a column wishes for in one line
TIGHT = 0.5  # how much of the room beside words is left where they have too little
LEAST_PAD_Y = 2  # pixels above and below the words, room for the mark of a change
RAISED = 1  # pixels that words stand higher than the middle, for that mark
HINT = QAbstractItemView.ScrollHint


class CellDelegate(QStyledItemDelegate):
    """Draws one cell; made for a Look. Subclasses say how a cell looks."""

    text_size = 16.0
    pad_x, pad_y = 10.0, 8.0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = Look()
        self.tight = 1.0
        self.dense = 1.0

    def pads(self) -> tuple[float, float]:
        """The room beside the words, and above and below them."""
        high = max(LEAST_PAD_Y, self.look.px(self.pad_y) * self.dense)
        return self.look.px(self.pad_x) * self.tight, high

    def size(self) -> float:
        """The text's size in pixels."""
        return self.look.text_px(self.text_size)

    def weight(self, shown: Shown) -> int:
        """How bold the cell is now."""
        return SEMIBOLD if shown.heading else REGULAR

    def text(self, shown: Shown) -> str:
        """What is written in the cell."""
        return shown.cell.text

    def least(self, shown: Shown) -> float:
        """The narrowest the cell may be, as bold as it may become."""
        word = widest_word(self.text(shown), self.size(), SEMIBOLD)
        return word + self.around(shown)

    def wish(self, shown: Shown) -> float:
        """The width at which the cell would be in one line, within reason."""
        size = self.size()
        whole = min(line_width(self.text(shown), size, SEMIBOLD), size * LONGEST_WISH)
        return whole + self.around(shown)

    def height(self, shown: Shown, width: float) -> float:
        """How high the cell is at this width."""
        room = width - self.around(shown) + 1
        text = text_height(self.text(shown), self.size(), SEMIBOLD, room)
        return text + 2 * self.pads()[1]

    def around(self, shown: Shown) -> float:
        """What the cell is wider than its text."""
        return 1.5 * self.pads()[0] + self.lead_of(shown) + 1

    def lead_of(self, shown: Shown) -> float:
        """The room before the text, for a sign."""
        del shown
        return 0.0

    def text_box(self, box: QRectF, shown: Shown) -> QRectF:
        """Where in the cell the text stands."""
        pad_x, pad_y = self.pads()
        left, below = pad_x + self.lead_of(shown), pad_y + RAISED
        return box.adjusted(left, pad_y - RAISED, -pad_x / 2, -below)

    def draw(self, painter: QPainter, box: QRectF, shown: Shown, index: Index) -> None:
        """Draw a cell (for subclasses to extend)."""
        raise NotImplementedError

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw the cell, and a ring when it has the focus."""
        model = index.model()
        if not isinstance(model, GridModel):
            return
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, box, model.shown(index), index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped text."""
        model = index.model()
        width = option.rect.width()
        if not isinstance(model, GridModel):
            return QSize(width, 0)
        return QSize(width, round(self.height(model.shown(index), width) + 0.5))


class GridView(SteadyView):
    """A read-only table.

    Signals:
        picked: (row, column) clicked, or Enter pressed there.
        hovered: (row, column) under the pointer or the keyboard; -1, -1 for none.
    """

    picked = Signal(int, int)
    hovered = Signal(int, int)

    def __init__(self, delegate: CellDelegate, header: GridHeader) -> None:
        super().__init__()
        own_viewport(self)
        self.grid_model = GridModel(self)
        self.cells = delegate
        self.head = header
        self._fitted: object = None
        self._wanted: tuple[int, int, HINT] | None = None
        delegate.setParent(self)
        self.setModel(self.grid_model)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(header)
        self._behave()
        self.entered.connect(self._enter)
        self.clicked.connect(self._pick)

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        self.cells.look = look
        self.ground = QColor(look.theme.surface)
        self.fit()

    def show_grid(self, grid: Grid) -> None:
        """Show other values."""
        self.grid_model.show_grid(grid)
        self.fit()

    def set_dense(self, dense: float) -> None:
        """Leave this part of the usual room between the rows: up to 1."""
        self.cells.dense = self.head.dense = dense
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
        if not grid.columns or not self.isVisible():
            return
        room = self.viewport().width()
        key = (room, self.cells.look, self.cells.dense, self._texts())
        if key == self._fitted:
            return
        self._fitted = key
        widths = self._widths(room)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        for number, cells_of in enumerate(grid.rows):
            heights = [
                self.cells.height(s, widths[at]) for at, s in enumerate(cells_of)
            ]
            self.setRowHeight(number, round(max(heights, default=0) + 0.5))
        self.head.updateGeometry()
        self._bring_to_sight()

    def _widths(self, room: int) -> list[int]:
        """The columns' widths; with too little room, those seen are seen whole."""
        least: list[float] = []
        for tight in (1.0, TIGHT):
            self.cells.tight = self.head.tight = tight
            least, wish = self._wishes()
            if sum(least) <= room:
                self.set_stride(0)
                return shared_widths(least, wish, room)
        widths = stepped_widths(least, room)
        self.set_stride(widths[-1])
        return widths

    def _wishes(self) -> tuple[list[float], list[float]]:
        """How wide each column must be, and how wide it would like to be."""
        grid = self.grid_model.grid
        least, wish = [], []
        for at in range(len(grid.columns)):
            cells = [row[at] for row in grid.rows]
            head = float(self.head.sectionSizeHint(at))
            least.append(max([head, *(self.cells.least(shown) for shown in cells)]))
            wish.append(max([head, *(self.cells.wish(shown) for shown in cells)]))
        return least, wish

    def _bring_to_sight(self) -> None:
        if self._wanted is not None and self.isVisible():
            row, column, hint = self._wanted
            self.scrollTo(self.grid_model.index(row, column), hint)

    def _texts(self) -> tuple[object, ...]:
        """All that decides about widths and heights."""
        grid = self.grid_model.grid
        cells = [[(s.cell.text, s.cell.fault) for s in row] for row in grid.rows]
        return grid.columns, cells

    def content_height(self) -> int:
        """How high it must be for all rows to be seen."""
        head = self.horizontalHeader().sizeHint().height()
        return head + self.verticalHeader().length() + 2 * self.frameWidth() + 2

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(1)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        self.setCornerButtonEnabled(False)

    def _enter(self, index: QModelIndex) -> None:
        self.hovered.emit(index.row(), index.column())

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(index.row(), index.column())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The keyboard's cell is looked at, too."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.hovered.emit(current.row(), current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space pick the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is a click."""
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
