"""Keys that a clicker was taught, where a window has the same key for itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.dialog.pick import PickDialog
from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.at_dialogs import asked_for
from tests.app.conftest import MakeWindow
from tests.app.programs import program_of

Key = Qt.Key

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


@pytest.fixture
def taught(make_window: MakeWindow) -> MainWindow:
    """Open the window; A and F13 go on, wherever they are pressed."""
    window = make_window(learned_keys=(("A", "next"), ("F13", "next")))
    program_of(window).begin_session(restore=False)
    return window


def in_front(window: QWidget, qtbot: QtBot) -> QWidget:
    """Bring a window to the front; give what has the keyboard there."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    focused: QWidget | None = window.focusWidget()
    return window if focused is None else focused


def close(lab: Lab) -> None:
    """Close a lab, and let it go."""
    lab.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_lab_keeps_its_own_keys(taught: MainWindow, qtbot: QtBot) -> None:
    """A asks there what is assumed; two that want a key would both lose it."""
    lab = program_of(taught).labs.open_lab(taught.preferences)
    asked: list[str] = []
    for action in lab.window.findChildren(QAction):
        if any(key.toString() == "A" for key in action.shortcuts()):
            action.triggered.disconnect()
            action.triggered.connect(lambda *_: asked.append("the lab"))
    QTest.keyClick(in_front(lab.window, qtbot), Key.Key_A)
    assert asked == ["the lab"]
    assert taught.player.target == 0

    close(lab)
    QTest.keyClick(in_front(taught, qtbot), Key.Key_A)
    assert taught.player.target == 1


def test_a_dialog_keeps_its_own_keys(taught: MainWindow, qtbot: QtBot) -> None:
    """A is the quiz's first answer there; F13, which nobody else wants, goes on."""
    taught.commands["quiz"].trigger()
    quiz = taught.findChild(QuizDialog)
    assert isinstance(quiz, QuizDialog)
    QTest.keyClick(in_front(quiz, qtbot), Key.Key_A)
    assert quiz.attempt.answers[0].tries == (0,)
    assert taught.player.target == 0

    QTest.keyClick(in_front(taught, qtbot), Key.Key_A)
    QTest.keyClick(in_front(taught, qtbot), Key.Key_F13)
    assert taught.player.target == 2


def test_a_dialog_without_that_key_hears_the_taught_one(
    taught: MainWindow, qtbot: QtBot
) -> None:
    """It does there what the dialog's own key does: a page down."""
    taught.commands["go_to"].trigger()
    dialog = taught.findChild(PickDialog)
    assert isinstance(dialog, PickDialog)
    before = dialog.list.currentRow()
    QTest.keyClick(in_front(dialog, qtbot), Key.Key_F13)
    assert dialog.list.currentRow() != before
    assert taught.player.target == 0


def test_the_lab_goes_on_by_a_taught_key(taught: MainWindow, qtbot: QtBot) -> None:
    """To the next change and back; the lesson behind it stays where it is."""
    taught.change(learned_keys=(("F13", "next"), ("F14", "previous")))
    lab = program_of(taught).labs.open_lab(taught.preferences)
    lab.player.set_motion("none")
    seen = [lab.player.moment.t]
    for key in (Key.Key_F13, Key.Key_F13, Key.Key_F14):
        QTest.keyClick(in_front(lab.window, qtbot), key)
        seen.append(lab.player.moment.t)

    assert seen[0] < seen[1] < seen[2]
    assert seen[3] == seen[1]
    assert taught.player.target == 0
    close(lab)


def test_over_the_lab_a_taught_key_waits(taught: MainWindow, qtbot: QtBot) -> None:
    """While it asks what to break, nothing moves below: neither pod nor lesson."""
    lab = program_of(taught).labs.open_lab(taught.preferences)
    lab.hands.break_it()
    dialog = lab.window.findChild(BreakDialog)
    assert isinstance(dialog, BreakDialog)
    before = lab.player.moment.t
    QTest.keyClick(in_front(dialog, qtbot), Key.Key_F13)

    assert lab.player.moment.t == before
    assert taught.player.target == 0
    dialog.reject()
    close(lab)


def test_over_the_lesson_a_taught_key_moves_it(
    taught: MainWindow, qtbot: QtBot
) -> None:
    """Help that was opened by accident does not hold the lesson up."""
    dialog = asked_for(taught, "about", QDialog)
    QTest.keyClick(in_front(dialog, qtbot), Key.Key_F13)

    assert taught.player.target == 1
