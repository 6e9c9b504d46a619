"""Draws the opening: a broken card, what falls out of it, and somebody who asks."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from sidecar_viz.core.scene import OpeningScene
from sidecar_viz.paint.brush.brush import dashed
from sidecar_viz.paint.scenes.crack import draw_broken
from sidecar_viz.paint.scenes.fallen import draw_fallen, is_meant
from sidecar_viz.paint.scenes.pane import Pane
from sidecar_viz.paint.scenes.person import draw_asking, draw_missing

HALF = (728.0, 680.0)
"""The size of each of the two parts, in units of the design."""


def draw_what_broke(pane: Pane, scene: OpeningScene) -> None:
    """Draw the part with the card, in a pane as wide as half of the design."""
    spare = pane.high - HALF[1]
    draw_broken(pane, 124.0, 64.0 + 0.35 * spare, scene.broken, 0.97)
    down = 0.45 * spare
    if any(is_meant(item) for item in scene.broken.falls):
        pane.painter.setPen(dashed(pane.theme.failed.line, pane.line, (1.0, 2.2)))
        pane.painter.drawLine(
            QPointF(414.0, 424.0 + 0.35 * spare), QPointF(464.0, 464.0 + down)
        )
    draw_fallen(pane, scene.broken.falls, down)


def draw_who_asks(pane: Pane, scene: OpeningScene) -> None:
    """Draw the part with the person, in a pane as wide as half of the design."""
    down = 0.5 * (pane.high - HALF[1])
    draw_asking(pane, scene.asks, down)
    if scene.missing:
        draw_missing(pane, scene.missing, down)
