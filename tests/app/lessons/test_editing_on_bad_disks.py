"""Editing live goes on whatever happens to the file: the last good picture stays."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lessons.file_watch import FileWatch
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.conftest import LESSON
from tests.app.programs import program_of
from tests.faults.faults import NOBODY, Fault, broken, endless, fifo, shut

pytestmark = pytest.mark.storm
FAULTS: dict[Fault, str] = {
    broken: "input/output error",
    endless: "this is not an ordinary file",
    fifo: "this is not an ordinary file",
    shut: "permission denied",
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_what_cannot_be_read_keeps_the_last_good_picture(
    window: MainWindow, tmp_path: Path, fault: Fault
) -> None:
    """The reason is named; when the file is back, it is shown at the same step."""
    file = tmp_path / "mine" / "mine.lesson.yaml"
    file.parent.mkdir()
    file.write_bytes(LESSON.read_bytes())
    window.opener.open(file)
    window.player.jump(4)
    window.commands["edit"].trigger()
    editing, problems = program_of(window).editing, window.views.problems
    with fault(file):
        editing.read(patient=False)
        assert problems.isVisible()
        assert FAULTS[fault] in problems.problems()
        assert (window.lesson.id, window.player.target) == ("sidecar", 4)
        window.player.step(1)
        assert window.player.target == 5
        if editing.watch is not None:
            editing.watch.look()
    editing.read(patient=False)
    assert not problems.isVisible()
    assert window.player.target == 5
    window.commands["edit"].trigger()
    assert editing.watch is None


@pytest.mark.skipif(sys.platform != "linux", reason="users of Linux")
def test_a_file_that_may_not_be_read_is_followed_in_silence(
    qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    """Qt would write a line about it each second; it is read once it may be."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        file = Path(folder, "mine.lesson.yaml")
        file.touch()
        file.chmod(0)
        if os.geteuid() == 0:
            os.setresuid(NOBODY, NOBODY, 0)
        try:
            watch = FileWatch(file)
            watch.look()
        finally:
            if os.getresuid()[2] == 0:
                os.setresuid(0, 0, 0)
        file.chmod(0o644)
        with qtbot.waitSignal(watch.changed):
            watch.look()
        watch.stop()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_lesson_that_cannot_be_read_is_not_opened(
    window: MainWindow, tmp_path: Path, fault: Fault
) -> None:
    """The one shown before stays, and the reason is named."""
    file = tmp_path / "mine" / "mine.lesson.yaml"
    file.parent.mkdir()
    file.write_bytes(LESSON.read_bytes())
    with fault(file):
        assert not window.opener.open(file)
    assert FAULTS[fault] in window.views.problems.problems()
    assert window.path == LESSON
    assert window.opener.open(file)
