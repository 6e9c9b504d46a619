"""What is to come is seen, too: its outlines differ from the ground by 3:1."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.app.flow.paint import TO_COME, draw_box
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.window.scrubber import Scrubber
from sidecar_viz.paint.brush.theme import THEMES, contrast

LEAST = 3.0  # WCAG 1.4.11


def most_contrast(picture: QImage, places: list[tuple[int, int]], ground: str) -> float:
    """Return the contrast of what differs most from the ground."""
    return max(contrast(picture.pixelColor(*at).name(), ground) for at in places)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", THEMES)
def test_a_box_of_the_flow(name: str) -> None:
    """Along a line from outside into the box."""
    look = Look(THEMES[name], 2.0, 1.0)
    picture = QImage(300, 120, QImage.Format.Format_RGB32)
    picture.fill(look.theme.surface)
    with QPainter(picture) as painter:
        box = QRectF(20, 20, 260, 80)
        draw_box(painter, "step", "", box, TO_COME, look, focused=False)

    across = [(x, 60) for x in range(10, 30)]
    assert most_contrast(picture, across, look.theme.surface) >= LEAST


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", THEMES)
def test_the_line_of_steps(name: str) -> None:
    """Between two steps that were not shown yet."""
    look = Look(THEMES[name], 2.0, 1.0)
    scrubber = Scrubber()
    scrubber.resize(600, 80)
    scrubber.set_look(look)
    scrubber.show_end(4)
    scrubber.show_position(0.0)
    picture = QImage(600, 80, QImage.Format.Format_RGB32)
    picture.fill(look.theme.surface)
    scrubber.render(picture, renderFlags=Scrubber.RenderFlag.DrawChildren)
    middle = round((scrubber.x_of(2) + scrubber.x_of(3)) / 2)

    down = [(middle, y) for y in range(80)]
    assert most_contrast(picture, down, look.theme.surface) >= LEAST
