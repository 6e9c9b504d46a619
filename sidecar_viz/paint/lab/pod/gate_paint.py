"""Gates between cards: a barrier on the arrow, and the word that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.lab.pod.plan import Plan
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.gates import Gate

BESIDE = 1.1  # ems: right of an arrow that goes down, its barrier
BACK = 0.9  # ems: from a card to the arrow that comes back to it
LOW = 6.4  # ems: beside cards that are lower, one line of words has room
LOWEST = 4.8  # ems: arrows that go back leave lower cards below, without a word
HEAD = 1.1  # ems: so far the pod's name and phase reach into its frame
LEAST_GAP = 1.2  # ems between two cards, for the word at an arrow that goes back


def way_of(plan: Plan, gate: Gate) -> tuple[QPointF, ...]:
    """Return the points of a gate's arrow, from who opens it to whom it lets in.

    It ends at a card beside it, else at the edge of the band that the card is in: the
    gate to the regular containers is one for all of them; it begins in the gap before
    that band if other cards are in the way. An arrow back to the init containers goes
    round what comes from there.
    """
    one, other, em = plan.cards[gate.cause], plan.cards[gate.effect], plan.em
    if one.left() < other.right() and other.left() < one.right():
        x = one.left() + 1.7 * em
        return QPointF(x, one.bottom()), QPointF(x, other.top())
    if other.right() <= one.left():
        x = other.right() + BACK * em
        low, high = one.bottom() - 0.35 * em, other.top() + other.height() / 4
        begin = [QPointF(one.left(), low)]
        if one.height() < LOWEST * em:
            low = one.bottom() + max(0.15 * em, 0.55 * (other.top() - one.bottom()))
            side = one.left() + BACK * em
            begin = [QPointF(side, one.bottom()), QPointF(side, low)]
        return (
            *(*begin, QPointF(x, low)),
            *(QPointF(x, high), QPointF(other.right(), high)),
        )
    y, end = one.center().y(), other.left()
    if not other.top() < y < other.bottom():
        end = next(b.box.left() for b in plan.bands if gate.effect in b.names)
    way = QPointF(one.right(), y), QPointF(end, y)
    if any(_crosses(way, card) for card in others_of(plan, gate)):
        return QPointF(end - plan.gap(gate.effect), y), QPointF(end, y)
    return way


def others_of(plan: Plan, gate: Gate) -> list[QRectF]:
    """Return the cards that a gate has nothing to do with."""
    return [
        box for name, box in plan.cards.items() if name not in (gate.cause, gate.effect)
    ]


def gates_seen(plan: Plan, gates: Sequence[Gate]) -> list[Gate]:
    """Return the gates that have room: none runs over a card, or over another one.

    The gate that is waited at comes first, then those that opened last.
    """
    shut = [gate for gate in gates if not gate.lets_in]
    opened = [gate for gate in gates if gate.since is not None]
    opened.sort(key=lambda gate: gate.since or 0.0, reverse=True)
    found: list[Gate] = []
    taken: list[QRectF] = []
    for gate in [*shut[:1], *opened, *shut[1:]]:
        if _wraps(plan, gate):
            continue
        way = way_of(plan, gate)
        place = place_of(plan, gate)
        if any(_crosses(way, card) for card in others_of(plan, gate)):
            continue
        if not any(place.intersects(other) for other in taken):
            found.append(gate)
            taken.append(place)
    return found


def _wraps(plan: Plan, gate: Gate) -> bool:
    """Return whether the way goes to the top of the next column of the same band."""
    one, other = plan.cards[gate.cause], plan.cards[gate.effect]
    both = {gate.cause, gate.effect}
    return one.left() != other.left() and any(both <= set(b.names) for b in plan.bands)


def place_of(plan: Plan, gate: Gate) -> QRectF:
    """Return the room that a gate's barrier takes."""
    way, em = way_of(plan, gate), plan.em
    middle = (way[0] + way[-1]) / 2
    if len(way) > 2:
        middle = (way[-3] + way[-2]) / 2
    return QRectF(middle.x() - em, middle.y() - em, 2 * em, 2 * em)


