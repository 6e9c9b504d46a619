"""A container's card: state, lamps, facts, and what is assumed of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from sidecar_viz.core.lesson import Tone
from sidecar_viz.paint.brush.brush import Brush, dashed, faded, pen
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import elided, width, write
from sidecar_viz.paint.brush.theme import Shade, mixed
from sidecar_viz.paint.kinds.icons import draw_icon, draw_tone
from sidecar_viz.paint.lab.bar_paint import HUES, clock, hatch
from sidecar_viz.paint.lab.card_parts import (
    DIAL,
    HEAD,
    dial_of,
    names_a_field,
    paint_dial,
    paint_left_out,
    paint_progress,
    paint_turn,
)
from sidecar_viz.paint.lab.laid_out import ICONS
from sidecar_viz.paint.lab.names import cut_image, cut_in_the_middle
from sidecar_viz.paint.lab.plan import Level
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
SHORT = 3  # letters: so little of an image says nothing
LINE = 11.0  # ems of a card's only line are for words, the rest may be for lamps


def paint_card(
    painter: QPainter,
    brush: Brush,
    card: Card,
    box: QRectF,
    level: Level,
    *,
    focused: bool = False,
) -> None:
    """Paint a card into its box, as much as there is room for."""
    theme, em = brush.theme, brush.em
    shade = _shade(brush, card)
    head = QRectF(box.left(), box.top(), box.width(), min(box.height(), HEAD * em))
    corner = 0.55 * em
    outline = QPainterPath()
    outline.addRoundedRect(box, corner, corner)
    alive = card.fill in ALIVE
    painter.fillPath(outline, QColor(theme.surface))
    if alive:
        ground = QLinearGradient(box.topLeft(), box.bottomLeft())
        ground.setColorAt(0, QColor(theme.surface))
        ground.setColorAt(1, QColor(mixed(theme.surface, shade.soft, 0.8)))
        painter.fillPath(outline, ground)
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(head, QColor(shade.soft))
    if card.fill in ("stopping", "back-off"):
        hatch(painter, head, faded(shade.line, 0.55).name(), em)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if card.touched:
        painter.setPen(pen(faded(shade.line, 0.30), brush.stroke * 4))
        painter.drawPath(outline)
    line = pen(shade.line, brush.stroke * (1.2 if alive else 0.8))
    if card.fill in ("wait", "pull"):
        line = dashed(theme.edge, brush.stroke * 0.8, (3.0, 2.2))
    if focused:
        painter.setPen(pen(theme.accent, brush.stroke * 2.4))
        painter.drawPath(outline)
    painter.setPen(line)
    painter.drawPath(outline)
    _head(painter, brush, card, head, shade)
    if level != "small":
        painter.setPen(pen(faded(shade.line, 0.4), 1))
        painter.drawLine(head.bottomLeft(), head.bottomRight())
        _body(painter, brush, card, box, level)


def _shade(brush: Brush, card: Card) -> Shade:
    theme = brush.theme
    if card.bad:
        return theme.failed
    if card.fill == "over":
        return theme.idle
    return theme.hue(HUES[card.look])


def _head(
    painter: QPainter, brush: Brush, card: Card, head: QRectF, shade: Shade
) -> None:
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


def _body(
    painter: QPainter, brush: Brush, card: Card, box: QRectF, level: Level
) -> None:
    theme, em = brush.theme, brush.em
    size = em * 0.9
    left, right = box.left() + 0.7 * em, box.right() - 0.7 * em
    y = box.top() + (HEAD + 0.85) * em
    last = box.bottom() - 0.55 * em
    full, free = level == "full", 0.0
    lamps = _lamps(painter, brush, card, left + (0 if full else LINE * em), right, y)
    if full:
        _image(painter, brush, card, left, lamps, y)
        y, lamps = y + 1.4 * em, right
    shown = last - (1.5 * em if full and (card.guess or card.left_out) else 0)
    dial = card.wait if full and box.height() > 9.6 * em else None
    rows = int((shown - y) / (1.3 * em)) + 1
    for fact in card.facts if full else lines_of(card, rows):
        if y > shown:
            break
        ink = _shade(brush, card).text if card.bad else theme.ink
        room = (lamps - left) / size - (2 * DIAL + 1.2 if dial else 0)
        write(painter, left, y, elided(fact, room, MEDIUM), size, ink, weight=MEDIUM)
        y, lamps = y + 1.3 * em, right
    if full:
        below = y + (1.3 * em if card.stop is not None else 0)
        place = QRectF(left, below, lamps - left, shown - below)
        free = _more(painter, brush, card, place)
    if not full and y <= shown:
        _image(painter, brush, card, left, lamps, y)
    if card.stop is not None and y <= shown + 0.4 * em and full:
        paint_progress(
            painter,
            brush,
            card,
            _shade(brush, card),
            QRectF(left, y - 0.3 * em, right - left, 0.5 * em),
        )
    if dial is not None:
        paint_dial(painter, brush, card, *dial_of(card, box, em))
    if full:
        foot = QRectF(left, box.bottom() - 0.95 * em, right - left, em)
        _foot(painter, brush, card, foot, free if dial is None else foot.top())


def _foot(
    painter: QPainter, brush: Brush, card: Card, foot: QRectF, free: float
) -> None:
    """Write the guess, and what is not played, above it if that line is *free*."""
    em, end = brush.em, foot.left()
    if card.guess:
        end = _guess(painter, brush, card, foot.left(), foot.right(), foot.top())
    if not card.left_out:
        return
    line = QRectF(end, foot.top(), foot.right() - end, em)
    above = foot.translated(0, -1.45 * em)
    if free <= above.top() and not names_a_field(card.left_out, line.width(), em):
        line = above
    paint_left_out(painter, brush, card, line)


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


def _guess(
    painter: QPainter, brush: Brush, card: Card, left: float, right: float, y: float
) -> float:
    """What the script assumes: bold with a dashed line below, as it can be changed.

    Return where it ends.
    """
    theme, em = brush.theme, brush.em
    size = em * 0.9
    said = elided(card.guess, (right - left) / size - 1.5, SEMIBOLD)
    write(painter, left, y, said, size, theme.ink, weight=SEMIBOLD)
    end = left + width(said, SEMIBOLD) * size
    painter.setPen(dashed(theme.edge, max(1.0, brush.stroke * 0.5), (2.5, 2.0)))
    painter.drawLine(QPointF(left, y + 0.6 * em), QPointF(end, y + 0.6 * em))
    painter.setPen(pen(theme.muted, max(1.0, brush.stroke * 0.6)))
    x = end + 0.9 * em
    painter.drawPolyline(
        [
            QPointF(x - 0.22 * em, y - 0.1 * em),
            QPointF(x, y + 0.12 * em),
            QPointF(x + 0.22 * em, y - 0.1 * em),
        ]
    )
    return x + 0.4 * em
