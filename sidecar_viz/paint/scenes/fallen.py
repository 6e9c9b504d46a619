"""Draws items of the ledger that fall out of a broken card."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from sidecar_viz.core.markup import spans
from sidecar_viz.core.scene import Fallen
from sidecar_viz.paint.brush.brush import faded, pen
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.scenes.pane import Pane, length_of, moved

PLACES = (
    *((247.0, 482.0, -13.0, 0.85), (198.0, 600.0, 9.0, 0.55)),
    *((424.0, 608.0, 17.0, 0.45), (600.0, 640.0, -12.0, 0.4)),
    *((330.0, 662.0, -24.0, 0.3), (540.0, 672.0, 6.0, 0.3)),
)
"""Where they are: the middle, how many degrees they are turned, their opacity."""
MEANT = (524.0, 502.0, 9.0)
"""Where the one is that matters."""
TEXT, MEANT_TEXT = 20.0, 26.0


def is_meant(item: Fallen) -> bool:
    """Return whether an item has something bold in it: this one matters."""
    return any(bold for _, bold in spans(item.text))


def draw_fallen(pane: Pane, falls: tuple[Fallen, ...], down: float) -> None:
    """Draw what fell out, *down* units further down; the others only if readable."""
    others = [item for item in falls if not is_meant(item)]
    if pane.least <= TEXT:
        spread = 1.0 + 0.5 * down / 680.0
        for item, (x, y, angle, alpha) in zip(others, PLACES, strict=False):
            low = 440.0 + (y - 440.0) * spread + down
            with moved(pane.painter, x, low, angle=angle):
                _chip(pane, item, TEXT, pane.faint(alpha))
    for item in falls:
        if is_meant(item):
            x, y, angle = MEANT
            with moved(pane.painter, x, y + down, angle=angle):
                _chip(pane, item, max(MEANT_TEXT, pane.least), 1.0)
            return


def _chip(pane: Pane, item: Fallen, size: float, alpha: float) -> None:
    painter, theme, meant = pane.painter, pane.theme, is_meant(item)
    line = theme.failed.line if meant else theme.edge
    shade = theme.failed if meant else theme.idle
    long = width("0" * length_of(item.text), mono=True) * size
    wide, high = long + 3.6 * size, 2.2 * size
    box = QRectF(-wide / 2, -high / 2, wide, high)
    painter.setPen(pen(faded(line, alpha), pane.line if meant else pane.line * 0.5))
    painter.setBrush(faded(theme.surface, max(0.7, alpha)))
    painter.drawRoundedRect(box, 0.45 * size, 0.45 * size)
    badge = QRectF(box.x() + 0.5 * size, -0.75 * size, 1.75 * size, 1.5 * size)
    ground = shade.line if meant else shade.soft
    ink = theme.surface if meant else shade.text
    pane.badge(badge, item.number, faded(ground, alpha), faded(ink, alpha))
    words = faded(theme.ink if meant else theme.muted, alpha)
    left = badge.right() + 0.5 * size
    pane.item(left, 0.0, item.text, size, words, long + size)


def draw_litter(pane: Pane, top: float, low: float, falls: tuple[Fallen, ...]) -> None:
    """Draw what fell out as strokes that fade, in a panel from *top* to *low*."""
    theme, high = pane.theme, low - top
    for number, (x, y, angle, long) in enumerate(LITTER):
        strong = pane.faint(0.6 - 0.07 * number)
        with moved(pane.painter, x, top + y * high, angle=angle):
            ink = QColor(theme.idle.line)
            pane.stroke(-long / 2, 0.0, long, 8.0, faded(ink, strong))
    if any(is_meant(item) for item in falls):
        with moved(pane.painter, 210.0, top + 0.06 * high, angle=8.0):
            red = QColor(theme.failed.line)
            pane.stroke(-60.0, 0.0, 96.0, 10.0, faded(red, 0.75))
            pane.stroke(42.0, 0.0, 28.0, 10.0, red)


LITTER = (
    *((128.0, 0.22, -9.0, 124.0), (234.0, 0.34, 11.0, 142.0)),
    *((165.0, 0.5, -6.0, 144.0), (102.0, 0.64, -14.0, 122.0)),
    *(
        (254.0, 0.64, 16.0, 124.0),
        (191.0, 0.8, 8.0, 140.0),
        (132.0, 0.94, -13.0, 120.0),
    ),
)
"""Where the strokes lie: their middle (the height in parts), angle and length."""
