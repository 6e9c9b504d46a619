"""What happened to the files that are kept is said for as long as it counts."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.dialog.reason import SAID, reason_of
from sidecar_viz.app.session.notice_bar import NoticeBar
from sidecar_viz.app.session.notices import Notices
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.vote import new_vote
from sidecar_viz.files.saved.folders import data_file
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FULL = OSError(errno.ENOSPC, "No space left on device")


def test_every_damaged_file_is_named_once(window: MainWindow) -> None:
    """Also beside what cannot be kept, and until it is put away."""
    notices = Notices(window)
    names = [Path("/a.damaged.json"), Path("/b.damaged.json"), Path("/c.damaged.json")]
    said: list[str] = []
    notices.told.connect(said.append)
    for one in (*names, names[0]):
        notices.tell_aside([one])
    notices.tell_aside([])
    assert len(said) == len(names)
    assert all(said[-1].count(str(one)) == 1 for one in names)

    notices.tell_refused(Path("/c.json"), FULL)
    assert said[-1] == (
        f"{said[-2]}\nNothing can be kept in {Path('/c.json')} now: the disk is full. "
        "It is tried again."
    )
    notices.tell_refused(Path("/c.json"))
    assert said[-1] == said[-3]

    notices.tell_refused(Path("/c.json"), FULL)
    (bar,) = window.findChildren(NoticeBar)
    QTest.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert notices.text.startswith("Nothing can be kept")
    assert said[-1] == notices.text


def test_what_is_damaged_while_the_window_is_open_is_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    """The session, the progress and the results, as they are written."""
    program = program_of(window)
    session, classroom = program.session, program.classroom
    session.finish()
    names = ("session", "progress", "results")
    for name in names:
        data_file(f"{name}.json").write_text("{")
    vote = new_vote("q", 0, 2).counted(0, 7).onward()
    classroom.keep(vote)
    window.player.jump(2)
    session.finish()

    def told() -> bool:
        return all(f"{name}.damaged.json" in session.notices.text for name in names)

    qtbot.waitUntil(told)


def test_the_show_says_what_was_told_before_it_was_made(window: MainWindow) -> None:
    """The disk is full still, so the console says so, too."""
    program = program_of(window)
    program.session.notices.tell_refused(Path("/c.json"), FULL)
    console = program.show.console
    assert "the disk is full" in console.note.text()
    program.session.notices.tell_refused(Path("/c.json"))
    assert console.note.text() == ""


@pytest.mark.parametrize("number", sorted(SAID))
def test_a_reason_is_in_the_user_s_words(number: int) -> None:
    """Whatever whoever raised it wrote."""
    assert reason_of(OSError(number, "there are too many results")) == SAID[number]


def test_a_rare_reason_is_in_the_system_s_words() -> None:
    """So is an error without a number."""
    assert reason_of(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert reason_of(OSError("odd")) == "odd"
    assert reason_of(ValueError("embedded null byte")) == "embedded null byte"
