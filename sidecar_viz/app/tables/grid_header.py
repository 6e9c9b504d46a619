"""The head of a table: wrapped labels, and a bar over the current column."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tables.cell_text import draw_text, text_height, widest_word
from sidecar_viz.app.widgets.viewport import own_viewport
from sidecar_viz.paint.brush.fonts import SEMIBOLD

BAR = 3.5
PAD_X, PAD_Y = 9, 8


class GridHeader(QHeaderView):
    """Column heads that are painted like the cells below them."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        pad: float = PAD_X,
        lead: float = 0.0,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        own_viewport(self)
        self._look = Look()
        self._current = -1
        self._lead = lead
        self._pad = pad
        self._hint: QSize | None = None
        self.tight = 1.0
        self.dense = 1.0

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.fit()
        self.viewport().update()

    def show_current(self, section: int) -> None:
        """Put the bar over this column, or over none (-1)."""
        if section != self._current:
            self._current = section
            self.viewport().update()

    def _label(self, section: int) -> str:
        model = self.model()
        return str(model.headerData(section, Qt.Orientation.Horizontal) or "")

    def _inner(self, section: int) -> float:
        lead = self._look.roomy(self._lead) if self._lead and section else 0
        return self._side() * 1.5 + lead

    def _side(self) -> float:
        return self._look.px(self._pad) * self.tight

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return a size as wide as the longest word, as high as the label then is."""
        size = self._look.text_px(14)
        label = self._label(section)
        least = widest_word(label, size, SEMIBOLD) + self._inner(section) + 1
        room = max(least, self.sectionSize(section)) - self._inner(section)
        height = text_height(label, size, SEMIBOLD, room)
        height += 2 * self._look.px(PAD_Y) * self.dense
        return QSize(int(least + 1), int(height + 1))

    def sizeHint(self) -> QSize:
        """Return a size as high as the highest label, until fit() is called again."""
        if self._hint is not None:
            return QSize(self._hint)
        sections = range(self.count())
        sizes = [self.sectionSizeFromContents(at).height() for at in sections]
        self._hint = QSize(self.length(), max(sizes, default=0))
        return QSize(self._hint)

    def fit(self) -> None:
        """Be as high as the labels need at their new widths."""
        self._hint = None
        self.updateGeometry()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one label."""
        theme = self._look.theme
        box = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = section == self._current
        if current:
            painter.fillRect(box, QColor(theme.row))
            bar = QRectF(box.left(), box.top(), box.width(), self._look.px(BAR))
            painter.fillRect(bar, QColor(theme.accent))
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, QColor(theme.line))
        side = self._side() / 2
        label = box.adjusted(self._inner(section) - side, 0, -side, 0)
        ink = QColor(theme.accent if current else theme.muted)
        size = self._look.text_px(14)
        draw_text(painter, self._label(section), size, SEMIBOLD, label, ink)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the first column's head where the column stays."""
        super().paintEvent(event)
        if self.offset() <= 0 or not self.count():
            return
        box = QRect(0, 0, self.sectionSize(0), self.viewport().height())
        with QPainter(self.viewport()) as painter:
            painter.fillRect(box, QColor(self._look.theme.surface))
            self.paintSection(painter, box, 0)
