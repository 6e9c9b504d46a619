"""How a cell of a table is measured and drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tables.cell_text import line_width, text_height, widest_word
from sidecar_viz.app.tables.model import GridModel, Index, ShownCell
from sidecar_viz.paint.brush.fonts import REGULAR, SEMIBOLD

LONGEST_WISH = 12  # font sizes that a column wishes for in one line
LEAST_PAD_Y = 2  # pixels above and below the words, room for the mark of a change
RAISED = 1  # pixels that words stand higher than the middle, for that mark


class CellDelegate(QStyledItemDelegate):
    """Draws one cell; made for a Look. Subclasses say how a cell looks.

    Attributes:
        look: colours and sizes; `set_look` changes them.
        size: the text's size, in pixels.
        beside: the room beside the words, in pixels.
        above: the room above and below them, in pixels.
        lead: the room before the words of a cell that has a sign, in pixels.
        tight: the share of the usual room beside the words: up to 1.
    """

    text_size = 16.0
    pad_x, pad_y = 10.0, 8.0
    lead_x = 0.0
    boldest = SEMIBOLD  # what may be written in a cell: it is measured so

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tight = 1.0
        self._dense = 1.0
        self.set_look(Look())

    def set_look(self, look: Look) -> None:
        """Take colours and sizes of a look: once, and not for every cell."""
        self.look = look
        self.size = look.text_px(self.text_size)
        self.lead = look.roomy(self.lead_x)
        self.set_tight(self.tight)
        self.set_dense(self._dense)

    def set_tight(self, tight: float) -> None:
        """Leave this share of the usual room beside the words: up to 1."""
        self.tight = tight
        self.beside = self.look.px(self.pad_x) * tight

    def set_dense(self, dense: float) -> None:
        """Leave this share of the usual room above and below the words: up to 1."""
        self._dense = dense
        self.above = max(LEAST_PAD_Y, self.look.px(self.pad_y) * dense)

    def weight(self, shown: ShownCell) -> int:
        """Return how bold the cell is now."""
        return SEMIBOLD if shown.heading else REGULAR

    def text(self, shown: ShownCell) -> str:
        """Return what is written in the cell."""
        return shown.cell.text

    def least(self, shown: ShownCell) -> float:
        """Return the narrowest the cell may be, as bold as it may become."""
        word = widest_word(self.text(shown), self.size, self.boldest)
        return word + self.around(shown)

    def wish(self, shown: ShownCell) -> float:
        """Return the width at which the cell would be in one line, within reason."""
        line = line_width(self.text(shown), self.size, self.boldest)
        whole = min(line, self.size * LONGEST_WISH)
        return whole + self.around(shown)

    def height(self, shown: ShownCell, width: float) -> float:
        """Return how high the cell is at this width."""
        room = width - self.around(shown) + 1
        text = text_height(self.text(shown), self.size, self.boldest, room)
        return text + 2 * self.above

    def around(self, shown: ShownCell) -> float:
        """Return how much wider the cell is than its text, in pixels."""
        return 1.5 * self.beside + self.lead_of(shown) + 1

    def lead_of(self, shown: ShownCell) -> float:
        """Return the room before the text, for a sign."""
        del shown
        return 0.0

    def text_box(self, box: QRectF, shown: ShownCell) -> QRectF:
        """Return where in the cell the text stands."""
        left, below = self.beside + self.lead_of(shown), self.above + RAISED
        return box.adjusted(left, self.above - RAISED, -self.beside / 2, -below)

    def draw(
        self, painter: QPainter, box: QRectF, shown: ShownCell, index: Index
    ) -> None:
        """Draw a cell (for subclasses to extend)."""
        raise NotImplementedError

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw the cell; the view draws the ring of the one with the focus."""
        model = index.model()
        if not isinstance(model, GridModel):
            return
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, box, model.shown(index), index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a size as high as the wrapped text."""
        model = index.model()
        width = option.rect.width()
        if not isinstance(model, GridModel):
            return QSize(width, 0)
        return QSize(width, round(self.height(model.shown(index), width) + 0.5))
