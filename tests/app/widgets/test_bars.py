"""The bars over the stage."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.widgets.bars import WhatIfBar
from sidecar_viz.paint.brush.theme import THEMES, Theme


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_what_if_has_the_colour_of_the_interface(qtbot: QtBot, theme: Theme) -> None:
    """Amber is the sidecar, and a warning; a what-if is neither."""
    window = QWidget()
    qtbot.addWidget(window)
    bar = WhatIfBar(window)
    apply_style(window, Look(theme))
    bar.set_look(Look(theme))
    window.resize(800, 80)
    window.show()
    bar.show_what_if("What if the network is down?")
    bar.setGeometry(0, 0, 800, 60)
    picture = bar.grab().toImage()
    edge = {picture.pixelColor(x, 1).name() for x in range(100, 300)}

    assert picture.pixelColor(500, 20) == QColor(theme.accent_soft)
    assert QColor(theme.accent).name() in edge
    assert theme.warning.line not in edge
