"""Windows and the keyboard of the desktop."""

from __future__ import annotations

import warnings

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.screens.screens import make_active


def test_a_window_with_the_desktops_keyboard_has_its_keys(qtbot: QtBot) -> None:
    """Qt forgets a window that is hidden and shown again in a moment."""
    window, other = QWidget(), QWidget()
    field = QLineEdit(window)
    for made in (window, other):
        qtbot.addWidget(made)
        made.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        QApplication.setActiveWindow(None)  # type: ignore[arg-type]
    assert QApplication.focusWidget() is None

    make_active(other)
    assert QApplication.activeWindow() is None
    make_active(window)
    assert QApplication.activeWindow() is window
    assert QApplication.focusWidget() is field
