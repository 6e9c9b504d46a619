"""Parts of a card: its clocks, its turn to stop, and what of it is not played."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from sidecar_viz.paint.brush.brush import Brush, dashed, pen
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.text import width, write
from sidecar_viz.paint.brush.theme import Shade
from sidecar_viz.paint.lab.strokes.looks import HUES
from sidecar_viz.paint.lab.strokes.signs import hatch
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.cards import Card

HEAD = 2.0  # ems
DIAL = 3.2  # ems: the radius of a dial, at most
CHIP = 1.4  # ems of a chip that are not for words
ROOMY = 7.0  # ems: a narrower card has its name, and no number


def shade_of(brush: Brush, card: Card) -> Shade:
    """Return the colours of a card: of its kind, unless it is bad or over."""
    theme = brush.theme
    if card.bad:
        return theme.failed
    if card.fill == "over":
        return theme.idle
    return theme.hue(HUES[card.look])


def paint_progress(
    painter: QPainter, brush: Brush, card: Card, shade: Shade, box: QRectF
) -> None:
    """Paint how far a container is on its way to its end."""
    if card.stop is None:
        return
    done = 1.0 - card.stop.left / max(1e-9, card.stop.whole)
    painter.setPen(pen(shade.line, brush.stroke * 0.5))
    painter.setBrush(QColor(brush.theme.surface))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    part = QRectF(box)
    part.setWidth(max(box.height(), box.width() * done))
    painter.setBrush(QColor(shade.line))
    painter.drawRoundedRect(part, box.height() / 2, box.height() / 2)


def dial_of(card: Card, box: QRectF, em: float) -> tuple[QPointF, float]:
    """Return middle and radius of a card's dial: above what is not played."""
    low = box.bottom() - (0.55 + (1.5 if card.left_out else 0.0)) * em
    radius = min(DIAL * em, (low - box.top() - (HEAD + 1.7) * em) / 2)
    return QPointF(box.right() - 0.7 * em - radius, low - radius), radius


def paint_dial(
    painter: QPainter, brush: Brush, card: Card, middle: QPointF, radius: float
) -> None:
    """A clock that runs down to the next start."""
    if card.wait is None:
        return
    theme, em = brush.theme, brush.em
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.failed.soft))
    painter.drawEllipse(box)
    part = max(0.0, min(1.0, card.wait.left / max(1e-9, card.wait.whole)))
    painter.setBrush(QColor(theme.failed.line))
    painter.drawPie(box, 90 * 16, -round(part * 360 * 16))
    painter.setBrush(QColor(theme.surface))
    painter.drawEllipse(middle, radius * 0.72, radius * 0.72)
    said = seconds(round(card.wait.left, 1))
    write(
        *(painter, middle.x(), middle.y() - 0.25 * em, said, em, theme.ink),
        weight=BOLD,
        align="centre",
    )
    of = f"of {seconds(card.wait.whole)}"
    write(
        *(painter, middle.x(), middle.y() + 0.75 * em, of, em * 0.72, theme.muted),
        align="centre",
    )


def paint_turn(painter: QPainter, brush: Brush, card: Card, head: QRectF) -> float:
    """Paint its place in the order of stopping at the right; return where it begins."""
    theme, em, middle = brush.theme, brush.em, head.center().y()
    right = head.right() - 0.45 * em
    if card.turn is not None and head.width() >= ROOMY * em:
        side = 1.35 * em
        box = QRectF(right - side, middle - side / 2, side, side)
        dark = card.fill in ("stopping", "over")
        painter.setPen(pen(theme.accent, brush.stroke * 0.7))
        painter.setBrush(QColor(theme.accent if dark else theme.surface))
        painter.drawRoundedRect(box, 0.25 * em, 0.25 * em)
        ink = theme.on_accent if dark else theme.accent
        at = box.center()
        write(
            *(painter, at.x(), at.y(), str(card.turn), em * 0.85, ink),
            weight=BOLD,
            align="centre",
        )
        right = box.left() - 0.35 * em
    return right


def left_out_said(fields: tuple[str, ...], room: float) -> str:
    """Return which fields are not played, as many as *room* (in font sizes) has.

    Without room for one of them it is how many they are.
    """
    count = f"{len(fields)} field{'s' * (len(fields) > 1)} not played"
    forms = [f"not played: {', '.join(fields)}"] + [
        f"not played: {', '.join(fields[:seen])} and {len(fields) - seen} more"
        for seen in range(len(fields) - 1, 0, -1)
    ]
    forms += [f"not played: {fields[0]}, …"] * (len(fields) > 1)
    forms += [count, f"{len(fields)} not played"]
    return next((form for form in forms if width(form) <= room), "")


def names_a_field(fields: tuple[str, ...], wide: float, em: float) -> bool:
    """Return whether a line of so many pixels has room for a field's name."""
    said = left_out_said(fields, wide / (em * 0.86) - CHIP)
    return said.startswith("not played: ")


def paint_left_out(painter: QPainter, brush: Brush, card: Card, line: QRectF) -> None:
    """A hatched chip at the right of a line: which fields of it are not played."""
    theme, em = brush.theme, brush.em
    size = em * 0.86
    said = left_out_said(card.left_out, line.width() / size - CHIP)
    if not said:
        return
    wide = (width(said) + 1.0) * size
    box = QRectF(line.right() - wide, line.top() - 0.62 * em, wide, 1.25 * em)
    painter.setPen(dashed(theme.edge, max(1.0, brush.stroke * 0.4), (2.0, 2.0)))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(box, 0.3 * em, 0.3 * em)
    hatch(painter, box, theme.line, em)
    inside = box.adjusted(0.3 * size, 0.15 * em, -0.3 * size, -0.15 * em)
    painter.fillRect(inside, QColor(theme.surface))
    write(painter, box.left() + 0.5 * size, line.top(), said, size, theme.muted)
