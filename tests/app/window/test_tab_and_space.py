"""A whole lesson, a what-if, the quiz and the library, by Tab and Space alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.choosing.what_if_dialog import WhatIfDialog
from sidecar_viz.app.dialog.picture_grid import PictureGrid
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.widgets.choice_card import ChoiceCard
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.conftest import ROOT, MakeWindow
from tests.app.tab_and_space import Hands, focused

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    """Begin on the stage, where the program does."""
    qtbot.waitUntil(window.views.work.stage.hasFocus)
    return Hands(window, qtbot)


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


def test_a_quiz_with_every_kind_of_question(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """Also what else is answered on the picture, and an order, one after the other."""
    lesson = load_lesson(ROOT / "lessons" / "init-containers" / "lesson.yaml")
    assert any(question.ordered for question in lesson.quiz)
    assert any(option.at for question in lesson.quiz for option in question.options)
    window = make_window(lesson)
    qtbot.waitUntil(window.views.work.stage.hasFocus)
    hands = Hands(window, qtbot)
    hands.press("Quiz")
    hands.wait_for(QuizDialog)
    for question in lesson.quiz:
        for place in question.rights:
            hands.press(question.options[place].text)
        last = question is lesson.quiz[-1]
        hands.press("See the result" if last else "Next question")

    (dialog,) = window.findChildren(QuizDialog)
    assert dialog.attempt.scored().first == len(lesson.quiz)


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
