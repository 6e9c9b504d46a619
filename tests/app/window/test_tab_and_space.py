"""A whole lesson, a what-if, the quiz and the library, by Tab and Space alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.choosing.what_if_dialog import WhatIfDialog
from sidecar_viz.app.dialog.picture_grid import PictureGrid
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.widgets.choice_card import ChoiceCard
from sidecar_viz.app.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MOST_STOPS = 60


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    """Begin on the stage, where the program does."""
    qtbot.waitUntil(window.views.work.stage.hasFocus)
    return Hands(window, qtbot)


class Hands:
    """Has two keys: Tab goes on, Space presses what has the focus."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot

    def press(self, *words: str) -> None:
        """Go by Tab to what is called so, and press it."""
        for _ in range(MOST_STOPS):
            self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            found = focused()
            if is_called(found, words):
                QTest.keyClick(found, Qt.Key.Key_Space)
                return
            QTest.keyClick(found, Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {words}")

    def wait_for(self, dialog: type[QWidget]) -> None:
        """Wait until the keyboard is in a dialog of this kind."""
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), dialog))


def focused() -> QWidget:
    """Return who has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def is_called(widget: QWidget, words: tuple[str, ...]) -> bool:
    """Say whether all *words* are in what a widget is called now."""
    name = widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        name = name or widget.text()
    if isinstance(widget, QListWidget) and widget.currentItem() is not None:
        name = widget.currentItem().text()
    return all(word in name for word in words)


def test_a_whole_lesson(window: MainWindow, hands: Hands) -> None:
    """The button for the next step keeps the focus, so Space goes on to the end."""
    for step in range(1, window.player.timeline.end + 1):
        hands.press("Next")
        assert window.player.target == step

    hands.press("Previous")
    assert window.player.target == window.player.timeline.end - 1


def test_a_what_if(window: MainWindow, hands: Hands) -> None:
    """Entered from the list, walked through, and left again."""
    title = window.lesson.what_ifs[1].title
    hands.press("What if")
    hands.wait_for(WhatIfDialog)
    hands.press(title)
    shown = window.player.timeline.course.what_if
    assert shown is not None
    assert shown.title == title

    hands.press("Next")
    assert window.player.target == 1
    hands.press("Back to the lesson")
    assert window.player.timeline.course.what_if is None


def test_the_quiz(window: MainWindow, hands: Hands) -> None:
    """Every question is answered right, a hint is asked for, and the result seen."""
    hands.press("Quiz")
    hands.wait_for(QuizDialog)
    for question in window.lesson.quiz:
        hands.press("Hint")
        right = next(option for option in question.options if option.right)
        hands.press(right.text)
        last = question is window.lesson.quiz[-1]
        hands.press("See the result" if last else "Next question")

    assert isinstance(focused().window(), QuizDialog)
    (dialog,) = window.findChildren(QuizDialog)
    assert dialog.attempt.scored().right == len(window.lesson.quiz)


def test_the_library(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    """Tab goes from lesson to lesson, Space opens the one it is at."""
    hands.press("Lessons")
    hands.wait_for(PictureGrid)
    hands.press("The adapter")

    qtbot.waitUntil(lambda: window.lesson.id == "adapter")
    hands.press("Next")
    assert window.player.target == 1


def test_tab_leaves_the_lessons_behind_the_last(
    window: MainWindow, hands: Hands
) -> None:
    """It is no trap: the button below is reached, and by Shift+Tab the list again."""
    hands.press("Lessons")
    hands.wait_for(PictureGrid)
    dialog = focused().window()
    assert isinstance(dialog, PictureGrid)
    for _ in range(dialog.list.count()):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)

    assert not dialog.list.hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.list.hasFocus()
    window.dialogs.close_all()


def test_a_choice_card_is_pressed_by_space(window: MainWindow, hands: Hands) -> None:
    """What the two keys rely on in quiz and what-ifs."""
    hands.press("What if")
    hands.wait_for(WhatIfDialog)
    assert isinstance(focused(), ChoiceCard)
    window.dialogs.close_all()
