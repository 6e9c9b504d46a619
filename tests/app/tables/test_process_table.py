"""The process table alone: rows that are no steps."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tables.process_table import TablePanel
from sidecar_viz.app.tables.tracker import TrackerPanel
from sidecar_viz.app.tables.widths import TIGHT, Widths, columns_seen
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.brush.theme import THEMES, Theme, contrast

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)
CASES = """
format: 1
id: cases
title: Cases
actors: [{ id: a, name: A, state: Running }]
steps: [{ id: one, title: One, actors: [{ id: a, state: Stopped }] }]
table:
  columns: [{ id: when, label: When }, { id: what, label: What }]
  rows:
    - { id: first, step: one, cells: ["1", It stops] }
    - { id: odd, kind: case, cells: [If, It hangs] }
    - { id: done, kind: ending, cells: [End, It is over] }
    - { id: bad, kind: error, cells: [Error, It crashes] }
"""


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_rows_that_are_no_steps_look_and_sound_so(qtbot: QtBot, theme: Theme) -> None:
    """A case, an ending and an error differ from steps, and from each other."""
    panel = TablePanel()
    qtbot.addWidget(panel)
    panel.set_look(Look(theme=theme))
    panel.resize(500, 400)
    panel.show_course(course_of(read_lesson(CASES.encode(), "cases.yaml")))
    panel.show_step(0)
    view, model = panel.view, panel.view.grid_model
    picture = view.viewport().grab().toImage()
    bars = []
    for row in range(4):
        rect = view.visualRect(model.index(row, 0))
        column = [picture.pixel(rect.left() + 1, rect.top() + y) for y in range(1, 24)]
        bars.append(tuple(column))

    role = Qt.ItemDataRole.AccessibleTextRole
    read = [model.index(row, 0).data(role) for row in range(4)]
    assert len(set(bars)) == 4
    assert read == ["1", "Case: If", "Ending: End", "Error: Error"]
    for ground in (theme.idle.soft, theme.failed.soft):
        assert contrast(theme.ink, ground) >= 4.5


def test_the_cell_that_the_keyboard_is_on_is_seen(window: MainWindow) -> None:
    """An arrow key moves a ring; without the keyboard there is none."""
    view = window.views.work.table.view
    view.setFocus()
    before = view.grab().toImage()

    QTest.keyClick(view, Qt.Key.Key_Down)
    here = view.visualRect(view.currentIndex())
    after = view.grab().toImage()

    place = view.viewport().mapTo(view, here.topLeft() + QPoint(1, 6))
    assert after.pixelColor(place) == QColor(window.look.theme.ink)
    assert before.pixelColor(place) != after.pixelColor(place)
    window.views.work.stage.setFocus()
    assert view.grab().toImage().pixelColor(place) == before.pixelColor(place)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_a_table_without_room_cuts_no_letters(qtbot: QtBot) -> None:
    """It scrolls by whole rows; one that is cut all the same fades into the ground."""
    panel = TablePanel()
    qtbot.addWidget(panel)
    panel.set_look(Look())
    panel.show_course(course_of(read_lesson(CASES.encode(), "cases.yaml")))
    panel.resize(500, 185)
    panel.show()
    view = panel.view
    bar, ground = view.verticalScrollBar(), Look().theme.surface
    assert bar.maximum() > 0

    for value in range(bar.maximum() + 1):
        bar.setValue(value)
        picture = view.viewport().grab().toImage()
        high = picture.height()
        assert view.cut_above().isEmpty() == (value < bar.maximum())
        assert view.cut_below().isEmpty() == (value == bar.maximum())
        for cut, edge in ((view.cut_above(), 0), (view.cut_below(), high - 1)):
            colours = {picture.pixelColor(x, edge).name() for x in range(5, 400, 3)}
            assert cut.isEmpty() or colours == {ground}


def test_no_row_changes_its_height_as_it_becomes_current(window: MainWindow) -> None:
    """Every row is written in the same weight, whatever a what-if changes in it."""
    view = window.views.work.table.view
    delegate = view.cells
    seen = set()
    for what_if in ("", "network-down"):
        window.show_what_if(what_if)
        for step in range(7):
            window.player.jump(step)
            seen |= {
                delegate.weight(shown)
                for row in view.grid_model.grid.rows
                for shown in row
            }

    assert seen == {delegate.boldest}


def what_if_table(qtbot: QtBot, lesson: Lesson, number: int, high: int) -> TablePanel:
    """Show the table of a what-if of the first lesson at step 4."""
    panel = TablePanel()
    qtbot.addWidget(panel)
    panel.set_look(Look())
    panel.resize(504, high)
    panel.show_course(course_of(lesson, lesson.what_ifs[number]))
    panel.show_step(4)
    panel.show()
    return panel


def test_what_the_lesson_says_is_struck_over_what_comes_instead(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Both have room; what was changed is in the accent, what cannot happen red."""
    panel = what_if_table(qtbot, sidecar_lesson, 0, 900)
    model, theme = panel.view.grid_model, Look().theme
    delegate = panel.view.cells
    picture = panel.view.viewport().grab().toImage()
    inks = []
    for column in (3, 4):
        index = model.index(3, column)
        rect = panel.view.visualRect(index)
        shown = model.shown(index)
        wide = panel.view.columnWidth(column)
        assert shown.over
        alone = delegate.height(replace(shown, brief=True), wide)
        assert panel.view.rowHeight(3) >= delegate.height(shown, wide) > alone
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
        }
        inks.append([ink in colours for ink in (theme.accent, theme.failed.text)])

    assert inks == [[True, False], [False, True]]


