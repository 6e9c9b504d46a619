"""Every bundled lesson fits the window: no word of a table or a caption is cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.conftest import MakeWindow
from tests.app.window.test_legible import cut_words, rows_in_sight, tables

pytestmark = pytest.mark.storm

SIZES = [(1024, 600), (1280, 720), (1920, 1080)]
LESSONS = {found.name: load_lesson(found.path) for found in bundled_lessons()}
each_lesson = pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS)


def looked_at(window: MainWindow, step: int) -> None:
    """Fail if anything is cut at this step."""
    work = window.views.work
    window.player.jump(step)
    QApplication.processEvents()
    assert work.caption._whole() <= work.caption.height()
    table, tracker = tables(window).values()
    work.tabs.open_tab("tracker")
    assert cut_words(tracker) == []
    work.tabs.open_tab("table")
    assert cut_words(table) == []
    assert work.table.row_of(step) in rows_in_sight(table) | {-1}


@pytest.mark.parametrize("size", SIZES)
@each_lesson
def test_no_word_is_cut(
    make_window: MakeWindow, qtbot: QtBot, lesson: Lesson, size: tuple[int, int]
) -> None:
    """At every step, and at every step of every what-if."""
    window = make_window(lesson)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    for what_if in ("", *(what_if.id for what_if in lesson.what_ifs)):
        window.show_what_if(what_if)
        for step in range(len(lesson.steps) + 1):
            looked_at(window, step)


@pytest.mark.parametrize("size", [(1600, 900), (1920, 1080)])
@each_lesson
def test_a_table_has_all_its_columns_in_sight(
    make_window: MakeWindow, qtbot: QtBot, lesson: Lesson, size: tuple[int, int]
) -> None:
    """In windows that are as large as these, none is scrolled sideways."""
    window = make_window(lesson)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    table, _ = tables(window).values()

    columns = range(table.model().columnCount())
    assert sum(map(table.columnWidth, columns)) <= table.viewport().width() + 1


@each_lesson
def test_no_word_is_cut_at_twice_the_size(
    make_window: MakeWindow, qtbot: QtBot, lesson: Lesson
) -> None:
    """Text at 200 % scrolls, but what is current is seen whole."""
    window = make_window(lesson, text_scale=2.0)
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: window.width() == 1920)
    for step in range(len(lesson.steps) + 1):
        looked_at(window, step)
