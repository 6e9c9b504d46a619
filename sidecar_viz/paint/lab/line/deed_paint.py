"""What was done to the pod, painted: a line through all lanes, with its words above."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import elided, whole, width
from sidecar_viz.paint.lab.line.bar_paint import label
from sidecar_viz.paint.lab.line.laid_out import TimeLine

SIZE, PAD = 0.84, 0.9  # of the text size: letters of a label, and beside them
ABOVE = 2.3  # ems: the middle of a label, from the end of the axis
LEAST, MOST = 4.5, 26.0  # font sizes: shorter words say nothing, longer ones too much


class Said(Struct, frozen=True):
    """The words of a deed, from *left* on; "" where there is no room for any."""

    x: float
    left: float
    word: str


def deeds_said(line: TimeLine) -> list[Said]:
    """Return the words of each deed in view, so that none covers another.

    They begin at their line and are cut before the next one; where that leaves nothing,
    they end at it.
    """
    em, axis = whole(line.axis.em * SIZE), line.axis
    deeds = [(axis.x(deed.t), deed.word) for deed in line.run.deeds]
    deeds = [(x, w) for x, w in deeds if axis.left - 1 <= x <= axis.right + 1]
    found: list[Said] = []
    free = axis.left
    for number, (x, word) in enumerate(deeds):
        end = deeds[number + 1][0] if number + 1 < len(deeds) else line.rows.right
        after, before = (end - x) / em - PAD - 0.3, (x - free) / em - PAD
        uncut = min(MOST, width(word, SEMIBOLD))
        enough = min(uncut, LEAST)
        onwards = after >= uncut or (after >= enough and before < uncut)
        room = min(MOST, after if onwards else before)
        said = elided(word, room, SEMIBOLD) if room >= enough else ""
        wide = (width(said, SEMIBOLD) + PAD) * em if said else 0.0
        found.append(Said(x, x if onwards else x - wide, said))
        free = x + wide if onwards else x
    return found


def paint_deeds(painter: QPainter, brush: Brush, line: TimeLine) -> None:
    """Paint each deed; its line leaves the numbers of the axis legible."""
    rows = line.rows
    for said in deeds_said(line):
        painter.setPen(pen(brush.theme.ink, brush.stroke * 0.7))
        top = QPointF(said.x, line_top(line, said.x))
        painter.drawLine(top, QPointF(said.x, rows.bottom))
        if said.word:
            room = (min(said.left, line.axis.left), rows.right)
            middle = rows.head.bottom() - ABOVE * brush.em
            label(painter, brush, said.left, middle, said.word, room=room)


def line_top(line: TimeLine, x: float) -> float:
    """Return where the line of a deed begins at the axis: below a number there."""
    em, boxes = line.axis.em, [number.box for number in line.numbers]
    covers = any(b.left() - 0.3 * em < x < b.right() + 0.3 * em for b in boxes)
    return line.rows.head.bottom() - (0.3 if covers else 1.7) * em


def words_end(line: TimeLine) -> float:
    """Return below which there is nothing of the labels above the axis."""
    em = line.axis.em
    return line.rows.head.bottom() - ABOVE * em + 0.75 * whole(em * SIZE) + 1
