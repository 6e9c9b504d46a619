"""The process flow with its branches: seen, clicked, walked by keys, read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sidecar_viz.app.flow.paint import NOW
from sidecar_viz.app.flow.panel import FlowPanel
from sidecar_viz.app.flow.view import TIME
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.heard_items import access_of
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.brush.theme import THEMES, Theme
from tests.core.flow.test_chart import crossings, overlaps

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)
ROOT = Path(__file__).parents[3]
BRANCHES = ROOT / "tests" / "stages" / "branches.yaml"
LESSONS = [BRANCHES, *sorted((ROOT / "lessons").glob("*/lesson.yaml"))]


def course_from(path: Path) -> Course:
    """Play a lesson from a file through."""
    return course_of(read_lesson(path.read_bytes(), path.name))


def panel_of(
    qtbot: QtBot,
    path: Path,
    size: tuple[int, int] = (292, 800),
    look: Look | None = None,
) -> FlowPanel:
    """Show a lesson's flow."""
    panel = FlowPanel()
    qtbot.addWidget(panel)
    panel.set_look(look or Look())
    panel.resize(*size)
    panel.show_course(course_from(path))
    panel.show()
    panel.show_step(0)
    return panel


def row_of(panel: FlowPanel, box: str) -> int:
    """Find the row of a box in the list."""
    flow = course_from(BRANCHES).lesson.flow
    assert panel.view.model().rowCount() == len(flow.nodes)
    return [node.id for node in flow.nodes].index(box)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("width", [216, 292, 620])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_no_flow_overlaps_itself(
    qtbot: QtBot, path: Path, width: int, text: float
) -> None:
    """With real letters, beside the stage and in a tab, at 200 % text, too."""
    panel = panel_of(qtbot, path, (width, 500), Look(text=text))

    assert overlaps(panel.view.chart) == []
    assert crossings(panel.view.chart) == []


def test_branches_stand_side_by_side_beside_the_stage(qtbot: QtBot) -> None:
    """At the width that a branching flow gets, two boxes have room in a row."""
    panel = panel_of(qtbot, BRANCHES)

    assert ("good", "bad") in {row[:2] for row in panel.view.chart.rows}


@pytest.mark.parametrize(("box", "step"), [("begin", 1), ("good", 3), ("over", 4)])
def test_a_click_on_a_box_leads_to_its_step(qtbot: QtBot, box: str, step: int) -> None:
    """Wherever the box stands."""
    panel = panel_of(qtbot, BRANCHES)
    view = panel.view
    place = view.visualRect(view.model().index(row_of(panel, box), 0)).center()

    with qtbot.waitSignal(panel.step_wanted) as wanted:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert wanted.args == [step]


def test_a_click_beside_the_boxes_leads_nowhere(qtbot: QtBot) -> None:
    """The gap between two boxes belongs to none."""
    panel = panel_of(qtbot, BRANCHES)
    view = panel.view
    box = view.visualRect(view.model().index(0, 0))

    with qtbot.assertNotEmitted(panel.step_wanted):
        place = QPoint(box.left() + 4, box.bottom() + 8)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_arrow_keys_go_from_box_to_box_as_they_stand(qtbot: QtBot) -> None:
    """Down and up by rows, left and right within one, Home and End to the ends."""
    panel = panel_of(qtbot, BRANCHES)
    view = panel.view
    view.setCurrentIndex(view.model().index(row_of(panel, "good"), 0))

    walked = []
    for key in ("Right", "Left", "Down", "Up", "End", "Home"):
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        walked.append(view.currentIndex().row())

    order = [row_of(panel, box) for box in ("bad", "good")]
    assert walked[:2] == order
    below = view.chart.boxes[course_from(BRANCHES).lesson.flow.nodes[walked[2]].id]
    assert below.y > view.chart.boxes["good"].y
    assert walked[3] == row_of(panel, "good")
    assert walked[4:] == [row_of(panel, "over"), row_of(panel, "begin")]


