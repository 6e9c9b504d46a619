"""What tests of help and keys share."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.help.keys_dialog import KeysDialog
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.at_dialogs import opened_by


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> KeysDialog:
    """Open the keys over the window."""
    return opened_by(qtbot, window, "keys", KeysDialog)
