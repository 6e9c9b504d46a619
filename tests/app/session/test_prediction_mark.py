"""The class's prediction stays marked while the answer is shown over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sidecar_viz.app.session.prediction_mark import PredictionMarks
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.conftest import MakeWindow
from tests.app.programs import program_of

Key = Qt.Key


def marks_of(window: MainWindow) -> PredictionMarks:
    """Find who marks."""
    program_of(window).begin_session(restore=False)
    found = window.findChild(PredictionMarks)
    assert isinstance(found, PredictionMarks)
    return found


def press(window: MainWindow, *keys: Key) -> None:
    """Press keys on the stage."""
    for key in keys:
        QTest.keyClick(window.views.work.stage, key)


def test_the_verdict_waits_for_the_answer(make_window: MakeWindow) -> None:
    """The mark is there at once, the verdict when the stage has come to rest."""
    window = make_window(predict_first=True, motion="full")
    marks, bar = marks_of(window), window.views.predict
    press(window, Key.Key_Right, Key.Key_1, Key.Key_1)
    assert bar.message.text() == "You say: Pod: Initializing. Watch."
    assert [mark.words() for mark in marks.marks] == ["Our prediction"]

    window.player.advance(20.0)

    assert bar.message.text().startswith("Right: Pod changes.")
    assert [mark.right for mark in marks.marks] == [True]


def test_next_finishes_the_answer_and_keeps_the_verdict(
    make_window: MakeWindow,
) -> None:
    """An impatient press shows all of it; the one after that asks again."""
    window = make_window(predict_first=True, motion="full")
    marks = marks_of(window)
    press(window, Key.Key_Right, Key.Key_6, Key.Key_1, Key.Key_Right)
    assert window.player.playhead.resting
    assert [mark.right for mark in marks.marks] == [False]
    assert marks.marks[0].words() == "Our prediction: this did not change"

    press(window, Key.Key_Right)

    assert window.predictor.asking
    assert marks.marks == []


def test_esc_and_going_back_take_the_mark_away(make_window: MakeWindow) -> None:
    """Nothing is left that nobody can put away."""
    window = make_window(predict_first=True)
    marks = marks_of(window)
    for key in (Key.Key_Escape, Key.Key_Left, Key.Key_Home):
        window.player.jump(2)
        press(window, Key.Key_Right, Key.Key_2, Key.Key_1)
        assert len(marks.marks) == 1

        press(window, key)
        assert marks.marks == []


def test_the_mark_is_seen_and_lets_clicks_through(make_window: MakeWindow) -> None:
    """It changes the picture, follows the size, and is no hindrance."""
    window = make_window(predict_first=True, theme="contrast")
    marks, stage = marks_of(window), window.views.work.stage
    press(window, Key.Key_Right)
    before = stage.grab().toImage()
    press(window, Key.Key_3, Key.Key_1)

    mark = marks.marks[0]
    assert stage.grab().toImage() != before
    window.resize(1280, 720)
    assert mark.geometry() == stage.rect()
    assert stage.actor_at(stage.box_of("main").center().toPointF()) == "main"
