"""Waits before restarts and pulls: stairs that rise."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.paint.brush.brush import Brush, dashed, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import write
from sidecar_viz.paint.kinds.icons import draw_tone
from sidecar_viz.paint.lab.clocks.clock_parts import paint_title
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.clocks import BackOffClock


def paint_back_off(
    painter: QPainter, brush: Brush, clock: BackOffClock, box: QRectF, t: float
) -> None:
    """Paint stairs that rise: the waits so far, that under way, and those to come."""
    theme, em = brush.theme, brush.em
    pulls = clock.word == "ImagePullBackOff"
    said = f"Waits before each {'pull for' if pulls else 'restart of'} {clock.who}"
    ahead = f"next {'pull' if pulls else 'start'} at {seconds(clock.end)}"
    paint_title(painter, brush, box, said, ahead, theme.failed.text)
    base = box.bottom() - 1.3 * em
    tallest = base - box.top() - 1.3 * em
    step = min(7.5 * em, box.width() * 0.72 / len(clock.waits))
    for number, wait in enumerate(clock.waits):
        high = max(0.18 * em, tallest * (wait / clock.waits[-1]) ** 0.45)
        stair = QRectF(box.left() + number * step, base - high, step * 0.88, high)
        words = "at once" if not wait else seconds(wait)
        ink = theme.muted
        if number < clock.at:
            painter.setPen(pen(theme.idle.line, brush.stroke * 0.5))
            painter.setBrush(QColor(theme.idle.soft))
        elif number == clock.at:
            painter.setPen(pen(theme.failed.line, brush.stroke * 0.7))
            painter.setBrush(QColor(theme.failed.soft))
            ink = theme.failed.text
        else:
            painter.setPen(dashed(theme.edge, brush.stroke * 0.5, (2.5, 2.0)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(stair, 0.2 * em, 0.2 * em)
        if number == clock.at:
            whole = max(1e-9, clock.end - clock.begin)
            part = QRectF(stair)
            part.setWidth(stair.width() * min(1.0, max(0.0, (t - clock.begin) / whole)))
            painter.fillRect(part, QColor(theme.failed.line))
        elif number < clock.at:
            x, y = stair.center().x(), stair.top() - 0.45 * em
            draw_tone(painter, "good", x, y, 0.25 * em, QColor(theme.muted))
        weight = SEMIBOLD if number == clock.at else MEDIUM
        write(
            *(painter, stair.center().x(), base + 0.75 * em, words, em * 0.86, ink),
            weight=weight,
            align="centre",
        )
    x = box.left() + len(clock.waits) * step + 0.4 * em
    lines = ("then 300 s each;", "anew after 10 min", "without a crash")
    if pulls:
        lines = ("", "then 300 s each", "")
    if box.right() - x > 8 * em:
        for number, line in enumerate(lines):
            y = base - (1.9 - 1.15 * number) * em
            write(painter, x, y, line, em * 0.86, theme.muted)
