"""Bars of a time line: every way of living looks different, also without colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPolygonF

from sidecar_viz.paint.brush.brush import Brush, dashed, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import whole, width, write
from sidecar_viz.paint.brush.theme import mixed
from sidecar_viz.paint.lab.strokes.looks import HUES, filled, on_fill
from sidecar_viz.paint.lab.strokes.names import fitting
from sidecar_viz.paint.lab.strokes.signs import clock, hatch
from sidecar_viz.pods.given.pod import Kind
from sidecar_viz.pods.showing.lanes import Bar

ROUND = 0.3  # of the text size: corners
SLIVER = 3.0  # pixels: what is narrower has neither outline nor pattern


def paint_bar(
    painter: QPainter, brush: Brush, kind: Kind, bar: Bar, box: QRectF
) -> None:
    """Paint a stretch of a container's life into its box, without words."""
    theme = brush.theme
    shade = theme.hue(HUES[kind])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match bar.fill:
        case "wait":
            _line(painter, brush, box, theme.edge, dots=True)
        case "over":
            _line(painter, brush, box, theme.edge, dots=False)
        case "back-off":
            _capsule(painter, brush, box)
        case "pull":
            _plate(painter, brush, box, theme.surface, shade.line)
            hatch(painter, box, shade.line, brush.em)
        case "starting":
            _plate(painter, brush, box, shade.soft, shade.line)
        case "unready":
            _plate(painter, brush, box, mixed(shade.soft, shade.line, 0.22), shade.line)
        case "runs":
            _plate(painter, brush, box, filled(theme, shade), shade.line)
        case "stopping":
            _plate(painter, brush, box, filled(theme, shade), shade.line)
            _chevrons(painter, brush, box, on_fill(theme, shade))


def words_on(
    painter: QPainter,
    brush: Brush,
    kind: Kind,
    bar: Bar,
    box: QRectF,
    forms: tuple[str, ...],
    pieces: list[tuple[float, float]],
) -> None:
    """Write the longest of the *forms* that fits into a piece of the box."""
    theme, em = brush.theme, brush.em * 0.88
    if bar.fill == "back-off":
        pieces = [(left + 1.4 * em, right) for left, right in pieces[:1]] + pieces[1:]
    said, piece = fitting(forms, pieces, em, 0.9)
    if not said:
        return
    shade = theme.hue(HUES[kind])
    wide = width(said, MEDIUM) * em
    left = bar.fill in ("runs", "stopping", "starting", "unready")
    x = piece[0] + 0.55 * em if left else (piece[0] + piece[1] - wide) / 2
    middle = box.center().y()
    colour = theme.muted
    if bar.fill in ("runs", "stopping"):
        colour = on_fill(theme, shade)
    elif bar.fill in ("starting", "unready"):
        colour = theme.ink
    elif bar.fill == "back-off":
        colour = theme.failed.text
    elif bar.fill == "pull":
        colour = theme.ink
    if bar.fill in ("pull", "wait", "back-off", "stopping"):
        ground = filled(theme, shade) if bar.fill == "stopping" else theme.surface
        plate = QRectF(x - 0.3 * em, middle - 0.62 * em, wide + 0.6 * em, 1.24 * em)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(plate, 0.3 * em, 0.3 * em)
    write(painter, x, middle, said, em, colour, weight=MEDIUM)


def _plate(painter: QPainter, brush: Brush, box: QRectF, fill: str, line: str) -> None:
    painter.setBrush(QColor(fill))
    if box.width() < SLIVER:
        painter.fillRect(
            QRectF(box.left(), box.top(), max(1.5, box.width()), box.height()),
            QBrush(QColor(line)),
        )
        return
    painter.setPen(pen(line, brush.stroke * 0.6))
    corner = min(ROUND * brush.em, box.width() / 2)
    painter.drawRoundedRect(box, corner, corner)


def _line(
    painter: QPainter, brush: Brush, box: QRectF, colour: str, *, dots: bool
) -> None:
    thick = brush.stroke * 0.7
    painter.setPen(dashed(colour, thick, (0.1, 3.0)) if dots else pen(colour, thick))
    y = box.center().y()
    painter.drawLine(QPointF(box.left() + 2, y), QPointF(box.right() - 2, y))


def _capsule(painter: QPainter, brush: Brush, box: QRectF) -> None:
    """A wait before a restart: a dotted capsule with a clock."""
    colour = brush.theme.failed.line
    painter.setBrush(QColor(brush.theme.surface))
    painter.setPen(dashed(colour, brush.stroke * 0.7, (0.1, 2.2)))
    inside = box.adjusted(1.5, 1.5, -1.5, -1.5)
    if inside.width() <= 0:
        return
    corner = min(inside.height(), inside.width()) / 2
    painter.drawRoundedRect(inside, corner, corner)
    if inside.width() > 2.4 * brush.em:
        middle = QPointF(inside.left() + 0.85 * brush.em, inside.center().y())
        clock(painter, middle, 0.38 * brush.em, colour)


def _chevrons(painter: QPainter, brush: Brush, box: QRectF, colour: str) -> None:
    """Signs that it is on its way to its end, one after another."""
    if box.width() < brush.em:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colour, max(1.0, brush.em * 0.12)))
    high, step = box.height() * 0.5, 0.8 * brush.em
    x, top = box.left() + 0.4 * step, box.center().y() - high / 2
    tip = high / 2
    while x + tip < box.right() - 1:  # whole ones only: an SVG knows no clipping
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(x, top),
                    QPointF(x + tip, top + high / 2),
                    QPointF(x, top + high),
                ]
            )
        )
        x += step


def torn_edges(painter: QPainter, brush: Brush, box: QRectF) -> None:
    """Draw a fold: the ground shows through, with torn edges at both sides."""
    theme = brush.theme
    wave, step = 0.18 * brush.em, 0.7 * brush.em
    path = QPainterPath(QPointF(box.left(), box.top()))
    sides = ((box.left(), 1), (box.right(), -1))
    path = QPainterPath()
    path.addRect(box)
    painter.fillPath(path, QColor(theme.surface))
    painter.setPen(pen(theme.line, brush.stroke * 0.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, way in sides:
        edge = [QPointF(x, box.top())]
        y, out = box.top(), True
        while y < box.bottom():
            y = min(box.bottom(), y + step)
            edge.append(QPointF(x + way * (wave if out else -wave), y))
            out = not out
        painter.drawPolyline(QPolygonF(edge))


def label(
    painter: QPainter,
    brush: Brush,
    x: float,
    middle: float,
    said: str,
    *,
    room: tuple[float, float],
) -> QRectF:
    """Write a flag in light letters on dark ground around *x*, within the *room*."""
    theme, em = brush.theme, whole(brush.em * 0.84)
    wide = (width(said, SEMIBOLD) + 0.9) * em
    left = max(room[0], min(room[1] - wide, x))
    box = QRectF(left, middle - 0.75 * em, wide, 1.5 * em)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink))
    painter.drawRoundedRect(box, 0.2 * em, 0.2 * em)
    at = box.left() + 0.45 * em
    write(painter, at, middle, said, em, theme.surface, weight=SEMIBOLD)
    return box
