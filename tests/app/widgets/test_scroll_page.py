"""A page that scrolls shows what the keyboard is on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.widgets.scroll_page import ScrollPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_tab_from_outside_leads_into_sight(qtbot: QtBot) -> None:
    """Round the end of a dialog, to a part that was scrolled away."""
    window = QWidget()
    qtbot.addWidget(window)
    page, foot = ScrollPage(window), QPushButton("Close", window)
    column = QVBoxLayout(window)
    column.addWidget(page)
    column.addWidget(foot)
    parts = [QPushButton(f"{number}") for number in range(30)]
    for part in parts:
        page.column.addWidget(part)
    window.resize(200, 200)
    window.show()
    window.activateWindow()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    foot.setFocus()
    qtbot.waitUntil(foot.hasFocus)
    assert parts[0].visibleRegion().isEmpty()

    QTest.keyClick(foot, Qt.Key.Key_Tab)

    assert parts[0].hasFocus()
    assert parts[0].visibleRegion().boundingRect() == parts[0].rect()
