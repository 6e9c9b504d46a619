"""A probe: its questions, and since when somebody answers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.core.lesson import Tone
from sidecar_viz.paint.brush.brush import Brush, dashed, pen
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.kinds.icons import draw_tone
from sidecar_viz.paint.lab.clocks.clock_parts import paint_needle, paint_title
from sidecar_viz.paint.lab.strokes.looks import HUES
from sidecar_viz.pods.given.pod import Kind
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.clocks import ProbeClock


def paint_probe(
    painter: QPainter,
    brush: Brush,
    looks: Mapping[str, Kind],
    clock: ProbeClock,
    box: QRectF,
    t: float,
) -> None:
    """Paint questions as beads on a string, and since when somebody answers."""
    theme, em = brush.theme, brush.em
    period = f"every {seconds(clock.period)}"
    said = f"{clock.probe}Probe of {clock.who}: asks {period}"
    ahead = f"asked again at {seconds(clock.next)}"
    paint_title(painter, brush, box, said, ahead, theme.ink)
    first = clock.answers[0].t if clock.answers else clock.next
    last = max(clock.next, first + clock.period * max(2, clock.most - 1))
    begin = clock.begin
    string = QRectF(box.left() + em, box.top() + 2.6 * em, box.width() - 2 * em, 0)

    def x(second: float) -> float:
        part = (second - begin) / max(1e-9, last - begin)
        return string.left() + string.width() * max(0.0, min(1.0, part))

    y = string.top()
    shade = theme.hue(HUES[looks[clock.who]])
    painter.setPen(pen(theme.line, 0.5 * em))
    painter.drawLine(QPointF(string.left(), y), QPointF(string.right(), y))
    if clock.listens <= t:
        painter.setPen(pen(shade.line, 0.5 * em))
        painter.drawLine(QPointF(x(clock.listens), y), QPointF(x(t), y))
    small = em * 0.86
    low = y + 1.35 * em
    for answer in clock.answers[-clock.most :]:
        sign = theme.good if answer.passed else theme.failed
        painter.setPen(pen(sign.line, brush.stroke * 0.7))
        painter.setBrush(QColor(theme.surface))
        at = QPointF(x(answer.t), y)
        painter.drawEllipse(at, 0.6 * em, 0.6 * em)
        tone: Tone = "good" if answer.passed else "failed"
        draw_tone(painter, tone, at.x(), y, 0.3 * em, QColor(sign.line))
        word = f"{seconds(answer.t)}: " + ("yes" if answer.passed else "no answer")
        half = width(word) * small / 2
        middle = max(box.left() + half, min(box.right() - half, at.x()))
        write(painter, middle, low, word, small, sign.text, align="centre")
    painter.setPen(dashed(theme.edge, brush.stroke * 0.7, (2.0, 2.0)))
    painter.setBrush(QColor(theme.surface))
    painter.drawEllipse(QPointF(x(clock.next), y), 0.6 * em, 0.6 * em)
    write(
        *(painter, x(clock.next), y, "?", em * 0.9, theme.muted),
        weight=SEMIBOLD,
        align="centre",
    )
    paint_needle(painter, brush, x(t), QRectF(x(t), y - 0.3 * em, 0, 0.6 * em))
    if clock.listens <= t:
        words = f"listens since {seconds(clock.listens)}, nobody has asked yet"
        left = x(t) + 0.9 * em
        if x(clock.next) - left > width(words) * small + em:
            write(painter, left, y - 0.8 * em, words, small, shade.text)
