"""The status tracker: how each thing stands after each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tables.cell_delegate import CellDelegate
from sidecar_viz.app.tables.cell_text import change_mark, draw_fresh, draw_text
from sidecar_viz.app.tables.grid_header import GridHeader
from sidecar_viz.app.tables.grid_view import HINT, GridView
from sidecar_viz.app.tables.hues import row_hues
from sidecar_viz.app.tables.model import Grid, Index, ShownCell
from sidecar_viz.core.beside.belonging import Marks
from sidecar_viz.core.beside.filling import Filled
from sidecar_viz.core.beside.tables import Cell, TrackerLine, tracker_lines
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.theme import mixed
from sidecar_viz.paint.kinds.icons import draw_tone

if TYPE_CHECKING:
    from sidecar_viz.core.course.course import Course
    from sidecar_viz.core.lesson import Hue, Tone

LEAD = 14.0
SIGN = 5.0
TO_COME = 0.55  # how far what is still to come goes towards grey


class StateDelegate(CellDelegate):
    """Draws a state: its sign and its word; or the label of a row."""

    text_size = 13.5
    pad_x, pad_y = 5.0, 5.5
    lead_x = LEAD

    def weight(self, shown: ShownCell) -> int:
        """Labels and the current column are bold."""
        return SEMIBOLD if shown.heading or shown.time <= 0 else MEDIUM

    def lead_of(self, shown: ShownCell) -> float:
        """Room for the sign; labels and values have none."""
        return 0.0 if shown.heading or not shown.cell.sign else self.lead

    def wish(self, shown: ShownCell) -> float:
        """States in one line; labels may wrap."""
        return self.least(shown) if shown.heading else super().wish(shown)

    def draw(
        self, painter: QPainter, box: QRectF, shown: ShownCell, index: Index
    ) -> None:
        """Ground and marks, then sign and word."""
        theme, look = self.look.theme, self.look
        if shown.time == 0 and not shown.heading:
            painter.fillRect(box, QColor(theme.row))
        rule = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(rule, QColor(theme.line))
        inner = box.adjusted(look.px(2), look.px(3), -look.px(2), -look.px(3) - 1)
        if shown.fresh is not None:
            draw_fresh(painter, inner, shown.fresh, look)
        if shown.marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), max(2, look.px(2))))
            painter.drawRoundedRect(inner, look.px(6), look.px(6))
        text = self.text_box(box, shown)
        if shown.heading:
            ink = QColor(theme.ink)
        else:
            ink = self._ink(shown)
            radius = look.roomy(SIGN)
            centre = text.left() - self.lead + radius
            tone = shown.cell.tone or "idle"
            if shown.cell.sign and not shown.hidden:
                draw_tone(painter, tone, centre, text.center().y(), radius, ink)
        draw_text(painter, shown.written, self.size, self.weight(shown), text, ink)
        changed = shown.cell.changed and not shown.waits
        if shown.time == 0 and changed and index.column() > 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawRect(change_mark(box, text, look))

    def _ink(self, shown: ShownCell) -> QColor:
        theme = self.look.theme
        if shown.hidden:
            return QColor(theme.muted)
        if shown.cell.fault:
            return QColor(theme.failed.text)
        usual: Tone = "idle" if shown.cell.sign else "active"
        shade = theme.tone(shown.cell.tone or usual, shown.hue or "slate")
        if shown.time > 0 or shown.waits:
            return QColor(mixed(shade.text, theme.muted, TO_COME))
        return QColor(shade.text)


class TrackerPanel(QWidget):
    """The tracker.

    Signals:
        step_wanted: the step of a column that was clicked.
        hovered: the id of the row under the pointer, or "".
        row_picked: the id of a row that was clicked.
    """

    step_wanted: SignalOf[int] = signal(int)
    hovered: SignalOf[str] = signal(str)
    row_picked: SignalOf[str] = signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._lines: tuple[TrackerLine, ...] = ()
        self._after: tuple[int, ...] = ()
        self._hues: dict[str, Hue] = {}
        self._step = 0
        self._marked: frozenset[str] = frozenset()
        self._hiding = False
        self._filled: Filled | None = None
        self._header = GridHeader(pad=StateDelegate.pad_x, lead=LEAD)
        self.view = GridView(StateDelegate(), self._header)
        self.view.picked.connect(self._pick)
        self.view.hovered.connect(self._hover)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.view)
        self.setFocusProxy(self.view)

    def widget(self) -> QWidget:
        """Return the panel itself."""
        return self

    def show_course(self, course: Course) -> None:
        """Show the tracker of another course."""
        self._course = course
        self._lines = tracker_lines(course)
        tracker = course.lesson.tracker
        self._after = (
            tuple(course.index_of(column.after) for column in tracker.columns)
            if tracker
            else ()
        )
        self._hues = row_hues(course)
        self.view.setAccessibleName(course.lesson.headings.tracker)
        self._refresh()

    def show_step(self, step: int) -> None:
        """Bar the column that holds after this step."""
        self._step = step
        self._refresh()
        at = self.current_column()
        if at > 0 and self._lines:
            self.view.keep_in_sight(0, at, HINT.EnsureVisible)

    def show_filled(self, filled: Filled | None) -> None:
        """Show how far the step's cells have filled; None: all of them."""
        if filled != self._filled:
            self._filled = filled
            self._refresh()

    def mark(self, marks: Marks) -> None:
        """Mark the rows about the actor that is looked at."""
        if marks.tracker != self._marked:
            self._marked = marks.tracker
            self._refresh()

    def hide_to_come(self, *, hidden: bool) -> None:
        """Hide how everything will stand while it is to be predicted."""
        if hidden != self._hiding:
            self._hiding = hidden
            self._refresh()

    def current_column(self) -> int:
        """Return the last column that holds at this step."""
        found = 0
        for number, after in enumerate(self._after, start=1):
            if after <= self._step:
                found = number
        return found

    def _holds_now(self) -> bool:
        """Return whether a column holds at this very step, and not before it."""
        return self._step in self._after

    def _filling(self) -> Filled | None:
        filled = self._filled
        return filled if filled is not None and filled.step == self._step else None

    def _fresh(self, row: str) -> Hue | None:
        """Return the hue of a cell that has filled in this move, from its actor."""
        filling = self._filling()
        return self._hues.get(row) if filling and filling.rows.get(row) else None

    def wanted_height(self) -> int:
        """Return how high it must be for all rows to be seen."""
        margins = self._column.contentsMargins()
        return self.view.content_height() + margins.top() + margins.bottom()

    def set_dense(self, dense: float) -> None:
        """Leave this part of the usual room between the rows: up to 1."""
        self.view.set_dense(dense)

    def set_brief(self, *, brief: bool) -> bool:
        """It writes no struck words: nothing can be left out."""
        return not brief

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        side = look.px(10)
        self._column.setContentsMargins(side, look.px(2), side, look.px(5))
        self._header.set_look(look)
        self.view.set_look(look)

    def _refresh(self) -> None:
        tracker = self._course.lesson.tracker if self._course else None
        if tracker is None:
            self.view.show_grid(Grid())
            return
        current = self.current_column()
        now = current if self._holds_now() else current + 0.5
        filling = self._filling()
        rows = tuple(
            (
                ShownCell(Cell(line.label), -1, line.id in self._marked, heading=True),
                *(
                    ShownCell(
                        cell,
                        (at > now) - (at < now),
                        line.id in self._marked and at == now,
                        self._hues.get(line.id),
                        hidden=self._hiding and at > now,
                        waits=filling is not None
                        and at == now
                        and line.id not in filling.rows,
                        fresh=self._fresh(line.id) if at == now else None,
                    )
                    for at, cell in enumerate(line.cells, start=1)
                ),
            )
            for line in self._lines
        )
        labels = (tracker.heading, *(column.label for column in tracker.columns))
        self._header.show_current(current if self._holds_now() else 0)
        self.view.show_grid(Grid(labels, rows))

    def _pick(self, row: int, column: int) -> None:
        self.row_picked.emit(self._lines[row].id)
        if 0 < column <= len(self._after):
            self.step_wanted.emit(self._after[column - 1])

    def _hover(self, row: int, _column: int) -> None:
        self.hovered.emit(self._lines[row].id if 0 <= row < len(self._lines) else "")
