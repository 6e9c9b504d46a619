"""What tests of the class share."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.window.main_window import MainWindow
from tests.app.classroom.voting import Room


@pytest.fixture
def room(qtbot: QtBot, window: MainWindow) -> Room:
    """Open the vote over the window."""
    return Room(qtbot, window)
