"""Draws the cells of the process table: its rows are steps, or what is beside them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sidecar_viz.app.look.signs import draw_icon
from sidecar_viz.app.tables.cell_delegate import CellDelegate
from sidecar_viz.app.tables.cell_text import change_mark, draw_fresh, draw_text
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
        to_come = (shown.time > 0 and not beside) or shown.waits
        ink = QColor(theme.muted if to_come else theme.ink)
        if shown.cell.fault and not shown.hidden:
            ink = ink if shown.waits else QColor(theme.failed.text)
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
        if shown.fresh is not None:
            draw_fresh(painter, inner, shown.fresh, look)
            painter.setPen(Qt.PenStyle.NoPen)
        changed = shown.cell.changed and not shown.cell.struck
        if shown.time == 0 and changed and not shown.waits:
            fault = shown.cell.fault
            painter.setBrush(QColor(theme.failed.line if fault else theme.accent))
            painter.drawRect(change_mark(box, self.text_box(box, shown), look))
        if shown.marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), max(2, look.px(2))))
            painter.drawRoundedRect(inner, radius, radius)
