"""How a choice is drawn: measured for a width, then painted."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.signs import draw_icon
from sidecar_viz.app.look.wrapped_text import WrappedText, laid
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.theme import mixed

Fate = Literal["open", "wrong", "right", "told", "current", "past"]

RING = 4  # around the card, where the focus ring has its place
PAD_X, PAD_Y, GAP = 20, 18, 18
BADGE, RADIUS, BADGE_RADIUS = 46, 16, 10
TITLE, REMARK, DETAIL, LETTER = 23, 18, 17.5, 21
UNDER_TITLE = 6
SMALL = 0.92  # of the size, in longer lists
ICONS: dict[Fate, str] = {"wrong": "cross", "right": "check", "told": "check"}


class Choice(Struct, frozen=True):
    """What a card shows; *fate* says how it went with this choice.

    "told" is the right one that was not found, "past" one that is no longer asked.
    """

    badge: str
    title: str
    remark: str = ""
    detail: str = ""
    fate: Fate = "open"


class Parts(Struct, frozen=True):
    """Where everything stands in a card of one width, and its height.

    *beside*: the remark stands at the right of the title, not below it.
    """

    title: WrappedText
    remark: WrappedText | None
    detail: WrappedText | None
    badge: QRectF
    left: float
    top: float
    icon: float
    beside: bool
    height: int


class Colours(Struct, frozen=True):
    """The colours of a card, and the width of its edge."""

    fill: str
    edge: str
    badge: str
    letter: str
    remark: str
    weight: float


def measured(choice: Choice, look: Look, width: float, *, small: bool) -> Parts:
    """Lay a card out for this width."""
    scale = SMALL if small else 1.0
    pad_x, pad_y = RING + look.px(PAD_X), RING + look.px(PAD_Y * scale)
    side = look.roomy(BADGE * scale) if choice.badge else 0
    left = pad_x + (side + look.px(GAP) if side else 0)
    room = max(40.0, width - left - pad_x)
    title = laid(choice.title, look.font(TITLE * scale, MEDIUM), room)
    icon = look.text_px(REMARK * scale) * 1.35 if choice.fate in ICONS else 0.0
    remark = detail = None
    beside = True
    if choice.remark:
        remark = laid(choice.remark, look.font(REMARK * scale, SEMIBOLD), room - icon)
        beside = title.width + remark.width + icon + look.px(GAP) <= room
    if choice.detail:
        detail = laid(choice.detail, look.font(DETAIL * scale), room)
    top = pad_y + max(0.0, (side - title.line_height) / 2)
    bottom = top + title.height
    if remark and not beside:
        bottom += look.px(UNDER_TITLE) + remark.height
    if detail:
        bottom += look.px(UNDER_TITLE) + detail.height
    height = int(max(bottom + pad_y, 2 * pad_y + side) + 1)
    alone = detail is None and beside and title.lines == 1
    badge_top = (height - side) / 2 if alone else pad_y
    badge = QRectF(pad_x, badge_top, side, side)
    return Parts(title, remark, detail, badge, left, top, icon, beside, height)


def colours_of(choice: Choice, look: Look, *, hot: bool) -> Colours:
    """Return the colours that go with how it went; *hot* under the pointer."""
    theme, fate = look.theme, choice.fate
    if fate in ("wrong", "right", "told"):
        shade = theme.failed if fate == "wrong" else theme.good
        told = fate == "told"
        badge, letter = (
            (shade.soft, shade.text) if told else (shade.line, theme.surface)
        )
        return Colours(shade.soft, shade.line, badge, letter, shade.text, 2.2)
    if fate == "current":
        soft, line = theme.accent_soft, theme.accent
        return Colours(soft, line, line, theme.on_accent, theme.ink, 2.2)
    fill = mixed(theme.surface, theme.accent_soft, 0.8 if hot else 0.0)
    edge = theme.accent if hot else mixed(theme.line, theme.edge, 0.45)
    return Colours(fill, edge, theme.bg, theme.muted, theme.muted, 1.5)


def paint_choice(
    painter: QPainter,
    choice: Choice,
    look: Look,
    size: QSizeF,
    parts: Parts,
    *,
    hot: bool,
) -> None:
    """Paint the card; its focus ring is extra."""
    theme, colours = look.theme, colours_of(choice, look, hot=hot)
    inset = RING + colours.weight / 2
    box = QRectF(0, 0, size.width(), size.height()).adjusted(
        inset, inset, -inset, -inset
    )
    painter.setPen(QPen(QColor(colours.edge), colours.weight))
    painter.setBrush(QColor(colours.fill))
    painter.drawRoundedRect(box, look.px(RADIUS), look.px(RADIUS))
    _paint_badge(painter, choice, look, parts, colours)
    ink = theme.muted if choice.fate == "past" else theme.ink
    parts.title.draw(painter, parts.left, parts.top, ink)
    below = _paint_remark(painter, choice, look, size, parts, colours)
    if parts.detail:
        parts.detail.draw(painter, parts.left, below + look.px(UNDER_TITLE), ink)


def paint_ring(painter: QPainter, choice: Choice, look: Look, size: QSizeF) -> None:
    """Paint the ring of the card that has the keyboard's focus."""
    width = max(2.5, 2.5 * look.ui)
    half = width / 2
    ring = QRectF(0, 0, size.width(), size.height()).adjusted(half, half, -half, -half)
    radius = look.px(RADIUS) + RING
    tone = look.theme.ink if choice.fate == "current" else look.theme.accent
    painter.setPen(QPen(QColor(tone), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(ring, radius, radius)


def _paint_badge(
    painter: QPainter, choice: Choice, look: Look, parts: Parts, colours: Colours
) -> None:
    if not choice.badge:
        return
    edged = choice.fate == "told" or look.theme.name == "contrast"
    pen = QPen(QColor(colours.edge), 2)
    painter.setPen(pen if edged else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(colours.badge))
    painter.drawRoundedRect(parts.badge, look.px(BADGE_RADIUS), look.px(BADGE_RADIUS))
    painter.setPen(QColor(colours.letter))
    height = parts.badge.height() / look.roomy(BADGE)
    painter.setFont(look.font(LETTER * height, SEMIBOLD))
    painter.drawText(parts.badge, Qt.AlignmentFlag.AlignCenter, choice.badge)


def _paint_remark(
    painter: QPainter,
    choice: Choice,
    look: Look,
    size: QSizeF,
    parts: Parts,
    colours: Colours,
) -> float:
    """Write the remark beside the title or below it; gives what is below."""
    remark, below = parts.remark, parts.top + parts.title.height
    if remark is None:
        return below
    x, y = parts.left, below + look.px(UNDER_TITLE)
    if parts.beside:
        x = size.width() - RING - look.px(PAD_X) - remark.width - parts.icon
        y = parts.top + (parts.title.line_height - remark.height) / 2
    if parts.icon:
        side = parts.icon * 0.9
        top = y + remark.line_height / 2 - side / 2
        box = QRectF(x - side * 0.12, top, side, side)
        draw_icon(painter, ICONS[choice.fate], box, colours.remark, 3.0)
    remark.draw(painter, x + parts.icon, y, colours.remark)
    return below if parts.beside else y + remark.height
