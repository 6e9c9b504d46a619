"""A sheet over everything, in one of two colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.widgets.blank import Blank


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Show a window to cover."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.show()
    return made


def colour(window: QWidget) -> str:
    """Say what is seen in the window's corner."""
    return window.grab().toImage().pixelColor(QPoint(3, 3)).name()


def test_another_colour_covers_the_first(window: QWidget) -> None:
    """The same again takes it away."""
    blank = Blank(window)
    blank.toggle("#000000")
    assert colour(window) == "#000000"
    blank.toggle("#ffffff")
    assert colour(window) == "#ffffff"
    assert blank.isVisible()
    blank.toggle("#ffffff")
    assert not blank.isVisible()
    assert QColor(colour(window)) != QColor("#000000")


def test_it_stays_as_large_as_its_window(window: QWidget) -> None:
    """While it covers it; uncovering says whether it did."""
    blank = Blank(window)
    blank.toggle("#000000")
    window.resize(300, 200)

    assert blank.size() == window.size()
    assert blank.uncover()
    assert not blank.uncover()
