"""Labs beside the window of lessons."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.commands.arguments import read_arguments
from tests.app.lab.conftest import MANIFEST
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


def labs() -> list[LabWindow]:
    """Return the windows of labs that are seen."""
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, LabWindow) and one.isVisible()
    ]


def close_all() -> None:
    """Close every lab, and let it go."""
    for one in labs():
        one.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert labs() == []


def test_the_menu_opens_a_lab_with_an_example(window: MainWindow) -> None:
    """It stands beside the lesson, in the same colours."""
    window.commands["pod_lab"].trigger()
    (lab,) = labs()
    assert "shop" in lab.windowTitle()
    assert lab.looks.look.theme is window.look.theme
    close_all()


def test_a_manifest_that_is_dropped_opens_a_lab(
    window: MainWindow, tmp_path: Path
) -> None:
    """The lesson stays where it is."""
    path = tmp_path / "pod.yaml"
    path.write_text(MANIFEST.replace("name: shop", "name: dropped"), "utf-8")
    before = window.lesson
    window.opener.open(path)
    (lab,) = labs()
    assert "dropped" in lab.windowTitle()
    assert window.lesson is before
    close_all()


def test_a_lab_opens_where_the_last_one_was_left(window: MainWindow) -> None:
    """With its second."""
    opened = program_of(window).labs.open_lab(window.preferences)
    opened.player.jump(30)
    close_all()
    window.commands["pod_lab"].trigger()
    (lab,) = labs()
    assert lab.stage.heard_parts()[0].name == "pod shop, phase Running"
    close_all()


@pytest.mark.parametrize(
    ("name", "text", "command"),
    [
        ("pod.yaml", MANIFEST, "lab"),
        ("it.podlab.yaml", "podlab: 1\n---\n" + MANIFEST, "lab"),
        ("lesson.yaml", "format: 2\n", "window"),
        ("other.yaml", "format: 2\nid: x\n", "window"),
        ("missing.yaml", None, "window"),
    ],
)
def test_a_manifest_given_as_a_lesson_opens_the_lab(
    tmp_path: Path, name: str, text: str | None, command: str
) -> None:
    """As a double-click on its file does."""
    path = tmp_path / name
    if text is not None:
        path.write_text(text, "utf-8")
    assert read_arguments([str(path)]).command == command


@pytest.mark.parametrize("late", ["tables", "excerpt", "twin", "editor"])
def test_a_lab_that_is_closed_is_gone(window: MainWindow, late: str) -> None:
    """Its window, its run and its clocks are let go, with what it made late."""
    lab = program_of(window).labs.open_lab(window.preferences)
    assert getattr(lab.window, late)
    kept = ref(lab), ref(lab.window), ref(lab.window.stage)
    del lab
    close_all()
    gc.collect()
    assert [one() for one in kept] == [None, None, None]


def test_the_lab_comes_back_when_its_run_was_presented(window: MainWindow) -> None:
    """Once; a lesson that is presented later leaves it where it is."""
    program = program_of(window)
    lab = program.labs.open_lab(window.preferences)
    lab.files.present()
    assert window.presenting
    program.show.end()
    QApplication.processEvents()
    assert QApplication.activeWindow() is lab.window

    window.commands["present"].trigger()
    program.show.end()
    QApplication.processEvents()
    assert QApplication.activeWindow() is window
    close_all()


def test_a_file_that_is_refused_costs_no_edit_of_the_example(
    window: MainWindow, tmp_path: Path
) -> None:
    """The example that is seen instead goes on with what was not saved of it."""
    program = program_of(window)
    lab = program.labs.open_lab(window.preferences)
    text = lab.model.opened.text + "# mine\n"
    lab.window.editor.text.setPlainText(text)
    close_all()
    bad = tmp_path / "bad.yaml"
    bad.write_text("[1, 2", "utf-8")
    lab = program.labs.open_lab(window.preferences, bad)
    close_all()
    lab = program.labs.open_lab(window.preferences)
    assert lab.window.editor.text.toPlainText() == text
    close_all()


def test_what_is_not_seen_at_once_is_made_when_it_is_wanted(
    window: MainWindow, qtbot: QtBot
) -> None:
    """The tables come with the second frame; twin and editor when they are opened."""
    lab = program_of(window).labs.open_lab(window.preferences)
    lab.window.resize(1200, 800)
    later = (lab.window.late.twin, lab.window.late.editor)

    assert lab.window.late.tables.made is None
    lab.window.resize(1900, 1000)
    qtbot.waitUntil(lambda: lab.window.late.tables.visible)
    assert lab.window.late.excerpt.visible
    assert [one.made for one in later] == [None, None]
    lab.compared.toggle()
    assert lab.window.late.twin.visible
    assert lab.window.late.editor.made is None
    close_all()
