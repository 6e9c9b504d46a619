"""Draws the cells of the process table: its rows are steps, or what is beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sidecar_viz.app.look.signs import draw_icon
from sidecar_viz.app.look.step_signs import draw_diamond
from sidecar_viz.app.tables.cell_delegate import CellDelegate
from sidecar_viz.app.tables.cell_text import (
    LINE,
    change_mark,
    draw_fresh,
    draw_text,
    strike,
    text_height,
    widest_word,
)
from sidecar_viz.app.tables.model import Index, ShownCell
from sidecar_viz.paint.brush.fonts import REGULAR

CROSS = 20.0


class StepCellDelegate(CellDelegate):
    """Draws a cell of the process table."""

    text_size = 14.6
    pad_x, pad_y = 14.0, 15.0
    lead_x = CROSS
    boldest = REGULAR

    def lead_of(self, shown: ShownCell) -> float:
        """Room for the sign before what the what-if made of the cell."""
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
        to_come = (shown.time > 0 and not beside) or shown.waits
        ink = QColor(theme.muted if to_come else theme.ink)
        self._write(painter, self.text_box(box, shown), shown, ink)

    def _write(
        self, painter: QPainter, text: QRectF, shown: ShownCell, ink: QColor
    ) -> None:
        """Write the words; over those of a what-if what the lesson says, struck."""
        theme, cell = self.look.theme, shown.cell
        thick = max(1.5, self.look.px(2))
        if shown.hidden or not (cell.fault or cell.struck):
            written = shown.written
            draw_text(painter, written, self.size, self.weight(shown), text, ink)
            return
        if cell.struck:
            lines = draw_text(
                painter, cell.text, self.size, self.weight(shown), text, ink
            )
            strike(painter, lines, ink, thick)
            return
        new = text_height(cell.text, self.size, self.boldest, text.width())
        old = self._old_height(shown, text.width() + self.lead)
        text.setTop(text.center().y() - (old + new) / 2)
        if shown.over:
            over = QRectF(text.left() - self.lead, text.top(), 0.0, old)
            over.setRight(text.right())
            muted = QColor(theme.muted)
            lines = draw_text(painter, shown.over, self.size, REGULAR, over, muted)
            strike(painter, lines, muted, max(1.0, thick / 2))
        text.setTop(text.top() + old)
        text.setHeight(new)
        if not shown.waits:
            ink = QColor(theme.failed.text if cell.cannot else theme.accent)
        self._sign(painter, text, shown, ink)
        draw_text(painter, cell.text, self.size, self.weight(shown), text, ink)

    def _sign(
        self, painter: QPainter, text: QRectF, shown: ShownCell, ink: QColor
    ) -> None:
        """Draw a cross for what cannot happen, a diamond for what was changed."""
        side = self.size * 1.15
        box = QRectF(text.left() - self.lead - side * 0.2, 0, side, side)
        box.moveTop(text.top() + (LINE * self.size - side) / 2)
        if shown.cell.cannot:
            draw_icon(painter, "cross", box, ink, 3.0)
        else:
            inside = box.adjusted(side / 6, side / 6, -side / 6, -side / 6)
            line, ground = max(1.2, side / 9), QColor(self.look.theme.surface)
            draw_diamond(painter, inside, QPen(ink, line), ground)

    def _old_height(self, shown: ShownCell, room: float) -> float:
        """Return how high the struck words are over those of a what-if."""
        if not shown.over:
            return 0.0
        return text_height(shown.over, self.size, self.boldest, room)

    def height(self, shown: ShownCell, width: float) -> float:
        """Return how high the cell is at this width, with what is struck in it."""
        room = width - self.around(shown) + self.lead_of(shown) + 1
        return super().height(shown, width) + self._old_height(shown, room)

    def least(self, shown: ShownCell) -> float:
        """Return the narrowest the cell may be: no word of either text is cut."""
        old = widest_word(shown.over, self.size, self.boldest)
        around = self.around(shown) - self.lead_of(shown)
        return max(super().least(shown), old + around)

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
        if shown.fresh is not None:
            draw_fresh(painter, inner, shown.fresh, look)
            painter.setPen(Qt.PenStyle.NoPen)
        changed = shown.cell.changed and not shown.cell.struck
        if shown.time == 0 and changed and not shown.waits:
            cannot = shown.cell.cannot
            painter.setBrush(QColor(theme.failed.line if cannot else theme.accent))
            painter.drawRect(change_mark(box, self.text_box(box, shown), look))
        if shown.marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), max(2, look.px(2))))
            painter.drawRoundedRect(inner, radius, radius)
