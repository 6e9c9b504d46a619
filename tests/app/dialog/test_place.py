"""Where dialogs are put over a window that fills the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog, QStyle, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.dialog.place import at_the_top, in_the_middle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[QDialog]:
    """Make a dialog over a window on the whole screen."""
    window = QWidget()
    qtbot.addWidget(window)
    window.showFullScreen()
    qtbot.waitUntil(window.isVisible)
    yield QDialog(window)
    window.hide()


def test_a_high_dialog_leaves_room_for_its_title(dialog: QDialog) -> None:
    """The window below has no frame there, but the dialog has one: no end is cut."""
    screen = dialog.screen().availableGeometry()
    title = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    places: list[QRect] = [
        in_the_middle(dialog, 5000, 5000),
        at_the_top(dialog, 300, screen.height() - 2 * title),
    ]

    for place in places:
        assert place.top() >= screen.top() + title
        assert place.bottom() < screen.bottom()
