"""The bars over the stage."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
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


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_bar_that_goes_with_the_keyboard_says_so(qtbot: QtBot) -> None:
    """Qt puts it on what comes next by Tab, which is seldom what is wanted."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    bar, other = WhatIfBar(window), QPushButton("other")
    column.addWidget(bar)
    column.addWidget(other)
    window.show()
    window.activateWindow()
    told: list[QWidget] = []
    for held in (other, bar.buttons[0]):
        bar.show_what_if("What if the network is down?")
        held.setFocus()
        qtbot.waitUntil(held.hasFocus)
        bar.abandoned.connect(lambda held=held: told.append(held))
        bar.show_what_if("")
        bar.abandoned.disconnect()

    assert told == [bar.buttons[0]]
