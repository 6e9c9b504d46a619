"""The process table: its steps as rows, the current one with a bar on its ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tables.end_note import EndNote
from sidecar_viz.app.tables.grid_header import GridHeader
from sidecar_viz.app.tables.grid_view import HINT, GridView
from sidecar_viz.app.tables.model import Grid, ShownCell, measured
from sidecar_viz.app.tables.step_cells import StepCellDelegate
from sidecar_viz.core.beside.belonging import Marks
from sidecar_viz.core.beside.filling import Filled
from sidecar_viz.core.beside.tables import TableRow, table_rows
from sidecar_viz.core.beside.told import ends_as_told
from sidecar_viz.core.lesson import Hue
from sidecar_viz.core.markup import rich
from sidecar_viz.paint.brush.theme import MONO
from sidecar_viz.paint.kinds.kinds import hue_of

if TYPE_CHECKING:
    from sidecar_viz.core.course.course import Course

LEAST_SEEN = 0.25  # of what is left for the table, the note may be so high


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
        self._hiding = self._brief = False
        self._filled: Filled | None = None
        self._hues: dict[str, Hue] = {}
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
        self._hues = {actor.id: hue_of(actor) for actor in course.lesson.actors}
        self._filled = None
        self._labels = tuple(column.label for column in columns)
        self._measure()
        heading = course.lesson.headings.table
        self.setAccessibleName(heading)
        self.view.setAccessibleName(heading)
        note = course.lesson.exit_note
        said = note.text if note and self._rows and ends_as_told(course) else ""
        # The note's place may lead to a fit at once: by then the rows are the new ones.
        self._refresh()
        self._note.say(rich(said, MONO))
        self._fit_note()

    def show_step(self, step: int) -> None:
        """Make this step's row the current one."""
        self._pass_to(step)
        self._note.set_due(due=self._course is not None and step == self._course.end)
        row = next(iter(self._rows_of.get(step, ())), 0)
        if self._rows:
            self.view.keep_in_sight(row, 0, HINT.PositionAtCenter)

    def show_filled(self, filled: Filled | None) -> None:
        """Show how far the cells of the step's row have filled; None: all of them."""
        if filled != self._filled:
            self._filled = filled
            self._pass_to(self._step)

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

    def cell_box(self, row: int, column_id: str) -> QRect:
        """Find where a cell is, in pixels of the view; empty where it is not seen."""
        if column_id not in self._ids or not self.view.isVisible():
            return QRect()
        index = self.view.grid_model.index(row, self._ids.index(column_id))
        seen = self.view.viewport().rect()
        return self.view.visualRect(index).intersected(seen)

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

    def set_brief(self, *, brief: bool) -> bool:
        """Leave out the words that a what-if strikes, or write them.

        Returns:
            whether it can be so: without such words nothing can be left out.
        """
        if brief and not any(cell.old for row in self._rows for cell in row.cells):
            return False
        if brief != self._brief:
            self._brief = brief
            self._measure()
            self._refresh()
        return True

    def _measure(self) -> None:
        """Take down what decides about widths and heights."""
        rows = (row.cells for row in self._rows)
        self._measured = self._brief, measured(self._labels, rows)

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
        filled = self._filled
        cells = filled.cells if filled is not None and filled.step == row.step else None
        return tuple(
            ShownCell(
                cell,
                time,
                not secret and (row.id, column) in marked,
                kind=row.kind,
                hidden=secret and at > 0 and bool(cell.text),
                waits=cells is not None and column not in cells,
                fresh=self._hues.get(cells.get(column, "")) if cells else None,
                brief=self._brief,
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
