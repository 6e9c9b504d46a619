"""What a break will do is predicted, and nothing gives the answer away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sidecar_viz.app.dialog.pick import PickDialog
from sidecar_viz.app.lab.asked.answers import Prediction
from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.qt.heard_items import access_of
from tests.app.lab.seen import dialog, rows

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


def test_while_predicting_it_is_not_told_how_long_it_goes_on(lab: Lab) -> None:
    """Not beside the second either; at the end it is."""
    lab.player.jump(20)
    transport = lab.window.transport
    lab.toggle_predicting()
    ahead = texts(transport)
    lab.player.jump(67)
    over = texts(transport)
    lab.player.jump(20)
    lab.toggle_predicting()

    assert "of 67 s" not in ahead
    assert "of 67 s" in over
    assert "of 67 s" in texts(transport)


def texts(part: QWidget) -> list[str]:
    """List what stands in a part of the window."""
    return [label.text() for label in part.findChildren(QLabel)]


def test_a_break_is_predicted_before_it_is_done(lab: Lab) -> None:
    """Answers have letters; one chosen, it is done, and told whether it is so."""
    lab.player.jump(30)
    lab.toggle_predicting()
    lab.hands.break_it("web")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    exits = next(row for row in range(9) if "exit" in asked.list.item(row).text())
    asked.list.setCurrentRow(exits)
    answers = [asked.answers.item(n).text() for n in range(asked.answers.count())]
    assert [one[0] for one in answers] == ["A", "B", "C", "D"]
    assert not asked.do.isEnabled()
    QTest.keyClick(asked.list, Qt.Key.Key_Return)
    assert asked.isVisible()
    right = asked.answers.prediction(()).comes
    row = next(n for n, one in enumerate(answers) if right in one)
    asked.answers.setCurrentRow(row)
    asked.do.click()

    assert not asked.isVisible()
    assert len(lab.model.opened.script.actions) == 2
    assert lab.window.why.spoken().strip() == f"Yes: {right}"
    lab.toggle_predicting()


def test_the_list_of_breaks_gives_no_answer_away(lab: Lab) -> None:
    """While predicting it tells neither when a break takes hold, nor whether."""
    lab.player.jump(7)
    lab.toggle_predicting()
    lab.hands.break_it("logger")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    items = [asked.list.item(row) for row in range(asked.list.count())]
    words = [item.text() for item in items]
    assert words[:2] == ["exits with 1", "kill \u22129"]
    assert {"not ready", "slow preStop hook 60"} <= set(words)
    assert not any("effect" in text or text.endswith(" s") for text in words)
    assert not any(item.font().strikeOut() for item in items)
    asked.reject()
    lab.toggle_predicting()


def test_a_class_votes_on_what_a_break_will_do(lab: Lab) -> None:
    """Its hands are counted for each letter; the count is told with what comes."""
    lab.player.jump(20)
    lab.toggle_predicting()
    lab.hands.break_it("main", "exit")
    (asked,) = [one for one in lab.window.findChildren(BreakDialog) if one.isVisible()]
    assert not asked.do.isEnabled()
    right = asked.answers.prediction(()).right

    votes = asked.votes
    votes.boxes[right].setFocus()
    QTest.keyClicks(votes.boxes[right], "18")
    QTest.keyClicks(votes.boxes[(right + 1) % 4], "6")
    assert sum(votes.counts) == 24
    assert [box.isVisible() for box in votes.boxes] == [True] * 4 + [False] * 2
    QTest.keyClick(votes.boxes[right], Qt.Key.Key_Return)

    assert not asked.isVisible()
    assert "It comes so: " in lab.window.why.spoken()
    assert "18 of 24 votes were for it." in lab.window.why.spoken()


def test_what_is_ahead_is_hidden_for_who_predicts(lab: Lab) -> None:
    """Neither time line nor tables nor the break's words tell it."""
    lab.player.jump(18)
    lab.window.open_tab("changes")
    everything = len(rows(lab))
    lab.toggle_predicting()
    assert len(rows(lab)) < everything
    lab.hands.break_it("web")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    assert "What will happen?" in asked.told
    asked.reject()
    lab.toggle_predicting()
    assert len(rows(lab)) == everything


def test_a_second_to_go_to_tells_nothing_that_is_ahead(lab: Lab) -> None:
    """Only changes up to the playhead are listed; any second can be typed."""
    lab.player.jump(18)

    def listed(typed: str) -> list[str]:
        lab.go_to()
        asked = dialog(lab)
        assert isinstance(asked, PickDialog)
        asked.field.setText(typed)
        found = [asked.list.item(n).text() for n in range(asked.list.count())]
        asked.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return found

    everything = listed("")
    assert any("web is ready" in one for one in everything)
    lab.toggle_predicting()
    told = listed("")
    assert told == everything[: len(told)]
    assert told[-1].startswith("18 s")
    assert listed("web is ready") == []
    assert listed("30") == ["second 30 s", *told]

    lab.toggle_predicting()
    assert listed("") == everything


def test_a_wrong_prediction_is_told_so(lab: Lab) -> None:
    """With what comes instead."""
    lab.player.jump(20)
    lab.toggle_predicting()
    lab.hands.break_it("web", "exit")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    made = asked.answers.prediction(())
    asked.answers.setCurrentRow((made.right + 1) % asked.answers.count())
    asked.do.click()

    assert lab.window.why.spoken().startswith(f"No: {made.comes}")


def asked_to_predict(lab: Lab) -> BreakDialog:
    """Return the dialog that asks what an exit of main will do, with the keyboard."""
    lab.player.jump(20)
    lab.toggle_predicting()
    lab.hands.break_it("main", "exit")
    asked = dialog(lab)
    assert isinstance(asked, BreakDialog)
    QApplication.processEvents()  # the dialog gets the keyboard
    return asked


@pytest.mark.parametrize("field", ["answers", "votes"])
def test_the_keyboard_alone_gives_no_answer(lab: Lab, field: str) -> None:
    """Come by with Tab, the answers stay open; votes alone are no prediction."""
    asked = asked_to_predict(lab)
    asked.answers.setFocus(Qt.FocusReason.TabFocusReason)
    assert asked.answers.hasFocus()
    assert (asked.answers.given, asked.do.isEnabled()) == ("", False)

    said: list[Prediction] = []
    asked.predicted.connect(said.append)
    asked.votes.boxes[1].setValue(3)
    here = asked.answers if field == "answers" else asked.votes.boxes[1]
    here.setFocus(Qt.FocusReason.TabFocusReason)
    asked.do.click()
    assert [(one.said, one.all) for one in said] == [("", 3)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space])
def test_a_key_gives_an_answer(lab: Lab, key: Qt.Key) -> None:
    """An arrow and Space begin with the first; Enter then does it."""
    asked = asked_to_predict(lab)
    asked.answers.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(asked.answers, key)
    assert asked.answers.currentRow() == 0
    assert asked.answers.given
    QTest.keyClick(asked.answers, Qt.Key.Key_Return)
    assert not asked.isVisible()


def test_a_click_and_a_press_give_an_answer(lab: Lab) -> None:
    """With the mouse, or with a switch."""
    asked = asked_to_predict(lab)
    place = asked.answers.visualItemRect(asked.answers.item(1)).center()
    QTest.mouseClick(asked.answers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.answers.currentRow() == 1
    press = access_of(asked.answers).child(2).actionInterface()
    press.doAction(press.pressAction())
    assert asked.answers.currentRow() == 2
    assert asked.do.isEnabled()
    asked.reject()
