"""The grace period: one clock for the whole pod, and who uses it up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import whole, width, write
from sidecar_viz.paint.lab.clocks.clock_parts import paint_needle, paint_title
from sidecar_viz.paint.lab.strokes.looks import HUES, filled, on_fill
from sidecar_viz.paint.lab.strokes.signs import hatch
from sidecar_viz.pods.given.pod import Kind
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.clocks import Eaten, GraceClock


def paint_grace(
    painter: QPainter,
    brush: Brush,
    looks: Mapping[str, Kind],
    clock: GraceClock,
    box: QRectF,
    t: float,
) -> None:
    """Paint whose part of the grace period was and will be how long."""
    theme, em = brush.theme, brush.em
    used = min(clock.grace, max(0.0, t - clock.begin))
    left = f"{seconds(used)} used, {seconds(clock.grace - used)} left"
    said = "Grace period: one clock for the whole pod"
    room = box.width() / (0.92 * em) - width(said, SEMIBOLD) - 1.0
    both = f"{left}; {clock.left}" if clock.left and clock.grace else ""
    forms = (both, clock.left)
    now = next((f for f in forms if f and width(f, SEMIBOLD) <= room), left)
    paint_title(painter, brush, box, said, now, theme.ink)
    length = max(1.0, clock.grace + clock.floor)
    rows = any(eaten.below for eaten in clock.parts)
    top, high = (1.45, 2.4) if rows else (1.55, 1.5)
    bar = QRectF(box.left(), box.top() + top * em, box.width(), high * em)

    def x(second: float) -> float:
        part = (second - clock.begin) / length
        return bar.left() + bar.width() * max(0.0, min(1.0, part))

    painter.setPen(pen(theme.edge, brush.stroke * 0.5))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(
        QRectF(bar.left(), bar.top(), x(clock.end) - bar.left(), bar.height()),
        *(0.3 * em, 0.3 * em),
    )
    floor = QRectF(x(clock.end), bar.top(), bar.right() - x(clock.end), bar.height())
    painter.fillRect(floor, QColor(theme.surface))
    hatch(painter, floor, theme.failed.line, em)
    places: list[QRectF] = []
    for eaten in clock.parts:
        shade = theme.hue(HUES[looks[eaten.who]])
        part = QRectF(x(eaten.begin), bar.top(), 0, bar.height() / (2 if rows else 1))
        part.setRight(x(eaten.end))
        if eaten.below:
            part.moveBottom(bar.bottom())
        places.append(part)
        past = eaten.begin <= t
        painter.setPen(pen(shade.line, brush.stroke * 0.5))
        hook = eaten.word == "preStop"
        painter.setBrush(
            QColor(shade.soft if hook or not past else filled(theme, shade))
        )
        painter.drawRect(part)
        if hook:
            hatch(painter, part, shade.line, em)
    painter.setPen(pen(theme.failed.line, brush.stroke * 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(floor)
    paint_needle(painter, brush, x(t), bar)
    for eaten, part in zip(clock.parts, places, strict=True):
        _eaten_words(painter, brush, looks, part, eaten, past=eaten.begin <= t)
    _below(painter, brush, clock, bar, floor.left())


def _below(
    painter: QPainter, brush: Brush, clock: GraceClock, bar: QRectF, end: float
) -> None:
    """Write below the bar when the grace begins, what is at its end, and after it."""
    theme, small = brush.theme, whole(brush.em * 0.86)
    y = bar.bottom() + (0.62 if bar.height() > 2 * brush.em else 0.8) * brush.em
    begun = f"from {seconds(clock.begin)}"
    write(painter, bar.left(), y, begun, small, theme.muted)
    write(
        *(painter, bar.right(), y, clock.more, small, theme.failed.text),
        weight=SEMIBOLD,
        align="right",
    )
    more = width(clock.more, SEMIBOLD)
    at = min(end, bar.right() - (more + 1.2) * small)
    room = (at - bar.left()) / small - width(begun) - 1.2
    forms = clock.kill, clock.kill.partition(" for ")[0]
    kill = next((form for form in forms if width(form) <= room), "")
    write(painter, at, y, kill, small, theme.muted, align="right")


def _eaten_words(
    painter: QPainter,
    brush: Brush,
    looks: Mapping[str, Kind],
    part: QRectF,
    eaten: Eaten,
    *,
    past: bool,
) -> None:
    """Write whose part it is, on a ground: the needle does not strike it through."""
    theme, em = brush.theme, brush.em * 0.86
    shade = theme.hue(HUES[looks[eaten.who]])
    who, word = eaten.who, eaten.word
    if eaten.others:
        who = f"{who} and {eaten.others} more"
    room = part.width() / em - 0.6
    said = next(
        (s for s in (f"{who} {word}", who, word) if width(s, MEDIUM) <= room), ""
    )
    if not said:
        return
    middle = part.center()
    full = past and word != "preStop"
    plate = QRectF(0, 0, (width(said, MEDIUM) + 0.5) * em, 0)
    plate.setHeight(min(1.2 * em, part.height() - 0.5 * brush.stroke))  # to the edge
    plate.moveCenter(middle)
    ground = filled(theme, shade) if full else shade.soft
    painter.fillRect(plate, QColor(theme.surface if word == "preStop" else ground))
    ink = on_fill(theme, shade) if full else theme.ink
    write(
        *(painter, middle.x(), middle.y(), said, em, ink),
        weight=MEDIUM,
        align="centre",
    )
