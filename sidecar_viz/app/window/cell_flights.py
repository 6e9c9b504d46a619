"""What flies from the stage into the table as a cell fills."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.stage.view import StageView
from sidecar_viz.app.tables.process_table import TablePanel
from sidecar_viz.core.beside.filling import Flight
from sidecar_viz.paint.kinds.kinds import hue_of

SIZE = (0.024, 0.012)
"""The width and height of what flies, as shares of the window's width."""


class CellFlights(QWidget):
    """Lies over stage and table while something flies; it takes no clicks."""

    def __init__(self, over: QWidget, stage: StageView) -> None:
        super().__init__(over)
        self._stage = stage
        self._flying: tuple[tuple[QRectF, str, str], ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def flying(self) -> tuple[QRectF, ...]:
        """Where what flies is now."""
        return tuple(box for box, _, _ in self._flying)

    def show_flights(
        self, flights: tuple[Flight, ...], table: TablePanel | None, row: int
    ) -> None:
        """Show what is under way to the cells of a *row*; None: there is no table."""
        before = self.flying
        if table is None or not table.isVisible():
            flights = ()
        if not flights and not before:
            return
        found = (self._placed(flight, table, row) for flight in flights if table)
        self._flying = tuple(one for one in found if one is not None)
        over = self.parentWidget()
        if over is not None and self.geometry() != over.rect():
            self.setGeometry(over.rect())
        self.setVisible(bool(self._flying))
        self.raise_()
        for box in (*before, *self.flying):
            self.update(box.toAlignedRect().adjusted(-4, -4, 4, 4))

    def _placed(
        self, flight: Flight, table: TablePanel, row: int
    ) -> tuple[QRectF, str, str] | None:
        """Find where something is on its way, with its line and its ground."""
        actor = self._stage.picture.actor(flight.actor)
        cell = table.cell_box(row, flight.column)
        start = self._stage.box_of(flight.actor).intersected(self._stage.rect())
        if actor is None or cell.isEmpty() or start.isEmpty():
            return None
        left = self._here(self._stage, QPointF(start.center()))
        right = self._here(table.view.viewport(), QPointF(cell.center()))
        middle = left + (right - left) * flight.along
        wide, high = (share * self.width() for share in SIZE)
        box = QRectF(0.0, 0.0, wide, high)
        box.moveCenter(middle)
        shade = self._stage.picture.theme.hue(hue_of(actor))
        return box, shade.line, shade.soft

    def _here(self, widget: QWidget, place: QPointF) -> QPointF:
        return QPointF(self.mapFromGlobal(widget.mapToGlobal(place.toPoint())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw small slips in the hues of those whom they come from."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for box, line, soft in self._flying:
                painter.setPen(QPen(QColor(line), max(1.5, box.height() * 0.12)))
                painter.setBrush(QColor(soft))
                painter.drawRoundedRect(box, box.height() / 3, box.height() / 3)
