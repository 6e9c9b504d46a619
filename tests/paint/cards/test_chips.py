"""The pill with an actor's word."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.cards.chips import draw_chip


def ink(turn: float) -> int:
    """Count what is dark in a pill while its word turns into another one."""
    state = ActorState("main", "Running", "active", was="Waiting", turn=turn)
    image = QImage(240, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    with QPainter(image) as painter:
        draw_chip(painter, Brush(LIGHT, 20.0, Effects()), state, "blue", 10.0, 30.0)
    fill = QColor(LIGHT.tone("active", "blue").soft).lightness()
    places = ((x, y) for x in range(40, 90) for y in range(20, 40))
    return sum(image.pixelColor(x, y).lightness() < fill - 30 for x, y in places)


@pytest.mark.parametrize("turn", [0.4, 0.49, 0.5, 0.51, 0.6])
def test_a_pill_always_has_a_word(qapp: QApplication, turn: float) -> None:
    """Also in the middle of the change, when the words change places."""
    del qapp
    assert ink(turn) > ink(1.0) / 3
