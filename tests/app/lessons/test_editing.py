"""A lesson beside its author's editor: saved, replaced, torn, gone and back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lessons.editing import Editing
from sidecar_viz.app.window.main_window import MainWindow
from tests.app.conftest import LESSON
from tests.app.programs import program_of

TITLE = "Sidecar container pattern in Kubernetes"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Have a lesson of one's own."""
    path = tmp_path / "mine.lesson.yaml"
    path.write_bytes(LESSON.read_bytes())
    return path


@pytest.fixture
def editing(window: MainWindow, file: Path) -> Iterator[Editing]:
    """Edit that lesson, at its fourth step."""
    window.opener.open(file)
    window.player.jump(4)
    window.commands["edit"].trigger()
    yield program_of(window).editing
    program_of(window).editing.set_on(on=False)


def titled(title: str) -> bytes:
    """The lesson's bytes with another title."""
    return LESSON.read_bytes().replace(TITLE.encode(), title.encode())


def shows(window: MainWindow, title: str) -> bool:
    """Whether the lesson of this title is shown."""
    return window.lesson.title == title


def test_what_is_saved_is_shown_at_the_same_step(
    editing: Editing, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """Written over in place; the bar says that it was read."""
    file.write_bytes(titled("Mine"))
    qtbot.waitUntil(lambda: window.lesson.title == "Mine")

    assert window.player.target == 4
    assert "good" in editing.bar.message.text()
    assert not window.views.problems.isVisible()


def test_a_file_that_is_replaced_is_followed(
    editing: Editing, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """Editors write another file and rename it; twice, so that it is heard again."""
    for title in ("One", "Two"):
        part = file.with_suffix(".part")
        part.write_bytes(titled(title))
        part.replace(file)
        qtbot.waitUntil(partial(shows, window, title))
    assert editing.watch is not None


def test_a_mistake_keeps_the_last_good_picture(
    editing: Editing, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """Every problem with its place; mended, they are gone."""
    file.write_bytes(titled("Good"))
    qtbot.waitUntil(lambda: window.lesson.title == "Good")
    file.write_bytes(titled("Bad") + b"\nstops: []\nstips: []\n")
    qtbot.waitUntil(window.views.problems.isVisible)

    lines = window.views.problems.problems().splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{file.name}:") for line in lines)
    assert window.lesson.title == "Good"
    assert window.player.target == 4
    assert "problems: 2" in editing.bar.message.text()

    file.write_bytes(titled("Mended"))
    qtbot.waitUntil(lambda: window.lesson.title == "Mended")
    assert not window.views.problems.isVisible()


@pytest.mark.usefixtures("editing")
def test_what_could_be_better_is_listed_beside_the_picture(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """What check says does not keep the lesson from being shown."""
    said = titled("Shown").replace(b"say: The pod is initializing", b"say: The")
    long = b"say: " + b"word " * 30 + b"The"
    file.write_bytes(said.replace(b"say: The", long, 1))
    qtbot.waitUntil(lambda: window.lesson.title == "Shown")

    assert window.views.problems.isVisible()
    assert "could be better" in window.views.problems.message.text()
    assert ": say: " in window.views.problems.problems()


def test_a_file_that_goes_and_comes_is_waited_for(
    editing: Editing, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """Gone for a moment says nothing; gone for good is said; back, it is read."""
    file.unlink()
    qtbot.waitUntil(lambda: editing.watch is not None and editing.watch.gone)
    assert not window.views.problems.isVisible()
    qtbot.waitUntil(window.views.problems.isVisible)
    assert "unreadable" in window.views.problems.problems()
    assert window.lesson.title == TITLE

    file.write_bytes(titled("Back"))
    qtbot.waitUntil(lambda: window.lesson.title == "Back")
    assert not window.views.problems.isVisible()


def test_a_half_written_file_is_not_taken_for_a_mistake(
    editing: Editing, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """An editor empties the file first and writes later."""
    assert editing.watch is not None
    with qtbot.waitSignal(editing.watch.changed):
        file.write_bytes(b"")
    os.utime(file)
    assert not window.views.problems.isVisible()
    file.write_bytes(titled("Whole"))
    qtbot.waitUntil(lambda: window.lesson.title == "Whole")
    assert not window.views.problems.isVisible()


def test_no_clock_runs_afterwards(
    editing: Editing, window: MainWindow, file: Path
) -> None:
    """Ctrl+E again ends it; what is saved then is not read."""
    window.commands["edit"].trigger()

    assert editing.watch is None
    assert editing.bar.isHidden()
    file.write_bytes(titled("Late"))
    assert window.lesson.title == TITLE


def test_another_lesson_that_is_opened_is_edited_then(
    editing: Editing, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """The bar names it."""
    other = tmp_path / "other.lesson.yaml"
    other.write_bytes(titled("Other"))
    window.opener.open(other)

    qtbot.waitUntil(lambda: editing.watch is not None and editing.watch.path == other)

    assert "other.lesson.yaml" in editing.bar.message.text()


def test_a_lesson_of_the_program_is_copied(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    data_place: Path,
) -> None:
    """It is not written over; the copy is in the user's folder, and edited."""
    folder = tmp_path / "installed" / "lessons" / "sidecar"
    folder.mkdir(parents=True)
    (folder / "lesson.yaml").write_bytes(LESSON.read_bytes())
    monkeypatch.setenv("SIDECAR_VIZ_DATA", str(tmp_path / "installed"))
    window.opener.open(folder / "lesson.yaml")
    window.commands["edit"].trigger()
    editing = program_of(window).editing
    assert editing.watch is None
    assert "came with the program" in editing.bar.message.text()

    editing.bar.copy.click()

    made = data_place / "sidecar-viz" / "lessons" / "my-sidecar.lesson.yaml"
    assert window.path == made
    assert editing.watch is not None
    assert editing.watch.path == made
    assert window.lesson.id == "my-sidecar"

    made.write_bytes(titled("Kept").replace(b"id: sidecar\n", b"id: my-sidecar\n", 1))
    window.opener.open(folder / "lesson.yaml")
    editing.bar.copy.click()

    assert window.lesson.title == "Kept"
    window.commands["edit"].trigger()


def test_a_file_that_is_replaced_within_the_same_moment_is_read(
    window: MainWindow, editing: Editing, file: Path, qtbot: QtBot
) -> None:
    """An archive may bring a file with the old one's time; its size tells."""
    time = file.stat().st_mtime_ns
    file.write_bytes(titled("Replaced by an archive"))
    os.utime(file, ns=(time, time))
    assert editing.watch is not None
    editing.watch.look()

    qtbot.waitUntil(lambda: window.lesson.title == "Replaced by an archive")
