"""The panel that a lesson opens with is in front at first."""

from __future__ import annotations

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from sidecar_viz.app.tabs.side_tabs import SideTabs
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson


def test_a_lesson_brings_its_panel_to_the_front(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """And the same lesson read again leaves the reader's own choice."""
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    lesson = replace(sidecar_lesson, opens="key-moments")
    tabs.show_course(course_of(lesson))
    first = tabs.current()
    tabs.open_tab("snapshot")
    tabs.show_course(course_of(lesson, lesson.what_ifs[0]))

    assert (first, tabs.current()) == ("moments", "snapshot")


def test_it_comes_to_the_front_once_it_is_taken_in(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """The table may be wanted later."""
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    tabs.show_course(course_of(replace(sidecar_lesson, opens="table")))
    before = tabs.current()
    tabs.take_in({}, table=True)

    assert (before, tabs.current()) == ("tracker", "table")


def test_another_lesson_without_a_wish_leaves_the_tab(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Only a lesson that says so changes what is in front."""
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    tabs.show_course(course_of(replace(sidecar_lesson, opens="sample")))
    tabs.show_course(course_of(replace(sidecar_lesson, id="other")))

    assert tabs.current() == "sample"
