"""The clock at the bottom of the pod: grace, back-off, probe or deadline."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.lab.clocks.back_off_paint import paint_back_off
from sidecar_viz.paint.lab.clocks.deadline_paint import paint_deadline
from sidecar_viz.paint.lab.clocks.grace_paint import paint_grace
from sidecar_viz.paint.lab.clocks.probe_paint import paint_probe
from sidecar_viz.pods.given.pod import Kind
from sidecar_viz.pods.showing.clocks import BackOffClock, Clock, GraceClock, ProbeClock


def paint_clock(
    painter: QPainter,
    brush: Brush,
    looks: Mapping[str, Kind],
    clock: Clock,
    box: QRectF,
    t: float,
) -> None:
    """Paint a clock into the strip at the second *t*.

    *looks* has the kinds whose colours the containers have.
    """
    if isinstance(clock, GraceClock):
        paint_grace(painter, brush, looks, clock, box, t)
    elif isinstance(clock, BackOffClock):
        paint_back_off(painter, brush, clock, box, t)
    elif isinstance(clock, ProbeClock):
        paint_probe(painter, brush, looks, clock, box, t)
    else:
        paint_deadline(painter, brush, clock, box, t)
