"""A card's head: which container it is, and its state."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.core.lesson import Tone
from sidecar_viz.paint.brush.brush import Brush, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.brush.theme import Shade
from sidecar_viz.paint.kinds.icons import draw_icon, draw_tone
from sidecar_viz.paint.lab.pod.card_parts import paint_turn
from sidecar_viz.paint.lab.strokes.looks import HUES, ICONS
from sidecar_viz.paint.lab.strokes.names import cut_in_the_middle
from sidecar_viz.paint.lab.strokes.signs import clock
from sidecar_viz.pods.showing.cards import Card
from sidecar_viz.pods.showing.lanes import ALIVE, Fill

TONES: dict[Fill, Tone] = {
    "wait": "idle",
    "pull": "starting",
    "starting": "starting",
    "unready": "active",
    "runs": "active",
    "back-off": "failed",
    "stopping": "warning",
    "over": "good",
}


def paint_head(
    painter: QPainter, brush: Brush, card: Card, head: QRectF, shade: Shade
) -> None:
    """Paint into a card's head its kind, its name, its state and its turn to stop."""
    theme, em = brush.theme, brush.em
    middle = head.center().y()
    hue = theme.hue(HUES[card.look])
    hatched = card.fill in ("stopping", "back-off")
    if hatched:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shade.soft))
        at = QPointF(head.left() + 1.0 * em, middle)
        painter.drawEllipse(at, 0.72 * em, 0.72 * em)
    draw_icon(
        painter,
        ICONS[card.kind],
        head.left() + 1.0 * em,
        middle,
        0.48 * em,
        QColor(hue.line),
    )
    right = paint_turn(painter, brush, card, head)
    name_room = width(card.name, SEMIBOLD, mono=True) * em
    left = head.left() + 1.85 * em
    room = max(0.0, right - left)
    pill = _pill_of(card, (room - min(name_room, room * 0.55)) / em - 0.4)
    if pill or room > min(name_room, 6 * em) + 1.8 * em:
        wide = (width(pill, MEDIUM) + 2.2) * em * 0.9 if pill else 1.45 * em
        plate = QRectF(right - wide, middle - 0.68 * em, wide, 1.36 * em)
        painter.setPen(Qt.PenStyle.NoPen)
        if card.bad:
            painter.setPen(pen(shade.line, brush.stroke * 0.5))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(plate, 0.68 * em, 0.68 * em)
        tone: Tone = "failed" if card.bad else TONES[card.fill]
        ink = shade.text if card.bad or card.fill in ALIVE else theme.ink
        if tone == "failed" and card.fill == "back-off":
            at = QPointF(plate.left() + 0.75 * em, middle)
            clock(painter, at, 0.34 * em, shade.line)
        else:
            draw_tone(
                *(painter, tone, plate.left() + 0.72 * em, middle),
                0.26 * em,
                QColor(shade.line),
            )
        write(
            *(painter, plate.left() + 1.3 * em, middle, pill, em * 0.9, ink),
            weight=MEDIUM,
        )
        right = plate.left() - 0.3 * em
    said = cut_in_the_middle(card.name, (right - left) / em, SEMIBOLD, mono=True)
    if hatched:
        plate = QRectF(left - 0.3 * em, middle - 0.7 * em, 0, 1.4 * em)
        plate.setWidth((width(said, SEMIBOLD, mono=True) + 0.6) * em)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shade.soft))
        painter.drawRoundedRect(plate, 0.3 * em, 0.3 * em)
    ink = theme.ink if card.fill != "over" else theme.muted
    write(painter, left, middle, said, em, ink, weight=SEMIBOLD, mono=True)


def _pill_of(card: Card, room: float) -> str:
    """Return the state if there is room for it, else a short form, else nothing."""
    forms = card.pill, "BackOff" if card.pill.endswith("BackOff") else ""
    if card.stops:
        forms = "preStop runs", "preStop"
    for said in forms:
        if said and (width(said, MEDIUM) + 1.9) * 0.9 <= room:
            return said
    return ""
