"""What the service says stands in its box."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import THEMES
from sidecar_viz.paint.lab.pod.around_paint import paint_service
from sidecar_viz.paint.lab.pod.plan import plan_of
from sidecar_viz.pods.showing.around import Service
from tests.pods.stories import SHOP

WIDE, HIGH, EM = 1100, 420, 16.0
LIGHT = THEMES["light"]


@pytest.mark.parametrize("since", [18.0, 50_000.0, 5_000_000.0])
def test_nothing_is_written_over_the_edge(since: float) -> None:
    """However long ago the tap was turned."""
    plan = plan_of(SHOP, (WIDE, HIGH), EM)
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(LIGHT.stage)
    with QPainter(image) as painter:
        brush = Brush(LIGHT, EM, Effects(vectors=True))
        service = Service(since, "pod is deleted", "Nobody is there to ask.")
        paint_service(painter, brush, plan, service, 0.0)

    box = plan.service.toAlignedRect()
    beside = range(box.right() + 3, WIDE)
    assert len(beside) > EM / 2
    seen = {
        image.pixelColor(QPoint(x, y)).name()
        for x in beside
        for y in range(box.top(), box.bottom())
    }
    assert seen == {QColor(LIGHT.stage).name()}
