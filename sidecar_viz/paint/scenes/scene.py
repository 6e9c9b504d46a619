"""A scene painted over all of a stage: pure, whole, on any target."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from sidecar_viz.core.scene import EndingScene, OpeningScene, Scene
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.scenes.opening import HALF, draw_what_broke, draw_who_asks
from sidecar_viz.paint.scenes.pane import READABLE, Pane, moved

Size = tuple[float, float]

BOTH = (2 * HALF[0], HALF[1])
HIGHEST = 900.0
"""The most units that an ending is high: more room is left around it."""
SMALL = 0.6
"""The part of the stage's text that words are large at least."""


def draw_scene(
    painter: QPainter, theme: Theme, scene: Scene, size: Size, em: float
) -> None:
    """Draw a *scene* over a ground that is there.

    Args:
        size: width and height in pixels.
        em: the size of the stage's text in pixels; no word here is much smaller.
    """
    # A small copy of a larger stage has smaller words, too.
    least = max(min(READABLE, em), SMALL * em)
    if isinstance(scene, OpeningScene):
        _opening(painter, theme, scene, size, least)
    else:
        _ending(painter, theme, scene, size, least)


def _opening(
    painter: QPainter, theme: Theme, scene: OpeningScene, size: Size, least: float
) -> None:
    """Draw its two parts side by side, or one above the other, larger as that is."""
    beside = min(size[0] / BOTH[0], size[1] / BOTH[1])
    above = min(size[0] / HALF[0], size[1] / (2 * HALF[1]))
    unit = max(beside, above)
    wide, high = size[0] / unit, size[1] / unit
    stacked = above > beside
    part = high / 2 if stacked else high
    pane = Pane(painter, theme, HALF[0], part, least / unit)
    left = (wide - (HALF[0] if stacked else BOTH[0])) / 2
    with moved(painter, 0.0, 0.0, scale=unit):
        with moved(painter, left, 0.0):
            draw_what_broke(pane, scene)
        with moved(painter, left if stacked else left + HALF[0], high - part):
            draw_who_asks(pane, scene)


def _ending(
    painter: QPainter, theme: Theme, scene: EndingScene, size: Size, least: float
) -> None:
    # No start waits for what is the last to be seen.
    from sidecar_viz.paint.scenes.ending import draw_ending  # noqa: PLC0415

    unit = min(size[0] / BOTH[0], size[1] / BOTH[1])
    wide, high = size[0] / unit, size[1] / unit
    pane = Pane(painter, theme, BOTH[0], min(high, HIGHEST), least / unit)
    left, top = (wide - pane.wide) / 2, (high - pane.high) / 2
    with moved(painter, 0.0, 0.0, scale=unit), moved(painter, left, top):
        draw_ending(pane, scene)
