"""The deadline of a pod: how long it may still run."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.lab.clocks.clock_parts import paint_title
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.clocks import DeadlineClock


def paint_deadline(
    painter: QPainter, brush: Brush, clock: DeadlineClock, box: QRectF, t: float
) -> None:
    """Paint how much of the time is over."""
    theme, em = brush.theme, brush.em
    left = f"{seconds(max(0.0, clock.end - t))} left"
    said = f"activeDeadlineSeconds: the pod may run until {seconds(clock.end)}"
    paint_title(painter, brush, box, said, left, theme.ink)
    bar = QRectF(box.left(), box.top() + 1.6 * em, box.width(), 1.1 * em)
    painter.setPen(pen(theme.edge, brush.stroke * 0.5))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(bar, 0.3 * em, 0.3 * em)
    part = QRectF(bar)
    part.setWidth(bar.width() * min(1.0, t / clock.end))
    painter.setBrush(QColor(theme.warning.line))
    painter.drawRoundedRect(part, 0.3 * em, 0.3 * em)
