"""The keyboard stays where it is, or comes back to the stage: it falls nowhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from sidecar_viz.app.help.keys_dialog import KeysDialog
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.at_dialogs import opened_by

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def seen_windows() -> set[str]:
    """Name the windows that can be seen."""
    every = QApplication.topLevelWidgets()
    return {type(one).__name__ for one in every if one.isVisible()}


def test_the_manifest_keeps_the_keyboard_in_a_what_if(window: MainWindow) -> None:
    """It is the same text, so caret and keyboard stay; no other window appears."""
    window.commands["go_sample"].trigger()
    listing = QApplication.focusWidget()
    assert isinstance(listing, QPlainTextEdit)
    QTest.keyClick(listing, Qt.Key.Key_Down)
    caret = listing.textCursor().position()
    assert caret > 0

    for what_if in (window.lesson.what_ifs[0].id, ""):
        window.show_what_if(what_if)
        QApplication.processEvents()
        assert listing.hasFocus()
        assert listing.textCursor().position() == caret
        assert seen_windows() == {"MainWindow"}


def test_the_keyboard_comes_back_from_problems_that_are_mended(
    window: MainWindow, qtbot: QtBot
) -> None:
    """To the stage, where arrows step, and not to the button beside them."""
    window.views.problems.show_problems("lesson.yaml", ("1:1: wrong",))
    faults = window.views.problems.findChild(QPlainTextEdit)
    assert isinstance(faults, QPlainTextEdit)
    faults.setFocus()
    qtbot.waitUntil(faults.hasFocus)

    window.show_lesson(window.lesson, window.path)

    assert window.views.work.stage.hasFocus()


def test_a_bar_that_is_left_gives_the_keyboard_to_the_stage(
    window: MainWindow, qtbot: QtBot
) -> None:
    """By Space on its button, as by its key."""
    window.show_what_if(window.lesson.what_ifs[0].id)
    (back,) = window.views.what_if.buttons
    back.setFocus()
    qtbot.waitUntil(back.hasFocus)
    QTest.keyClick(back, Qt.Key.Key_Space)

    assert window.player.timeline.course.what_if is None
    assert window.views.work.stage.hasFocus()


def test_it_is_seen_whether_keys_are_caught(window: MainWindow, qtbot: QtBot) -> None:
    """What takes every key has another frame while it has the keyboard."""
    dialog = opened_by(qtbot, window, "keys", KeysDialog)
    catcher = dialog.editor.catcher
    dialog.list.setFocus()
    before = catcher.grab().toImage()
    catcher.setFocus()
    qtbot.waitUntil(catcher.hasFocus)

    assert catcher.grab().toImage() != before