def _crosses(way: tuple[QPointF, ...], card: QRectF) -> bool:
    inner = card.adjusted(1, 1, -1, -1)
    return any(
        QRectF(a, b).normalized().adjusted(-0.1, -0.1, 0.1, 0.1).intersects(inner)
        for a, b in pairwise(way)
    )


def paint_gate(
    painter: QPainter, brush: Brush, plan: Plan, gate: Gate, lifted: float
) -> None:
    """Paint the arrow and its barrier; *lifted* (0..1) is how far the arm is up."""
    theme, em = brush.theme, brush.em
    way = way_of(plan, gate)
    begin, end = way[0], way[-1]
    across = begin.y() == end.y()
    length = abs(end.x() - begin.x()) if across else end.y() - begin.y()
    if len(way) == 2 and length < 0.9 * em:
        return
    colour = theme.accent if gate.lets_in else theme.edge
    line = pen(colour, brush.stroke * 0.8)
    if not gate.lets_in:
        line.setDashPattern([2.0, 2.0])
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(way))
    _head(painter, end, colour, 0.6 * em, way[-2])
    if len(way) > 2:
        _back(painter, brush, plan, gate, lifted)
        return
    size = em if across and length > 3.4 * em else 0.66 * em
    middle = (begin + end) / 2
    if not across and length < 1.6 * em:
        return
    if not across:
        middle += QPointF(BESIDE * em, 0)
    _barrier(painter, brush, middle, size, lifted, open_=gate.lets_in)
    _word(painter, brush, gate, middle, plan, across=across)


def _back(
    painter: QPainter, brush: Brush, plan: Plan, gate: Gate, lifted: float
) -> None:
    """Paint barrier and word of an arrow that goes back, between the rows of cards."""
    em = brush.em
    one, other = plan.cards[gate.cause], plan.cards[gate.effect]
    middle = place_of(plan, gate).center()
    size = 0.66 * em
    _barrier(painter, brush, middle, size, lifted, open_=gate.lets_in)
    if other.top() - one.bottom() >= LEAST_GAP * em and one.height() >= LOWEST * em:
        theme = brush.theme
        said = gate.opener if gate.lets_in else f"{gate.opener}?"
        ink = theme.ink if gate.lets_in else theme.failed.text
        x = middle.x() + 1.1 * em
        write(painter, x, middle.y(), said, em * 0.86, ink, weight=SEMIBOLD)


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
    plan: Plan,
    *,
    across: bool,
) -> None:
    """Write what opens the gate, and since when it is open if there is room."""
    theme, em = brush.theme, brush.em * 0.86
    said = gate.opener if gate.lets_in else f"{gate.opener}?"
    when = f"at {seconds(gate.since)}" if gate.since is not None else ""
    ink = theme.ink if gate.lets_in else theme.failed.text
    if across:
        if width(said, SEMIBOLD) * em > plan.gap(gate.effect) + 0.6 * brush.em:
            return
        low = plan.cards[gate.cause].height() < LOW * brush.em
        room = plan.pod.top() + HEAD * brush.em, plan.bands[0].box.bottom()
        y = word_place(at.y(), brush.em, room, lines=1 if low else 2)
        if y is None:
            return
        write(painter, at.x(), y, said, em, ink, weight=SEMIBOLD, align="centre")
        if not low:
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


def word_place(
    middle: float, em: float, room: tuple[float, float], lines: int = 2
) -> float | None:
    """Return the height of the words at a barrier: below it if they end in the band.

    Else they stand above it; None if they would reach out of the *room* (its top and
    its bottom) there, too.
    """
    top, bottom = room
    below = middle + 1.75 * em
    if below + (1.6 if lines > 1 else 0.5) * em <= bottom:
        return below
    above = middle - (3.4 if lines > 1 else 2.2) * em
    return above if above - 0.5 * em >= top else None


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
