"""What is said aloud in the lab: each key that does something is heard once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.words.announce import MOST_WORDS, announcement
from tests.app.lab.conftest import MANIFEST, MakeLab, opened_shop

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Stroke = tuple[Qt.Key, Qt.KeyboardModifier]


@pytest.fixture
def heard(lab: Lab) -> list[str]:
    """Give the list that all that is said from now on goes to."""
    said: list[str] = []
    lab.voice.said.connect(said.append)
    return said


def press(lab: Lab, *strokes: Stroke) -> None:
    """Press keys on the pod."""
    for key, held in strokes:
        QTest.keyClick(lab.window.stage, key, held)


def test_every_change_is_heard_in_one_short_message(lab: Lab, heard: list[str]) -> None:
    """From the start to the end, and there that it is the end."""
    stops = [t for t in lab.player.way.stops if t > 0]
    for t in stops:
        heard.clear()
        press(lab, (Qt.Key.Key_Right, NONE))
        assert lab.player.moment.t == t
        assert [len(said.split()) <= MOST_WORDS for said in heard] == [True], heard
    heard.clear()
    while lab.player.moment.t < lab.player.way.end:
        press(lab, (Qt.Key.Key_Right, NONE))
    press(lab, (Qt.Key.Key_Right, NONE))
    assert heard[-1] == "That was the end."

    press(lab, (Qt.Key.Key_Home, NONE))
    heard.clear()
    press(lab, (Qt.Key.Key_Left, NONE))
    assert heard == ["This is the start."]


def test_a_second_without_a_change_is_heard(lab: Lab, heard: list[str]) -> None:
    """Which one it is, and the reason if it is another one now."""
    press(lab, (Qt.Key.Key_Right, CONTROL), (Qt.Key.Key_Right, CONTROL))
    reason = heard[0].removeprefix("1 s. ")
    assert reason in lab.window.why.spoken()
    assert heard == [f"1 s. {reason}", "2 s."]

    lab.player.jump(30)
    assert heard[2:] == [f"30 s. {lab.window.why.why.said}"]  # type: ignore[union-attr]
    lab.player.jump(30)
    assert len(heard) == 3


@pytest.mark.parametrize(
    ("strokes", "words"),
    [
        (((Qt.Key.Key_K, NONE),), "Playing."),
        (((Qt.Key.Key_M, NONE),), "Twin run: on."),
        (((Qt.Key.Key_J, NONE),), "Fold idle time: off."),
        (((Qt.Key.Key_Plus, NONE),), "Speed 2×."),
        (((Qt.Key.Key_U, NONE),), "There is nothing to undo."),
        (((Qt.Key.Key_Z, CONTROL | SHIFT),), "There is nothing to do again."),
        (((Qt.Key.Key_P, NONE),), "Predict first: what is ahead is hidden."),
        (((Qt.Key.Key_R, ALT),), "This is the undisturbed run."),
    ],
)
def test_what_a_key_does_is_heard(
    lab: Lab, heard: list[str], strokes: tuple[Stroke, ...], words: str
) -> None:
    """Also where nothing comes of it."""
    press(lab, *strokes)

    assert heard[-1] == words


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_is_taken_back_is_heard(lab: Lab, heard: list[str]) -> None:
    """By its name, and again when it is done again."""
    lab.player.jump(20)
    lab.hands.break_it("web", "exit")
    dialog = lab.window.findChild(QDialog)
    assert isinstance(dialog, BreakDialog)
    dialog.do.click()
    press(lab, (Qt.Key.Key_U, NONE))
    (undone,) = [said for said in heard if said.startswith("Undone: ")]
    press(lab, (Qt.Key.Key_Z, CONTROL | SHIFT))

    assert heard[-1] == undone.replace("Undone: ", "Done again: ")


def test_why_a_bar_began_is_heard_in_one_message(lab: Lab, heard: list[str]) -> None:
    """Enter on a lane goes to the beginning of its bar, and tells why; not both."""
    lab.player.jump(63)
    heard.clear()
    line = lab.window.time_line
    line.focus_on("logger")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert lab.player.moment.t == 61
    assert [said[:11] for said in heard] == ["Since 61 s:"]
    press(lab, (Qt.Key.Key_Right, NONE))
    assert len(heard) == 2


def test_why_a_bar_will_end_is_not_told_while_it_is_predicted(
    lab: Lab, heard: list[str]
) -> None:
    """Only why it began: the end is ahead, and hidden."""
    lab.player.jump(30)
    lab.toggle_predicting()
    heard.clear()
    line = lab.window.time_line
    line.focus_on("web")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert [said[:11] for said in heard] == ["Since 23 s:"]
    assert "At 5" not in heard[0] + lab.window.why.spoken()
    lab.toggle_predicting()


def test_the_pod_says_at_first_where_one_is(make_lab: MakeLab) -> None:
    """The second, why it is so, and how to go on."""
    told = make_lab().window.stage.accessibleDescription()

    assert told.startswith("0 s. ")
    assert told.endswith("The right arrow key goes to the next change.")
    assert len(told.split()) <= MOST_WORDS


BAD = MANIFEST.replace("image: web:1", "imagee: web:1").replace("path: /,", "pat: /,")


def written(lab: Lab, text: str, sheet: int = 0) -> None:
    """Write a text, and wait until it is played."""
    editor = lab.window.editor
    editor.bar.setCurrentIndex(sheet)
    editor.sheet.text.setPlainText(text)
    editor.flush()


def test_a_problem_that_is_gone_to_is_heard(lab: Lab, heard: list[str]) -> None:
    """Its words, once, whichever way one goes; the button says it, too."""
    lab.texts.toggle()
    written(lab, BAD)
    heard.clear()
    text = lab.window.editor.sheet.text
    said = []
    for held in (NONE, NONE, SHIFT):
        QTest.keyClick(text, Qt.Key.Key_F8, held)
        said.append(announcement(lab.window.editor.told.split(maxsplit=2)[2]))
    assert "imagee" in "".join(heard)
    assert heard == said
    assert said[0] == said[2] != said[1]
    lab.texts.toggle()


@pytest.mark.parametrize(
    ("sheet", "bad", "good"),
    [
        (0, BAD, MANIFEST),
        (1, "containers: { other: { run: 9 } }", "containers: { migrate: { run: 4 } }"),
    ],
)
def test_a_text_that_is_mended_is_heard(
    lab: Lab, heard: list[str], sheet: int, bad: str, good: str
) -> None:
    """Once, in the words that are shown; a text that was good is told by no word."""
    told = "Good: the picture shows this text."
    lab.texts.toggle()
    written(lab, good, sheet)
    written(lab, bad, sheet)
    assert told not in heard
    written(lab, good, sheet)
    assert heard.count(told) == 1
    assert lab.window.editor.told == told
    written(lab, f"{good}\n# more\n", sheet)
    assert heard.count(told) == 1
    lab.texts.toggle()


def test_another_file_is_no_text_that_was_mended(lab: Lab, heard: list[str]) -> None:
    """It comes in the place of one with problems."""
    lab.texts.toggle()
    written(lab, BAD)
    lab.model.begin(opened_shop(name="other.yaml"))
    assert "Good: the picture shows this text." not in heard
    lab.texts.toggle()


def test_a_mistake_of_the_script_is_heard(lab: Lab, heard: list[str]) -> None:
    """As one of the manifest is, once."""
    lab.texts.toggle()
    heard.clear()
    written(lab, "containers: { other: { run: 9 } }", 1)
    assert [said for said in heard if "no container 'other'" in said] == heard
    assert len(heard) == 1
    lab.texts.toggle()
