"""The time line of a run, painted: what stands still, and the playhead over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sidecar_viz.paint.brush.brush import Brush, pen, soften
from sidecar_viz.paint.brush.fonts import BOLD, SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.lab.line.bar_paint import torn_edges
from sidecar_viz.paint.lab.line.cause_paint import paint_cause
from sidecar_viz.paint.lab.line.container_lane_paint import paint_lane
from sidecar_viz.paint.lab.line.deed_paint import paint_deeds
from sidecar_viz.paint.lab.line.laid_out import Mark, TimeLine
from sidecar_viz.paint.lab.line.pod_lane_paint import paint_pod_lane
from sidecar_viz.paint.lab.strokes.looks import on_fill
from sidecar_viz.pods.showing.assumed import seconds


def paint_time_line(painter: QPainter, brush: Brush, line: TimeLine) -> None:
    """Paint all but the playhead, and what is ahead as if it had happened."""
    soften(painter)
    theme = brush.theme
    size = line.rows.head
    painter.fillRect(
        QRectF(0, 0, size.width(), line.rows.bottom + brush.em), QColor(theme.surface)
    )
    _grid(painter, brush, line)
    for lane in line.run.pod_lanes:
        if lane.name not in line.rows.pod:
            continue
        paint_pod_lane(painter, brush, line, lane)
    painter.save()
    rows = line.rows
    painter.setClipRect(rows.clip(brush.em), Qt.ClipOperation.IntersectClip)
    for container in line.run.lanes:
        paint_lane(painter, brush, line, container)
    painter.setClipRect(rows.between(brush.em), Qt.ClipOperation.IntersectClip)
    _arrows(painter, brush, line)
    painter.restore()
    _beyond(painter, brush, line)
    for fold in line.axis.folded.folds:
        left, right = line.axis.torn(fold)
        if right > line.axis.left and left < line.axis.right:
            _fold(painter, brush, line, left, right, seconds(fold.length))
    paint_deeds(painter, brush, line)
    for mark in line.marks:
        _mark(painter, brush, line, mark)


def _grid(painter: QPainter, brush: Brush, line: TimeLine) -> None:
    theme, em, rows = brush.theme, brush.em, line.rows
    y = rows.head.bottom() - 1.0 * em
    for number in line.numbers:
        painter.setPen(QPen(QColor(theme.grid), 1))
        painter.drawLine(
            QPointF(number.x, rows.head.bottom() - 0.2 * em),
            QPointF(number.x, rows.bottom),
        )
        x = number.box.center().x()
        write(painter, x, y, number.word, em * 0.88, theme.muted, align="centre")


def _arrows(painter: QPainter, brush: Brush, line: TimeLine) -> None:
    for arrow in line.run.arrows:
        if line.axis.left <= line.axis.x(arrow.t) <= line.axis.right:
            paint_cause(painter, brush, line, arrow, strong=False, ahead=False)


def _fold(
    painter: QPainter,
    brush: Brush,
    line: TimeLine,
    left: float,
    right: float,
    said: str,
) -> None:
    rows, em, theme = line.rows, brush.em, brush.theme
    box = QRectF(left, rows.head.bottom() - 0.1 * em, right - left, 0)
    box.setBottom(rows.bottom)
    torn_edges(painter, brush, box)
    x, y = (left + right) / 2, rows.head.bottom() - 1.0 * em
    wide = width(said, SEMIBOLD) * em * 0.88
    plate = QRectF(x - wide / 2 - 0.3 * em, y - 0.7 * em, wide + 0.6 * em, 1.4 * em)
    painter.fillRect(plate, QColor(theme.surface))
    write(painter, x, y, said, em * 0.88, theme.ink, weight=SEMIBOLD, align="centre")


def _beyond(painter: QPainter, brush: Brush, line: TimeLine) -> None:
    """Say below the lanes how many are to be scrolled to."""
    rows, em = line.rows, brush.em
    above, below = rows.beyond
    parts = [f"{above} above"] * bool(above) + [f"{below} below"] * bool(below)
    if parts:
        said = "more lanes: " + ", ".join(parts)
        y = rows.bottom + 0.75 * em
        write(
            *(painter, 0.8 * em, y, said, em * 0.88, brush.theme.muted),
            weight=SEMIBOLD,
        )


def _mark(painter: QPainter, brush: Brush, line: TimeLine, mark: Mark) -> None:
    """Paint a number in a red circle where this run differs from the other one."""
    theme, em, axis = brush.theme, brush.em, line.axis
    row = line.rows.lanes.get(mark.who) or line.rows.pod["Phase"]
    x = axis.x(mark.t)
    hidden = mark.who in line.rows.lanes and not line.rows.shows(mark.who)
    if not axis.left <= x <= axis.right or hidden:
        return
    y = row.middle - (row.bar / 2 if mark.who in line.rows.lanes else 0)
    painter.setPen(pen(theme.surface, brush.stroke * 0.7))
    painter.setBrush(QColor(theme.failed.line))
    painter.drawEllipse(QPointF(x, y), 0.6 * em, 0.6 * em)
    write(
        *(painter, x, y, str(mark.number), em * 0.82, on_fill(theme, theme.failed)),
        weight=BOLD,
        align="centre",
    )
