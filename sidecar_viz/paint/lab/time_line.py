"""The time line of a run, painted: what stands still, and the playhead over it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from sidecar_viz.paint.brush.brush import Brush, faded, pen, soften
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.kinds.icons import draw_icon
from sidecar_viz.paint.lab.axis import Axis
from sidecar_viz.paint.lab.bar_paint import (
    HUES,
    label,
    paint_bar,
    torn_edges,
    words_on,
)
from sidecar_viz.paint.lab.lane_marks import (
    paint_arrow,
    paint_exits,
    paint_flags,
    paint_hooks,
    paint_restarts,
    paint_ticks,
)
from sidecar_viz.paint.lab.names import cut_in_the_middle
from sidecar_viz.paint.lab.rows import Row, Rows
from sidecar_viz.pods.given.pod import Kind
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.bar_words import words_of
from sidecar_viz.pods.showing.lanes import Arrow, ContainerLane, Mood, PodLane
from sidecar_viz.pods.showing.run import Run

ICONS: dict[Kind, Literal["layers", "pulse", "cube", "eye"]] = {
    "init": "pulse",
    "sidecar": "layers",
    "regular": "cube",
    "ephemeral": "eye",
}
"""The icon of each kind of container."""


LONG = 6.0  # font sizes: less room than this is for whole words only


class Mark(Struct, frozen=True):
    """A number at a second, in a lane or, with no *who*, at the pod."""

    t: float
    number: int
    who: str = ""


class TimeLine(Struct, frozen=True):
    """A run laid out: its axis and its rows.

    *focused* is the lane looked at, *marks* are where it differs from another run.
    """

    run: Run
    axis: Axis
    rows: Rows
    focused: str = ""
    marks: tuple[Mark, ...] = ()


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
        _pod_lane(painter, brush, line, lane)
    painter.save()
    rows = line.rows
    painter.setClipRect(
        QRectF(0, rows.top - brush.em, size.width(), rows.bottom - rows.top + brush.em)
    )
    for container in line.run.lanes:
        _lane(painter, brush, line, container)
    _arrows(painter, brush, line)
    painter.restore()
    for fold in line.axis.folded.folds:
        left, right = line.axis.torn(fold)
        if right > line.axis.left and left < line.axis.right:
            _fold(painter, brush, line, left, right, seconds(fold.length))
    _deeds(painter, brush, line)
    for mark in line.marks:
        _mark(painter, brush, line, mark)


def paint_playhead(
    painter: QPainter,
    brush: Brush,
    line: TimeLine,
    t: float,
    cause: Arrow | None = None,
    *,
    hidden: bool = False,
) -> None:
    """Paint the playhead at a second, and a veil over what is ahead of it.

    *cause* is what the why line speaks of. *hidden*: what is ahead is not shown at all.
    """
    soften(painter)
    theme, em, axis, rows = brush.theme, brush.em, line.axis, line.rows
    x = axis.x(t)
    ahead = QRectF(x, rows.head.bottom(), max(0.0, rows.right - x), 0)
    ahead.setBottom(rows.bottom)
    if ahead.width() > 0:
        painter.fillRect(ahead, faded(theme.surface, 1.0 if hidden else 0.38))
        slanted = QBrush(faded(theme.edge, 0.22), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(ahead, slanted)
    if cause is not None and cause.cause in rows.lanes and cause.effect in rows.lanes:
        _one_arrow(painter, brush, line, cause, strong=True, ahead=cause.t > t)
    if not axis.left - 1 <= x <= axis.right + 1:
        return
    painter.setPen(pen(theme.accent, brush.stroke))
    painter.drawLine(QPointF(x, rows.head.bottom() - 0.3 * em), QPointF(x, rows.bottom))
    said = seconds(t)
    wide = (width(said, BOLD) + 1.4) * em
    left = max(axis.left - 2 * em, min(rows.right - wide, x - wide / 2))
    box = QRectF(left, rows.head.bottom() - 1.75 * em, wide, 1.5 * em)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(box, 0.4 * em, 0.4 * em)
    middle = box.center()
    write(
        painter,
        middle.x(),
        middle.y(),
        said,
        em,
        theme.on_accent,
        weight=BOLD,
        align="centre",
    )
    word = "ahead"
    if rows.right - box.right() > (width(word, MEDIUM) + 2.5) * em:
        at = box.right() + 0.6 * em
        long = width(word, MEDIUM) * em * 0.88
        plate = QRectF(at - 0.2 * em, box.top(), long + 1.5 * em, box.height())
        painter.fillRect(plate, QColor(theme.surface))
        write(painter, at, middle.y(), word, em * 0.88, theme.muted, weight=MEDIUM)
        tip = at + long + 0.9 * em
        painter.setPen(pen(theme.muted, brush.stroke * 0.6))
        painter.drawLine(
            QPointF(at + long + 0.25 * em, middle.y()), QPointF(tip, middle.y())
        )
        painter.drawLine(
            QPointF(tip - 0.3 * em, middle.y() - 0.25 * em), QPointF(tip, middle.y())
        )
        painter.drawLine(
            QPointF(tip - 0.3 * em, middle.y() + 0.25 * em), QPointF(tip, middle.y())
        )


def _grid(painter: QPainter, brush: Brush, line: TimeLine) -> None:
    theme, em, rows = brush.theme, brush.em, line.rows
    y = rows.head.bottom() - 1.0 * em
    torn = [line.axis.torn(fold) for fold in line.axis.folded.folds]
    for t in line.axis.numbers():
        x = line.axis.x(t)
        if any(left - 2.2 * em < x < right + 2.2 * em for left, right in torn):
            continue
        painter.setPen(QPen(QColor(theme.grid), 1))
        painter.drawLine(
            QPointF(x, rows.head.bottom() - 0.2 * em), QPointF(x, rows.bottom)
        )
        said = seconds(t) if t == 0 or t >= 120 else f"{t:g}"
        write(painter, x, y, said, em * 0.88, theme.muted, align="centre")


def _pod_lane(painter: QPainter, brush: Brush, line: TimeLine, lane: PodLane) -> None:
    theme, em, axis = brush.theme, brush.em, line.axis
    row = line.rows.pod[lane.name]
    write(
        painter, 0.8 * em, row.middle, lane.name, em * 0.94, theme.muted, weight=MEDIUM
    )
    for one in lane.stretches:
        left, right = (
            max(axis.left, axis.x(one.begin)),
            min(axis.right, axis.x(one.end)),
        )
        if right <= left:
            continue
        box = QRectF(left, row.middle - row.bar / 2, right - left, row.bar)
        ground, edge, ink = _mood(brush, lane, one.mood)
        painter.setBrush(QColor(ground))
        painter.setPen(pen(edge, brush.stroke * 0.5))
        if one.mood == "gone":
            painter.setPen(QPen(QColor(edge), 1, Qt.PenStyle.DashLine))
        corner = min(0.25 * em, box.width() / 2)
        painter.drawRoundedRect(box, corner, corner)
        room = (box.width() - em) / (em * 0.88)
        said = one.word if width(one.word, MEDIUM) <= room else ""
        if not said and room > LONG:
            said = elided(one.word, room, MEDIUM)
        if said:
            x = box.left() + 0.55 * em
            write(painter, x, row.middle, said, em * 0.88, ink, weight=MEDIUM)


def _mood(brush: Brush, lane: PodLane, mood: Mood) -> tuple[str, str, str]:
    """Return the ground, the edge and the ink of a stretch."""
    theme = brush.theme
    violet = theme.hue("violet")
    if lane.name == "Endpoint":
        return (
            (violet.soft, violet.line, violet.text)
            if mood == "strong"
            else (theme.surface, violet.line, violet.text)
        )
    looks: dict[Mood, tuple[str, str, str]] = {
        "quiet": (theme.surface, theme.edge, theme.ink),
        "strong": (theme.accent_soft, theme.accent, theme.ink),
        "good": (theme.good.soft, theme.good.soft, theme.good.text),
        "bad": (theme.failed.soft, theme.failed.line, theme.failed.text),
        "gone": (theme.surface, theme.edge, theme.muted),
    }
    return looks[mood]


def _lane(painter: QPainter, brush: Brush, line: TimeLine, lane: ContainerLane) -> None:
    theme, em, axis, rows = brush.theme, brush.em, line.axis, line.rows
    row = rows.lanes[lane.name]
    if row.top > rows.bottom or row.top + row.high < rows.top - em:
        return
    ground = QRectF(0, row.top, rows.head.width(), row.high)
    if lane.name == line.focused:
        painter.fillRect(ground, QColor(theme.row))
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.drawLine(QPointF(0.5 * em, row.top), QPointF(rows.right, row.top))
    colour = theme.hue(HUES[lane.kind])
    draw_icon(
        painter, ICONS[lane.kind], 1.35 * em, row.middle, 0.48 * em, QColor(colour.line)
    )
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
        paint_bar(painter, brush, lane.kind, lane.bars[number], box)
    for box, number in _boxes(line, lane, row):
        bar = lane.bars[number]
        inside = QRectF(box)
        for hook in lane.hooks:
            if bar.begin <= hook.begin < bar.end:
                right = axis.x(hook.begin)
                inside.setRight(min(inside.right(), right))
        for fold in line.axis.folded.folds:
            if bar.begin < fold.begin < bar.end:
                inside.setRight(min(inside.right(), axis.torn(fold)[0]))
        words_on(painter, brush, lane.kind, bar, inside, words_of(lane, bar))
    paint_hooks(painter, brush, axis, lane, row)
    if row.ticks:
        paint_ticks(painter, brush, axis, lane, row)
        paint_restarts(painter, brush, axis, lane, row)
    paint_exits(painter, brush, axis, lane, row)
    paint_flags(painter, brush, axis, lane, row)
    painter.restore()


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


def _arrows(painter: QPainter, brush: Brush, line: TimeLine) -> None:
    for arrow in line.run.arrows:
        if line.axis.left <= line.axis.x(arrow.t) <= line.axis.right:
            _one_arrow(painter, brush, line, arrow, strong=False, ahead=False)


def _one_arrow(
    painter: QPainter,
    brush: Brush,
    line: TimeLine,
    arrow: Arrow,
    *,
    strong: bool,
    ahead: bool,
) -> None:
    lanes = line.rows.lanes
    x = line.axis.x(arrow.t)
    paint_arrow(
        painter,
        brush,
        x,
        lanes[arrow.cause],
        lanes[arrow.effect],
        strong=strong,
        ahead=ahead,
    )


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


def _deeds(painter: QPainter, brush: Brush, line: TimeLine) -> None:
    """Paint what was done to the pod: a line through all lanes, with its words."""
    rows, em, axis = line.rows, brush.em, line.axis
    free = float("-inf")
    for deed in line.run.deeds:
        x = axis.x(deed.t)
        if not axis.left - 1 <= x <= axis.right + 1:
            continue
        painter.setPen(pen(brush.theme.ink, brush.stroke * 0.7))
        painter.drawLine(
            QPointF(x, rows.head.bottom() - 0.5 * em), QPointF(x, rows.bottom)
        )
        if x >= free:
            y = rows.head.bottom() - 0.95 * em
            box = label(painter, brush, x, y, deed.word, room=(axis.left, rows.right))
            free = box.right()


def _mark(painter: QPainter, brush: Brush, line: TimeLine, mark: Mark) -> None:
    """Paint a number in a red circle where this run differs from the other one."""
    theme, em, axis = brush.theme, brush.em, line.axis
    row = line.rows.lanes.get(mark.who) or line.rows.pod["Phase"]
    x = axis.x(mark.t)
    if not axis.left <= x <= axis.right or row.top > line.rows.bottom:
        return
    y = row.middle - (row.bar / 2 if mark.who in line.rows.lanes else 0)
    painter.setPen(pen(theme.surface, brush.stroke * 0.7))
    painter.setBrush(QColor(theme.failed.line))
    painter.drawEllipse(QPointF(x, y), 0.6 * em, 0.6 * em)
    write(
        *(painter, x, y, str(mark.number), em * 0.82, theme.surface),
        weight=BOLD,
        align="centre",
    )
