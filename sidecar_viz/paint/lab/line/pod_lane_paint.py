"""The lanes of the pod: phase, Ready, endpoint, and what the node has."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import elided, write
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.strokes.names import fitting
from sidecar_viz.pods.showing.lanes import Mood, PodLane

LONG = 6.0  # font sizes: less room than this is for whole words only


def paint_pod_lane(
    painter: QPainter, brush: Brush, line: TimeLine, lane: PodLane
) -> None:
    """Paint one of the pod's own lanes."""
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
        size = em * 0.88
        pieces = line.pieces(one.begin, one.end)
        first_of_all = re.split(r"[,:]", one.word, maxsplit=1)[0]
        said, (left, right) = fitting((one.word, first_of_all), pieces, size, 1.1)
        room = (right - left) / size - 1.1
        if not said and room > LONG:
            said = elided(one.word, room, MEDIUM)
        if said:
            x = left + 0.55 * em
            write(painter, x, row.middle, said, size, ink, weight=MEDIUM)


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
