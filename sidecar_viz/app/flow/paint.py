"""Boxes and arrows of the process flow, drawn: each kind of box has its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from sidecar_viz.app.tables.cell_text import (
    draw_text,
    strike,
    text_height,
    widest_line,
    widest_word,
)
from sidecar_viz.core.flow.chart import Measures
from sidecar_viz.paint.brush.brush import dashed
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sidecar_viz.app.look.look import Look
    from sidecar_viz.core.flow.chart import Arrow
    from sidecar_viz.core.geometry import Rect
    from sidecar_viz.core.lesson import FlowNode

RADIUS = 12
LABEL, LINE = 14.0, 1.26
POINT, ROUND_END = 11, 24
"""How far the points of a decision and the round ends of start and end reach."""
MORE_PAD = {"decision": 6, "start": 4, "end": 6}
BETWEEN, LANE, TRACK, BEND = 14, 15, 9, 7
PAST, NOW, TO_COME = -1, 0, 1


class BoxStyle(Struct, frozen=True):
    """How boxes are drawn: sizes of the design, and where their words stand."""

    text: float
    pad_x: float
    pad_y: float
    between: float
    centred: bool = False


UPRIGHT = BoxStyle(16.0, 12.0, 10.0, BETWEEN)
ACROSS = BoxStyle(14.5, 11.0, 3.5, 25.0, centred=True)
"""Boxes in one row, over the line of steps."""


def measures_of(
    nodes: Mapping[str, FlowNode],
    look: Look,
    width: float,
    gap: float,
    style: BoxStyle = UPRIGHT,
) -> Measures:
    """Return how large boxes, words and gaps are in this look."""
    text, small = look.text_px(style.text), look.text_px(LABEL)

    def box_height(node: str, wide: float) -> float:
        room = wide - 2 * pad_of(nodes[node].kind, look, style)
        high = text_height(nodes[node].label, text, SEMIBOLD, room)
        return int(high + 2 * look.px(style.pad_y) + 1)

    def box_least(node: str) -> float:
        pad = pad_of(nodes[node].kind, look, style)
        return widest_word(nodes[node].label, text, SEMIBOLD) + 2 * pad + 2

    def label_size(words: str, room: float) -> tuple[float, float]:
        lines = text_height(words, small, MEDIUM, room) / (LINE * small)
        wide = widest_line(words, small, MEDIUM, room)
        return min(room, wide) + 2, LINE * small * lines + 2

    return Measures(
        width=width,
        gap=gap,
        between=look.px(style.between),
        lane=_grown(LANE, look),
        track=_grown(TRACK, look),
        box_height=box_height,
        box_least=box_least,
        label_size=label_size,
        label_least=lambda words: widest_word(words, small, MEDIUM) + 2,
    )


def _grown(length: float, look: Look) -> int:
    """Return a length of an arrow, which grows half as much as the text."""
    return look.px(length * (1.0 + look.reading) / 2)


def pad_of(kind: str, look: Look, style: BoxStyle = UPRIGHT) -> int:
    """Return the room at the left and the right of a box's text."""
    return look.px(style.pad_x + MORE_PAD.get(kind, 0))


def draw_box(
    painter: QPainter,
    kind: str,
    words: str,
    box: QRectF,
    time: int,
    look: Look,
    style: BoxStyle = UPRIGHT,
    *,
    focused: bool,
    failed: bool = False,
) -> None:
    """Draw a box after its kind and its time; *focused* by the keyboard.

    What *failed* in a what-if is dashed, and its words are struck.
    """
    theme = look.theme
    edge = theme.accent if time == NOW else theme.edge
    width = {PAST: 1.5, NOW: 2.5, TO_COME: 1.0}[time] * max(1.0, look.ui)
    line = QPen(QColor(edge), width)
    if failed or kind == "optional":
        line = dashed(edge, width, (4.0, 3.0))
        line.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(line)
    painter.setBrush(QColor(theme.accent_soft if time == NOW else theme.surface))
    painter.drawPath(outline(kind, box, look))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width + look.px(1.5)
    if kind == "end":
        painter.setPen(QPen(QColor(edge), max(1.0, width * 0.6)))
        inner = box.adjusted(inset, inset, -inset, -inset)
        painter.drawPath(outline("end", inner, look, less=inset))
    if focused:
        painter.setPen(QPen(QColor(theme.ink), max(2, look.px(2))))
        ring = box.adjusted(3, 3, -3, -3)
        painter.drawPath(outline(kind, ring, look, less=3))
    pad = pad_of(kind, look, style)
    lines = draw_text(
        painter,
        words,
        look.text_px(style.text),
        SEMIBOLD if time == NOW else MEDIUM,
        box.adjusted(pad, 0, -pad, 0),
        QColor(theme.muted if time == TO_COME else theme.ink),
        centred=style.centred,
    )
    if failed:
        strike(painter, lines, QColor(theme.ink), max(1.2, look.px(1.6)))


def outline(kind: str, box: QRectF, look: Look, less: float = 0.0) -> QPainterPath:
    """Return the outline of a box: with round ends, points at the sides, or plain."""
    path = QPainterPath()
    if kind == "decision":
        point, middle = look.px(POINT), box.center().y()
        path.moveTo(box.left(), middle)
        for x, y in (
            (box.left() + point, box.top()),
            (box.right() - point, box.top()),
            (box.right(), middle),
            (box.right() - point, box.bottom()),
            (box.left() + point, box.bottom()),
        ):
            path.lineTo(x, y)
        path.closeSubpath()
        return path
    radius = look.px(RADIUS) - less
    if kind in ("start", "end"):
        radius = min(box.height() / 2, look.px(ROUND_END) - less)
    path.addRoundedRect(box, radius, radius)
    return path


def draw_arrow(painter: QPainter, arrow: Arrow, at: QPointF, look: Look) -> None:
    """Draw an arrow from box to box, with a head that is seen."""
    head = _grown(5, look)
    colour = QColor(look.theme.edge)
    points = [QPointF(*point) + at for point in arrow.points]
    before, end = points[-2:]
    level = abs(end.x() - before.x()) > abs(end.y() - before.y())
    on, sides = QPointF(level, not level), QPointF(not level, level) * head
    points[0] += on * 2
    tip = points[-1] - on
    points[-1] = tip - on * head
    painter.setPen(QPen(colour, max(1.5, _grown(2, look))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_bent(points, look.px(BEND)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    back = tip - on * head * 1.5
    painter.drawPolygon(QPolygonF([back - sides, back + sides, tip]))


def draw_label(
    painter: QPainter, words: str, room: Rect, at: QPointF, look: Look
) -> None:
    """Write an arrow's words where there is room for them."""
    box = QRectF(room.x, room.y, room.width, room.height).translated(at)
    ink = QColor(look.theme.ink)
    draw_text(painter, words, look.text_px(LABEL), MEDIUM, box, ink)


def _bent(points: list[QPointF], radius: float) -> QPainterPath:
    """Return a line by these points with its corners rounded off."""
    path = QPainterPath(points[0])
    for number in range(1, len(points) - 1):
        before, corner, after = points[number - 1 : number + 2]
        path.lineTo(_toward(corner, before, radius))
        path.quadTo(corner, _toward(corner, after, radius))
    path.lineTo(points[-1])
    return path


def _toward(point: QPointF, goal: QPointF, by: float) -> QPointF:
    way = goal - point
    long = abs(way.x()) + abs(way.y())
    return point + way * (min(by, long / 2) / long if long else 0.0)
