"""Predict first: the question before the step."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sidecar_viz.app.tables.end_note import EndNote
from sidecar_viz.app.tables.grid_view import GridView
from sidecar_viz.app.tables.tracker import TrackerPanel
from sidecar_viz.app.words.announce import announcement
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import isolated
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.conftest import ROOT, MakeWindow

JOB = ROOT / "lessons" / "job" / "lesson.yaml"


def answer(stage: QWidget, who: int, what: int) -> None:
    """Press the number of who changes, then that of what becomes of it."""
    for number in (who, what):
        QTest.keyClick(stage, Qt.Key(Qt.Key.Key_0 + number))


def test_predict_first_asks_and_says_how_right(make_window: MakeWindow) -> None:
    """Next asks; a number answers, shows the step and says what changes."""
    window = make_window(predict_first=True)
    bar, stage = window.views.predict, window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert window.player.target == 0
    assert bar.isVisible()

    answer(stage, 1, 1)
    assert window.player.target == 1
    assert bar.message.text().startswith("Right")
    QTest.keyClick(stage, Qt.Key.Key_Right)
    answer(stage, 6, 1)

    assert window.player.target == 2
    assert bar.message.text().startswith("Not")


def test_what_becomes_of_it_is_asked_too(make_window: MakeWindow) -> None:
    """Its numbers stand for states that it has, and the answer says which was right."""
    window = make_window(predict_first=True)
    bar, stage = window.views.predict, window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_Right)
    QTest.keyClick(stage, Qt.Key.Key_1)
    assert window.player.target == 0
    assert bar.message.text() == (
        "What becomes of Pod? 1 Initializing · 2 Running · 3 Stopped · 4 stays as it is"
    )

    QTest.keyClick(stage, Qt.Key.Key_2)
    assert window.player.target == 1
    assert bar.message.text() == (
        "Right: Pod changes. What becomes of Pod: Initializing."
    )

    window.player.jump(3)
    QTest.keyClick(stage, Qt.Key.Key_Right)
    answer(stage, 3, 2)
    right = "You knew what becomes of Sidecar container: more log lines read."
    assert bar.message.text().endswith(right)


def test_no_line_breaks_within_a_name(make_window: MakeWindow) -> None:
    """A number stays with its name, wherever the question is wrapped."""
    window = make_window(predict_first=True)
    QTest.keyClick(window.views.work.stage, Qt.Key.Key_Right)

    asked = window.views.predict.message.text()

    assert "5\u00a0Network\u00a0connection" in asked
    assert "5 Network connection" in window.views.predict.accessibleName()


def test_next_goes_on_without_saying_what_becomes_of_it(
    make_window: MakeWindow,
) -> None:
    """The second question blocks no more than the first."""
    window = make_window(predict_first=True)
    stage = window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_Right)
    QTest.keyClick(stage, Qt.Key.Key_1)
    QTest.keyClick(stage, Qt.Key.Key_Right)

    assert window.player.target == 1
    assert not window.predictor.asking


def test_who_is_to_be_chosen_is_seen(make_window: MakeWindow) -> None:
    """The opening makes room for the question, and comes back when it is put away."""
    window = make_window(predict_first=True)
    stage = window.views.work.stage
    assert stage.picture.covered
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert not stage.picture.covered
    assert stage.actor_at(stage.box_of("main").center().toPointF()) == "main"
    QTest.keyClick(stage, Qt.Key.Key_Escape)
    assert stage.picture.covered

    QTest.keyClick(stage, Qt.Key.Key_Right)
    answer(stage, 1, 1)
    assert window.player.target == 1
    window.player.first()

    assert stage.picture.covered


def test_predict_first_never_blocks(make_window: MakeWindow) -> None:
    """A second Next goes on without an answer; Esc puts the question away."""
    window = make_window(predict_first=True)
    stage = window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_Right)
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert window.player.target == 1

    QTest.keyClick(stage, Qt.Key.Key_Right)
    QTest.keyClick(stage, Qt.Key.Key_Escape)

    assert not window.views.predict.isVisible()
    assert window.player.target == 1


def test_a_question_is_put_away_when_the_lesson_moves_on(
    make_window: MakeWindow,
) -> None:
    """A late click on an actor answers nothing then, even at the last step."""
    window = make_window(predict_first=True)
    stage = window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_Right)
    window.player.last()

    assert not window.views.predict.isVisible()
    stage.chosen.emit("main")
    assert window.player.target == window.player.timeline.end


def test_a_prediction_is_asked_aloud_with_its_choices(make_window: MakeWindow) -> None:
    """Who hears the question hears what can be answered, too."""
    window = make_window(predict_first=True)
    heard: list[str] = []
    window.predictor.answered.connect(heard.append)
    window.steering.next()

    assert "2 Main container" in announcement(heard[0])
    assert "6 Log receiver" in announcement(heard[0])


def test_names_from_right_to_left_stay_whole(make_window: MakeWindow) -> None:
    """In the question, in "You say" and in the answer: "(1)" stays with its name."""
    window = make_window(predict_first=True)
    lesson = window.lesson
    actors = tuple(replace(actor, name="ماء (1)") for actor in lesson.actors)
    window.show_lesson(replace(lesson, actors=actors), None)
    heard: list[str] = []
    window.predictor.answered.connect(heard.append)
    bar, whole = window.views.predict, isolated("ماء (1)")

    window.steering.next()
    assert f"2 {whole}, 3 {whole}" in heard[-1]
    assert f"2 {whole} · 3 {whole}" in bar.accessibleName()
    window.predictor.guess_number(6)
    assert whole in bar.message.text()
    window.predictor.guess_number(1)
    assert whole in bar.message.text()
    window.player.last()
    assert heard[-1].startswith(f"Not {whole}. What changes: {whole}.")


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_question_and_answer_move_nothing(make_window: MakeWindow, text: float) -> None:
    """A question of two lines, an answer of one, and none: the stage stays."""
    window = make_window(predict_first=True, text_scale=text)
    stage = window.views.work.stage
    seen = [stage.geometry()]
    right, one, six = Qt.Key.Key_Right, Qt.Key.Key_1, Qt.Key.Key_6
    for key in (right, one, one, right, six, one):
        QTest.keyClick(stage, key)
        QApplication.processEvents()
        assert window.views.predict.isVisible()
        seen.append(stage.geometry())
    window.player.jump(6)
    QApplication.processEvents()
    seen.append(stage.geometry())

    assert len({place.getRect() for place in seen}) == 1


def test_what_is_to_be_predicted_stands_in_no_table(make_window: MakeWindow) -> None:
    """Cells to come are question marks; each step shows its own; nothing moves."""
    window = make_window()
    work, stage = window.views.work, window.views.work.stage
    work.tabs.open_tab("tracker")
    panel = work.tabs.findChild(TrackerPanel)
    assert isinstance(panel, TrackerPanel)
    work.tabs.open_tab("table")
    table, tracker = work.table.view, panel.view
    rows = range(tracker.grid_model.rowCount())
    widths = [table.columnWidth(n) for n in range(5)]
    heights = [table.rowHeight(n) for n in range(6)]

    QTest.keyClick(stage, Qt.Key.Key_Y)
    assert told(table, 0) == ["1", "?", "?", "?", "?"]
    assert {cell for row in rows for cell in told(tracker, row)[2:]} == {"?"}
    assert table.grid_model.data(
        table.grid_model.index(2, 1), Qt.ItemDataRole.AccessibleTextRole
    ) == ("to be predicted")
    assert widths == [table.columnWidth(n) for n in range(5)]
    assert heights == [table.rowHeight(n) for n in range(6)]

    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert told(table, 0)[1] == "?"
    answer(stage, 1, 1)
    assert told(table, 0)[1] == "Pod starts"
    assert told(table, 1)[1] == "?"

    QTest.keyClick(stage, Qt.Key.Key_Y)
    assert told(table, 5)[1] == "Pod stops"


def test_what_is_to_be_predicted_stands_in_no_box(make_window: MakeWindow) -> None:
    """Neither seen nor heard, and no box moves; the boxes of the past stay."""
    window = make_window()
    flow = window.views.work.flow
    chart = flow.view.chart
    model = flow.view.model()
    window.player.jump(2)

    QTest.keyClick(window.views.work.stage, Qt.Key.Key_Y)

    said = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert said == ["Pod start", "Main container starts", "?", "?", "?", "?", "?"]
    heard = [
        model.index(row, 0).data(role)
        for row in (1, 2)
        for role in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        )
    ]
    assert heard == [
        *("Main container starts, now", "Leads to: to be predicted"),
        *("to be predicted", "Leads to: to be predicted"),
    ]
    assert flow.view.chart == chart

    window.player.jump(3)
    assert model.index(2, 0).data() == "Sidecar container starts"


def test_what_is_to_be_predicted_is_not_pointed_out(make_window: MakeWindow) -> None:
    """No mark says in which row somebody acts; a hidden box or row marks nobody."""
    window = make_window(predict_first=True)
    work = window.views.work
    marked: list[frozenset[str]] = []
    window.highlighter.on_stage.connect(marked.append)
    window.player.jump(2)

    window.highlighter.hover_actor("sidecar")
    model = work.table.view.grid_model
    cells = [model.index(row, column) for row in range(6) for column in range(5)]
    assert not any(model.shown(cell).marked for cell in cells if cell.row() > 1)

    work.table.view.hovered.emit(3, 2)
    work.flow.view.entered.emit(work.flow.view.model().index(4, 0))
    assert set(marked) <= {frozenset()}

    work.table.view.hovered.emit(1, 2)
    work.flow.view.entered.emit(work.flow.view.model().index(1, 0))
    assert all(marked[-2:])


def test_how_it_ends_is_told_at_the_end(make_window: MakeWindow) -> None:
    """The note under the table has the same height, and no word before its time."""
    window = make_window()
    panel = window.views.work.table
    note = panel.findChild(EndNote)
    assert isinstance(note, EndNote)
    high = panel.note_height()
    told = note.text()

    QTest.keyClick(window.views.work.stage, Qt.Key.Key_Y)

    assert "pod" in told
    assert "pod" not in note.text()
    assert panel.note_height() == high
    window.player.last()
    assert "pod" in note.text()


def told(view: GridView, row: int) -> list[str]:
    """What stands in a row."""
    model = view.grid_model
    return [model.data(model.index(row, n)) for n in range(model.columnCount())]


@pytest.mark.parametrize(("step", "wanted"), [(0, True), (2, True), (6, False)])
def test_the_note_on_the_end_lets_the_window_rest(
    make_window: MakeWindow, step: int, wanted: bool
) -> None:
    """Once it stands, nothing asks for a layout again, predicting or at the end."""
    window = make_window(predict_first=wanted)
    window.player.jump(step)
    asked: list[str] = []

    class Listener(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(watched.objectName())
            return super().eventFilter(watched, event)

    listener = Listener()
    window.views.work.table.installEventFilter(listener)
    for _ in range(40):
        QApplication.processEvents()

    assert len(asked) <= 2


def test_nothing_beside_the_boxes_tells_what_is_to_come(
    make_window: MakeWindow,
) -> None:
    """Neither the words at arrows nor those on the whole flow, nor the rows beside."""
    window = make_window(load_lesson(JOB))
    work = window.views.work
    flow = work.flow
    model = flow.view.model()
    ways = Qt.ItemDataRole.AccessibleDescriptionRole

    def picture() -> QImage:
        QApplication.processEvents()
        return flow.view.grab().toImage()

    told_rows = [told(work.table.view, row)[1] for row in (10, 11, 12)]
    QTest.keyClick(work.stage, Qt.Key.Key_Y)

    assert model.index(3, 0).data(ways) == "Leads to: to be predicted, to be predicted"
    assert {told(work.table.view, row)[1] for row in (10, 11, 12)} == {"?"}
    notes = [label for label in flow.findChildren(QLabel) if "native" in label.text()]
    assert notes
    assert not any(label.isVisible() for label in notes)
    boxes, hidden = flow.view.hidden, picture()
    flow.view.hide_words(frozenset())
    assert picture() != hidden
    flow.view.hide_words(boxes)

    window.player.last()
    assert [told(work.table.view, row)[1] for row in (10, 11, 12)] == told_rows
    assert "(for ever)" in model.index(5, 0).data(ways)
    window.player.first()
    assert {told(work.table.view, row)[1] for row in (10, 11, 12)} == {"?"}


@pytest.mark.parametrize("size", [(1024, 600, 1.5), (800, 480, 1.0), (1280, 720, 1.5)])
def test_in_small_windows_questions_move_nothing_either(
    make_window: MakeWindow, lesson: Lesson, size: tuple[int, int, float]
) -> None:
    """Where there is hardly room, and for another lesson opened meanwhile."""
    wide, high, text = size
    window = make_window(lesson, predict_first=True, text_scale=text)
    window.resize(wide, high)
    window.show_lesson(load_lesson(JOB), JOB)
    stage = window.views.work.stage
    seen = set()
    right, one, two = Qt.Key.Key_Right, Qt.Key.Key_1, Qt.Key.Key_2
    for key in (None, right, one, one, right, two, one):
        if key is not None:
            QTest.keyClick(stage, key)
        QApplication.processEvents()
        seen.add(stage.geometry().getRect())

    assert len(seen) == 1
