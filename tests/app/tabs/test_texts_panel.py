"""What is to be read in a tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tabs.side_tabs import SideTabs
from sidecar_viz.app.tabs.texts_panel import (
    MOMENTS,
    SNAPSHOT,
    TRANSCRIPT,
    Reading,
    Text,
)
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.theme import DARK


@pytest.fixture
def course(sidecar_lesson: Lesson) -> Course:
    """Play the sidecar lesson through."""
    return course_of(sidecar_lesson)


def panel(qtbot: QtBot, text: Text, course: Course) -> Reading:
    """Show a text of the lesson in a small panel."""
    made = Reading(text)
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.set_look(Look())
    made.show_course(course)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_moments_of_the_step_come_first(qtbot: QtBot, course: Course) -> None:
    """They are marked, and read from their start; the others follow."""
    reading = panel(qtbot, MOMENTS, course)
    before = reading.toPlainText()
    assert "At this step" not in before
    bar = reading.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0

    reading.show_step(4)

    assert reading.toPlainText().startswith("● At this step")
    assert bar.value() == 0
    links = [name for m in course.lesson.key_moments for name in m.refers.steps]
    assert reading.toHtml().count('href="step:') == len(links)
    assert reading.accessibleName() == course.lesson.headings.key_moments


def test_a_link_leads_to_its_step(qtbot: QtBot, course: Course) -> None:
    """Another address leads nowhere."""
    reading = panel(qtbot, MOMENTS, course)
    wanted: list[int] = []
    reading.step_wanted.connect(wanted.append)
    reading.anchorClicked.emit(QUrl("step:3"))
    reading.anchorClicked.emit(QUrl("https://example.org/3"))

    assert wanted == [3]


def test_other_colours_keep_the_place(qtbot: QtBot, course: Course) -> None:
    """Who reads on while the theme changes is not thrown back."""
    reading = panel(qtbot, TRANSCRIPT, course)
    bar = reading.verticalScrollBar()
    bar.setValue(40)
    reading.set_look(Look(DARK))

    assert bar.value() == 40
    assert reading.accessibleName() == course.lesson.headings.transcript
    assert len(course.lesson.transcript) == reading.document().blockCount()


def test_the_snapshot_has_a_dot_for_each_line(qtbot: QtBot, course: Course) -> None:
    """In the colour of the look."""
    reading = panel(qtbot, SNAPSHOT, course)
    reading.set_look(Look(DARK))

    assert reading.toPlainText().count("●") == len(course.lesson.snapshot)
    assert DARK.accent in reading.toHtml()


def test_a_shorter_lesson_is_shown_from_a_late_step(
    qtbot: QtBot, course: Course, lesson: Lesson
) -> None:
    """The step may come after the lesson; until then its last one counts."""
    reading = panel(qtbot, MOMENTS, course)
    reading.show_step(course.end)
    reading.show_course(course_of(lesson))

    assert reading.toPlainText() == ""


@pytest.mark.parametrize("name", ["snapshot", "transcript"])
def test_a_text_that_stays_is_left_where_it_is_read(
    qtbot: QtBot, course: Course, name: str
) -> None:
    """A step, or an actor that is looked at, moves nothing in it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(320, 160)
    tabs = SideTabs(window)
    tabs.setGeometry(window.rect())
    tabs.set_look(Look())
    tabs.show_course(course)
    tabs.open_tab(name)
    window.show()
    qtbot.waitExposed(window)
    reading = tabs.panel()
    assert isinstance(reading, Reading)
    bar = reading.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    tabs.show_step(3)

    assert bar.value() == bar.maximum()


def links_by_tab(reading: Reading, *keys: Qt.Key) -> list[str]:
    """Press keys; the words of the link that each leads to."""
    found = []
    for key in keys:
        QTest.keyClick(reading, key)
        found.append(reading.textCursor().selectedText())
    return found


def test_a_link_that_is_followed_keeps_the_keyboard(
    qtbot: QtBot, course: Course
) -> None:
    """The moments of its step come first then; Tab goes on from the same link."""
    reading = panel(qtbot, MOMENTS, course)
    reading.step_wanted.connect(reading.show_step)
    reading.activateWindow()
    reading.setFocus()
    qtbot.waitUntil(reading.hasFocus)

    links_by_tab(reading, *(Qt.Key.Key_Tab,) * 4)
    seen = links_by_tab(reading, Qt.Key.Key_Return, Qt.Key.Key_Backtab)

    assert "At this step" in reading.toPlainText()
    assert seen == ["Step 6", "Step 3"]


def test_a_text_that_stays_keeps_its_caret(qtbot: QtBot, course: Course) -> None:
    """The snapshot is the same at every step, and is read on where one was."""
    reading = panel(qtbot, SNAPSHOT, course)
    cursor = reading.textCursor()
    cursor.setPosition(40)
    reading.setTextCursor(cursor)

    reading.show_step(3)

    assert reading.textCursor().position() == 40