def test_enter_leads_to_the_step_of_the_box(qtbot: QtBot) -> None:
    """As a click does."""
    panel = panel_of(qtbot, BRANCHES)
    panel.view.setCurrentIndex(panel.view.model().index(row_of(panel, "over"), 0))

    with qtbot.waitSignal(panel.step_wanted) as wanted:
        QTest.keyClick(panel.view, Qt.Key.Key_Return)

    assert wanted.args == [4]


@pytest.mark.parametrize(("box", "step"), [("begin", 1), ("good", 3), ("over", 4)])
def test_a_switch_can_press_a_box(qtbot: QtBot, box: str, step: int) -> None:
    """As a click; Qt's own items can only be marked, which leads nowhere."""
    panel = panel_of(qtbot, BRANCHES)
    row = row_of(panel, box)
    access = access_of(panel.view)
    part = access.child(row)
    place = access.child(row).rect().center()

    with qtbot.waitSignal(panel.step_wanted) as wanted:
        part.actionInterface().doAction("Press")

    assert wanted.args == [step]
    assert panel.view.currentIndex().row() == row
    assert access.childAt(place.x(), place.y()) is part


def test_a_box_tells_a_switch_what_is_said_of_it(qtbot: QtBot) -> None:
    """Its time with its name, and where it leads to."""
    panel = panel_of(qtbot, BRANCHES)
    access = access_of(panel.view)
    panel.show_step(2)

    part = access.child(row_of(panel, "pulled"))
    assert part.text(QAccessible.Text.Name) == "Image there?, now"
    more = part.text(QAccessible.Text.Description)
    assert more == "Leads to: Run the program (Yes), Wait, then try again (No)"


def test_a_screen_reader_hears_boxes_and_where_they_lead(qtbot: QtBot) -> None:
    """It is a list; each box has its name, its time and its ways on."""
    panel = panel_of(qtbot, BRANCHES)
    panel.show_step(2)
    model = panel.view.model()
    heard = model.index(row_of(panel, "pulled"), 0)

    assert heard.data(Qt.ItemDataRole.AccessibleTextRole) == "Image there?, now"
    assert heard.data(Qt.ItemDataRole.AccessibleDescriptionRole) == (
        "Leads to: Run the program (Yes), Wait, then try again (No)"
    )
    view = QAccessible.queryAccessibleInterface(panel.view)
    assert view.role() == QAccessible.Role.List
    assert view.childCount() >= model.rowCount()
    watch = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    panel.show_step(3)
    assert watch is not None


def test_what_is_higher_than_the_panel_scrolls_to_the_step(qtbot: QtBot) -> None:
    """The lit boxes come into sight, and the first one again at the start."""
    panel = panel_of(qtbot, BRANCHES, (292, 260), Look(text=1.6))
    view = panel.view
    assert view.verticalScrollBar().maximum() > 0

    panel.show_step(4)
    over = view.visualRect(view.model().index(row_of(panel, "over"), 0))
    assert view.viewport().rect().contains(over)

    panel.show_step(1)
    begin = view.visualRect(view.model().index(row_of(panel, "begin"), 0))
    assert begin.top() >= 0


def test_a_flow_without_arrows_is_a_chain(qtbot: QtBot, tmp_path: Path) -> None:
    """As the boxes were written."""
    text = BRANCHES.read_text(encoding="utf-8")
    head, _, rest = text.partition("  edges:\n")
    path = tmp_path / "chain.yaml"
    path.write_text(head + rest[rest.index("  caption") :], encoding="utf-8")
    panel = panel_of(qtbot, path, (292, 900))

    assert len(panel.view.chart.arrows) == panel.view.model().rowCount() - 1
    assert [len(row) for row in panel.view.chart.rows] == [1] * 11


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_kinds_of_boxes_are_told_apart(qtbot: QtBot, theme: Theme) -> None:
    """Start, decision, optional and end differ from a box in their outline."""
    panel = panel_of(qtbot, BRANCHES, look=Look(theme=theme))
    view = panel.view
    picture = view.grab().toImage()
    corners = {}
    for box in ("begin", "pull", "pulled", "lost", "over"):
        rect = view.visualRect(view.model().index(row_of(panel, box), 0))
        part = picture.copy(rect.left() - 1, rect.top() - 1, 30, 14)
        corners[box] = bytes(part.constBits())

    assert len(set(corners.values())) == len(corners)


