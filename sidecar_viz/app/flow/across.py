"""What is drawn beside boxes in one row: the start's name, brackets under the lit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.app.flow.paint import ACROSS, LINE, measures_of
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tables.cell_text import draw_text, line_width
from sidecar_viz.core.flow.chain import chain_of, is_chain
from sidecar_viz.core.lesson import Flow
from sidecar_viz.paint.brush.brush import pen
from sidecar_viz.paint.brush.fonts import MEDIUM

MOST_LINES = 2  # of words in a box
BRACKET = 8  # of the design, the room under the boxes


def fits_across(flow: Flow, look: Look, width: float, start: str) -> bool:
    """Return whether a flow is a chain whose boxes have room (pixels) in one row."""
    if not is_chain(flow):
        return False
    nodes = {node.id: node for node in flow.nodes}
    measures = measures_of(nodes, look, width, 0.0, ACROSS)
    wide, high = chain_of([*nodes], measures, head_room(start, look)).size
    lines = MOST_LINES * LINE * look.text_px(ACROSS.text)
    return wide <= width + 1 and high <= lines + 2 * look.px(ACROSS.pad_y) + 2


def head_room(start: str, look: Look) -> float:
    """Return the room before the first box (pixels), for the *start*'s name."""
    word = line_width(start, look.text_px(ACROSS.text), MEDIUM)
    return word + look.px(2 * ACROSS.between)


def draw_start(painter: QPainter, start: str, box: QRectF, look: Look) -> None:
    """Name the start in the middle of a box, which its word may leave."""
    size = look.text_px(ACROSS.text)
    long = line_width(start, size, MEDIUM)
    place = QRectF(max(0.0, box.center().x() - long / 2), box.top(), long + 2, 0.0)
    place.setHeight(box.height())
    draw_text(painter, start, size, MEDIUM, place, QColor(look.theme.ink))


def bracket_box(lit: Sequence[QRectF], look: Look) -> QRect:
    """Return where a bracket under boxes is drawn; empty under fewer than two."""
    if len(lit) < 2:
        return QRect()
    under = QRectF(lit[0].bottomLeft(), lit[-1].bottomRight())
    under.setHeight(look.px(BRACKET) + 2.0)
    return under.toAlignedRect()


def draw_bracket(painter: QPainter, lit: Sequence[QRectF], look: Look) -> None:
    """Draw what holds boxes together that are lit at one step."""
    painter.setPen(pen(look.theme.accent, max(1.5, look.px(2))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left, right = lit[0].center().x(), lit[-1].center().x()
    top = lit[0].bottom() + 2
    foot = top + look.px(BRACKET) - 3
    corners = [(left, top), (left, foot), (right, foot), (right, top)]
    painter.drawPolyline([QPointF(*corner) for corner in corners])
