"""The rim of a stage, kept as a picture, is the rim that is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.app.stage.rim import Rim, RimLook, RimPicture
from sidecar_viz.paint.brush.brush import soften
from sidecar_viz.paint.brush.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = QSize(220, 160)


def image(ratio: float) -> QImage:
    """Make a white picture of a stage."""
    made = QImage(SIZE * ratio, QImage.Format.Format_ARGB32)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.white)
    return made


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("focused", [False, True], ids=["elsewhere", "focused"])
@pytest.mark.parametrize(
    "rim",
    [Rim(8.0), Rim(8.0, apart=True), Rim(ring=False, apart=True)],
    ids=["corners", "what-if", "show"],
)
def test_a_kept_rim_is_the_drawn_rim(rim: Rim, ratio: float, *, focused: bool) -> None:
    """Also the second time, and after another one."""
    picture = RimPicture()
    for theme in (LIGHT, DARK, LIGHT):
        look = RimLook(rim, SIZE, ratio, theme, 1.0, focused=focused)
        drawn = image(ratio)
        with QPainter(drawn) as painter:
            soften(painter)
            area = QRectF(0.0, 0.0, SIZE.width(), SIZE.height())
            rim.draw(painter, area, theme, 1.0, focused=focused)
        for _ in range(2):
            kept = image(ratio)
            with QPainter(kept) as painter:
                picture.paint(painter, look)
            pairs = zip(bytes(kept.constBits()), bytes(drawn.constBits()), strict=True)
            assert max(abs(here - there) for here, there in pairs) <= 2
