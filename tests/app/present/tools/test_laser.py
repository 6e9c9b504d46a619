"""The laser's point is large, and seen on any colour."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.app.present.tools.overlay import RED, Overlay
from sidecar_viz.paint.brush.theme import THEMES, contrast
from sidecar_viz.paint.layout.zoom import WHOLE

SIZE = (1920, 890)
GROUNDS = [
    *(shade.line for shade in THEMES["light"].hues.values()),
    *(THEMES[name].stage for name in ("light", "dark", "contrast")),
    "#ff1f3d",
]


def row_of(ground: str) -> list[str]:
    """Draw it on a ground; return the colours along its middle."""
    picture = QImage(*SIZE, QImage.Format.Format_RGB32)
    picture.fill(ground)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        Overlay(SIZE, WHOLE).draw_laser(painter, (0.5, 0.5))
    middle = SIZE[1] // 2
    return [picture.pixelColor(x, middle).name() for x in range(SIZE[0])]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_white_edge_parts_the_point_from_what_is_below(ground: str) -> None:
    """40 pixels at full HD; red within, white around, and darker around that."""
    row, middle = row_of(ground), SIZE[0] // 2
    white = [x for x, colour in enumerate(row) if colour == "#ffffff"]

    assert white[-1] - white[0] == pytest.approx(40, abs=3)
    assert row[middle] == RED
    assert contrast("#ffffff", RED) >= 3.0
    assert contrast("#ffffff", row[middle + 22]) >= 3.0


@pytest.mark.usefixtures("qapp")
def test_all_that_it_touches_is_painted_again() -> None:
    """Its glow leaves no trail."""
    overlay = Overlay(SIZE, WHOLE)
    area = overlay.laser_area((0.5, 0.5))
    row = row_of("#fbfcfe")
    changed = [x for x, colour in enumerate(row) if colour != "#fbfcfe"]

    assert area.left() <= changed[0]
    assert area.right() >= changed[-1]
