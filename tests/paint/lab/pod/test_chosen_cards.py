"""A card that is chosen is ringed, and its words stand on the same ground."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.app.lab.held.examples import Example, examples
from sidecar_viz.app.lab.held.opened import read_given
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import THEMES
from sidecar_viz.paint.lab.pod.card_paint import paint_card
from sidecar_viz.pods.showing.cards import Card, cards_at
from sidecar_viz.pods.showing.run import played

BOX, EM = QRectF(5, 5, 260, 130), 13.0
INSIDE = BOX.toRect().adjusted(5, 5, -5, -5)


def picture(card: Card, theme: str, *, focused: bool) -> QImage:
    """Paint a card with a painter that filled something dark before."""
    image = QImage(270, 140, QImage.Format.Format_RGB32)
    brush = Brush(THEMES[theme], EM, Effects(vectors=True))
    with QPainter(image) as painter:
        painter.fillRect(image.rect(), QColor(THEMES[theme].stage))
        painter.setBrush(Qt.GlobalColor.black if focused else Qt.GlobalColor.red)
        paint_card(painter, brush, card, BOX, "full", focused=focused)
    return image


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("example", examples(), ids=lambda one: one.path.name)
def test_a_chosen_card_has_the_same_fill(example: Example, theme: str) -> None:
    """Each card of the samples, whenever anything changes: only its edge differs."""
    path = example.path
    opened = read_given(read_bytes(path), path.name)
    run = played(opened.pod, opened.script)
    for t in run.way.stops:
        for card in cards_at(run, t).values():
            plain = picture(card, theme, focused=False)
            chosen = picture(card, theme, focused=True)
            assert plain != chosen
            assert plain.copy(INSIDE) == chosen.copy(INSIDE), (t, card.name)
