"""A table that follows the playhead: its newest row is lit and in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sidecar_viz.app.lab.views.tables.rows_model import Index, Rows, RowsModel
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.enter import is_enter
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tables.cut_rows import fade_cut_rows
from sidecar_viz.app.tables.pressed_items import PressedItems
from sidecar_viz.app.tables.told_items import ToldItems
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD

SIZE = 15.0
LEAST = 24  # letters that long columns keep; below, the table scrolls sideways
PAD = 9
ROWS = 2  # that a table shows, at least


class RowsView(QTableView):
    """Shows texts in Kubernetes' own words.

    Signals:
        copy_wanted: all of it is to be copied.
        row_chosen: the number of a row that was clicked, or Enter pressed on it.
    """

    copy_wanted = Signal()
    row_chosen: SignalOf[int] = signal(int)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, grows: bool = True
    ) -> None:
        """Make an empty table; of one that does not grow the first row is in sight."""
        super().__init__(parent)
        self._grows = grows
        self.setAccessibleName(name)
        self._look = Look()
        self.rows_model = RowsModel()
        self.rows_model.setParent(self)
        self.setModel(self.rows_model)
        self._delegate = _Cells(self)
        self.setItemDelegate(self._delegate)
        self._told = ToldItems(self)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setHighlightSections(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.clicked.connect(self._choose)
        self._pressed = PressedItems(self, self._choose)

    def show_rows(self, shown: Rows) -> None:
        """Show other rows, the newest in sight."""
        if shown == self.rows_model.shown:
            return
        self.rows_model.show(shown)
        self._fit()
        newest = self._newest()
        here = self.hasFocus() and self.currentIndex().isValid()
        if newest.isValid() and not here:
            self.setCurrentIndex(newest)
        self._reveal(newest)

    def _newest(self) -> QModelIndex:
        """Return the last row that is lit, or else the last one of a growing table."""
        shown = self.rows_model.shown
        else_row = len(shown.rows) - 1 if self._grows else 0
        return self.rows_model.index(max(shown.lit, default=else_row), 0)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        font = look.font(SIZE, MEDIUM, mono=True)
        self.setFont(font)
        head = look.font(SIZE * 0.9, SEMIBOLD, mono=True)
        self.horizontalHeader().setFont(head)
        high = round(QFontMetricsF(font).height() + look.px(8))
        self.verticalHeader().setMinimumSectionSize(high)
        self.verticalHeader().setDefaultSectionSize(high)
        self.horizontalHeader().setFixedHeight(high)
        theme = look.theme
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView::section {{ background: {theme.surface};"
            f" color: {theme.muted}; border: none;"
            f" border-bottom: 1px solid {theme.line}; padding-left: {look.px(6)}px; }}"
        )
        self._delegate.look = look
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy all of it; Enter goes to the second of a row."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif is_enter(event):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.row_chosen.emit(index.row())

    def _fit(self) -> None:
        """Make every column as wide as its longest text; long ones give way."""
        shown = self.rows_model.shown
        letter = QFontMetricsF(self.font()).horizontalAdvance("0")
        pad = 2 * self._look.px(PAD)
        wide: list[float] = []
        for column, name in enumerate(shown.head):
            texts = [row[column] for row in shown.rows if column < len(row)]
            longest = max((len(text) for text in (name, *texts)), default=4)
            wide.append(longest * letter + pad)
        room = float(self.viewport().width())
        for column, width in enumerate(shared(wide, room, LEAST * letter + pad)):
            self.setColumnWidth(column, int(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for room for the head, two rows, and one long column."""
        letter = QFontMetricsF(self.font()).horizontalAdvance("0")
        wide = round(LEAST * letter) + 2 * self._look.px(PAD)
        high = self.horizontalHeader().height()
        high += ROWS * self.verticalHeader().defaultSectionSize()
        high += self.horizontalScrollBar().sizeHint().height()
        return QSize(wide, high + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out; what was in sight stays so."""
        super().resizeEvent(event)
        self._fit()
        self._reveal(self.currentIndex() if self.hasFocus() else self._newest())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let rows that are cut fade; draw a ring in the cell that has the keyboard.

        The newest row is whole, at the lower edge.
        """
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            fade_cut_rows(painter, self, QColor(self._look.theme.surface))
            if self.hasFocus() and self.currentIndex().isValid():
                width = max(2, self._look.px(2))
                inset = (width + 1) // 2
                box = self.visualRect(self.currentIndex())
                painter.setPen(QPen(QColor(self._look.theme.ink), width))
                painter.drawRect(box.adjusted(inset, inset, -inset - 1, -inset - 1))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw the ring in another cell."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, in the newest row if it was in none."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._newest())
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def out_of_sight(self) -> str:
        """Return what of the current row is cut, or only seen by scrolling sideways."""
        shown, row = self.rows_model.shown, self.currentIndex().row()
        if not 0 <= row < len(shown.rows):
            return ""
        letter = QFontMetricsF(self.font()).horizontalAdvance("0")
        found, right = [], 0.0
        for column, (name, text) in enumerate(
            zip(shown.head, shown.rows[row], strict=False)
        ):
            wide = self.columnWidth(column)
            right += wide
            needed = len(text) * letter + self._look.px(PAD)
            if text and (needed > wide or right > self.viewport().width() + 1):
                found.append(f"{name} {text}".strip())
        return "; ".join(found)

    def _reveal(self, index: QModelIndex) -> None:
        """Scroll down to a row; sideways everything stays where it is."""
        aside = self.horizontalScrollBar().value()
        self.scrollTo(index)
        self.horizontalScrollBar().setValue(aside)


def shared(wanted: Sequence[float], room: float, least: float) -> list[float]:
    """Return widths for a *room*: the longest columns give way, down to *least*.

    What is left goes to the last one. They are wider than the room where it is too
    small: words in pieces could not be read.
    """
    found = list(wanted)
    while found and sum(found) > room + 0.01 and max(found) > least:
        widest = max(found)
        many = [n for n, one in enumerate(found) if one >= widest - 0.5]
        lower = max((one for one in found if one < widest - 0.5), default=0.0)
        fair = widest - (sum(found) - room) / len(many)
        for n in many:
            found[n] = max(lower, least, fair)
    if found:
        found[-1] += max(0.0, room - sum(found))
    return found


class _Cells(QStyledItemDelegate):
    """Draws cells; a row that is new stands on another ground."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._view = view
        self.look = Look()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw one cell."""
        look, theme = self.look, self.look.theme
        rect: QRect = option.rect
        lit = index.row() in self._view.rows_model.shown.lit
        current = (
            self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        )
        if lit or current:
            painter.fillRect(rect, QColor(theme.row))
        if lit and index.column() == 0:
            bar = QRect(rect.left(), rect.top(), look.px(4), rect.height())
            painter.fillRect(bar, QColor(theme.accent))
        weight = SEMIBOLD if lit else MEDIUM
        font = look.font(SIZE, weight, mono=True)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        box = rect.adjusted(look.px(PAD), 0, -2, 0)
        said = QFontMetricsF(font).elidedText(
            index.data() or "", Qt.TextElideMode.ElideRight, box.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, flags, said)
