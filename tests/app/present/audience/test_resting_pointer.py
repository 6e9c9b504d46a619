"""No arrow stays on the picture that the class looks at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.present.audience.audience import AudienceView
from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.app.screens.resting_pointer import REST
from tests.app.present.conftest import press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
BLANK, ARROW = Qt.CursorShape.BlankCursor, Qt.CursorShape.ArrowCursor


def shapes(audience: AudienceView) -> tuple[Qt.CursorShape, ...]:
    """Tell the pointer over the stage, beside it, and below it."""
    parts = (audience.stage, audience.side, audience.band)
    return tuple(part.cursor().shape() for part in parts)


def move(audience: AudienceView, x: int, y: int) -> None:
    """Move the mouse within the window."""
    QTest.mouseMove(audience.windowHandle(), QPoint(x, y))
    QApplication.processEvents()


def rest(qtbot: QtBot, audience: AudienceView) -> None:
    """Let the pointer rest for as long as it must, which is no time here."""
    clock = audience.pointer.clock
    assert clock.isActive()
    clock.start(0)
    qtbot.waitUntil(lambda: not clock.isActive())
    clock.setInterval(REST)


def test_the_pointer_rests_unseen(qtbot: QtBot, show: Presenting) -> None:
    """Over every part of the view, after three seconds, also with one screen."""
    audience = show.audience
    move(audience, 200, 100)
    assert audience.pointer.clock.interval() == REST
    assert BLANK not in shapes(audience)

    rest(qtbot, audience)

    assert shapes(audience) == (BLANK,) * 3
    press(show, Key.Key_PageDown)
    assert shapes(audience) == (BLANK,) * 3


def test_it_comes_back_when_the_mouse_moves(qtbot: QtBot, show: Presenting) -> None:
    """Over the caption and the table, too; then it rests again."""
    audience = show.audience
    for part in (audience.stage, audience.side, audience.band):
        move(audience, 5, 5)
        rest(qtbot, audience)
        assert audience.pointer.hidden

        middle = part.geometry().center()
        move(audience, middle.x(), middle.y())

        assert not audience.pointer.hidden
        assert BLANK not in shapes(audience)
        assert audience.pointer.clock.isActive()


def test_no_clock_runs_while_it_rests(qtbot: QtBot, show: Presenting) -> None:
    """Nor after presenting."""
    audience = show.audience
    move(audience, 200, 100)
    rest(qtbot, audience)
    assert not audience.pointer.clock.isActive()

    move(audience, 210, 100)
    show.end()

    assert not audience.pointer.clock.isActive()
    assert not audience.pointer.hidden


def test_a_dialog_keeps_the_pointer(qtbot: QtBot, show: Presenting) -> None:
    """It is there while one is open, and rests again when it is closed."""
    audience = show.audience
    move(audience, 200, 100)
    rest(qtbot, audience)
    press(show, Key.Key_F1)
    qtbot.waitUntil(lambda: not audience.isActiveWindow())
    assert not audience.pointer.hidden
    rest(qtbot, audience)
    assert not audience.pointer.hidden

    show.window.dialogs.close_all()
    qtbot.waitUntil(audience.isActiveWindow)
    rest(qtbot, audience)

    assert audience.pointer.hidden


def test_a_menu_keeps_the_pointer(qtbot: QtBot, show: Presenting) -> None:
    """That of the displays, opened by its key."""
    audience = show.audience
    move(audience, 200, 100)
    rest(qtbot, audience)
    press(show, Key.Key_X, modifier="shift")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert not audience.pointer.hidden
    rest(qtbot, audience)
    assert not audience.pointer.hidden

    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    rest(qtbot, audience)

    assert audience.pointer.hidden


def test_tools_keep_their_pointers(qtbot: QtBot, show: Presenting) -> None:
    """The laser has none, the pen a cross; what is taken unseen is seen on moving."""
    audience, stage = show.audience, show.audience.stage
    move(audience, 5, 5)
    press(show, Key.Key_L)
    rest(qtbot, audience)
    move(audience, 8, 8)
    assert stage.cursor().shape() == BLANK

    rest(qtbot, audience)
    press(show, Key.Key_L)
    assert stage.cursor().shape() == BLANK
    move(audience, 5, 5)
    assert stage.cursor().shape() == ARROW

    rest(qtbot, audience)
    press(show, Key.Key_D)
    assert stage.cursor().shape() == BLANK
    move(audience, 8, 8)
    assert stage.cursor().shape() == Qt.CursorShape.CrossCursor


def test_what_qt_makes_up_is_no_movement(qtbot: QtBot, show: Presenting) -> None:
    """A mouse that is told to be where it was has not moved."""
    audience = show.audience
    move(audience, 200, 100)
    rest(qtbot, audience)

    move(audience, 200, 100)

    assert audience.pointer.hidden