def test_what_is_struck_is_read_aloud_too(qtbot: QtBot, sidecar_lesson: Lesson) -> None:
    """With what comes instead first."""
    panel = what_if_table(qtbot, sidecar_lesson, 0, 900)
    told = panel.view.grid_model.data(
        panel.view.grid_model.index(3, 4), Qt.ItemDataRole.AccessibleTextRole
    )

    assert told == "Nothing to read, instead of Logs collected by sidecar, changed"


def test_struck_words_give_way_where_they_have_no_room(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Rows become lower, and as high as before when there is room again."""
    panel = what_if_table(qtbot, sidecar_lesson, 2, 900)
    high = panel.wanted_height()

    assert panel.set_brief(brief=True)
    low = panel.wanted_height()
    assert panel.set_brief(brief=False)

    assert low < high == panel.wanted_height()
    panel.show_course(course_of(sidecar_lesson))
    assert not panel.set_brief(brief=True)


def test_what_is_scrolled_sideways_is_as_roomy_as_it_can_be(window: MainWindow) -> None:
    """As many columns are seen as with the least room, but their words lie apart."""
    window.resize(1920, 1080)
    QApplication.processEvents()
    work = window.views.work
    work.tabs.open_tab("tracker")
    QApplication.processEvents()
    panel = work.tabs.findChild(TrackerPanel)
    assert isinstance(panel, TrackerPanel)
    view = panel.view
    room, first = view.viewport().width(), view.columnWidth(0)
    seen = (room - first) // view.columnWidth(1)
    tight = view.cells.tight

    widths = Widths(view.cells, view.head)
    widths.set_tight(TIGHT)
    least, _ = widths._wishes(view.grid_model.grid)

    assert view.horizontalScrollBar().maximum() > 0
    assert seen == columns_seen(least, room)
    assert tight > TIGHT


class AsksBetween(QObject):
    """Asks for a step's row as soon as the note comes or goes, as a hover does."""

    def __init__(self, panel: TablePanel) -> None:
        """Watch all beside the rows."""
        super().__init__(panel)
        self._panel = panel
        self.asked = 0
        for part in panel.findChildren(QWidget):
            if part is not panel.view and not panel.view.isAncestorOf(part):
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the row of a step, which fits the table."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.asked += 1
            self._panel.show_step(1)
        return super().eventFilter(watched, event)


def test_a_step_may_be_asked_for_while_another_lesson_comes(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """When the note comes or goes, all rows are already the new lesson's."""
    panel = TablePanel()
    qtbot.addWidget(panel)
    panel.set_look(Look())
    panel.resize(900, 900)
    cases = course_of(read_lesson(CASES.encode(), "cases.yaml"))
    panel.show_course(cases)
    panel.show()
    QApplication.processEvents()
    asks = AsksBetween(panel)

    for course in (course_of(sidecar_lesson), cases):
        panel.show_course(course)
        grid = panel.view.grid_model.grid
        assert {len(row) for row in grid.rows} == {len(grid.columns)}

    assert asks.asked == 2
