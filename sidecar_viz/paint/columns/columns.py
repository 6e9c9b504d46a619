"""Draws the columns of a ledger: a card or a drum with a sheet for what it holds."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPolygonF

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.brush import Brush, between, dashed, pen, qrect
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.text import elided, write
from sidecar_viz.paint.brush.theme import Shade
from sidecar_viz.paint.cards.cards import draw_glow, draw_outline, outline_pens
from sidecar_viz.paint.cards.chips import draw_chip
from sidecar_viz.paint.kinds.icons import draw_icon
from sidecar_viz.paint.kinds.outlines import RADIUS, rounded_top
from sidecar_viz.paint.sizes.columns import FOLD, HEADER, LID, PAD
from sidecar_viz.paint.sizes.levels import Level
from sidecar_viz.paint.sizes.measure import shown_name, widest_chip
from sidecar_viz.paint.sizes.places import Place, Sheet

NAME = 1.28
HALF_SOLID = 0.5


def draw_column(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, level: Level
) -> None:
    """Draw a column without its chip and without what it holds."""
    del level
    shade = brush.theme.living(place.figure.hue, state.life)
    if place.figure.form == "cylinder":
        _drum(painter, brush, place, state, shade)
    else:
        _card(painter, brush, place, state, shade)
    _name(painter, brush, place, state)
    if place.sheet is not None:
        _sheet(painter, brush, place, place.sheet, state)


def draw_column_chip(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, level: Level
) -> None:
    """Draw the chip beside a column's name, which turns with the state."""
    del level
    x, align = place.box.right - PAD * 0.6 * brush.em, "right"
    if place.sheet is not None and place.sheet.stacked:
        x, align = place.box.x + PAD * 0.6 * brush.em, "left"
    soft = state.solidity >= HALF_SOLID
    y = _header(place, brush, chip=True)
    hue = place.figure.hue
    draw_chip(painter, brush, state, hue, x, y, align=align, on_soft=soft)


def draw_column_edges(
    painter: QPainter, brush: Brush, place: Place, state: ActorState
) -> None:
    """Draw the glow of a column that the step is about."""
    body = place.body
    if place.figure.form == "cylinder":
        lid = LID * brush.em
        body = Rect(body.x, body.y + lid, body.width, body.height - 2 * lid)
    draw_glow(painter, brush, place, state, body, RADIUS * brush.em)


def _header(place: Place, brush: Brush, *, chip: bool = False) -> float:
    """Return the y of the middle of a column's name, or of its chip."""
    top = place.sheet.box.y if place.sheet else place.box.y + HEADER * brush.em
    drum = place.figure.form == "cylinder"
    if place.sheet is not None and place.sheet.stacked:
        return top - (1.15 if chip else 3.1 if drum else 3.5) * brush.em
    return top - (1.15 if drum else HEADER / 2) * brush.em


def _card(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, shade: Shade
) -> None:
    theme, area = brush.theme, qrect(place.box)
    radius = RADIUS * brush.em
    fill = QLinearGradient(area.topLeft(), area.bottomLeft())
    fill.setColorAt(0.0, between(theme.stage, theme.surface, state.solidity))
    low = between(theme.surface, shade.soft, 0.4).name()
    fill.setColorAt(1.0, between(theme.stage_edge, low, state.solidity))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(area, radius, radius)
    if state.solidity > 0.0:
        high = place.sheet.box.y - area.y() if place.sheet else HEADER * brush.em
        top = QRectF(area.x(), area.y(), area.width(), high)
        painter.setBrush(between(theme.stage, shade.soft, state.solidity))
        painter.drawPath(rounded_top(top, radius))
    draw_outline(painter, brush, area, radius, shade.line, state)


