"""Draws a person who asks something, and the sheet that is not there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from sidecar_viz.paint.brush.brush import dashed, pen
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.text import width, wrapped
from sidecar_viz.paint.scenes.pane import Pane

ASKS = 47.0
HEAD = QPointF(478.0, 413.0)


def draw_asking(pane: Pane, asks: str, down: float) -> None:
    """Draw the person with a speech bubble, *down* units further down."""
    _bubble(pane, asks, down)
    _person(pane, down)


def _bubble(pane: Pane, asks: str, down: float) -> None:
    painter, theme = pane.painter, pane.theme
    box = QRectF(37.0, 88.0 + down, 602.0, 175.0)
    path = QPainterPath()
    path.addRoundedRect(box, 32.0, 32.0)
    tail = QPainterPath()
    low = box.bottom()
    ends = [QPointF(466.0, low - 8), QPointF(478.0, low + 50), QPointF(516.0, low - 8)]
    tail.addPolygon(QPolygonF(ends))
    tail.closeSubpath()
    whole = path.united(tail)
    pane.shadow(whole)
    painter.setBrush(QColor(theme.surface))
    painter.setPen(pen(theme.ink, pane.line * 1.2))
    painter.drawPath(whole)
    room, size = box.width() - 70.0, ASKS
    many = 1
    while many < 3 and width(asks, BOLD) * size > room * many * 0.94:
        many, size = many + 1, size - 5.0
    size = max(size, pane.least)
    lines = wrapped(asks, room / size, BOLD, many)
    first = box.center().y() - (len(lines) - 1) * 0.6 * size
    for number, line in enumerate(lines):
        y = first + number * 1.2 * size
        pane.write(
            *(box.center().x(), y, line, size, theme.ink), weight=BOLD, align="centre"
        )


def _person(pane: Pane, down: float) -> None:
    painter, theme = pane.painter, pane.theme
    outline = pen(theme.ink, pane.line * 1.2)
    painter.setPen(outline)
    painter.setBrush(QColor(theme.surface))
    top, low = 488.0 + down, pane.high + 20.0
    body = QPainterPath(QPointF(347.0, low))
    body.lineTo(347.0, top + 134.0)
    body.cubicTo(347.0, top + 40.0, 405.0, top, HEAD.x(), top)
    body.cubicTo(551.0, top, 609.0, top + 40.0, 609.0, top + 134.0)
    body.lineTo(609.0, low)
    painter.drawPath(body)
    head = HEAD + QPointF(0.0, down)
    painter.drawEllipse(head, 59.0, 59.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink))
    for x in (-34.0, 6.0):
        painter.drawRoundedRect(
            QRectF(head.x() + x - 4.0, head.y() - 11.0, 8.0, 17.0), 4.0, 4.0
        )
    painter.setPen(pen(theme.ink, pane.line * 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    mouth = QPainterPath(head + QPointF(-30.0, 35.0))
    mouth.quadTo(head + QPointF(-12.0, 20.0), head + QPointF(6.0, 35.0))
    painter.drawPath(mouth)


def draw_missing(pane: Pane, name: str, down: float) -> None:
    """Draw the outline of a sheet that is not there."""
    painter, theme = pane.painter, pane.theme
    box, fold = QRectF(77.0, 356.0 + down, 200.0, 258.0), 38.0
    right, top = box.right(), box.y()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(dashed(theme.edge, pane.line, (3.0, 2.6)))
    sheet = QPainterPath(box.topLeft())
    sheet.lineTo(right - fold, top)
    sheet.lineTo(right, top + fold)
    sheet.lineTo(box.bottomRight())
    sheet.lineTo(box.bottomLeft())
    sheet.closeSubpath()
    painter.drawPath(sheet)
    corner = QPainterPath(QPointF(right - fold, top))
    corner.lineTo(right - fold, top + fold)
    corner.lineTo(right, top + fold)
    painter.drawPath(corner)
    middle = box.center().x()
    pane.write(
        *(middle, top + 62.0, name, 27.0, theme.muted),
        mono=True,
        align="centre",
        room=box.width() - 20.0,
    )
    painter.setPen(dashed(theme.edge, pane.line * 0.7, (1.2, 3.0)))
    for number, long in enumerate((140.0, 112.0, 86.0, 124.0)):
        y = top + 114.0 + number * 33.5
        painter.drawLine(QPointF(box.x() + 27.0, y), QPointF(box.x() + 27.0 + long, y))
