"""Draws the ending: without what the lesson shows, and with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from sidecar_viz.core.scene import EndingScene, WithoutShown
from sidecar_viz.paint.brush.brush import pen
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.scenes.crack import draw_broken
from sidecar_viz.paint.scenes.fallen import draw_litter
from sidecar_viz.paint.scenes.gained import draw_gained
from sidecar_viz.paint.scenes.numbers import draw_numbers, spread
from sidecar_viz.paint.scenes.pane import Pane, moved

LABEL = 30.0
TOP, LOW = 70.0, 25.0
"""The room over and under a panel, in units."""
NUMBERS = 73.0
"""How far the middle of the numbers is above the lower edge of their panel."""
NARROW, BETWEEN, EDGE = 363.0, 26.0, 27.0


def draw_ending(pane: Pane, scene: EndingScene) -> None:
    """Draw both sides next to each other; with one side, it alone."""
    left, high = EDGE, pane.high - TOP - LOW
    if scene.without is not None:
        box = QRectF(left, TOP, NARROW, high)
        _panel(pane, box, scene.without.label, pane.theme.idle.soft)
        with moved(pane.painter, box.x(), box.y()):
            _without(_inside(pane, box), scene.without)
        left = box.right() + BETWEEN
    box = QRectF(left, TOP, pane.wide - EDGE - left, high)
    _panel(pane, box, scene.gained.label, pane.theme.surface)
    with moved(pane.painter, box.x(), box.y()):
        draw_gained(_inside(pane, box), scene.gained, high - NUMBERS)


def _inside(pane: Pane, box: QRectF) -> Pane:
    size = (box.width(), box.height())
    return Pane(pane.painter, pane.theme, *size, pane.least)


def _panel(pane: Pane, box: QRectF, label: str, ground: str) -> None:
    theme = pane.theme
    pane.painter.setPen(pen(theme.line, pane.line * 0.6))
    pane.painter.setBrush(QColor(ground))
    pane.painter.drawRoundedRect(box, 24.0, 24.0)
    pane.write(
        *(box.x() + 23.0, TOP - 30.0, label, LABEL, theme.ink),
        weight=BOLD,
        room=box.width() - 30.0,
    )


def _without(pane: Pane, side: WithoutShown) -> None:
    middle = pane.high - NUMBERS
    spare = max(0.0, pane.high - 585.0)
    if side.broken is not None:
        draw_broken(pane, 31.0, 44.0 + 0.3 * spare, side.broken, 0.545)
        top = 262.0 + 0.3 * spare
        draw_litter(pane, top, middle - 46.0, side.broken.falls)
    places = spread(pane, len(side.numbers))
    draw_numbers(pane, side.numbers, places, middle)