def _drum(
    painter: QPainter, brush: Brush, place: Place, state: ActorState, shade: Shade
) -> None:
    theme, body, lid = brush.theme, place.body, LID * brush.em
    soft = between(theme.stage, shade.soft, state.solidity).name()
    fall = QLinearGradient(body.x, 0.0, body.right, 0.0)
    dark = between(soft, shade.line, 0.16 * state.solidity)
    fall.setColorAt(0.0, dark)
    fall.setColorAt(0.14, between(soft, theme.surface, 0.25))
    fall.setColorAt(0.7, between(soft, theme.surface, 0.1))
    fall.setColorAt(1.0, dark)
    outline = QPainterPath()
    outline.moveTo(body.x, body.y + lid)
    outline.lineTo(body.x, body.bottom - lid)
    outline.arcTo(QRectF(body.x, body.bottom - 2 * lid, body.width, 2 * lid), 180, 180)
    outline.lineTo(body.right, body.y + lid)
    outline.arcTo(QRectF(body.x, body.y, body.width, 2 * lid), 0, 180)
    outline.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fall)
    painter.drawPath(outline)
    rim = QRectF(body.x, body.y, body.width, 2 * lid)
    painter.setBrush(between(soft, theme.surface, 0.55))
    painter.drawEllipse(rim)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in outline_pens(brush, shade.line, state):
        painter.setPen(line)
        painter.drawPath(outline)
        painter.drawEllipse(rim)


def _name(painter: QPainter, brush: Brush, place: Place, state: ActorState) -> None:
    figure, em = place.figure, brush.em
    middle = _header(place, brush)
    left = place.box.x + PAD * em
    chip = widest_chip(figure)
    ink = between(brush.theme.muted, brush.theme.ink, state.solidity)
    if figure.form != "cylinder":
        icon = 0.85 * em
        shade = brush.theme.living(figure.hue, state.life)
        line = between(brush.theme.edge, shade.line, state.solidity)
        draw_icon(painter, figure.icon, left + icon, middle, icon, line)
        left += 2.25 * em
    if place.sheet is not None and place.sheet.stacked:
        chip = 0.0
    room = place.box.right - left - (chip + PAD if chip else PAD) * em
    name = elided(shown_name(figure.actor), room / (NAME * em), BOLD)
    write(painter, left, middle, name, NAME * em, ink, weight=BOLD)


def _sheet(
    painter: QPainter, brush: Brush, place: Place, sheet: Sheet, state: ActorState
) -> None:
    """Draw the blank sheet: a window, or paper with rules and a folded corner."""
    theme, area = brush.theme, qrect(sheet.box)
    content = place.figure.actor.content
    form = content.form if content is not None else "window"
    shade = theme.living(sheet.hue, state.life)
    solid = state.solidity
    if form == "inbox":
        _rules(painter, brush, sheet, theme.grid)
        return
    line = between(theme.edge, shade.line, solid)
    line = between(theme.stage, line.name(), 0.5 if form == "window" else 0.75)
    border = pen(line, brush.stroke * 0.6)
    if solid <= 0.0:
        border = dashed(theme.edge, brush.stroke * 0.6, (2.5, 2.8))
    painter.setPen(border)
    if form == "window":
        painter.setBrush(between(theme.stage, theme.inside, solid))
        radius = 0.5 * brush.em
        painter.drawRoundedRect(area, radius, radius)
        return
    painter.setBrush(between(theme.stage, theme.surface, solid))
    fold = min(FOLD * 0.8 * brush.em, sheet.top - sheet.box.y)
    right, top = area.right(), area.y()
    corners = [
        area.topLeft(),
        QPointF(right - fold, top),
        QPointF(right, top + fold),
        area.bottomRight(),
        area.bottomLeft(),
    ]
    painter.drawPolygon(QPolygonF(corners))
    _rules(painter, brush, sheet, theme.grid)
    painter.setPen(border)
    painter.setBrush(between(theme.stage, shade.soft, solid))
    corner = [corners[1], QPointF(right - fold, top + fold), corners[2]]
    painter.drawPolygon(QPolygonF(corner))


def _rules(painter: QPainter, brush: Brush, sheet: Sheet, colour: str) -> None:
    painter.setPen(pen(colour, max(1.0, brush.em * 0.06)))
    for number in range(sheet.rows + 1):
        y = sheet.top + number * sheet.pitch
        painter.drawLine(
            QPointF(sheet.box.x + 0.3 * brush.em, y),
            QPointF(sheet.box.right - 0.3 * brush.em, y),
        )
