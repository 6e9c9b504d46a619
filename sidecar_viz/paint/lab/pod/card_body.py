"""What a card says below its head: image, lamps, facts, and its foot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.kinds.icons import draw_tone
from sidecar_viz.paint.lab.pod.card_foot import paint_foot
from sidecar_viz.paint.lab.pod.card_parts import (
    DIAL,
    HEAD,
    dial_of,
    paint_dial,
    paint_progress,
    shade_of,
)
from sidecar_viz.paint.lab.pod.plan import Level
from sidecar_viz.paint.lab.strokes.names import cut_image
from sidecar_viz.pods.showing.cards import Card
from sidecar_viz.pods.showing.lanes import ALIVE

SHORT = 3  # letters: so little of an image says nothing
LINE = 11.0  # ems of a card's only line are for words, the rest may be for lamps
STEP, LEAST_STEP = 1.3, 1.1  # ems from one line to the next
BELOW, ABOVE_FOOT = 0.7, 2.05  # ems between the last line's middle and the card's edge
TINY = 1e-3


def paint_body(
    painter: QPainter, brush: Brush, card: Card, box: QRectF, level: Level
) -> None:
    """Paint below a card's head its image, lamps and facts, as many as have room."""
    theme, em = brush.theme, brush.em
    size = em * 0.9
    left, right = box.left() + 0.7 * em, box.right() - 0.7 * em
    y = box.top() + (HEAD + 0.85) * em
    full, free = level == "full", 0.0
    lamps = _lamps(painter, brush, card, left + (0 if full else LINE * em), right, y)
    if full:
        _image(painter, brush, card, left, lamps, y)
        y, lamps = y + 1.4 * em, right
    foot_below = full and (card.guess or card.left_out)
    shown = box.bottom() - (ABOVE_FOOT if foot_below else BELOW) * em
    dial = card.wait if full and box.height() > 9.6 * em else None
    rows, step = rows_in((shown - y) / em)
    step = STEP if full else step
    for fact in card.facts if full else lines_of(card, rows):
        if y > shown + TINY:
            break
        ink = shade_of(brush, card).text if card.bad else theme.ink
        room = (lamps - left) / size - (2 * DIAL + 1.2 if dial else 0)
        write(painter, left, y, elided(fact, room, MEDIUM), size, ink, weight=MEDIUM)
        y, lamps = y + step * em, right
    if full:
        below = y + (1.3 * em if card.stop is not None else 0)
        place = QRectF(left, below, lamps - left, shown - below)
        free = _more(painter, brush, card, place)
    if not full and y <= shown + TINY:
        _image(painter, brush, card, left, lamps, y)
    if card.stop is not None and y <= shown + 0.4 * em and full:
        paint_progress(
            painter,
            brush,
            card,
            shade_of(brush, card),
            QRectF(left, y - 0.3 * em, right - left, 0.5 * em),
        )
    if dial is not None:
        paint_dial(painter, brush, card, *dial_of(card, box, em))
    if full:
        foot = QRectF(left, box.bottom() - 0.95 * em, right - left, em)
        paint_foot(painter, brush, card, foot, free if dial is None else foot.top())


def rows_in(ems: float) -> tuple[int, float]:
    """Return how many rows stand in a height, and how far each is below the last.

    Args:
        ems: from the middle of the first row to where that of the last may be.

    Rows stand closer where one more has room so, and else as they do in high cards.
    """
    if ems < 0:
        return 0, STEP
    rows = int(ems / LEAST_STEP) + 1
    return rows, STEP if rows == 1 else min(STEP, ems / (rows - 1))


def lines_of(card: Card, rows: int) -> tuple[str, ...]:
    """Return what a card without a foot says in some *rows*: how it ends goes first.

    That counts only when it is told to stop, or will be; a hook that runs goes before.
    """
    if not card.told or not card.guess:
        return card.facts
    if rows == 1 and card.stops:
        return card.facts[:1]
    return (*card.facts[: max(0, rows - 1)], card.guess)


def _more(painter: QPainter, brush: Brush, card: Card, box: QRectF) -> float:
    """Write what else can be said of it, quietly, as far as there is room.

    Return where the next line would be.
    """
    size, y = brush.em * 0.9, box.top()
    room = box.width() / size - (2 * DIAL + 1.2 if card.wait is not None else 0)
    for said in card.more:
        if y > box.bottom():
            break
        write(painter, box.left(), y, elided(said, room), size, brush.theme.muted)
        y += 1.3 * brush.em
    return y


def _image(
    painter: QPainter, brush: Brush, card: Card, left: float, right: float, y: float
) -> None:
    """Write the image, if more than a letter of it has room."""
    size = brush.em * 0.9
    said = cut_image(card.image, (right - left) / size - 0.6)
    if len(said) > SHORT:
        write(painter, left, y, said, size, brush.theme.muted, mono=True)


def _lamps(
    painter: QPainter, brush: Brush, card: Card, left: float, right: float, y: float
) -> float:
    """Draw the two lamps from the right, if there is room; return where they begin."""
    if card.lamps is None or card.fill not in ALIVE:
        return right
    theme, em = brush.theme, brush.em
    size, x = em * 0.9, right
    for word, lit in (("ready", card.lamps[1]), ("started", card.lamps[0])):
        wide = width(word, MEDIUM) * size
        at = x - wide - 0.7 * em
        if at - 0.5 * em < left:
            return x
        write(painter, x - wide, y, word, size, theme.ink, weight=MEDIUM)
        colour = QColor(theme.accent)
        painter.setPen(pen(colour, brush.stroke * 0.5))
        painter.setBrush(colour if lit else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(at, y), 0.4 * em, 0.4 * em)
        if lit:
            draw_tone(painter, "good", at, y, 0.2 * em, QColor(theme.on_accent))
        x = at - 0.9 * em
    return x
