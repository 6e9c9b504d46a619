"""The library: lessons to choose from, by key and by click."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.dialog.picture_grid import PictureGrid
from sidecar_viz.app.lab.held.examples import first_example
from sidecar_viz.app.lessons.library_dialog import LibraryFoot, library_dialog
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.places import data_folder
from sidecar_viz.files.library.shelf import Entry, shelf
from tests.app.at_dialogs import DARK_LOOK, LOOK, opened, press
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SHOWN, OTHER, TORN = Path("a.yaml"), Path("b.yaml"), Path("torn.yaml")
FOLDER = Path("lessons")
LARGE = Look(LOOK.theme, LOOK.ui, 2.0)


@pytest.fixture
def entries(lesson: Lesson, sidecar_lesson: Lesson) -> tuple[Entry, ...]:
    """Stand two lessons and a torn one on the shelf."""
    return (
        Entry("sidecar", SHOWN, False, sidecar_lesson),
        Entry("other", OTHER, True, lesson),
        Entry("torn", TORN, True, None, problems=3),
    )


def texts(dialog: PictureGrid) -> list[str]:
    """What a screen reader says of each lesson."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(dialog.list.item(n).data(role)) for n in range(dialog.list.count())]


def test_each_lesson_says_what_it_is_and_how_far_one_came(
    qtbot: QtBot, dressed: QWidget, entries: tuple[Entry, ...], sidecar_lesson: Lesson
) -> None:
    """Title, subject, minutes, progress; of a torn one, what is wrong."""
    progress = {sidecar_lesson.id: Progress(4, 6, 2, 3)}
    foot = LibraryFoot(FOLDER)
    dialog = library_dialog(entries, SHOWN, progress, foot, print, LOOK, dressed)
    opened(qtbot, dialog)

    first, second, third = texts(dialog)

    assert first == (
        "Sidecar container pattern in Kubernetes, Kubernetes · ~10 min, "
        "Shown now · Step 4 of 6 seen · quiz 2 of 3"
    )
    assert second.endswith("Not begun")
    assert "your own" in second
    assert third == "torn, torn.yaml, Cannot be shown: 3 problems"
    qtbot.waitUntil(lambda: not dialog.working)
    assert dialog.pictures >= 2
    dialog.close()


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ((Key.Key_Return,), SHOWN),
        ((Key.Key_Right, Key.Key_Return), OTHER),
        ((Key.Key_End, Key.Key_Enter), TORN),
    ],
)
def test_a_lesson_is_chosen_by_key(
    qtbot: QtBot,
    dressed: QWidget,
    entries: tuple[Entry, ...],
    keys: tuple[Qt.Key, ...],
    wanted: Path,
) -> None:
    """It begins at the one that is shown; a torn one can be chosen to be mended."""
    chosen: list[Path] = []
    foot, look = LibraryFoot(FOLDER), DARK_LOOK
    dialog = library_dialog(entries, SHOWN, {}, foot, chosen.append, look, dressed)
    opened(qtbot, dialog)

    press(dialog, *keys)

    assert chosen == [wanted]
    assert not dialog.isVisible()


def test_ctrl_o_opens_the_library_and_again_a_file(
    window: MainWindow, qtbot: QtBot
) -> None:
    """A lesson chosen there is opened; its progress is kept from then on."""
    program = program_of(window)
    program.begin_session(restore=False)
    keeper = program.session
    window.commands["open"].trigger()
    dialog = window.dialogs._open["library"]
    assert isinstance(dialog, PictureGrid)
    qtbot.waitUntil(dialog.isVisible)

    wanted = data_folder() / "lessons" / "adapter" / "lesson.yaml"
    place = [entry.path for entry in shelf()].index(wanted)
    dialog.take(place)
    window.player.jump(2)

    assert window.path == wanted
    assert keeper.progress.lessons[window.lesson.id].furthest == 2

    window.commands["open"].trigger()
    dialog = window.dialogs._open["library"]
    assert isinstance(dialog, PictureGrid)
    qtbot.waitUntil(dialog.isVisible)
    again = dialog.findChild(LibraryFoot)
    assert isinstance(again, LibraryFoot)
    again.file.click()
    assert window.dialogs.names() == ("file",)
    window.dialogs.close_all()
    keeper.finish()


def test_the_library_leads_to_the_pod_lab(window: MainWindow, qtbot: QtBot) -> None:
    """Its button, under the key of the lab's command, opens one and closes it."""
    program = program_of(window)
    window.commands["open"].trigger()
    dialog = window.dialogs._open["library"]
    assert isinstance(dialog, PictureGrid)
    opened(qtbot, dialog)

    QTest.keyClick(dialog.list, Key.Key_L, CTRL_SHIFT)

    assert window.dialogs.names() == ()
    (lab,) = program.labs._labs
    assert lab.window.isVisible()
    assert lab.model.opened == first_example()
    lab.window.close()
    assert program.labs._labs == []


def test_the_foot_stays_low_with_large_text(
    qtbot: QtBot, dressed: QWidget, entries: tuple[Entry, ...]
) -> None:
    """At 200 % its words have a line of their own, below the buttons."""
    foot = LibraryFoot(Path("/home/somebody/.local/share/sidecar-viz/lessons"))
    dialog = library_dialog(entries, SHOWN, {}, foot, print, LARGE, dressed)
    opened(qtbot, dialog)
    dialog.resize(990, 600)

    assert foot.own.geometry().top() >= foot.lab.geometry().bottom()
    assert foot.height() < 4 * foot.lab.height()
    dialog.close()


def test_six_lessons_are_seen_with_their_names(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson
) -> None:
    """Two rows of tiles are both whole in the size that the dialog has."""
    six = tuple(
        Entry(f"n{n}", Path(f"{n}.yaml"), False, sidecar_lesson) for n in "abcdef"
    )
    foot = LibraryFoot(FOLDER)
    dialog = library_dialog(six, SHOWN, {}, foot, print, LOOK, dressed)
    opened(qtbot, dialog)
    dialog.resize(1140, 620)

    rects = [dialog.list.visualItemRect(dialog.list.item(n)) for n in range(6)]
    assert len({rect.top() for rect in rects}) == 2
    assert all(dialog.list.viewport().rect().contains(rect) for rect in rects)
    dialog.close()
