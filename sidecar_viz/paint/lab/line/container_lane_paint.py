"""The lane of a container: its name, its bars, and what stands at them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import write
from sidecar_viz.paint.kinds.icons import draw_icon
from sidecar_viz.paint.lab.line.bar_paint import paint_bar, words_on
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.lane_marks import (
    paint_exits,
    paint_flags,
    paint_hooks,
    paint_restarts,
    paint_ticks,
)
from sidecar_viz.paint.lab.line.rows import Row
from sidecar_viz.paint.lab.strokes.looks import HUES, ICONS
from sidecar_viz.paint.lab.strokes.names import cut_in_the_middle
from sidecar_viz.pods.showing.bar_words import words_of
from sidecar_viz.pods.showing.lanes import ContainerLane


def paint_lane(
    painter: QPainter, brush: Brush, line: TimeLine, lane: ContainerLane
) -> None:
    """Paint a container's lane, if it is in sight."""
    theme, em, axis, rows = brush.theme, brush.em, line.axis, line.rows
    row = rows.lanes[lane.name]
    if not rows.shows(lane.name):
        return
    ground = QRectF(0, row.top, rows.head.width(), row.high)
    if lane.name == line.focused:
        painter.fillRect(ground, QColor(theme.row))
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.drawLine(QPointF(0.5 * em, row.top), QPointF(rows.right, row.top))
    paint_icon(painter, brush, lane, row)
    room = (rows.left - 2.9 * em) / (em * 0.94)
    name = cut_in_the_middle(lane.name, room, mono=True)
    write(
        painter,
        2.3 * em,
        row.middle,
        name,
        em * 0.94,
        theme.ink,
        weight=SEMIBOLD,
        mono=True,
    )
    painter.save()
    painter.setClipRect(
        QRectF(
            axis.left - 1, row.top - em, axis.right - axis.left + 2, row.high + 2 * em
        ),
        Qt.ClipOperation.IntersectClip,
    )
    for box, number in _boxes(line, lane, row):
        paint_bar(painter, brush, lane.look, lane.bars[number], box)
    _words(painter, brush, line, lane, row)
    if line.before is not None and lane.name in line.before.lane:
        _thin_bars(painter, brush, line, line.before.lane[lane.name], row)
    paint_hooks(painter, brush, axis, lane, row)
    if row.ticks:
        paint_ticks(painter, brush, axis, lane, row)
        paint_restarts(painter, brush, axis, lane, row)
    paint_exits(painter, brush, axis, lane, row)
    paint_flags(painter, brush, axis, lane, row)
    painter.restore()


def paint_icon(painter: QPainter, brush: Brush, lane: ContainerLane, row: Row) -> None:
    """Paint the icon of a container before its name."""
    colour, em = QColor(brush.theme.hue(HUES[lane.look]).line), brush.em
    draw_icon(painter, ICONS[lane.kind], 1.35 * em, row.middle, 0.48 * em, colour)


def _words(
    painter: QPainter, brush: Brush, line: TimeLine, lane: ContainerLane, row: Row
) -> None:
    """Write into the bars, where no hook, no fold and no deed's line is in the way."""
    for box, number in _boxes(line, lane, row):
        bar = lane.bars[number]
        forms = words_of(lane, bar)
        if not forms:
            continue
        hooks = [h.begin for h in lane.hooks if bar.begin <= h.begin < bar.end]
        pieces = line.pieces(bar.begin, min([bar.end, *hooks]))
        words_on(painter, brush, lane.look, bar, box, forms, pieces)


def _thin_bars(
    painter: QPainter, brush: Brush, line: TimeLine, lane: ContainerLane, row: Row
) -> None:
    """Paint a lane as it was before the text was edited, low and without words."""
    em, axis = brush.em, line.axis
    y = row.middle + row.bar / 2 + 0.75 * em
    for bar in lane.bars:
        if bar.fill in ("wait", "over"):
            continue
        left, right = axis.x(bar.begin), axis.x(bar.end)
        box = QRectF(left, y, max(1.0, right - left), 0.42 * em)
        paint_bar(painter, brush, lane.look, bar, box)


def _boxes(line: TimeLine, lane: ContainerLane, row: Row) -> list[tuple[QRectF, int]]:
    """Return the boxes of the bars in view; of many in one pixel only the first."""
    axis = line.axis
    found: list[tuple[QRectF, int]] = []
    last = float("-inf")
    for number, bar in enumerate(lane.bars):
        left, right = axis.x(bar.begin), axis.x(bar.end)
        if right < axis.left or left > axis.right:
            continue
        if right - last < 0.7:
            continue
        left = max(left, axis.left - 4)
        right = min(right, axis.right + 4)
        box = QRectF(left, row.middle - row.bar / 2, right - left, row.bar)
        found.append((box, number))
        last = right
    return found
