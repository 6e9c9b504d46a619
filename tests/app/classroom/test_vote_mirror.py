"""The vote on the class's display."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from sidecar_viz.app.classroom.vote_mirror import VoteMirror
from sidecar_viz.app.screens.resting_pointer import REST
from tests.app.at_dialogs import LOOK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BLANK = Qt.CursorShape.BlankCursor


def test_a_resting_pointer_is_not_seen_over_the_vote(qtbot: QtBot) -> None:
    """Until it moves; the teacher's dialog, which is open, does not keep it."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    mirror = VoteMirror(dialog.screen(), LOOK, dialog)
    qtbot.waitExposed(mirror)
    clock = mirror.pointer.clock
    assert clock.interval() == REST

    QTest.mouseMove(mirror.windowHandle(), QPoint(40, 40))
    QApplication.processEvents()
    assert clock.isActive()
    clock.start(0)
    qtbot.waitUntil(lambda: not clock.isActive())
    clock.setInterval(REST)
    assert mirror.view.cursor().shape() == BLANK

    QTest.mouseMove(mirror.windowHandle(), QPoint(80, 80))
    QApplication.processEvents()
    assert mirror.view.cursor().shape() != BLANK
    mirror.close()
    assert not clock.isActive()
