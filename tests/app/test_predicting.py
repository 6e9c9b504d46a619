"""Predict first: the question before the step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sidecar_viz.app.announce import announcement
from sidecar_viz.app.grid_view import GridView
from sidecar_viz.app.tracker_panel import TrackerPanel
from tests.app.conftest import MakeWindow


def test_predict_first_asks_and_says_how_right(make_window: MakeWindow) -> None:
    """Next asks; a number answers, shows the step and says what changes."""
    window = make_window(predict_first=True)
    bar, stage = window.views.predict, window.views.work.stage
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert window.player.target == 0
    assert bar.isVisible()

    QTest.keyClick(stage, Qt.Key.Key_1)
    assert window.player.target == 1
    assert bar.message.text().startswith("Right")
    QTest.keyClick(stage, Qt.Key.Key_Right)
    QTest.keyClick(stage, Qt.Key.Key_6)

    assert window.player.target == 2
    assert bar.message.text().startswith("Not")


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
    window.predictor.next()

    assert "2 Main container" in announcement(heard[0])
    assert "6 Log receiver" in announcement(heard[0])


def test_what_is_to_be_predicted_stands_in_no_table(make_window: MakeWindow) -> None:
    """Cells to come are question marks; each step shows its own; nothing moves."""
    window = make_window()
    work, stage = window.views.work, window.views.work.stage
    panel = work.tabs.findChild(TrackerPanel)
    assert isinstance(panel, TrackerPanel)
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
    QTest.keyClick(stage, Qt.Key.Key_1)
    assert told(table, 0)[1] == "Pod starts"
    assert told(table, 1)[1] == "?"

    QTest.keyClick(stage, Qt.Key.Key_Y)
    assert told(table, 5)[1] == "Pod stops"


def told(view: GridView, row: int) -> list[str]:
    """What stands in a row."""
    model = view.grid_model
    return [model.data(model.index(row, n)) for n in range(model.columnCount())]
