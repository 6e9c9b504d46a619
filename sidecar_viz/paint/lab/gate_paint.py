"""Gates between cards: a barrier on the arrow, and the word that opens it."""

from __future__ import annotations

from math import cos, radians, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.lab.plan import Plan
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.gates import Gate

BESIDE = 1.1  # ems: right of an arrow that goes down, its barrier


def way_of(plan: Plan, gate: Gate) -> tuple[QPointF, QPointF]:
    """Return where the arrow of a gate begins and ends.

    It ends at a card beside it, else at the edge of the band that the card is in: the
    gate to the regular containers is one for all of them.
    """
    one, other = plan.cards[gate.cause], plan.cards[gate.effect]
    if one.left() < other.right() and other.left() < one.right():
        x = one.left() + 1.7 * plan.em
        return QPointF(x, one.bottom()), QPointF(x, other.top())
    onwards = one.right() <= other.left()
    begin = one.right() if onwards else one.left()
    y = one.center().y()
    end = other.left() if onwards else other.right()
    if not other.top() < y < other.bottom():
        band = next(b.box for b in plan.bands if gate.effect in b.names)
        end = band.left() if onwards else band.right()
    return QPointF(begin, y), QPointF(end, y)


def paint_gate(
    painter: QPainter, brush: Brush, plan: Plan, gate: Gate, lifted: float
) -> None:
    """Paint the arrow and its barrier; *lifted* (0..1) is how far the arm is up."""
    theme, em = brush.theme, brush.em
    begin, end = way_of(plan, gate)
    across = abs(end.y() - begin.y()) < 1
    length = abs(end.x() - begin.x()) if across else end.y() - begin.y()
    if length < 0.9 * em:
        return
    colour = theme.accent if gate.lets_in else theme.edge
    line = pen(colour, brush.stroke * 0.8)
    if not gate.lets_in:
        line.setDashPattern([2.0, 2.0])
    painter.setPen(line)
    painter.drawLine(begin, end)
    _head(painter, end, colour, 0.6 * em, begin)
    size = em if across and length > 3.4 * em else 0.66 * em
    middle = QPointF((begin.x() + end.x()) / 2, (begin.y() + end.y()) / 2)
    if not across and length < 1.6 * em:
        return
    if not across:
        middle += QPointF(BESIDE * em, 0)
    _barrier(painter, brush, middle, size, lifted, open_=gate.lets_in)
    _word(painter, brush, gate, middle, plan.bands[0].box.bottom(), across=across)


def _head(
    painter: QPainter, tip: QPointF, colour: str, size: float, begin: QPointF
) -> None:
    way = tip - begin
    long = max(1e-9, (way.x() ** 2 + way.y() ** 2) ** 0.5)
    ahead = QPointF(way.x() / long, way.y() / long)
    side = QPointF(-ahead.y(), ahead.x())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    back = tip - ahead * size
    painter.drawPolygon(
        QPolygonF([tip, back + side * (size * 0.55), back - side * (size * 0.55)])
    )


def _barrier(
    painter: QPainter,
    brush: Brush,
    at: QPointF,
    size: float,
    lifted: float,
    *,
    open_: bool,
) -> None:
    """A post with an arm: up and indigo when it is open, down and red when shut."""
    theme = brush.theme
    colour = theme.accent if open_ else theme.failed.line
    foot = at + QPointF(-0.5 * size, 0.9 * size)
    top = at + QPointF(-0.5 * size, 0.05 * size)
    painter.setPen(pen(theme.ink, size * 0.24))
    painter.drawLine(foot, top)
    painter.drawLine(foot + QPointF(-0.35 * size, 0), foot + QPointF(0.35 * size, 0))
    angle = radians(72 * lifted)
    tip = top + QPointF(cos(angle) * 1.7 * size, -sin(angle) * 1.7 * size)
    painter.setPen(pen(colour, size * 0.42))
    painter.drawLine(top, tip)
    stripes = pen(theme.surface, size * 0.3)
    stripes.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(stripes)
    for begin, end in ((0.32, 0.48), (0.64, 0.8)):
        painter.drawLine(
            top + (tip - top) * begin,
            top + (tip - top) * end,
        )
    painter.setPen(pen(theme.ink, size * 0.12))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(top, size * 0.3, size * 0.3)


def _word(
    painter: QPainter,
    brush: Brush,
    gate: Gate,
    at: QPointF,
    bottom: float,
    *,
    across: bool,
) -> None:
    """Write what opens the gate, below the barrier if that is over the *bottom*."""
    theme, em = brush.theme, brush.em * 0.86
    said = gate.opener if gate.lets_in else f"{gate.opener}?"
    when = f"at {seconds(gate.since)}" if gate.since is not None else ""
    ink = theme.ink if gate.lets_in else theme.failed.text
    if across:
        y = word_place(at.y(), brush.em, bottom)
        write(painter, at.x(), y, said, em, ink, weight=SEMIBOLD, align="centre")
        write(
            *(painter, at.x(), y + 1.2 * em, when, em, theme.muted),
            align="centre",
        )
        return
    x = at.x() + 1.3 * brush.em
    write(painter, x, at.y(), said, em, ink, weight=SEMIBOLD)
    write(
        painter, x + (width(said, SEMIBOLD) + 0.4) * em, at.y(), when, em, theme.muted
    )


def word_place(middle: float, em: float, bottom: float) -> float:
    """Return the height of the words at a barrier: below it if they end in the band."""
    below = middle + 1.75 * em
    return below if below + 1.6 * em <= bottom else middle - 3.4 * em


def paint_pulse(
    painter: QPainter, brush: Brush, plan: Plan, one: str, other: str, part: float
) -> None:
    """Paint what goes from one card to the other, *part* (0..1) of the way."""
    if one not in plan.cards or other not in plan.cards:
        return
    begin, end = plan.cards[one].center(), plan.cards[other].center()
    at = begin + (end - begin) * part
    theme, em = brush.theme, brush.em
    painter.setPen(pen(theme.accent, brush.stroke * 1.2))
    painter.drawLine(begin, at)
    painter.setPen(pen(theme.on_accent, brush.stroke * 0.6))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(at, 0.55 * em, 0.55 * em)
