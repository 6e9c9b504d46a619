"""The process table: its steps as rows, the current one with a bar on its ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.signs import draw_icon
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tables.cell_delegate import CellDelegate
from sidecar_viz.app.tables.cell_text import change_mark, draw_text
from sidecar_viz.app.tables.end_note import EndNote
from sidecar_viz.app.tables.grid_header import GridHeader
from sidecar_viz.app.tables.grid_view import HINT, GridView
from sidecar_viz.app.tables.model import Grid, Index, ShownCell, measured
from sidecar_viz.core.course.belonging import Marks
from sidecar_viz.core.course.tables import TableRow, table_rows
from sidecar_viz.core.course.told import ends_as_told
from sidecar_viz.core.markup import rich
from sidecar_viz.paint.brush.fonts import REGULAR
from sidecar_viz.paint.brush.theme import MONO

if TYPE_CHECKING:
    from sidecar_viz.core.course.course import Course

CROSS = 20.0
LEAST_SEEN = 0.25  # of what is left for the table, the note may be so high


class StepCellDelegate(CellDelegate):
    """Draws a cell of the process table."""

    text_size = 14.6
    pad_x, pad_y = 14.0, 15.0
    lead_x = CROSS
    boldest = REGULAR

    def lead_of(self, shown: ShownCell) -> float:
        """Room for the cross before what the what-if made of the cell."""
        return self.lead if shown.cell.fault else 0.0

    def draw(
        self, painter: QPainter, box: QRectF, shown: ShownCell, index: Index
    ) -> None:
        """Ground, bar, marks, then the text."""
        theme, look = self.look.theme, self.look
        beside = shown.kind != "step"
        if shown.time == 0 or beside:
            painter.fillRect(box, self._tint(shown))
        painter.fillRect(
            QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line)
        )
        if shown.time == 0 and index.column() == 0:
            bar = QRectF(box.left(), box.top(), look.px(4), box.height() - 1)
            painter.fillRect(bar, QColor(theme.accent))
        if beside and index.column() == 0:
            self._side_mark(painter, box, shown.kind)
        self._ground(painter, box, shown)
        text = self.text_box(box, shown)
        to_come = shown.time > 0 and not beside
        ink = QColor(theme.muted if to_come else theme.ink)
        if shown.cell.fault and not shown.hidden:
            ink = QColor(theme.failed.text)
            side = look.text_px(self.text_size) * 1.15
            left = text.left() - self.lead_of(shown)
            cross = QRectF(left - side * 0.2, 0, side, side)
            cross.moveTop(text.center().y() - side / 2)
            draw_icon(painter, "cross", cross, ink, 3.0)
        lines = draw_text(
            painter, shown.written, self.size, self.weight(shown), text, ink
        )
        if shown.cell.struck and not shown.hidden:
            painter.setPen(QPen(ink, max(1.5, look.px(2))))
            for line in lines:
                middle = line.center().y()
                painter.drawLine(
                    QPointF(line.left(), middle), QPointF(line.right(), middle)
                )

    def _tint(self, shown: ShownCell) -> QColor:
        """Return the ground of the current row, and of rows that are no steps."""
        theme = self.look.theme
        tints = {"step": theme.row, "error": theme.failed.soft}
        return QColor(tints.get(shown.kind, theme.idle.soft))

    def _side_mark(self, painter: QPainter, box: QRectF, kind: str) -> None:
        """Dots beside a case, a line beside an ending, a red one beside an error."""
        theme, wide = self.look.theme, self.look.px(4)
        colour = QColor(theme.failed.line if kind == "error" else theme.edge)
        bar = QRectF(box.left(), box.top(), wide, box.height() - 1)
        if kind != "case":
            painter.fillRect(bar, colour)
            return
        y = bar.top() + wide / 2
        while y + wide <= bar.bottom():
            painter.fillRect(QRectF(bar.left(), y, wide, wide), colour)
            y += 2 * wide

    def _ground(self, painter: QPainter, box: QRectF, shown: ShownCell) -> None:
        """Draw what changed in this step, and what speaks of the actor looked at."""
        theme, look = self.look.theme, self.look
        inner = box.adjusted(look.px(3), look.px(3), -look.px(3), -look.px(3) - 1)
        radius = look.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        if shown.time == 0 and shown.cell.changed and not shown.cell.struck:
            fault = shown.cell.fault
            painter.setBrush(QColor(theme.failed.line if fault else theme.accent))
            painter.drawRect(change_mark(box, self.text_box(box, shown), look))
        if shown.marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), max(2, look.px(2))))
            painter.drawRoundedRect(inner, radius, radius)


class TablePanel(QFrame):
    """The process table.

    Signals:
        step_wanted: the step of a row that was clicked.
        hovered: row number and column number under the pointer, or -1, -1.
    """

    step_wanted: SignalOf[int] = signal(int)
    hovered: SignalOf[int, int] = signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = Look()
        self._course: Course | None = None
        self._rows: tuple[TableRow, ...] = ()
        self._rows_of: dict[int, list[int]] = {}
        self._ids: tuple[str, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._measured: object = None
        self._shown: list[tuple[ShownCell, ...]] = []
        self._step = 0
        self._marked: frozenset[tuple[str, str]] = frozenset()
        self._hiding = False
        self._header = GridHeader(pad=StepCellDelegate.pad_x)
        self.view = GridView(StepCellDelegate(), self._header)
        self.view.picked.connect(self._pick)
        self.view.hovered.connect(self._hover)
        self._note = EndNote(self)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self._note)
        self.setFocusProxy(self.view)

    def widget(self) -> QWidget:
        """Return the panel itself."""
        return self

    def show_course(self, course: Course) -> None:
        """Show the table of another course."""
        self._course = course
        self._rows = table_rows(course)
        self._rows_of = {}
        for number, row in enumerate(self._rows):
            for step in row.steps:
                self._rows_of.setdefault(step, []).append(number)
        columns = course.lesson.table.columns if course.lesson.table else ()
        self._ids = tuple(column.id for column in columns)
        self._labels = tuple(column.label for column in columns)
        self._measured = measured(self._labels, (row.cells for row in self._rows))
        heading = course.lesson.headings.table
        self.setAccessibleName(heading)
        self.view.setAccessibleName(heading)
        note = course.lesson.exit_note
        said = note.text if note and self._rows and ends_as_told(course) else ""
        self._note.say(rich(said, MONO))
        self._fit_note()
        self._refresh()

    def show_step(self, step: int) -> None:
        """Make this step's row the current one."""
        self._pass_to(step)
        self._note.set_due(due=self._course is not None and step == self._course.end)
        row = next(iter(self._rows_of.get(step, ())), 0)
        if self._rows:
            self.view.keep_in_sight(row, 0, HINT.PositionAtCenter)

    def mark(self, marks: Marks) -> None:
        """Mark the cells about the actor that is looked at."""
        if marks.cells != self._marked:
            self._marked = marks.cells
            self._refresh()

    def hide_to_come(self, *, hidden: bool) -> None:
        """Hide what the steps to come will say while it is to be predicted."""
        if hidden != self._hiding:
            self._hiding = hidden
            self._note.hide_to_come(hidden=hidden)
            self._refresh()

    def row_of(self, step: int) -> int:
        """Return the number of a step's row, or -1."""
        return next(iter(self._rows_of.get(step, ())), -1)

    def row(self, number: int) -> TableRow | None:
        """Return the row with this number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def column_id(self, number: int) -> str:
        """Return the id of a column."""
        table = self._course.lesson.table if self._course else None
        return table.columns[number].id if table and number >= 0 else ""

    def wanted_height(self) -> int:
        """Return how high it must be for all rows and the note to be seen."""
        return self._above() + self.view.content_height() + self.note_height()

    def _above(self) -> int:
        """Return the height of what is there beside table and note."""
        margins = self.column.contentsMargins()
        return margins.top() + margins.bottom()

    def set_dense(self, dense: float) -> None:
        """Leave this part of the usual room between the rows: up to 1."""
        self.view.set_dense(dense)

    def note_height(self) -> int:
        """Return how much of that is for the note."""
        wide = max(1, self.width())
        if not self._note.text():
            return 0
        return self._note.heightForWidth(wide) + self.column.spacing()

    def _fit_note(self) -> None:
        """Give the note on how it ends its place at every step, or at none."""
        needed = self.note_height()
        rest = self.height() - self._above() - needed
        self._note.setVisible(bool(needed) and rest * LEAST_SEEN >= needed)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self.look = look
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(8))
        self._header.set_look(look)
        self._note.set_look(look)
        self.view.set_look(look)
        self._fit_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the note where there is room."""
        super().resizeEvent(event)
        self._fit_note()

    def _refresh(self) -> None:
        """Show all rows anew."""
        self._shown = [self._shown_row(row) for row in self._rows]
        self._hand_out()

    def _pass_to(self, step: int) -> None:
        """Show anew only the rows that the way to *step* leads over."""
        first, last = sorted((self._step, step))
        self._step = step
        if self._hiding and self._course and last == self._course.end:
            self._refresh()  # what is beside the steps is told at the end
            return
        for number in self._on_the_way(first, last):
            self._shown[number] = self._shown_row(self._rows[number])
        self._hand_out()

    def _on_the_way(self, first: int, last: int) -> Iterator[int]:
        for step in range(first, last + 1):
            yield from self._rows_of.get(step, ())

    def _hand_out(self) -> None:
        table = self._course.lesson.table if self._course else None
        if table is None:
            self.view.show_grid(Grid())
            return
        self.view.show_grid(Grid(self._labels, tuple(self._shown), self._measured))

    def _shown_row(self, row: TableRow) -> tuple[ShownCell, ...]:
        time = self._time(row)
        marked = self._marked
        secret = self._hiding and time > 0 and not self._over(row)
        return tuple(
            ShownCell(
                cell,
                time,
                not secret and (row.id, column) in marked,
                kind=row.kind,
                hidden=secret and at > 0 and bool(cell.text),
            )
            for at, (cell, column) in enumerate(zip(row.cells, self._ids, strict=False))
        )

    def _hover(self, row: int, column: int) -> None:
        secret = row >= 0 and any(shown.hidden for shown in self._shown[row])
        self.hovered.emit(*((-1, -1) if secret else (row, column)))

    def _over(self, row: TableRow) -> bool:
        """Return whether a row beside the steps may tell what it says: at the end."""
        end = self._course.end if self._course else 0
        return row.step is None and self._step >= end

    def _time(self, row: TableRow) -> int:
        if not row.steps or row.steps[0] > self._step:
            return 1
        return 0 if self._step in row.steps else -1

    def _pick(self, row: int, _column: int) -> None:
        if (found := self.row(row)) and found.step is not None:
            self.step_wanted.emit(found.step)
