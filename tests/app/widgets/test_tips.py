"""Tooltips wait, can be pointed at, and go at Esc (WCAG 1.4.13)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.app.widgets.tips import GRACE, Tips
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def rest_on(widget: QWidget) -> None:
    """Let the mouse rest there for long enough."""
    place = widget.rect().center()
    asked = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, asked)


def enter(widget: QWidget) -> None:
    """Move the mouse onto a widget."""
    here = QPointF(1, 1)
    QApplication.sendEvent(widget, QEnterEvent(here, here, here))


def leave(widget: QWidget) -> None:
    """Move the mouse off a widget."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


@pytest.fixture
def tips(window: MainWindow) -> Tips:
    """Watch the window as the program does once it has settled."""
    program_of(window).begin_session(restore=False)
    return program_of(window).tips


def test_a_tip_stays_while_the_mouse_is_there(
    tips: Tips, window: MainWindow, qtbot: QtBot
) -> None:
    """On the button or on the tip, however long; then it goes."""
    button = window.views.header.buttons["quiz"]
    rest_on(button)
    assert tips.tip.isVisible()
    assert tips.tip.text() == button.toolTip()
    assert not QToolTip.isVisible()
    assert not tips.clock.isActive()
    below = button.mapToGlobal(QPoint(0, button.height()))
    assert tips.tip.geometry().topLeft().y() == below.y()

    leave(button)
    assert (tips.clock.isActive(), tips.clock.interval()) == (True, GRACE)
    enter(tips.tip)
    assert not tips.clock.isActive()
    assert tips.tip.isVisible()
    leave(tips.tip)
    tips.clock.start(0)
    qtbot.waitUntil(lambda: not tips.tip.isVisible())


def test_esc_puts_the_tip_away_and_nothing_else(tips: Tips, window: MainWindow) -> None:
    """What lies below is the next Esc's."""
    QTest.keyClick(window.views.work.stage, Qt.Key.Key_B)
    rest_on(window.views.header.buttons["quiz"])
    QTest.keyClick(window.views.work.stage, Qt.Key.Key_Escape)
    assert not tips.tip.isVisible()
    assert window.views.blank.isVisible()

    QTest.keyClick(window.views.work.stage, Qt.Key.Key_Escape)
    assert not window.views.blank.isVisible()


def test_the_consoles_tips_too(tips: Tips, window: MainWindow, qtbot: QtBot) -> None:
    """Esc does not end the show then."""
    show: Presenting = program_of(window).show
    show.begin_with_console()
    qtbot.waitUntil(show.console.stage.hasFocus)
    rest_on(show.console.buttons["laser"])
    assert tips.tip.text().startswith("Point with the mouse")
    QTest.keyClick(show.console.stage, Qt.Key.Key_Escape)
    assert not tips.tip.isVisible()
    assert window.presenting

    show.end()
    for view in (show.audience, show.console):
        view.hide()
