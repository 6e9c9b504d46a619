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
HATCHED: tuple[Fill, ...] = ("stopping", "back-off")
WITH_ICON, WITHOUT_ICON = 1.85, 0.5  # ems from the head's edge to the name


def paint_head(
    painter: QPainter, brush: Brush, card: Card, head: QRectF, shade: Shade
) -> None:
    """Paint into a card's head its kind, its name, its state and its turn to stop."""
    theme, em = brush.theme, brush.em
    middle = head.center().y()
    hatched = card.fill in HATCHED
    right = paint_turn(painter, brush, card, head)
    name_room = width(card.name, SEMIBOLD, mono=True) * em
    left = head.left() + WITHOUT_ICON * em
    if shows_kind(card.name, (right - head.left()) / em):
        left = head.left() + WITH_ICON * em
        _icon(painter, brush, card, QPointF(head.left() + em, middle), shade)
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


def shows_kind(name: str, ems: float) -> bool:
    """Return whether its kind's sign has room in a head, in *ems*, before the name.

    A name of which nothing could be read there tells more than the kind.
    """
    least = min(width(said, SEMIBOLD, mono=True) for said in (name, "m…e"))
    return ems - WITH_ICON >= least


def _icon(
    painter: QPainter, brush: Brush, card: Card, at: QPointF, shade: Shade
) -> None:
    """Draw the sign of its kind, on a plate where the head is hatched."""
    em = brush.em
    if card.fill in HATCHED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shade.soft))
        painter.drawEllipse(at, 0.72 * em, 0.72 * em)
    colour = QColor(brush.theme.hue(HUES[card.look]).line)
    draw_icon(painter, ICONS[card.kind], at.x(), at.y(), 0.48 * em, colour)


def _pill_of(card: Card, room: float) -> str:
    """Return the state if there is room for it, else a short form, else nothing."""
    forms = card.pill, "BackOff" if card.pill.endswith("BackOff") else ""
    if card.stops:
        forms = "preStop runs", "preStop"
    for said in forms:
        if said and (width(said, MEDIUM) + 1.9) * 0.9 <= room:
            return said
    return ""
