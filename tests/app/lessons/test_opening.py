"""Opening lessons, and where the window was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.window.geometry import fills_the_screen
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.conftest import LESSON, MakeWindow
from tests.app.programs import program_of


def test_a_bad_file_leaves_the_lesson(window: MainWindow, tmp_path: Path) -> None:
    """Every problem is listed with its place; the lesson and the step stay."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\nid: x\ntitel: y\n", encoding="utf-8")
    window.player.jump(2)

    assert not window.opener.open(bad)
    assert window.views.problems.isVisible()
    lines = window.views.problems.problems().splitlines()
    assert [line[:12] for line in lines] == ["bad.yaml:1:1"] * 2 + ["bad.yaml:3:1"]
    assert window.player.target == 2
    assert window.lesson.id == "sidecar"


def test_problems_are_copied_where_there_are_some(
    window: MainWindow, tmp_path: Path
) -> None:
    """A lesson that ended the program has none to copy, only its sentence."""
    panel = window.views.problems
    copy = next(one for one in panel.buttons if one.text() == "Copy")
    panel.show_deadly("bad.yaml")
    assert panel.isVisible()
    assert not copy.isVisible()

    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\nid: x\ntitel: y\n", encoding="utf-8")
    assert not window.opener.open(bad)
    copy.click()
    assert QGuiApplication.clipboard().text() == panel.problems() != ""


def test_a_dropped_file_is_opened(window: MainWindow, tmp_path: Path) -> None:
    """A file that is dropped on the window is read."""
    file = tmp_path / "dropped.yaml"
    file.write_text("format: 1\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    window.dropEvent(event)

    assert "dropped.yaml" in window.views.problems.message.text()


def test_the_refused_file_is_read_again(window: MainWindow, tmp_path: Path) -> None:
    """Mended, Ctrl+R opens it; still wrong, its problems stay."""
    file = tmp_path / "mine.yaml"
    file.write_text("format: 1\nid: x\ntitel: y\n", encoding="utf-8")
    window.opener.open(file)
    window.commands["reload"].trigger()
    assert window.views.problems.isVisible()
    assert window.path == LESSON

    file.write_bytes(LESSON.read_bytes())
    window.views.problems.buttons[0].click()

    assert not window.views.problems.isVisible()
    assert window.path == file


def test_put_away_problems_let_the_shown_lesson_be_read(
    window: MainWindow, tmp_path: Path
) -> None:
    """After Esc, Ctrl+R means what is shown, and keeps its what-if and step."""
    file = tmp_path / "mine.yaml"
    file.write_text("format: 1\n", encoding="utf-8")
    window.opener.open(file)
    window.views.problems.put_away()
    window.show_what_if("network-down")
    window.player.jump(5)

    window.commands["reload"].trigger()

    course = window.player.timeline.course
    assert (window.path, window.player.target) == (LESSON, 5)
    assert course.what_if is not None
    assert course.what_if.id == "network-down"


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_file_dialogs_head_can_be_read(window: MainWindow) -> None:
    """Its ground is light in a light theme, whatever our own tables have."""
    program_of(window).library.open_file()
    head = window.dialogs._open["file"].findChild(QHeaderView)
    assert head is not None
    ground = head.grab().toImage().pixelColor(head.width() - 4, head.height() // 2)
    window.dialogs.close_all()

    assert ground.lightness() > 200


def test_where_it_was_left_is_kept(window: MainWindow) -> None:
    """Closing hands over lesson, step and sizes."""
    kept: list[Preferences] = []
    window.preferences_changed.connect(lambda chosen, _changed: kept.append(chosen))
    window.player.jump(5)

    window.close()

    assert kept[-1].last_step == 5
    assert kept[-1].last_lesson.endswith("lesson.yaml")
    assert kept[-1].geometry


def test_a_window_left_maximised_opens_so(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """What was kept about a maximised window is taken up by the next one."""
    window = make_window()
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)

    again = make_window(geometry=window.left_where().geometry)

    assert again.isMaximized()


def test_a_first_window_takes_all_of_a_small_screen() -> None:
    """On a screen of 1280x720 no room is given away."""
    assert fills_the_screen(QSize(1280, 720))
    assert not fills_the_screen(QSize(1920, 1040))


def test_another_lesson_gives_its_stage_the_keys(window: MainWindow) -> None:
    """Arrows step through it, wherever the focus was; read again, it stays there."""
    other = LESSON.parent.parent / "job" / "lesson.yaml"
    window.views.work.table.view.setFocus()
    assert window.path is not None
    window.opener.open(window.path)
    assert window.views.work.table.view.hasFocus()

    window.opener.open(other)

    assert window.lesson.id == "job"
    assert window.views.work.stage.hasFocus()


def test_who_listens_reads_the_problems_at_once(
    window: MainWindow, tmp_path: Path
) -> None:
    """With a screen reader the list has the keyboard; Close gives it back."""
    file = tmp_path / "bad.yaml"
    file.write_text("format: 1\nid: bad\n", encoding="utf-8")
    was = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        window.opener.open(file)

        focused = window.focusWidget()
        assert focused.accessibleName() == "Problems"
        window.views.problems.put_away()
        assert window.focusWidget() is window.views.work.stage
    finally:
        QAccessible.setActive(was)
