"""The arrows of a flow and their words, painted where it is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from sidecar_viz.app.flow.paint import draw_arrow, draw_label
from sidecar_viz.app.look.look import Look
from sidecar_viz.core.flow.chart import Arrow
from sidecar_viz.core.lesson import FlowEdge

OUTLINE = 12  # pixels of the design that a line or a head reaches out


def draw_arrows(
    painter: QPainter,
    arrows: Sequence[Arrow],
    edges: Sequence[FlowEdge],
    at: QPointF,
    look: Look,
    *,
    hidden: frozenset[str],
    region: QRegion,
) -> None:
    """Draw the arrows that a region touches, then what is written at them.

    Args:
        edges: whose arrows they are, by their numbers.
        at: where the corner of the flow is.
        hidden: the boxes at whose arrows no words are written.
        region: what is painted anew.
    """
    due = [a for a in arrows if region.intersects(around(_hull(a), at, look))]
    for arrow in due:
        draw_arrow(painter, arrow, at, look)
    for arrow in due:
        edge = edges[arrow.edge]
        told = hidden.isdisjoint((edge.source, edge.target))
        if arrow.label is not None and told:
            draw_label(painter, edge.words, arrow.label, at, look)


def around(box: QRectF, at: QPointF, look: Look) -> QRect:
    """Return all that is painted of a box or an arrow, with outline and head."""
    out = look.px(OUTLINE)
    return box.translated(at).adjusted(-out, -out, out, out).toAlignedRect()


def _hull(arrow: Arrow) -> QRectF:
    """Return what an arrow and its words reach over."""
    across, down = zip(*arrow.points, strict=True)
    hull = QRectF(QPointF(min(across), min(down)), QPointF(max(across), max(down)))
    label = arrow.label
    if label is None:
        return hull
    return hull | QRectF(label.x, label.y, label.width, label.height)
