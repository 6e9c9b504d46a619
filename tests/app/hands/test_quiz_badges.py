"""Questions answered on the picture, beside which the quiz stands."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.hands.badge import Badge
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.conftest import MakeWindow
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)
PICTURE = 2
"""The place of the question that is asked about the picture."""


def quiz_of(window: MainWindow, qtbot: QtBot, place: int) -> QuizDialog:
    """Open the quiz at a question."""
    program = program_of(window)
    program.begin_session(restore=False)
    program.offers.quiz()
    (dialog,) = window.findChildren(QuizDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.body.go_to(place)
    return dialog


def letters(window: MainWindow) -> list[Badge]:
    """List the letters that are seen on the stage."""
    found = window.views.work.stage.findChildren(Badge)
    return [badge for badge in found if badge.isVisible()]


@pytest.fixture
def large(make_window: MakeWindow) -> MainWindow:
    """Show step 4 of the first lesson in a window as large as a small screen."""
    window = make_window()
    window.player.jump(4)
    return window


def test_the_options_have_their_letters_on_the_shapes(
    large: MainWindow, qtbot: QtBot
) -> None:
    """A to D stand where they mean something; a click answers."""
    dialog = quiz_of(large, qtbot, PICTURE)
    assert [badge.sign for badge in letters(large)] == ["A", "B", "C", "D"]
    assert letters(large)[1].place == "sidecar"

    QTest.mouseClick(letters(large)[1], Qt.MouseButton.LeftButton)

    assert dialog.body.answer.progress == "right"
    assert [badge.isChecked() for badge in letters(large)] == [
        False,
        True,
        False,
        False,
    ]


def test_a_wrong_answer_is_crossed_out_and_played_until_it_fails(
    large: MainWindow, qtbot: QtBot
) -> None:
    """Main does start in step 2, also without the volume."""
    dialog = quiz_of(large, qtbot, PICTURE)

    QTest.mouseClick(letters(large)[2], Qt.MouseButton.LeftButton)

    assert [badge.sign for badge in letters(large)] == ["A", "B", "✕", "D"]
    what_if = large.player.timeline.course.what_if
    assert what_if is not None
    assert (what_if.id, large.player.target) == ("volume-not-mounted", 2)
    assert not dialog.peeking
    assert dialog.body.answer.looked is False

    dialog.reject()
    assert large.player.timeline.course.what_if is None


def test_a_wrong_answer_that_names_no_step_plays_nothing(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """There is nothing to be shown: the words say why it is wrong."""
    window = make_window()
    question = window.lesson.quiz[PICTURE]
    options = tuple(replace(option, step=None) for option in question.options)
    quiz = (replace(question, options=options, asks=None),)
    window.show_lesson(replace(window.lesson, quiz=quiz), window.path)
    window.player.jump(4)
    dialog = quiz_of(window, qtbot, 0)

    dialog.body.choose(0)

    assert dialog.body.answer.tries == (0,)
    assert window.player.target == 4


def test_the_tables_give_nothing_away_until_it_is_answered(
    large: MainWindow, qtbot: QtBot
) -> None:
    """They come back with the answer, and when the quiz is put away."""
    table = large.views.work.table.view

    def told() -> str:
        return str(table.grid_model.data(table.grid_model.index(5, 1)))

    dialog = quiz_of(large, qtbot, PICTURE)
    assert told() == "?"
    dialog.body.choose(1)
    assert told() == "Pod stops"

    dialog.body.go_to(0)
    assert told() == "Pod stops"
    assert letters(large) == []


def test_put_away_the_quiz_leaves_nothing_on_the_picture(
    large: MainWindow, qtbot: QtBot
) -> None:
    """And opened again, it asks where it was."""
    dialog = quiz_of(large, qtbot, PICTURE)
    dialog.reject()
    assert letters(large) == []

    program_of(large).offers.quiz()
    assert [badge.sign for badge in letters(large)] == ["A", "B", "C", "D"]


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 600)])
def test_it_never_covers_the_picture(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """It stands over the panel, or the picture makes room; then that comes back."""
    window = make_window()
    window.resize(*size)
    QApplication.processEvents()
    stage = window.views.work.stage
    before = stage.geometry()

    wide = 700 if size[0] > 1500 else 420  # wider than the panel
    place = window.leave_room(wide)
    QApplication.processEvents()
    picture = QRect(stage.mapToGlobal(QPoint(0, 0)), stage.size())
    assert place.width() >= wide - 20
    assert not place.intersects(picture)
    assert picture.width() >= 280

    window.leave_room(0)
    QApplication.processEvents()
    assert stage.geometry() == before
    dialog = quiz_of(window, qtbot, PICTURE)
    dialog.reject()
    QApplication.processEvents()
    assert stage.geometry() == before


@pytest.mark.parametrize("size", [(1280, 720), (1024, 600)])
def test_moved_by_hand_it_gives_the_room_back(
    make_window: MakeWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """Moved over the picture, it frees its place; a nudge does not."""
    window = make_window()
    window.resize(*size)
    QApplication.processEvents()
    stage = window.views.work.stage
    before = stage.width()
    dialog = quiz_of(window, qtbot, PICTURE)
    QApplication.processEvents()
    narrow = stage.width()

    dialog.move(dialog.x() - 30, dialog.y() - 10)
    QApplication.processEvents()
    nudged = stage.width()
    dialog.move(window.x(), window.y())
    QApplication.processEvents()

    assert (narrow < before, nudged, stage.width()) == (True, narrow, before)
    assert dialog.isVisible()
