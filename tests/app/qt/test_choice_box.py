"""The box that folds out a list of choices."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.qt.choice_box import ChoiceBox
from sidecar_viz.paint.brush.theme import DARK, LIGHT, Theme


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize(
    "side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_it_has_an_arrow_and_nothing_of_another_style(
    qtbot: QtBot, theme: Theme, side: Qt.LayoutDirection
) -> None:
    """At its end there is the arrow in the ink of its words, and else its ground."""
    window = QWidget()
    qtbot.addWidget(window)
    box = ChoiceBox(window)
    box.setLayoutDirection(side)
    box.addItem("native")
    apply_style(window, Look(theme))
    window.resize(400, 100)
    box.setGeometry(10, 10, 200, 40)
    window.show()
    picture = box.grab().toImage()
    ends = range(175, 197) if side is Qt.LayoutDirection.LeftToRight else range(3, 25)

    seen = {picture.pixelColor(x, y).name() for x in ends for y in range(16, 26)}
    around = {picture.pixelColor(x, y).name() for x in ends for y in (5, 6, 33, 34)}

    assert QColor(theme.ink).name() in seen
    assert around == {QColor(theme.surface).name()}
    assert picture.pixelColor(ends[-1 if ends[0] > 100 else 0], 20).name() in around
