"""What has nothing to do says so in sight and aloud: F8, Alt+Enter, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from sidecar_viz.app.lab.asked.break_dialog import BreakDialog
from sidecar_viz.app.lab.lab import Lab
from tests.app.lab.conftest import MANIFEST

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)

NONE = "There is no problem in manifest or script."
NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def seen(lab: Lab, said: str = NONE) -> bool:
    """Tell whether a remark is on the screen; else that there is no problem."""
    QApplication.processEvents()
    labels = lab.window.findChildren(QLabel)
    return any(one.isVisible() and one.text() == said for one in labels)


@pytest.mark.parametrize("held", [NO_KEY, SHIFT])
@pytest.mark.parametrize("where", ["alone", "texts", "twin"])
def test_without_problems_f8_says_so(
    lab: Lab, where: str, held: Qt.KeyboardModifier
) -> None:
    """Where other remarks are, until the next second; no text is opened for it."""
    heard: list[str] = []
    lab.voice.said.connect(heard.append)
    if where == "texts":
        lab.texts.toggle()
    elif where == "twin":
        lab.compared.toggle()

    QTest.keyClick(lab.window, Qt.Key.Key_F8, held)

    assert heard[-1] == NONE
    assert seen(lab)
    assert lab.window.late.editor.visible == (where == "texts")
    lab.player.next()
    assert not seen(lab)
    if where == "texts":
        lab.texts.toggle()
    elif where == "twin":
        lab.compared.toggle()


def test_f8_shows_the_text_that_has_a_problem(lab: Lab) -> None:
    """Also while the texts are put away, or the other one of them is in front."""
    heard: list[str] = []
    lab.voice.said.connect(heard.append)
    lab.texts.toggle()
    editor = lab.window.editor
    editor.script.text.setPlainText("containers: { migrated: { run: 9 } }")
    lab.texts.toggle()
    heard.clear()

    QTest.keyClick(lab.window, Qt.Key.Key_F8)

    assert lab.window.late.editor.visible
    assert editor.sheet is editor.script
    assert "no container 'migrated'" in heard[-1]
    editor.text.setPlainText(MANIFEST.replace("image: web:1", "imagee: web:1"))
    editor.bar.setCurrentIndex(0)
    QTest.keyClick(editor.text, Qt.Key.Key_F8)
    assert editor.sheet is editor.manifest
    assert "spec.containers[0]" in heard[-1]
    assert NONE not in heard
    lab.texts.toggle()


@pytest.mark.parametrize(
    ("key", "held", "said"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, "No fix is offered here."),
        (Qt.Key.Key_Z, CONTROL, "There is nothing to undo."),
        (Qt.Key.Key_Z, CONTROL | SHIFT, "There is nothing to do again."),
    ],
)
def test_what_has_nothing_to_do_says_so(
    lab: Lab, key: Qt.Key, held: Qt.KeyboardModifier, said: str
) -> None:
    """A key that did nothing, and said nothing that can be seen, would seem dead."""
    heard: list[str] = []
    lab.voice.said.connect(heard.append)

    QTest.keyClick(lab.window.stage, key, held)

    assert heard == [said]
    assert seen(lab, said)


def test_what_is_taken_back_is_seen_too(lab: Lab) -> None:
    """Until the next second."""
    heard: list[str] = []
    lab.voice.said.connect(heard.append)
    lab.player.jump(20)
    lab.hands.break_it("web", "exit")
    dialog = lab.window.findChild(QDialog)
    assert isinstance(dialog, BreakDialog)
    dialog.do.click()

    lab.hands.undo()

    assert heard[-1].startswith("Undone: ")
    assert seen(lab, heard[-1])
    lab.player.next()
    assert not seen(lab, heard[-1])
