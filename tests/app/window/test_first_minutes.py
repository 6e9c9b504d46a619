"""What a new user stumbled over, and should not again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sidecar_viz.app.dialog.pick import PickDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.caption_words import BEGIN
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.learning.prediction import choices
from sidecar_viz.core.lesson import Lesson
from tests.app.at_dialogs import opened
from tests.app.conftest import MakeWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


def test_the_key_moment_leaves_the_keys_to_the_stage(window: MainWindow) -> None:
    """I shows it behind its tab; the next key still steps."""
    stage = window.views.work.stage
    QTest.keyClick(stage, Key.Key_I)
    assert window.views.work.tabs.current() == "moments"
    assert stage.hasFocus()

    QTest.keyClick(stage, Key.Key_Right)

    assert window.player.target == 1


def test_a_click_in_the_table_leaves_the_keys_to_the_stage(window: MainWindow) -> None:
    """It goes to the step; the arrow goes on from there."""
    view = window.views.work.table.view
    place = view.visualRect(view.grid_model.index(2, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.player.target == 3
    assert window.views.work.stage.hasFocus()

    QTest.keyClick(window.views.work.stage, Key.Key_Right)

    assert window.player.target == 4


def test_escape_leads_back_to_the_stage(window: MainWindow) -> None:
    """From a table that was gone to with the keyboard."""
    window.commands["go_table"].trigger()
    assert window.views.work.table.view.hasFocus()

    window.commands["leave"].trigger()

    assert window.views.work.stage.hasFocus()


def test_what_was_found_is_shown(window: MainWindow) -> None:
    """A note on real clusters is shown when it was looked for, and no other."""
    assert not window.preferences.real_cluster_notes
    window.commands["find"].trigger()
    dialog = window.dialogs._open["find"]
    assert isinstance(dialog, PickDialog)
    dialog.field.setText("kubelet mounts")
    assert dialog.list.item(0).text().startswith("Step 1 · In a real cluster")
    dialog.list.itemClicked.emit(dialog.list.item(0))

    assert window.player.target == 1
    labels = window.views.work.caption.findChildren(QLabel)
    assert any("In a real cluster" in label.text() for label in labels)
    assert not window.preferences.real_cluster_notes
    window.player.jump(2)
    assert not any("In a real cluster" in label.text() for label in labels)
    window.dialogs.close_all()


def test_only_what_can_change_can_be_guessed(lesson: Lesson) -> None:
    """An actor that comes only later is not offered yet."""
    course = course_of(lesson)
    for step in range(course.end):
        offered = {actor for actor, _ in choices(course, step)}
        for actor, state in course.outcomes[step + 1].actors.items():
            assert (actor in offered) == (
                state.presence > 0 or course.outcomes[step].actors[actor].presence > 0
            )


def test_the_quiz_grows_with_the_text(make_window: MakeWindow, qtbot: QtBot) -> None:
    """Opened, closed, and opened again with larger letters."""
    window = make_window()
    window.commands["quiz"].trigger()
    dialog = window.dialogs._open["quiz"]
    opened(qtbot, dialog)
    before = dialog.size()
    dialog.reject()
    window.change(text_scale=2.0)

    window.commands["quiz"].trigger()
    opened(qtbot, dialog)

    assert dialog.minimumWidth() > 0
    assert dialog.size() != before
    window.dialogs.close_all()


def test_the_end_is_announced_until_it_is_there(window: MainWindow) -> None:
    """The note under the table is as high at every step."""
    panel = window.views.work.table
    assert "At the end:" in panel._note.text()
    before = panel.note_height()

    window.player.last()

    assert "At the end:" not in panel._note.text()
    assert panel.note_height() == before


def test_the_start_says_how_it_begins(window: MainWindow) -> None:
    """Beside the question stands the key that leads on, and a click does it, too."""
    caption = window.views.work.caption
    line = caption._moment
    assert "begins" in line.text()
    assert line._key == "→"
    assert line.isVisible()

    line.linkActivated.emit(BEGIN)
    assert window.player.target == 1
    assert "begins" not in line.text()
    window.player.jump(0)
    assert "begins" in line.text()
