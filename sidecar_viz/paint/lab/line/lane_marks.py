"""What stands at a container's bars: hooks, answers to probes, signals and exits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.kinds.icons import draw_tone
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.bar_paint import label
from sidecar_viz.paint.lab.line.rows import Row
from sidecar_viz.paint.lab.strokes.looks import HUES, on_fill
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.bar_words import why_it_ended
from sidecar_viz.pods.showing.lanes import ContainerLane

APART = 0.5  # ems between two answers that are drawn
INSET = 1.4  # ems of its name that a hook's inset is high, where the bar lets it


def paint_hooks(
    painter: QPainter, brush: Brush, axis: Axis, lane: ContainerLane, row: Row
) -> None:
    """Paint hooks as light insets with brackets, with their names if there is room."""
    theme, em = brush.theme, brush.em * 0.82
    for hook in lane.hooks:
        left, right = axis.x(hook.begin), axis.x(hook.end)
        high = inset_high(row.bar, em)
        box = QRectF(left + 2, row.middle - high / 2, max(3.0, right - left - 4), high)
        painter.setPen(pen(theme.ink, max(1.0, brush.stroke * 0.4)))
        painter.setBrush(QColor(theme.surface))
        painter.drawRect(box)
        length = seconds(hook.end - hook.begin)
        forms = (f"{hook.name} {length}", hook.name, "hook")
        room = box.width() / em - 0.6
        said = next((form for form in forms if width(form, MEDIUM) <= room), "")
        if said:
            x = box.center().x()
            write(
                painter,
                x,
                row.middle,
                said,
                em,
                theme.ink,
                weight=MEDIUM,
                align="centre",
            )


def inset_high(bar: float, em: float) -> float:
    """Return how high a hook's inset is in a *bar* of that height (pixels).

    Its name, of size *em*, stands within its edges; a bar that is lower than that is
    filled but for a pixel at each edge.
    """
    return min(max(bar * 0.62, INSET * em), max(bar * 0.62, bar - 2))


def paint_ticks(
    painter: QPainter, brush: Brush, axis: Axis, lane: ContainerLane, row: Row
) -> None:
    """Paint each answer below the bar: a dot for yes, a cross for no."""
    theme, em = brush.theme, brush.em
    y = row.middle + row.bar / 2 + 0.42 * em
    shade = theme.hue(HUES[lane.look])
    last = float("-inf")
    named = ""
    for tick in lane.ticks:
        x = axis.x(tick.t)
        if not axis.left <= x <= axis.right or (x - last < APART * em and tick.passed):
            continue
        if axis.folded.fold_at(tick.t) is not None:
            continue
        last = x
        if tick.probe != named:
            named = tick.probe
            said = f"{named}Probe"
            room = x - 0.5 * em - axis.around(tick.t)[0]
            if width(said) * em * 0.82 < room:
                write(
                    painter,
                    x - 0.5 * em,
                    y,
                    said,
                    em * 0.82,
                    theme.muted,
                    align="right",
                )
        if tick.passed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shade.line))
            painter.drawEllipse(QPointF(x, y), 0.2 * em, 0.2 * em)
        else:
            draw_tone(painter, "failed", x, y, 0.28 * em, QColor(theme.failed.line))


def paint_flags(
    painter: QPainter, brush: Brush, axis: Axis, lane: ContainerLane, row: Row
) -> None:
    """Paint signals as flags above the bar; a low lane has no room for words."""
    free = float("-inf")
    top = row.middle - row.bar / 2
    for flag in lane.flags:
        if axis.folded.fold_at(flag.t) is not None:
            continue
        x = axis.x(flag.t)
        if not axis.left <= x <= axis.right:
            continue
        painter.setPen(pen(brush.theme.ink, brush.stroke * 0.6))
        painter.drawLine(
            QPointF(x, top - 0.5 * brush.em), QPointF(x, row.middle + row.bar / 2)
        )
        wide = (width(flag.word, SEMIBOLD) + 0.9) * brush.em * 0.84
        if x < free or not row.ticks:
            continue
        box = label(
            painter,
            brush,
            x - wide,
            top - 0.55 * brush.em,
            flag.word,
            room=(axis.left, axis.right),
        )
        free = box.right() + wide


def paint_exits(
    painter: QPainter, brush: Brush, axis: Axis, lane: ContainerLane, row: Row
) -> None:
    """Paint each end: a tick or a cross in a circle, and the code if there is room."""
    theme, em = brush.theme, brush.em
    follows = [*lane.starts, float("inf")]
    for done in lane.exits:
        x = axis.x(done.t)
        if not axis.left <= x <= axis.right:
            continue
        well = done.code == 0
        shade = theme.idle if well else theme.failed
        ahead = next(s for s in follows if s >= done.t)
        until = axis.x(min(ahead, axis.folded.end))
        waits = any(b.fill == "back-off" and b.begin == done.t for b in lane.bars)
        roomy = until - x > 4.2 * em and not waits
        radius = 0.5 * em if roomy else 0.36 * em
        lowest = row.top + row.high - row.middle - radius  # within its own lane
        down = 0.0 if roomy else min(row.bar * 0.5 + 0.35 * em, lowest)
        middle = QPointF(x + (0.72 * em if roomy else 0), row.middle + down)
        painter.setPen(pen(shade.line, max(1.2, brush.stroke * 0.5)))
        painter.setBrush(QColor(theme.surface if well else shade.line))
        painter.drawEllipse(middle, radius, radius)
        sign = QColor(shade.line if well else on_fill(theme, shade))
        draw_tone(
            painter,
            "good" if well else "failed",
            middle.x(),
            middle.y(),
            radius * 0.6,
            sign,
        )
        said = why_it_ended(lane, done.t)
        at, wide = x + 1.55 * em, width(said) * em * 0.88
        if roomy and at + wide <= axis.around(done.t)[1]:
            plate = QRectF(
                at - 0.2 * em, row.middle - 0.6 * em, wide + 0.4 * em, 1.2 * em
            )
            painter.fillRect(plate, QColor(theme.surface))
            write(painter, at, row.middle, said, em * 0.88, shade.text)


def paint_restarts(
    painter: QPainter, brush: Brush, axis: Axis, lane: ContainerLane, row: Row
) -> None:
    """Write how often it was started again, below each start."""
    theme, em = brush.theme, brush.em
    y = min(row.middle + row.bar / 2 + 1.05 * em, row.top + row.high - 0.4 * em)
    free = float("-inf")
    for number, t in enumerate(lane.starts[1:], start=1):
        x = axis.x(t)
        if not axis.left <= x <= axis.right or x < free:
            continue
        painter.setPen(pen(theme.muted, brush.stroke * 0.4))
        painter.drawLine(QPointF(x, y - 0.45 * em), QPointF(x, y + 0.4 * em))
        said = f"restart {number}" if number == 1 else str(number)
        follows = (
            axis.x(lane.starts[number + 1])
            if number + 1 < len(lane.starts)
            else axis.right
        )
        if follows - x < (width(said) + 2) * em:
            said = str(number)
        if x + (width(said) + 0.8) * em > axis.right:
            break
        write(painter, x + 0.7 * em, y, said, em * 0.82, theme.muted, weight=MEDIUM)
        free = x + (width(said) + 1.2) * em


def paint_arrow(
    painter: QPainter,
    brush: Brush,
    x: float,
    cause: Row,
    effect: Row,
    *,
    strong: bool,
    ahead: bool,
) -> None:
    """Paint a cause: from the lane of who did it to the lane of whom it lets go on."""
    down = effect.middle > cause.middle
    begin = cause.middle + (cause.bar / 2 if down else -cause.bar / 2)
    end = effect.middle - (effect.bar / 2 if down else -effect.bar / 2)
    theme, em = brush.theme, brush.em
    colour = theme.accent if strong else theme.muted
    line = pen(colour, brush.stroke * (1.1 if strong else 0.55))
    if ahead:
        line.setDashPattern([2.0, 2.0])
    painter.setPen(line)
    head = em * (0.62 if strong else 0.42)
    way = 1 if down else -1
    painter.drawLine(QPointF(x, begin), QPointF(x, end - way * head))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    tip = QPointF(x, end)
    painter.drawPolygon(
        QPolygonF(
            [
                tip,
                QPointF(x - head * 0.6, end - way * head),
                QPointF(x + head * 0.6, end - way * head),
            ]
        )
    )
