"""Ctrl+F and Ctrl+P: words that are found, and a handout that is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.choosing.find_dialog import find_dialog
from sidecar_viz.app.dialog.pick import PickDialog
from sidecar_viz.app.printing.answer_cards import cards_dialog
from sidecar_viz.app.printing.handout import handout_dialog
from sidecar_viz.app.printing.pdf_dialog import PdfDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.beside.find import Passage
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from tests.app.at_dialogs import LOOK, opened, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


def test_words_are_found_and_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    """A step's words lead to the step, the manifest's to the manifest."""
    window.commands["find"].trigger()
    dialog = window.dialogs._open["find"]
    assert isinstance(dialog, PickDialog)
    opened(qtbot, dialog)
    assert dialog.list.count() == 0
    QTest.keyClicks(dialog.field, "forwards the log lines")
    assert dialog.list.item(0).text().startswith("Step 5")
    press(dialog, Key.Key_Return)
    assert window.player.target == 5

    window.commands["find"].trigger()
    dialog = window.dialogs._open["find"]
    assert isinstance(dialog, PickDialog)
    opened(qtbot, dialog)
    QTest.keyClicks(dialog.field, "emptyDir")
    press(dialog, Key.Key_Return)
    assert window.views.work.tabs.current() == "sample"


def test_what_is_nowhere_is_said(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson
) -> None:
    """Enter does nothing then; nothing is said before something is typed."""
    chosen: list[Passage] = []
    dialog = find_dialog(course_of(sidecar_lesson), chosen.append, LOOK, dressed)
    opened(qtbot, dialog)
    assert dialog.none.isHidden()

    QTest.keyClicks(dialog.field, "zebra")
    press(dialog, Key.Key_Return)

    assert dialog.none.isVisible()
    assert dialog.isVisible()
    assert chosen == []
    dialog.close()


def pdf_dialog(kind: str, lesson: Lesson, parent: QWidget) -> PdfDialog:
    """Make the dialog for handouts or for answer cards."""
    if kind == "handout":
        return handout_dialog(lesson, LOOK, parent)
    return cards_dialog(4, LOOK, parent)


@pytest.mark.parametrize("kind", ["handout", "cards"])
def test_a_full_disk_leaves_the_old_pdf(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson, tmp_path: Path, kind: str
) -> None:
    """The reason is said, and what was there can still be printed."""
    resource = pytest.importorskip("resource")
    dialog = pdf_dialog(kind, sidecar_lesson, dressed)
    opened(qtbot, dialog)
    file = tmp_path / "old.pdf"
    file.write_bytes(b"old")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))
    try:
        dialog.save_to(file)
        qtbot.waitUntil(lambda: not dialog.working)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)

    assert dialog.saved is None
    assert dialog.message.text() == "The PDF could not be saved: it would be too large."
    assert [path.name for path in tmp_path.iterdir()] == ["old.pdf"]
    assert file.read_bytes() == b"old"
    dialog.close()


@pytest.mark.parametrize("kind", ["handout", "cards"])
def test_a_pdf_is_saved_and_its_place_is_said(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson, tmp_path: Path, kind: str
) -> None:
    """Both ways; where it cannot be written, the reason is said."""
    dialog = pdf_dialog(kind, sidecar_lesson, dressed)
    opened(qtbot, dialog)
    made = []
    for way in (0, 1):
        dialog.ways.buttons[way].click()
        file = tmp_path / f"{way}.pdf"
        dialog.save_to(file)
        qtbot.waitUntil(lambda: not dialog.working)
        assert dialog.saved == file
        made.append(file.read_bytes())
        assert str(file) in dialog.message.text()
    assert made[0] != made[1]

    dialog.save_to(tmp_path / "0.pdf" / "no.pdf")
    qtbot.waitUntil(lambda: not dialog.working)
    assert "could not be saved" in dialog.message.text()
    dialog.close()


def many_steps(lesson: Lesson) -> Lesson:
    """Return a lesson that takes a while to be drawn."""
    steps = lesson.steps * (2000 // len(lesson.steps))
    return replace(lesson, steps=steps, what_ifs=(), quiz=(), key_moments=())


def test_a_long_handout_says_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson, tmp_path: Path
) -> None:
    """What was there before stays, nothing unfinished does, and one may choose anew."""
    dialog = pdf_dialog("handout", many_steps(sidecar_lesson), dressed)
    opened(qtbot, dialog)
    file = tmp_path / "old.pdf"
    file.write_bytes(b"old")

    dialog.save_to(file)
    qtbot.waitUntil(lambda: dialog.message.text().endswith(" of 1999 is drawn."))
    assert not dialog.save.isVisible()
    assert dialog.stop.hasFocus()
    dialog.stop.click()

    assert not dialog.working
    assert dialog.message.text() == "Stopped. No PDF was saved."
    assert [path.name for path in tmp_path.iterdir()] == ["old.pdf"]
    assert file.read_bytes() == b"old"
    assert dialog.save.isVisible()
    assert not dialog.stop.isVisible()
    dialog.close()


def test_who_closes_the_dialog_stops_the_handout(
    qtbot: QtBot, dressed: QWidget, sidecar_lesson: Lesson, tmp_path: Path
) -> None:
    """Nobody draws on for a window that is gone."""
    dialog = pdf_dialog("handout", many_steps(sidecar_lesson), dressed)
    opened(qtbot, dialog)
    dialog.save_to(tmp_path / "new.pdf")
    qtbot.waitUntil(lambda: dialog.message.text().startswith("Step "))

    dialog.close()

    assert not dialog.working
    assert list(tmp_path.iterdir()) == []