def test_very_many_arrows_are_not_all_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    """Two hundred boxes with four hundred arrows: those to the next box are seen."""
    nodes = "".join(f"    - {{ id: n{n}, label: Box {n} }}\n" for n in range(200))
    edges = "".join(
        f"    - {{ from: n{n % 200}, to: n{(n * 37 + 1) % 200} }}\n" for n in range(400)
    )
    path = tmp_path / "many.yaml"
    path.write_text(
        "format: 1\nid: many\ntitle: Many\nactors: [{ id: a, name: A }]\n"
        f"flow:\n  nodes:\n{nodes}  edges:\n{edges}"
        "steps: [{ id: s, title: S, flow: [n0], actors: [{ id: a, state: On }] }]\n",
        encoding="utf-8",
    )
    panel = panel_of(qtbot, path)

    assert len(panel.view.chart.boxes) == 200
    assert 0 < len(panel.view.chart.arrows) < 100


def test_pointing_at_a_box_names_it_until_the_pointer_leaves(qtbot: QtBot) -> None:
    """What the box speaks of can light up elsewhere."""
    panel = panel_of(qtbot, BRANCHES)
    view = panel.view
    heard: list[str] = []
    panel.hovered.connect(heard.append)
    place = view.visualRect(view.model().index(row_of(panel, "bad"), 0)).center()

    QTest.mouseMove(view.viewport(), place)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))

    assert heard == ["bad", ""]


def test_a_flow_that_was_hidden_shows_the_box_of_the_step(qtbot: QtBot) -> None:
    """Steps that were taken meanwhile count, though nothing had a place then."""
    panel = panel_of(qtbot, BRANCHES, size=(260, 240), look=Look(text=2.0))
    panel.hide()
    panel.set_look(Look(text=1.8))
    end = course_from(BRANCHES).end
    panel.show_step(end)

    panel.show()

    lit = [
        panel.view.visualRect(index)
        for row in range(panel.view.model().rowCount())
        if (index := panel.view.model().index(row, 0)).data(TIME) == NOW
    ]
    seen = panel.view.viewport().rect()
    assert panel.view.verticalScrollBar().maximum()
    assert any(seen.contains(box.center()) for box in lit)


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u2028", " \u2003 "])
def test_a_blank_label_of_an_arrow_is_none(qtbot: QtBot, blank: str) -> None:
    """Nothing is written beside the arrow, and nothing is read aloud."""
    lesson = course_from(BRANCHES).lesson
    edges = tuple(replace(edge, label=blank) for edge in lesson.flow.edges)
    assert edges
    panel = panel_of(qtbot, BRANCHES)

    flow = replace(lesson.flow, edges=edges)
    panel.show_course(course_of(replace(lesson, flow=flow)))
    panel.grab()

    assert all(arrow.label is None for arrow in panel.view.charted(20).arrows)
    index = panel.view.model().index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said.startswith("Leads to")
    assert "(" not in said


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left]
)
def test_a_key_while_another_flow_has_no_place_yet(qtbot: QtBot, key: Qt.Key) -> None:
    """A hidden flow is laid out when it is seen again; until then keys rest."""
    panel = panel_of(qtbot, BRANCHES)
    panel.hide()
    panel.show_course(course_from(LESSONS[1]))
    panel.view.setCurrentIndex(panel.view.model().index(1, 0))
    QTest.keyClick(panel.view, key)
    assert panel.view.currentIndex().row() == 1

    panel.show()
    assert set(panel.view.chart.boxes) == {
        node.id for node in course_from(LESSONS[1]).lesson.flow.nodes
    }
