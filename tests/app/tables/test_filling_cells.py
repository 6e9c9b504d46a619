"""Cells fill while a step is shown, in table and tracker; slips fly to them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tables.model import ShownCell
from sidecar_viz.app.tables.process_table import TablePanel
from sidecar_viz.app.tables.tracker import TrackerPanel
from sidecar_viz.app.window.cell_flights import CellFlights
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.beside.filling import Fillings
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import read_lesson
from tests.app.conftest import MakeWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
BETWEEN = """
format: 1
id: between
title: Between two columns
actors: [{ id: a, name: A, state: "Off" }]
steps:
  - { id: one, title: One, actors: [{ id: a, state: Starting }] }
  - { id: two, title: Two, actors: [{ id: a, state: "On" }] }
  - { id: three, title: Three, focus: [a] }
tracker:
  columns:
    - { id: first, label: Start }
    - { id: later, label: After two, after: two }
  rows: [{ id: row, label: A, actor: a, cells: ["Off", "On"] }]
"""


@pytest.fixture
def table(qtbot: QtBot, sidecar_lesson: Lesson) -> TablePanel:
    """Show the first lesson's table at step 5."""
    panel = TablePanel()
    qtbot.addWidget(panel)
    panel.set_look(Look())
    panel.resize(500, 700)
    panel.show()
    panel.show_course(course_of(sidecar_lesson))
    panel.show_step(5)
    return panel


def row(panel: TablePanel, number: int) -> tuple[ShownCell, ...]:
    """Give the cells of a row as they are shown."""
    return panel.view.grid_model.grid.rows[number]


def test_a_cell_waits_until_its_moment_and_is_framed_then(
    table: TablePanel, sidecar_lesson: Lesson
) -> None:
    """In the hue of whom it came from; at rest there is no frame."""
    fillings = Fillings(course_of(sidecar_lesson))
    table.show_filled(fillings.at(4.2, 5))
    assert [cell.waits for cell in row(table, 4)] == [False, False, False, True, True]
    assert {cell.fresh for cell in row(table, 4)} == {None}

    table.show_filled(fillings.at(4.55, 5))
    assert [cell.waits for cell in row(table, 4)] == [False] * 4 + [True]
    assert [cell.fresh for cell in row(table, 4)][3] == "violet"

    table.show_filled(None)
    assert not any(cell.waits or cell.fresh for cell in row(table, 4))


def test_only_the_row_of_the_step_waits(
    table: TablePanel, sidecar_lesson: Lesson
) -> None:
    """What was said before stays, and what is to come is so anyway."""
    table.show_filled(Fillings(course_of(sidecar_lesson)).at(4.0, 5))

    others = [cell for number in (0, 1, 2, 3, 5) for cell in row(table, number)]
    assert not any(cell.waits for cell in others)


def test_a_cell_is_found_by_its_column(table: TablePanel) -> None:
    """What flies there must know where; an unknown column is nowhere."""
    box = table.cell_box(4, "result")

    assert table.view.viewport().rect().contains(box)
    assert box.left() > table.cell_box(4, "shared-resource").left()
    assert table.cell_box(4, "nothing") == QRect()


def test_the_tracker_fills_row_by_row(qtbot: QtBot, sidecar_lesson: Lesson) -> None:
    """A state is not written down before it is seen."""
    panel = TrackerPanel()
    qtbot.addWidget(panel)
    panel.set_look(Look())
    panel.show_course(course_of(sidecar_lesson))
    panel.show_step(3)
    fillings = Fillings(course_of(sidecar_lesson))
    column = panel.current_column()

    def waiting() -> set[str]:
        rows = panel.view.grid_model.grid.rows
        return {cells[0].cell.text for cells in rows if cells[column].waits}

    panel.show_filled(fillings.at(2.1, 3))
    assert waiting() == {"Sidecar Container"}
    panel.show_filled(fillings.at(2.9, 3))
    assert waiting() == set()


def test_between_two_columns_of_the_tracker_none_is_lit(qtbot: QtBot) -> None:
    """At step 1 the actor starts: neither Off nor On is true then."""
    panel = TrackerPanel()
    qtbot.addWidget(panel)
    panel.set_look(Look())
    panel.show_course(course_of(read_lesson(BETWEEN.encode(), "between.yaml")))
    times = []
    for step in range(4):
        panel.show_step(step)
        cells = panel.view.grid_model.grid.rows[0][1:]
        times.append([cell.time for cell in cells])

    assert times == [[0, 1], [-1, 1], [-1, 0], [-1, -1]]


def flights_of(window: MainWindow) -> CellFlights | None:
    """Give what shows flights in a window, if it was made."""
    return window.views.work.findChild(CellFlights)


def test_a_slip_flies_from_the_actor_to_the_cell(make_window: MakeWindow) -> None:
    """It begins at the network, ends at the cell, and then is gone."""
    window = make_window(motion="full")
    work, player = window.views.work, window.player
    work.tabs.open_tab("table")
    player.jump(4)
    assert flights_of(window) is None
    player.scrub(4.4)
    player.scrubbing = False
    seconds = player.timeline.seconds(5)
    lefts = []
    for part in (0.49 - 0.3 / seconds, 0.495):
        window.views.show_moment(
            player.timeline.course,
            type(player.playhead)(4.0 + part, 5),
        )
        flights = flights_of(window)
        assert flights is not None
        lefts.append(flights.flying[0].center().toPoint())
        assert flights.isVisible()
    stage, table = work.stage, work.table
    network = stage.mapTo(work, stage.box_of("network").center())
    cell = table.view.viewport().mapTo(
        work, table.cell_box(4, "shared-resource").center()
    )

    assert _near(lefts[0], network) < _near(lefts[0], cell)
    assert _near(lefts[1], cell) < 0.05 * _near(network, cell)

    window.views.show_moment(player.timeline.course, type(player.playhead)(5.0, 5))
    assert flights_of(window).flying == ()  # type: ignore[union-attr]
    player.jump(5)


def _near(one: QPoint, other: QPoint) -> float:
    return float((one - other).manhattanLength())
