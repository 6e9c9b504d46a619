"""The panels alone, with values."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.flow.panel import FlowPanel
from sidecar_viz.app.look.look import Look, ui_scale
from sidecar_viz.app.tables.model import GridModel
from sidecar_viz.app.tables.process_table import TablePanel
from sidecar_viz.app.tables.tracker import TrackerPanel
from sidecar_viz.app.tables.widths import shared_widths
from sidecar_viz.app.tabs.side_tabs import SideTabs
from sidecar_viz.app.words.announce import announcement
from sidecar_viz.app.words.step_words import moment_steps, step_words
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.learning.prediction import verdict
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain, rich
from sidecar_viz.paint.brush.theme import THEMES, Theme, contrast, mixed


@pytest.fixture
def course(sidecar_lesson: Lesson) -> Course:
    """Play the sidecar lesson through."""
    return course_of(sidecar_lesson)


def watched(model: GridModel) -> QAbstractItemModelTester:
    """Watch a model for everything that models must hold to."""
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    return QAbstractItemModelTester(model, fatal)


def test_the_table_is_a_sound_model(qtbot: QtBot, course: Course) -> None:
    """Filled, stepped, refilled: the model keeps its promises."""
    panel = TablePanel()
    qtbot.addWidget(panel)
    watch = watched(panel.view.grid_model)
    panel.show_course(course)
    for step in range(7):
        panel.show_step(step)
    panel.show_course(course_of(course.lesson, course.lesson.what_ifs[0]))

    assert watch is not None
    assert panel.view.grid_model.rowCount() == 6
    assert panel.view.grid_model.columnCount() == 5


def test_the_current_row_is_now_and_changed_cells_say_so(
    qtbot: QtBot, course: Course
) -> None:
    """Past, now, to come; a screen reader hears what changed."""
    panel = TablePanel()
    qtbot.addWidget(panel)
    panel.show_course(course)
    panel.show_step(3)
    model = panel.view.grid_model

    assert [row[0].time for row in model.grid.rows] == [-1, -1, 0, 1, 1, 1]
    heard = model.data(model.index(2, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Main and sidecar running, changed"


@pytest.mark.parametrize(
    ("step", "column"), [(0, 1), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6)]
)
def test_the_trackers_column_follows_the_step(
    qtbot: QtBot, course: Course, step: int, column: int
) -> None:
    """There is no column for step 1: it equals Start."""
    panel = TrackerPanel()
    qtbot.addWidget(panel)
    watch = watched(panel.view.grid_model)
    panel.show_course(course)
    panel.show_step(step)

    assert watch is not None
    assert panel.current_column() == column


def test_a_tab_is_made_when_it_is_first_opened(qtbot: QtBot, course: Course) -> None:
    """Only the tab in front costs anything."""
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    tabs.show_course(course)
    assert list(tabs.made()) == ["tracker"]

    tabs.open_tab("sample")

    assert list(tabs.made()) == ["tracker", "sample"]
    assert tabs.current() == "sample"


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_a_tab_that_asks_for_itself_is_filled_once(
    qtbot: QtBot, course: Course
) -> None:
    """Its rows scroll under the pointer, and what is hovered asks for the table."""
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    tabs.take_in({}, table=True)
    tabs.show_course(course)
    tabs.open_tab("table")
    tabs.resize(420, 190)
    tabs.show()
    QApplication.processEvents()
    table = tabs.panel_of("table")
    assert isinstance(table, TablePanel)
    bar = table.view.verticalScrollBar()
    bar.setValue(0)
    asked = []

    def hover(value: int) -> None:
        if value:
            asked.append(value)
            bar.setValue(0)
            assert tabs.panel_of("table") is table

    bar.valueChanged.connect(hover)
    tabs.show_step(6)

    assert 0 < len(asked) < 5  # and not for ever


def test_a_lesson_with_nothing_beside_it_is_shown(qtbot: QtBot, lesson: Lesson) -> None:
    """No table, no tracker, no samples: empty panels, no error."""
    tabs, table = SideTabs(), TablePanel()
    qtbot.addWidget(tabs)
    qtbot.addWidget(table)
    tabs.show_course(course_of(lesson))
    table.show_course(course_of(lesson))
    table.show_step(1)

    assert tabs.current() == ""
    assert table.view.grid_model.rowCount() == 0


def test_markup_is_never_html() -> None:
    """What looks like HTML in a lesson is shown as it is written."""
    text = "**a<b>** `<img src=x>` & <script>"

    assert "<img" not in rich(text, "Mono")
    assert "<script" not in rich(text, "Mono")
    assert plain("**a** and `b`") == "a and b"


def test_an_announcement_is_short(course: Course) -> None:
    """At most 25 words, whatever the step says."""
    for step in range(7):
        said = announcement(step_words(course, step).say)
        assert 0 < len(said.split()) <= 25


def test_a_blocked_step_says_why(course: Course) -> None:
    """Title, reason, description: all know that it cannot happen."""
    other = course_of(course.lesson, course.lesson.what_ifs[0])
    words = step_words(other, 4)

    assert words.blocked
    assert words.say == f"Cannot happen: {words.blocked}"
    assert words.describe


def test_key_moments_are_found_by_step(course: Course) -> None:
    """Steps 1, 2, 3, 4 and 6 have one."""
    assert {1, 2, 3, 4, 6} <= set(moment_steps(course))


def test_a_link_counts_for_who_carries_it(course: Course) -> None:
    """Step 5 opens the connection: to guess the network is right."""
    assert verdict(course, 5, frozenset({"network"})).right
    assert verdict(course, 5, frozenset({"connection"})).right
    assert not verdict(course, 5, frozenset({"pod"})).right


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1920, 1080), 1.0), ((3840, 2160), 2.0), ((1024, 600), 0.65), ((800, 480), 0.65)],
)
def test_things_grow_with_the_window(size: tuple[int, int], scale: float) -> None:
    """At twice the size everything is twice as large; there is a least."""
    assert ui_scale(*size) == scale


def test_widths_fill_the_room_and_cut_no_word() -> None:
    """Never under the least; what is left goes to who wishes for it."""
    assert sum(shared_widths([10, 20, 30], [50, 60, 30], 200)) <= 200
    assert all(
        width >= least
        for width, least in zip(
            shared_widths([10, 20, 30], [50, 60, 30], 40), [10, 20, 30], strict=True
        )
    )


def test_the_table_is_the_first_tab_and_the_flow_the_second(
    qtbot: QtBot, course: Course
) -> None:
    """Both stand first, called by short words; their own names are tips."""
    tabs, flow = SideTabs(), FlowPanel()
    qtbot.addWidget(tabs)
    tabs.take_in({"flow": flow}, table=True)
    tabs.show_course(course)
    titles = [tabs.bar.tabText(at) for at in range(tabs.bar.count())]

    assert titles[:3] == ["Table", "Flow", "Tracker"]
    assert tabs.bar.tabToolTip(0) == course.lesson.headings.table
    assert tabs.current() == "table"
    assert tabs.made() == ("table",)
    tabs.open_tab("flow")
    assert tabs.panel() is flow


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_what_is_still_to_come_stays_readable(theme: Theme) -> None:
    """Past, now and future words have at least 4.5:1 on their ground."""
    assert contrast(theme.muted, theme.surface) >= 4.5
    for hue in theme.hues.values():
        assert contrast(mixed(hue.text, theme.muted, 0.55), theme.surface) >= 4.5
        assert contrast(hue.text, theme.row) >= 4.5
    assert contrast(theme.failed.text, theme.row) >= 4.5
    assert contrast(theme.muted, theme.row) >= 4.5


def test_fonts_are_the_bundled_ones(qapp: QApplication) -> None:
    """Text is drawn in the family that the program brings."""
    del qapp
    assert Look().font(16).family() == "Sidecar Sans"
