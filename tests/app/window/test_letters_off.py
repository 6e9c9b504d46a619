"""Single-letter keys that are switched off are off in dialogs, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sidecar_viz.app.choosing.what_if_dialog import WhatIfDialog
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.at_dialogs import opened_by, press
from tests.app.conftest import MakeWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


def quiz_of(window: MainWindow, qtbot: QtBot) -> QuizDialog:
    """Open the quiz over the window."""
    return opened_by(qtbot, window, "quiz", QuizDialog)


def what_ifs_of(window: MainWindow, qtbot: QtBot) -> WhatIfDialog:
    """Open the list of what-ifs over the window."""
    return opened_by(qtbot, window, "what_if", WhatIfDialog)


def test_a_quiz_opens_without_letters(make_window: MakeWindow, qtbot: QtBot) -> None:
    """They answer nothing and no button names them; switched on, they do."""
    window = make_window(single_letter_keys=False)
    dialog = quiz_of(window, qtbot)
    press(dialog, Key.Key_B, Key.Key_1, Key.Key_H)
    assert not dialog.attempt.answers[0].touched
    assert dialog.body.foot.chips.accessibleName().startswith("Space")

    window.change(single_letter_keys=True)
    assert dialog.body.foot.chips.accessibleName().startswith("A–D")
    press(dialog, Key.Key_B)
    assert dialog.attempt.answers[0].tries == (1,)
    window.dialogs.close_all()


def test_an_open_quiz_loses_its_letters(window: MainWindow, qtbot: QtBot) -> None:
    """Changed while it is open, it holds at once; arrows and Enter go on working."""
    dialog = quiz_of(window, qtbot)
    window.change(single_letter_keys=False)
    press(dialog, Key.Key_B, Key.Key_2, Key.Key_S)
    assert not dialog.attempt.answers[0].touched

    press(dialog, Key.Key_Down, Key.Key_Return)
    assert dialog.attempt.answers[0].tries == (0,)
    window.dialogs.close_all()


def test_what_ifs_open_without_digits(make_window: MakeWindow, qtbot: QtBot) -> None:
    """A digit chooses none of them, until digits are keys again."""
    window = make_window(single_letter_keys=False)
    dialog = what_ifs_of(window, qtbot)
    press(dialog, Key.Key_1)
    assert dialog.isVisible()
    assert window.player.timeline.course.what_if is None

    window.change(single_letter_keys=True)
    press(dialog, Key.Key_1)
    assert window.player.timeline.course.what_if is not None


def test_an_open_list_of_what_ifs_loses_its_digits(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Arrows and Enter choose."""
    dialog = what_ifs_of(window, qtbot)
    window.change(single_letter_keys=False)
    press(dialog, Key.Key_2)
    assert dialog.isVisible()

    press(dialog, Key.Key_Down, Key.Key_Return)
    assert window.player.timeline.course.what_if == window.lesson.what_ifs[0]
